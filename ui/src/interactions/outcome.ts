// What came of a talk, and is saved with it as one step.
import type { TalkCommitment, TalkExchange, TalkOutcome } from "../host/wire.gen";

export type OutcomePart = keyof TalkOutcome;

export const nothing = (): TalkOutcome => ({ promises: [], exchanges: [] });

const promise: TalkCommitment = { owedBy: "me", what: "", people: [], when: "" };
const exchange: TalkExchange = { direction: "given", what: "", sort: "favour", size: null, people: [] };

/** With one more promise, or one more exchange, that is still to be written. */
export function withOneMore(outcome: TalkOutcome, part: OutcomePart): TalkOutcome {
  return part === "promises"
    ? { ...outcome, promises: [...outcome.promises, promise] }
    : { ...outcome, exchanges: [...outcome.exchanges, exchange] };
}

export const isNothing = (outcome: TalkOutcome): boolean =>
  outcome.promises.length === 0 && outcome.exchanges.length === 0;

/** What is saved with a talk: what was left empty goes. */
export const saved = ({ promises, exchanges }: TalkOutcome): TalkOutcome => ({
  promises: promises.filter(({ what, when }) => what.trim() !== "" || when.trim() !== ""),
  exchanges: exchanges.filter(({ what }) => what.trim() !== ""),
});

/** Whether a refusal is about a part of it, which says so itself: "promises.0.what". */
export const isOfOutcome = (field: string | null): boolean => /^(promises|exchanges)\.\d+\./.test(field ?? "");
