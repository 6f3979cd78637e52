// What can be done with a promise from its row.
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import Check from "@lucide/svelte/icons/check";
import CircleDashed from "@lucide/svelte/icons/circle-dashed";
import Mail from "@lucide/svelte/icons/mail";
import Pencil from "@lucide/svelte/icons/pencil";
import X from "@lucide/svelte/icons/x";
import { host } from "../host/host";
import type { Commitment, CommitmentEnd } from "../host/wire.gen";
import type { MenuItem } from "../shared/Menu.svelte";
import { shortened } from "../shared/names";
import { dialogs, openPromise } from "../state/dialog.svelte";
import { attempt, toasts } from "../state/toast.svelte";

const endedWords: Record<CommitmentEnd, string> = {
  kept: "Kept",
  broken: "Broken, and in the history",
  dropped: "Dropped",
};

/** Ends a promise and says so; true where it was. */
export async function end(promise: Commitment, how: CommitmentEnd, why = ""): Promise<boolean> {
  const done = await attempt(host.ask("commitment_end", { id: promise.id, end: how, why }));
  if (!done) return false;
  const words = promise.owedBy === "them" && how === "broken" ? "Did not come" : endedWords[how];
  const counts = promise.owedBy === "me" && how === "kept";
  const also = counts ? { label: "Count as given", run: () => void countAsGiven(promise) } : null;
  toasts.done(`${words}: ${shortened(promise.what)}`, done.operation, also);
  return true;
}

/** A promise of mine that was kept counts as something given. */
export async function countAsGiven(promise: Commitment): Promise<void> {
  const done = await attempt(host.ask("commitment_count_as_given", { id: promise.id }));
  if (done) toasts.done(`Counted as given: ${shortened(promise.what)}`, done.operation);
}

export async function reopen(promise: Commitment): Promise<void> {
  const done = await attempt(host.ask("commitment_reopen", { id: promise.id }));
  if (done) toasts.done(`Open again: ${shortened(promise.what)}`, done.operation);
}

export const edit = (promise: Commitment): void => openPromise(promise.people, promise);
export const move = (promise: Commitment): void => dialogs.show("anotherDay", promise.id);

/** The menu of an open promise. */
export function menuOf(promise: Commitment): MenuItem[] {
  const mine = promise.owedBy === "me";
  return [
    { label: mine ? "Kept" : "It came", icon: Check, end: "Space", run: () => void end(promise, "kept") },
    { label: "Another day…", icon: CalendarClock, end: "D", run: () => move(promise) },
    ...(mine ? [{ label: "Tell them…", icon: Mail, run: () => dialogs.show("tellThem", promise.id) }] : []),
    { label: "Edit", icon: Pencil, end: "Enter", run: () => edit(promise) },
    "line",
    mine
      ? { label: "Broken", icon: X, end: "stays in the history", run: () => dialogs.show("brokenPromise", promise) }
      : { label: "Did not come", icon: X, end: "stays in the history", run: () => void end(promise, "broken") },
    { label: "Drop", icon: CircleDashed, end: "no longer needed", run: () => void end(promise, "dropped") },
  ];
}
