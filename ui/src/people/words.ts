// How the page says numbers, dates and places of work. What a date is, the host has decided; here it gets its words.
import { count } from "../shared/counts";
import { months, weekday, weekdays } from "../shared/days";
import { spoken } from "../shared/names";
import type { Affiliation, DateKind, PersonDate } from "../host/wire.gen";
import { momentNow } from "../state/day.svelte";

export { spoken };

export const people = (n: number): string => count(n, "person", "people");

/** "14 August 1985", "14 August", "May 2023", "1985", as much as is known. */
export function dateWords(year: number | null, month: number | null, day: number | null): string {
  const name = month === null ? "" : (months[month - 1] ?? "");
  return [day !== null && name ? String(day) : "", name, year === null ? "" : String(year)].filter(Boolean).join(" ");
}

/** "2023", "2023-05" or "2023-05-01" in words. */
export function partialWords(text: string): string {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(text) ?? [];
  return year ? dateWords(Number(year), month ? Number(month) : null, day ? Number(day) : null) : text;
}

/** "9 March", with the year when it is not the year of `today`. */
export function dayWords(iso: string, today = momentNow()): string {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  if (!year || !month || !day) return iso;
  return dateWords(year === today.getFullYear() ? null : year, month, day);
}

/** "Monday 4 May", with the year when it is not the year of `today`. */
export const weekdayWords = (iso: string, today = momentNow()): string =>
  `${weekdays[weekday(iso)] ?? ""} ${dayWords(iso, today)}`.trim();

export const personDate = (date: PersonDate): string => dateWords(date.year, date.month, date.day) || date.text;

export const dateLabel = (kind: DateKind, label: string): string =>
  kind === "birthday" ? "Birthday" : kind === "anniversary" ? "Anniversary" : label || "Date";

/** "since 2023", "2017 – 2023", "until 2020", or nothing when nobody said. */
export function timeAt({ since, until }: Pick<Affiliation, "since" | "until">): string {
  const from = since ? partialWords(since) : "";
  const to = until ? partialWords(until) : "";
  if (from && to) return `${from} – ${to}`;
  return from ? `since ${from}` : to ? `until ${to}` : "";
}

export const workAs = ({ role, organisation }: Pick<Affiliation, "role" | "organisation">): string =>
  [role, organisation].filter(Boolean).join(", ");

/** What comes before the first space: how one would speak of someone. */
export const firstName = (name: { given: string; display: string }): string =>
  spoken(name.given || name.display.split(" ")[0] || name.display);

export const every = (days: number): string => (days === 1 ? "every day" : `every ${days} days`);

/** "Work" for "work": labels of cards are written small. */
export const asLabel = (label: string): string =>
  label === label.toLowerCase() ? label.charAt(0).toUpperCase() + label.slice(1) : label;
