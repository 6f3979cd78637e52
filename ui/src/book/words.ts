// What a backup is, to somebody whose book cannot be read.
import type { Backup } from "../host/wire.gen";
import { count, when } from "../shared/counts";

/** "The backup of today, 08:31" */
export const backupTitle = (backup: Pick<Backup, "takenAt">, now = new Date()): string =>
  `The backup of ${when(backup.takenAt, now)}`;

/** "214 people. About two hours may be missing." */
export function backupText(backup: Pick<Backup, "takenAt" | "people" | "ahead">, now = new Date()): string {
  const people = backup.people === null ? "" : `${count(backup.people, "person", "people")}. `;
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
