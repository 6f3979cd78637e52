// What is done with ties from more than one place, and what the toast then says.
import { host } from "../host/host";
import type { NewTie, ProposedTie, TiePair, TieShown } from "../host/wire.gen";
import { capital, count } from "../shared/counts";
import { firstNames } from "../shared/names";
import { now } from "../state/day.svelte";
import type { Face } from "../state/dialog.svelte";
import { attempt, toasts } from "../state/toast.svelte";
import { asTyped } from "./words";

/** "the tie of Samir and Yuki". */
export const theTie = (from: string, other: string): string => `the tie of ${firstNames([from, other]).join(" and ")}`;

/** The tie as it is kept, seen from `from`. */
const kept = (tie: TieShown, from: number): NewTie => ({
  person: tie.fromThem ? tie.with.id : from,
  other: tie.fromThem ? from : tie.with.id,
  kind: tie.kind,
  closeness: tie.closeness,
  since: asTyped(tie.since),
  until: asTyped(tie.until),
  note: tie.note,
});

export async function remove(tie: TieShown, from: Face): Promise<boolean> {
  const gone = await attempt(host.ask("tie_remove", { id: tie.id }));
  if (gone) toasts.done(`Removed ${theTie(from.name, tie.with.name)}`, gone.operation);
  return gone !== undefined;
}

/** It ended, today at the latest. */
export async function end(tie: TieShown, from: Face): Promise<void> {
  const done = await attempt(
    host.ask("tie_edit", { id: tie.id, tie: { ...kept(tie, from.id), until: asTyped(now.day) } }),
  );
  if (done) toasts.done(`${capital(theTie(from.name, tie.with.name))} is over`, done.operation);
}

/** It holds again. */
export async function takeUp(tie: TieShown, from: Face): Promise<void> {
  const done = await attempt(host.ask("tie_edit", { id: tie.id, tie: { ...kept(tie, from.id), until: "" } }));
  if (done) toasts.done(`${capital(theTie(from.name, tie.with.name))} holds again`, done.operation);
}

export const pairOf = ({ person, other }: ProposedTie): TiePair => ({ person: person.id, other: other.id });

/** Says yes or no to proposed ties, all in one step. */
export async function decide(ties: readonly ProposedTie[], yes: boolean): Promise<boolean> {
  const pairs = ties.map(pairOf);
  const done = await attempt(host.ask("ties_decide", { yes: yes ? pairs : [], no: yes ? [] : pairs }));
  if (!done) return false;
  const [only, ...others] = ties;
  const names = only && others.length === 0 ? firstNames([only.person.name, only.other.name]).join(" and ") : "";
  // A tie drawn by hand meanwhile is not drawn twice: the host says how many there are.
  const words = yes
    ? `${count(done.value, "tie")} drawn`
    : names
      ? `No tie of ${names}. Kith does not ask again`
      : `${count(pairs.length, "tie")} put away. Kith does not ask again`;
  toasts.done(
    yes && names && done.value === 1 ? `Drawn: ${theTie(only?.person.name ?? "", only?.other.name ?? "")}` : words,
    done.operation,
  );
  return true;
}
