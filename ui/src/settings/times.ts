// Times of day and days off as they are typed, and as they are said.
import type { DaysOff, HourClock, WorkDay } from "../host/wire.gen";
import { clockWords } from "../shared/clock";
import { months, weekdays } from "../shared/days";
import { momentNow } from "../state/day.svelte";

export { readHours, readTime } from "../shared/hours";

/** What a working day has where no other one says when; a new book begins with it. */
export const usualDay: WorkDay = { from: 8 * 60 + 30, to: 16 * 60 + 30 };

/** "Fri 1 May", "2 – 6 April", "28 March – 3 April", each with the year where it is not this one. */
export function daysOffWords({ from, to }: Pick<DaysOff, "from" | "to">, today = momentNow()): string {
  const [a, b] = [dateOf(from), dateOf(to)];
  if (!a || !b) return from === to ? from : `${from} – ${to}`;
  const year = (day: Date): string => (day.getFullYear() === today.getFullYear() ? "" : ` ${day.getFullYear()}`);
  const words = (day: Date): string => `${day.getDate()} ${months[day.getMonth()]}`;
  if (from === to) return `${weekdays[(a.getDay() + 6) % 7]?.slice(0, 3)} ${words(a)}${year(a)}`;
  if (a.getFullYear() !== b.getFullYear()) return `${words(a)} ${a.getFullYear()} – ${words(b)} ${b.getFullYear()}`;
  return a.getMonth() === b.getMonth()
    ? `${a.getDate()} – ${words(b)}${year(b)}`
    : `${words(a)} – ${words(b)}${year(b)}`;
}

function dateOf(iso: string): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (!year) return null;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  date.setFullYear(Number(year));
  return date;
}

/** "Oslo · 10:42" from the zone's own name, "Europe/Oslo". */
export const zoneWords = (zone: string, time: string, clock: HourClock): string =>
  [zone.split("/").at(-1)?.replaceAll("_", " ") || zone, clockWords(time, clock)].filter(Boolean).join(" · ");
