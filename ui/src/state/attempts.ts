// An attempt to reach somebody who did not answer, logged from a menu.
import { host } from "../host/host";
import type { NewInteraction, PersonName, TalkOutcome } from "../host/wire.gen";
import { spoken } from "../shared/names";
import { now } from "./day.svelte";
import { nextOn } from "./nextCheckIns";
import { attempt, toasts } from "./toast.svelte";

/** Nothing came of a talk. */
export const nothing = (): TalkOutcome => ({
  promises: [],
  exchanges: [],
  nextStep: null,
  nextLine: "",
  shared: [],
  needs: [],
  reflection: null,
});

/** Logs for today that one tried to reach somebody. `closes`: check-ins that it answers besides those that are due. */
export async function logAttempt({ id, name }: PersonName, closes: number[] = []): Promise<void> {
  const draft: NewInteraction = {
    people: [id],
    when: "today",
    channel: "not_said",
    title: "",
    minutes: null,
    startedBy: { type: "me" },
    note: "",
    attempt: true,
    closes,
  };
  const done = await attempt(host.ask("interaction_log_with", { draft, outcome: nothing(), keep: [], kind: null }));
  if (!done) return;
  const comes = nextOn(done.value.next, now.day);
  toasts.done(`Logged that you tried to reach ${spoken(name)}${comes && `. ${comes}`}`, done.operation);
}
