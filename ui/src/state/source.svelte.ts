// From an opener to what it is from: the person's page, at that line.
import type { DraftSource, OpenerSort } from "../host/wire.gen";
import { ofBook } from "./book.svelte";
import { personAt, route } from "./route.svelte";

/** What stands on Today with a way to its line, besides what openers and drafts are from. */
type OfToday = "introduction";
type Sort = OpenerSort | DraftSource | OfToday;
type Source = { sort: Sort; item: number };

/** Where a line of each sort stands on the person's page, as a selector; none: at the top. */
const places: Partial<Record<Sort, (item: number) => string>> = {
  date: (item) => `[data-date="${item}"]`,
  promise: (item) => `[data-promise="${item}"]`,
  answer: (item) => `[data-promise="${item}"]`,
  lent: (item) => `[data-exchange="${item}"]`,
  role: (item) => `[data-role="${item}"]`,
  next_time: () => "[data-next-line]",
  match: () => ".could-help",
  share: (item) => `[data-share="${item}"]`,
  goal: (item) => `[data-step="${item}"]`,
  last_talk: (item) => `[data-talk-id="${item}"]`,
  // The last talk stands first.
  quiet: () => "[data-talk-id]",
  interest: (item) => `[data-fact="${item}"]`,
  met: () => "[data-how-met]",
  event: (item) => `[data-event="${item}"]`,
  introduction: (item) => `[data-introduction="${item}"]`,
};

/** In which view of the page; left out for the timeline, and for what stands beside every view. */
const views: Partial<Record<Sort, string>> = {
  promise: "promises",
  answer: "promises",
  lent: "give-take",
  goal: "needs",
  introduction: "introductions",
};

/** Whose text the user wrote. The others are said by Kith, in its own letters. */
const written: readonly Sort[] = ["promise", "answer", "lent", "next_time", "share", "goal", "last_talk", "interest"];
export const isOwn = ({ sort }: { sort: Sort }): boolean => written.includes(sort);

/** Whether a line of this sort is from a place on the person's page. */
export const hasPlace = (sort: Sort): boolean => places[sort] !== undefined;

class Wanted {
  /** What is to be shown once the page of this person has it. */
  at = $state.raw<{ person: number; selector: string } | null>(null);
}
export const wanted = ofBook(() => new Wanted());

/** Opens the person's page at what an opener is from. */
export function showSource(person: number, { sort, item }: Source): void {
  const selector = places[sort]?.(item);
  wanted.at = selector === undefined ? null : { person, selector };
  route.go(personAt(person, views[sort] ?? null));
}

/** What a page is still filled with after it was opened moves what is on it, for so many milliseconds at most. */
const filling = 2000;

/**
 * Brings into view and focuses what is wanted of this person, as soon as it is in the page; and keeps it in view while
 * the page is filled above it, until the user does something.
 */
export function bringIntoView(page: HTMLElement, person: number): (() => void) | undefined {
  const { at } = wanted;
  if (at === null || at.person !== person) return;
  let line: HTMLElement | null = null;
  const show = (): void => {
    if (line?.isConnected) return line.scrollIntoView({ block: "center" });
    const found = page.querySelector<HTMLElement>(at.selector);
    if (found === null) return;
    if (line === null) {
      wanted.at = null;
      setTimeout(stop, filling);
    }
    line = found;
    line.scrollIntoView({ block: "center" });
    const target = line.matches("button, a") ? line : line.querySelector<HTMLElement>("button, a, [tabindex]");
    target?.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(show);
  const acts = ["wheel", "pointerdown", "keydown"] as const;
  const stop = (): void => {
    watch.disconnect();
    for (const act of acts) window.removeEventListener(act, stop, true);
  };
  watch.observe(page, { childList: true, subtree: true });
  for (const act of acts) window.addEventListener(act, stop, { capture: true, passive: true });
  show();
  // That it was found makes an effect that asks for it run anew: it is kept in view nevertheless.
  return () => {
    if (line === null) stop();
  };
}
