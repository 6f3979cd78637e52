// Where the element that has the focus leaves the page (a row that is done with, a button that has done its work, a
// window that closed), the browser lets the focus fall to nowhere. It goes on instead: to what stands in its place,
// else to its section, else to the content.

import { ofBook } from "./book.svelte";

type Step = { inside: Element; at: number };

/** What can take the focus in an element, the element itself first. */
const focusable = "a[href], button:not([disabled]), input:not([disabled]), textarea, [tabindex='0']";
function firstIn(element: Element | undefined): HTMLElement | null {
  if (!(element instanceof HTMLElement)) return null;
  const all = [element, ...element.querySelectorAll<HTMLElement>(focusable)];
  return all.find((each) => each.matches(focusable) && each.checkVisibility?.() !== false) ?? null;
}

/** From an element outwards: what it is in, and as which of its children. */
function stepsOf(element: Element): Step[] {
  const steps: Step[] = [];
  for (let at: Element = element; at.parentElement; at = at.parentElement)
    steps.push({ inside: at.parentElement, at: [...at.parentElement.children].indexOf(at) });
  return steps;
}

/**
 * What stands there now, or before it, in the innermost of its surroundings that is left; of a list that is empty, what
 * stands first in its section.
 */
function nextTo(steps: readonly Step[]): HTMLElement | null {
  const left = steps.find(({ inside }) => inside.isConnected);
  if (!left || left.inside === document.body) return null;
  // Another view has come: one goes on at its beginning, not at its first button.
  const main = document.getElementById("main");
  if (main && main.checkVisibility?.() !== false && main !== left.inside && left.inside.contains(main)) return null;
  const { inside, at } = left;
  return (
    firstIn(inside.children[at]) ?? firstIn(inside.children[at - 1]) ?? firstIn(inside.closest("section") ?? undefined)
  );
}

/** What floats above the page: a dialog, a menu, a list. */
const floating = "[role=dialog], [role=alertdialog], [role=menu], .above";

/** Where in the page the focus was last, whatever floats above it since. */
class LastInPage {
  #had: Element | null = null;
  #steps: Step[] = [];

  note(element: Element): void {
    if (element.closest(floating)) return;
    this.#had = element;
    this.#steps = stepsOf(element);
  }

  /**
   * The focus goes back there: to what had it, to the row around it where that is hidden, or to what stands in its
   * place now. False where nothing takes it.
   */
  back(): boolean {
    const had = this.#had;
    if (!had) return false;
    const takes = (element: Element | null): boolean => {
      if (!(element instanceof HTMLElement)) return false;
      element.focus({ preventScroll: true });
      return document.activeElement === element;
    };
    if (!had.isConnected) return takes(nextTo(this.#steps));
    if (takes(had)) return true;
    // The buttons of a row are hidden until the row has the focus.
    const row = had.parentElement?.closest("[tabindex]:not(main, section)") ?? null;
    return takes(row) && (takes(had) || takes(row));
  }

  forget(): void {
    this.#had = null;
    this.#steps = [];
  }
}
export const lastInPage = ofBook(() => new LastInPage());

/** Keeps the focus in the page until the returned function is called. */
export function keepFocus(): () => void {
  let steps: Step[] = [];
  let had: Element | null = null;
  const over = new AbortController();
  const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;
  document.addEventListener(
    "focusin",
    ({ target }) => {
      had = target instanceof Element ? target : null;
      if (had) lastInPage.note(had);
      steps = had ? stepsOf(had) : [];
    },
    { signal: over.signal },
  );
  function goOn(): void {
    if (!had || had.isConnected || !isNowhere()) return;
    const from = steps;
    had = null;
    (nextTo(from) ?? document.getElementById("main"))?.focus({ preventScroll: true });
  }
  const watch = new MutationObserver(() => {
    // Whoever took it away may give the focus back a moment later.
    if (had && !had.isConnected && isNowhere()) setTimeout(goOn);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  return () => {
    over.abort();
    lastInPage.forget();
    watch.disconnect();
  };
}
