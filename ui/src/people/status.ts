// Setting a status with what is said of it, and what the toast then says.
import type { WhenPreview } from "../host/wire.gen";
import { askStatus, statusSaid, who, whoAre, type About } from "../state/people";
import { toasts } from "../state/toast.svelte";
import { weekdayWords } from "./words";

/** Rejects where the date cannot be taken, for the field to say it. */
export async function pause(
  about: About,
  until: string,
  reason: string,
  understood: WhenPreview | null,
): Promise<void> {
  const { operation } = await askStatus(about, "paused", { until, reason });
  toasts.done(`${whoAre(about)} paused${understood?.on ? ` until ${weekdayWords(understood.on)}` : ""}`, operation);
}

/** Lets it cool until a moment as it was typed. */
export async function cool(about: About, until: string, reason: string, understood: string | null): Promise<void> {
  const { operation } = await askStatus(about, "cooling_off", { until, reason });
  toasts.done(
    `You let it cool with ${who(about.ids, about.name)}${understood ? ` until ${understood}` : ""}`,
    operation,
  );
}

/** Ended, or died, on a day up to today. */
export async function over(about: About, value: "ended" | "died", on: string, reason: string): Promise<void> {
  const { operation } = await askStatus(about, value, { on, reason });
  toasts.done(statusSaid(about, value), operation);
}
