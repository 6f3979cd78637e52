// Pausing until a day, and what the toast then says.
import type { WhenPreview } from "../host/wire.gen";
import { askStatus, whoAre, type About } from "../state/people";
import { toasts } from "../state/toast.svelte";
import { weekdayWords } from "./words";

/** Rejects where the date cannot be taken, for the field to say it. */
export async function pause(about: About, until: string, understood: WhenPreview | null): Promise<void> {
  const { operation } = await askStatus(about, "paused", until);
  toasts.done(`${whoAre(about)} paused${understood?.on ? ` until ${weekdayWords(understood.on)}` : ""}`, operation);
}
