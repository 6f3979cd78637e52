/**
 * `{@attach confirms(save)}`: Ctrl Enter does what its hint says from anywhere inside, in a dialog from anywhere in
 * that: a click beside the fields gives it the focus. The key is taken on its way in, before a button or the trigger
 * of a menu that has the focus takes it for itself.
 */
export const confirms =
  (run: () => unknown) =>
  (inside: HTMLElement): (() => void) => {
    const over = new AbortController();
    const pressed = (event: KeyboardEvent): void => {
      if (!isConfirming(event)) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    const whole = inside.closest<HTMLElement>("[role=dialog]") ?? inside;
    whole.addEventListener("keydown", pressed, { capture: true, signal: over.signal });
    return () => over.abort();
  };

/** Ctrl Enter, or Cmd Enter; not while a letter is composed. */
export const isConfirming = ({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean =>
  key === "Enter" && (ctrlKey || metaKey) && !isComposing;
