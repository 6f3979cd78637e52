// Times of day and the hours of a day as they are typed.
import type { HourClock, WorkDay } from "../host/wire.gen";
import { timeWords } from "./clock";

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
