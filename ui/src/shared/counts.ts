// Numbers, sizes and moments in words.
import type { HourClock } from "../host/wire.gen";
import { clockWords } from "./clock";
import { months, weekdays } from "./days";
import { momentNow } from "../state/day.svelte";

const format = new Intl.NumberFormat("en");

export const number = (n: number): string => format.format(n);

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/** "four", "14". */
export const spell = (n: number): string => small[n] ?? number(n);

/** "1 card", "2,140 cards". */
export const count = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/** "6.2 MB", "840 KB". */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return bytes < 999.5e6 ? `${(bytes / 1e6).toFixed(bytes < 99.5e6 ? 1 : 0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** A local date-time as the host writes it ("2026-03-09T08:29:11", with or without a zone), read as it stands there. */
function local(iso: string): { day: Date; time: string } | null {
  const [, year, month, date, time] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(iso) ?? [];
  if (!year || !month || !date) return null;
  return { day: new Date(Number(year), Number(month) - 1, Number(date)), time: time ?? "" };
}

const weekdayOf = (day: Date): string => weekdays[(day.getDay() + 6) % 7] ?? "";

const daysBetween = (from: Date, to: Date): number =>
  Math.round((new Date(to.getFullYear(), to.getMonth(), to.getDate()).getTime() - from.getTime()) / 86_400_000);

function dayWords(day: Date, now: Date): string {
  const ago = daysBetween(day, now);
  if (ago === 0) return "today";
  if (ago === 1) return "yesterday";
  const date = `${day.getDate()} ${months[day.getMonth()]}`;
  if (day.getFullYear() !== now.getFullYear()) return `${date} ${day.getFullYear()}`;
  return ago > 1 && ago < 7 ? `${weekdayOf(day)} ${date}` : date;
}

/** "today, 08:31", "Monday 9 March, 08:29", "2 March 2025, 9:02 am". */
export function when(iso: string, clock: HourClock, now = momentNow()): string {
  const at = local(iso);
  if (!at) return iso;
  return at.time ? `${dayWords(at.day, now)}, ${clockWords(at.time, clock)}` : dayWords(at.day, now);
}

/** As short as a history needs: "10:41" today, "Mon 9" this week, "8 Feb" before. */
export function whenShort(iso: string, clock: HourClock, now = momentNow()): string {
  const at = local(iso);
  if (!at) return iso;
  const ago = daysBetween(at.day, now);
  if (ago <= 0) return clockWords(at.time, clock) || "today";
  if (ago < 7) return `${weekdayOf(at.day).slice(0, 3)} ${at.day.getDate()}`;
  const year = at.day.getFullYear() === now.getFullYear() ? "" : ` ${at.day.getFullYear()}`;
  return `${at.day.getDate()} ${months[at.day.getMonth()]?.slice(0, 3)}${year}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
