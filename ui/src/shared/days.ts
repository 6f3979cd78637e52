// Days of a calendar, as ISO dates ("2026-03-10"). Arithmetic only: what a day means, the host says.
import type { HourClock } from "../host/wire.gen";
import { clockWords } from "./clock";

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const months = [
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
] as const;

const asDate = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const asIso = (date: Date): string => date.toISOString().slice(0, 10);
const two = (n: number): string => String(n).padStart(2, "0");

/** The day of this moment on this computer. Which day it is to Kith, `state/day.svelte.ts` knows. */
export const dayHere = (now: Date): string =>
  `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(asDate(text).getTime()) && asIso(asDate(text)) === text;
}

/** So many days later, or earlier; it stays within the years 1 to 9999. */
export function addDays(iso: string, days: number): string {
  const date = asDate(iso);
  date.setUTCDate(date.getUTCDate() + days);
  return date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999 ? iso : asIso(date);
}

/** The same day so many months later; the last of the month where there is no such day. */
export function addMonths(iso: string, months: number): string {
  const date = asDate(iso);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) return iso;
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(day, last.getUTCDate()));
  return asIso(date);
}

/** 0 for Monday. */
export const weekday = (iso: string): number => (asDate(iso).getUTCDay() + 6) % 7;
export const monthOf = (iso: string): string => iso.slice(0, 7);
export const dayOf = (iso: string): number => Number(iso.slice(8, 10));

/** How many days a day comes after the first of its week; `start` is that one's number, 0 for Monday. */
export const dayOfWeek = (iso: string, start: number): number => (weekday(iso) - start + 7) % 7;

/** The numbers of the days of a week in their order, 0 for Monday. */
export const weekFrom = (start: number): number[] => weekdays.map((_, at) => (at + start) % 7);

/** Six weeks, beginning on the day of this number, that hold the month of this day. */
export function weeksOf(iso: string, begin: number): string[][] {
  const first = `${monthOf(iso)}-01`;
  const start = addDays(first, -dayOfWeek(first, begin));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)));
}

export const monthName = (iso: string): string => months[Number(iso.slice(5, 7)) - 1] ?? "";
/** "March 2026". */
export const monthWords = (iso: string): string => `${monthName(iso)} ${Number(iso.slice(0, 4))}`;
/** "Tuesday 10 March". */
export const dayWords = (iso: string): string => `${weekdays[weekday(iso)] ?? ""} ${dayOf(iso)} ${monthName(iso)}`;
/** "1 October 2026 14:00": a day and perhaps a time as one would type them. */
export const dayTyped = (iso: string, at: string | null, clock: HourClock): string =>
  [`${dayOf(iso)} ${monthWords(iso)}`, at && clockWords(at, clock)].filter(Boolean).join(" ");
/** "Thu 12", or "Thu 2 April" for a month other than that of `beside`. */
export function dayShort(iso: string, beside: string): string {
  const month = monthOf(iso) === monthOf(beside) ? "" : ` ${monthName(iso)}`;
  return `${(weekdays[weekday(iso)] ?? "").slice(0, 3)} ${dayOf(iso)}${month}`;
}
/** "Thu 2 April", with the year when it is not this one. */
export function dayBrief(iso: string, today: string): string {
  if (!isDay(iso)) return iso;
  const year = iso.slice(0, 4) === today.slice(0, 4) ? "" : ` ${Number(iso.slice(0, 4))}`;
  return `${(weekdays[weekday(iso)] ?? "").slice(0, 3)} ${dayOf(iso)} ${monthName(iso)}${year}`;
}
