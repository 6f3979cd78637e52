// Times of day and days off as they are typed, and as they are said.
import type { DaysOff, HourClock, WorkDay } from "../host/wire.gen";
import { clockWords, timeWords } from "../shared/clock";

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** What a working day has where no other one says when; a new book begins with it. */
export const usualDay: WorkDay = { from: 8 * 60 + 30, to: 16 * 60 + 30 };

/** Minutes since midnight for "8:30", "0830", "8.30", "17", "5 pm"; 0–1440, null for what is no time. */
export function readTime(text: string): number | null {
  const [, hour, after, joined, half] =
    /^(\d{1,2}?)(?:\s?[:.,h]\s?(\d{2})|(\d{2}))?\s*([ap]\.?m\.?|h)?$/i.exec(text.trim()) ?? [];
  if (hour === undefined) return null;
  const minutes = Number(after ?? joined ?? 0);
  let hours = Number(hour);
  const noon = half?.toLowerCase().replaceAll(".", "");
  if (noon === "am" || noon === "pm") {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (noon === "pm" ? 12 : 0);
  }
  const all = hours * 60 + minutes;
  return minutes < 60 && all <= 24 * 60 ? all : null;
}

export type Hours = { day: WorkDay } | { wrong: "from" | "to" | "both"; message: string };

/** The two fields of a day together, or what cannot be taken and where. A day that ends at midnight ends at 24:00. */
export function readHours(from: string, to: string, clock: HourClock): Hours {
  const begin = readTime(from);
  const end = readTime(to) === 0 ? 24 * 60 : readTime(to);
  const message = `Write a time, such as ${clock === "twelve" ? "8:30 am or 5 pm" : "8:30 or 17"}.`;
  if (begin === null) return { wrong: end === null ? "both" : "from", message };
  if (end === null) return { wrong: "to", message };
  if (end <= begin)
    return {
      wrong: "both",
      message: `The end, ${timeWords(end, clock)}, is not after the start, ${timeWords(begin, clock)}.`,
    };
  return { day: { from: begin, to: end } };
}

/** "Fri 1 May", "2 – 6 April", "28 March – 3 April", each with the year where it is not this one. */
export function daysOffWords({ from, to }: Pick<DaysOff, "from" | "to">, today = new Date()): string {
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
