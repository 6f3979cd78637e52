// The look of the map follows the page: theme, contrast, letters.
import { forgetWidths } from "./pen";
import { lookOf, type Look } from "./style";

/** Says how `element` looks now, and again whenever that may have changed; the answer ends it. */
export function dressed(element: Element, say: (look: Look) => void): () => void {
  const dress = (): void => say(lookOf(element));
  // Letters that come late are measured anew.
  const lettered = (): void => {
    forgetWidths();
    dress();
  };
  const root = new MutationObserver(dress);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "style", "class"] });
  const asked = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"].map((query) => window.matchMedia(query));
  for (const query of asked) query.addEventListener("change", dress);
  // Where the page is slow, its colours come after the canvas.
  window.addEventListener("load", dress, { once: true });
  const { fonts } = document;
  fonts?.addEventListener("loadingdone", lettered);
  dress();
  // A canvas alone does not always ask for its letters.
  void fonts?.load(`520 12px ${lookOf(element).font}`);
  return () => {
    root.disconnect();
    for (const query of asked) query.removeEventListener("change", dress);
    window.removeEventListener("load", dress);
    fonts?.removeEventListener("loadingdone", lettered);
  };
}
