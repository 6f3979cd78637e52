// Whether the keyboard was used last. WebKit draws no focus ring after a click until Tab is pressed,
// also where arrows move the focus; so the page is told, and the rings follow (base.css).

/** Marks the page with `data-keys` from a key on until the next click. Returns the way to stop. */
export function followHands(page: HTMLElement = document.documentElement): () => void {
  const keys = ({ key }: KeyboardEvent): void => {
    if (!["Control", "Shift", "Alt", "Meta"].includes(key)) page.dataset.keys = "";
  };
  const pointer = (): void => {
    delete page.dataset.keys;
  };
  addEventListener("keydown", keys, true);
  addEventListener("pointerdown", pointer, true);
  return () => {
    removeEventListener("keydown", keys, true);
    removeEventListener("pointerdown", pointer, true);
  };
}
