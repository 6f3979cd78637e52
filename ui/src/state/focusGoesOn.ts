// Where the element that has the focus leaves the page (a row that is done with, a button that has done its work, a
// window that closed), the browser lets the focus fall to nowhere. It goes on instead: to what stands in its place,
// else to its section, else to the content.

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
    watch.disconnect();
  };
}
