// What came of a talk, and is saved with it as one step.
import type { NextStep, Reflection, TalkCommitment, TalkExchange, TalkOutcome } from "../host/wire.gen";

export { nothing } from "../state/attempts";

/** What is folded away until it is wanted. */
export type OutcomePart = "promises" | "exchanges" | "reflection" | "nextStep" | "nextLine";

const promise: TalkCommitment = { owedBy: "me", what: "", people: [], when: "" };
const exchange: TalkExchange = { direction: "given", what: "", sort: "favour", size: null, people: [] };
const reflection: Reflection = { listened: null, heard: "" };
const step: NextStep = { people: [], when: "", what: "" };

/** With one more promise, one more exchange, or a next step that is still to be written. */
export function withOneMore(outcome: TalkOutcome, part: OutcomePart): TalkOutcome {
  switch (part) {
    case "promises":
      return { ...outcome, promises: [...outcome.promises, promise] };
    case "exchanges":
      return { ...outcome, exchanges: [...outcome.exchanges, exchange] };
    case "reflection":
      return { ...outcome, reflection };
    case "nextStep":
      return { ...outcome, nextStep: step };
    case "nextLine":
      return outcome;
  }
}

export const hasPart = (outcome: TalkOutcome, part: OutcomePart): boolean =>
  part === "nextStep" || part === "reflection" ? outcome[part] !== null : outcome[part].length > 0;

/** Whether nothing of it is folded away. */
export const isFolded = ({ promises, exchanges, nextStep, nextLine, reflection }: TalkOutcome): boolean =>
  promises.length === 0 && exchanges.length === 0 && reflection === null && nextStep === null && nextLine === "";

const isWritten = (...texts: string[]): boolean => texts.some((text) => text.trim() !== "");

/** What is saved with a talk: what was left empty goes. */
export const saved = ({
  promises,
  exchanges,
  nextStep,
  nextLine,
  shared,
  needs,
  reflection,
}: TalkOutcome): TalkOutcome => ({
  promises: promises.filter(({ what, when }) => isWritten(what, when)),
  exchanges: exchanges.filter(({ what }) => isWritten(what)),
  nextStep: nextStep && isWritten(nextStep.what, nextStep.when) ? nextStep : null,
  nextLine: nextLine.trim(),
  shared,
  needs,
  reflection: reflection && (reflection.listened !== null || isWritten(reflection.heard)) ? reflection : null,
});

/** Whether a refusal is about a part of it, which says so itself: "promises.0.what". */
export const isOfOutcome = (field: string | null): boolean =>
  /^((promises|exchanges)\.\d+\.|nextStep\.|reflection\.|nextLine$|attempt$)/.test(field ?? "");
