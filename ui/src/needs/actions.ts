// What can be done with a need, its parts and its steps.
import { host } from "../host/host";
import type { Covered, Goal, GoalStep, HelperRole } from "../host/wire.gen";
import { shortened, spoken } from "../shared/names";
import { openDraft, openIntroduce, type Face } from "../state/dialog.svelte";
import { attempt, toasts } from "../state/toast.svelte";
import { wayTo } from "../state/ways";

/** Does the nearest act of a part. `false` where the part itself shows who could help. */
export function act({ act, people }: Covered): boolean {
  const [first, second] = people;
  if (!act || act.type === "who_could_help" || !first) return false;
  if (act.type === "write") openDraft(first);
  else if (act.type === "ask") openIntroduce(second ? [first, second] : [first], "them");
  else if (act.type === "way_in") wayTo(first.id);
  else return false;
  return true;
}

export async function putAt(part: number, people: Face[], role: HelperRole = "knows"): Promise<boolean> {
  const ids = people.map(({ id }) => id);
  const done = await attempt(host.ask("goal_helpers_add", { part, people: ids, role }));
  const [first] = people;
  if (done && first) toasts.done(`${spoken(first.name)} stands in this need`, done.operation);
  return done !== undefined;
}

export async function setRole(part: number, person: Face, role: HelperRole): Promise<void> {
  const done = await attempt(host.ask("goal_helper_set", { part, person: person.id, role }));
  if (done && done.operation !== null) toasts.done(`Their part is changed`, done.operation);
}

export async function takeAway(part: number, person: Face): Promise<void> {
  const done = await attempt(host.ask("goal_helper_remove", { part, person: person.id }));
  if (done) toasts.done(`${spoken(person.name)} is taken away`, done.operation);
}

export async function share(goal: number, person: Face, shares: boolean): Promise<void> {
  const done = await attempt(host.ask("goal_share", { goal, person: person.id, shares }));
  if (!done) return;
  const words = shares ? "shares this need" : "shares this need no more";
  toasts.done(`${spoken(person.name)} ${words}`, done.operation);
}

export async function removePart(id: number): Promise<void> {
  const done = await attempt(host.ask("goal_part_remove", { id }));
  if (done) toasts.done("The part is removed", done.operation);
}

export async function finishStep(step: GoalStep, finished: boolean): Promise<void> {
  const done = await attempt(host.ask("goal_step_finish", { id: step.id, done: finished }));
  if (done) toasts.done(`${finished ? "Done" : "Open again"}: ${shortened(step.what)}`, done.operation);
}

export async function removeStep(step: GoalStep): Promise<void> {
  const done = await attempt(host.ask("goal_step_remove", { id: step.id }));
  if (done) toasts.done("The step is removed", done.operation);
}

export async function reopen({ id, title }: Goal): Promise<void> {
  const done = await attempt(host.ask("goal_reopen", { id }));
  if (done) toasts.done(`Open again: ${shortened(title)}`, done.operation);
}

/** Removes it; true where it was. */
export async function remove({ id, title }: Goal): Promise<boolean> {
  const done = await attempt(host.ask("goal_remove", { id }));
  if (done) toasts.done(`Removed: ${shortened(title)}`, done.operation);
  return done !== undefined;
}

export async function setTalk(goal: number, talk: number, isAbout: boolean): Promise<void> {
  const done = await attempt(host.ask("goal_talk_set", { goal, talk, isAbout }));
  if (done) toasts.done(isAbout ? "The talk was about it" : "The talk is taken away", done.operation);
}
