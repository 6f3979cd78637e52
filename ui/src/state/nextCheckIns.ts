// Which check-in comes next once a talk is logged, as toasts say it.
import type { NextCheckIn } from "../host/wire.gen";
import { dayBrief } from "../shared/days";
import { firstName, together } from "../shared/names";

/** A talk of long ago may leave a check-in that is due by now. */
export const isDue = (on: string, today: string): boolean => on <= today;

/** "Next on Thu 2 April." or "Next is due now.", once it is logged; empty when nothing comes. */
export function nextOn(next: readonly NextCheckIn[], today: string): string {
  const when = (on: string): string => (isDue(on, today) ? "is due now" : `on ${dayBrief(on, today)}`);
  const coming = next.filter(({ on }) => on !== null);
  const [first] = coming;
  if (first?.rests && next.length === 1) return first.rests;
  if (!first?.on) return "";
  if (coming.every(({ on }) => on === first.on))
    return coming.length === next.length
      ? `Next ${when(first.on)}.`
      : `Next with ${together(coming.map(({ name }) => firstName(name)))} ${when(first.on)}.`;
  return coming.length > 3
    ? ""
    : `Next ${coming.map(({ name, on }) => `with ${firstName(name)} ${when(on ?? "")}`).join(", ")}.`;
}
