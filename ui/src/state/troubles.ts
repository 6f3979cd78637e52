// What Kith does by itself and what fails of that at present, in words.
import type { HourClock, Trouble, TroubleWith } from "../host/wire.gen";
import { when } from "../shared/counts";
import { momentNow } from "./day.svelte";

const what: Record<TroubleWith, (since: string) => string> = {
  backup: (since) => `No backup could be made ${since}`,
  check: (since) => `Your book’s file could not be checked ${since}`,
  reminders: (since) => `Reminders have not worked ${since}`,
};

/** "No backup could be made since today, 10:42" */
export const troubleTitle = ({ with: with_, since }: Trouble, clock: HourClock, now = momentNow()): string =>
  what[with_](`since ${when(since, clock, now)}`);

/** The part of Settings that it belongs to. */
export const troubleSection = ({ with: with_ }: Trouble): string => (with_ === "reminders" ? "reminders" : "book");
