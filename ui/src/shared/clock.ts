// Times of day in words: the one place of the page that writes them.
import type { HourClock } from "../host/wire.gen";

/** Minutes since midnight, 0–1440: "08:30" and "15:00", or "8:30 am" and "3:00 pm". The end of the day is "24:00". */
export function timeWords(minutes: number, clock: HourClock): string {
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, "0");
  if (clock === "twenty_four") return `${String(hours).padStart(2, "0")}:${rest}`;
  return `${hours % 12 || 12}:${rest} ${hours % 24 < 12 ? "am" : "pm"}`;
}

/** A time as the host writes it, "15:00", in words; what is no such time stays as it is. */
export function clockWords(at: string, clock: HourClock): string {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(at) ?? [];
  return hours && minutes ? timeWords(Number(hours) * 60 + Number(minutes), clock) : at;
}
