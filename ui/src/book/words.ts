// What a backup is, to somebody whose book cannot be read.
import type { Backup, HourClock, HowLost } from "../host/wire.gen";
import { count, when } from "../shared/counts";
import { momentNow } from "../state/day.svelte";

/** "The backup of today, 08:31" */
export const backupTitle = (backup: Pick<Backup, "takenAt" | "why">, clock: HourClock, now = momentNow()): string =>
  backup.why === "rescued"
    ? `What you had in Kith, ${when(backup.takenAt, clock, now)}`
    : `The backup of ${when(backup.takenAt, clock, now)}`;

/** "214 people. About two hours may be missing." */
export function backupText(backup: Pick<Backup, "takenAt" | "people" | "why" | "ahead">, now = momentNow()): string {
  const people = backup.people === null ? "" : `${count(backup.people, "person", "people")}. `;
  if (backup.why === "rescued") return `${people}All that you entered is in it.`;
  const missing = backup.ahead
    ? "Made while the clock was wrong: how old it is, Kith cannot tell."
    : missingWords(backup.takenAt, now);
  return `${people}${missing}`;
}

const small = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const some = (n: number, unit: string): string => `${small[n] ?? n} ${unit}${n === 1 ? "" : "s"}`;

/** How much a backup may lack, from when it was made. */
export function missingWords(takenAt: string, now: Date): string {
  const minutes = Math.max(0, (now.getTime() - new Date(takenAt.slice(0, 19)).getTime()) / 60_000);
  if (Number.isNaN(minutes)) return "What came later is missing.";
  if (minutes < 50) return "A few minutes may be missing.";
  if (minutes < 36 * 60) return `About ${some(Math.max(1, Math.round(minutes / 60)), "hour")} may be missing.`;
  return `About ${some(Math.round(minutes / 1440), "day")} may be missing.`;
}

/** What has become of a book's file, as a title. */
export const lostTitles: Record<HowLost, string> = {
  missing: "Your book’s file is not there",
  gone: "Your book’s file was taken away",
  replaced: "Another file took your book’s place",
  written_over: "Your book’s file was written over",
};

export const lostLeads: Record<HowLost, string> = {
  missing:
    "There was a book here before, so Kith begins no other without being asked. " +
    "If you moved the file, put it back and look again.",
  gone: "It was moved or deleted, and nothing could be saved in it any more. What you had in Kith is kept as a backup.",
  replaced:
    "A sync program or a copy may have put it there. What you had in Kith is not in it, and is kept as a backup.",
  written_over:
    "Another program wrote into it while Kith had it open. What you entered since the last backup may not be in it.",
};
