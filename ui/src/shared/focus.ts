/** `{@attach focusNow}`: the focus goes there as soon as it is in the page, before the next key is pressed. */
export const focusNow = (element: HTMLElement): void => element.focus();

/**
 * `{@attach toWrong}` on a form: where it refuses what was entered, the focus goes from its button to the first field
 * that says so.
 */
export function toWrong(form: HTMLElement): () => void {
  const watch = new MutationObserver(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLButtonElement) || !form.contains(at) || at.ariaInvalid === "true") return;
    form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  });
  watch.observe(form, { subtree: true, attributeFilter: ["aria-invalid"] });
  return () => watch.disconnect();
}

/**
 * `{@attach inView}` on a form that opened in the page: the whole of it is seen, its buttons too, and again where it
 * grows by what is read into it. One that is higher than the window stays where it is scrolled to.
 */
export function inView(form: HTMLElement): () => void {
  const show = (): void => {
    if (form.offsetHeight <= window.innerHeight) form.scrollIntoView?.({ block: "nearest" });
  };
  form.scrollIntoView?.({ block: "nearest" });
  const watch = new ResizeObserver(show);
  watch.observe(form);
  return () => watch.disconnect();
}

/** Moves the focus into what just opened at once; left alone, it would move a frame later and lose the first key. */
export function focusFirst(event: Event, content: HTMLElement | null): void {
  // Where something else should come first than what stands first, it says so.
  const first =
    content?.querySelector<HTMLElement>("[data-first]") ??
    content?.querySelector<HTMLElement>("input:not([disabled]), textarea, button:not([disabled]), [tabindex='0']");
  if (!first) return;
  event.preventDefault();
  first.focus({ preventScroll: true });
}

/** The same for a menu, whose own types do not name this event: from there the arrows work at once. */
export const atOnce = (content: () => HTMLElement | null): Record<string, unknown> => ({
  onOpenAutoFocus: (event: Event) => {
    event.preventDefault();
    content()?.focus({ preventScroll: true });
  },
});
