/** `{@attach focusNow}`: the focus goes there as soon as it is in the page, before the next key is pressed. */
export const focusNow = (element: HTMLElement): void => element.focus();

/** Moves the focus into what just opened at once; left alone, it would move a frame later and lose the first key. */
export function focusFirst(event: Event, content: HTMLElement | null): void {
  const first = content?.querySelector<HTMLElement>("input:not([disabled]), textarea, button:not([disabled]), [tabindex='0']");
  if (!first) return;
  event.preventDefault();
  first.focus({ preventScroll: true });
}
