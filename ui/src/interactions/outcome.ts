// What came of a talk, and is saved with it as one step.
import type { Face } from "../state/dialog.svelte";
import type { NextStep, Reflection, TalkCommitment, TalkExchange, TalkOutcome } from "../host/wire.gen";

export { nothing } from "../state/attempts";

/** What is folded away until it is wanted. */
export type OutcomePart = "promises" | "exchanges" | "reflection" | "nextStep" | "nextLine";

/** What the host refused, and of which field: "promises.0.what". */
export type Wrong = { field: string | null; message: string } | null;

/** What came of a talk, as it is being written: which part has its fields, and what a change calls. */
export type Came = {
  people: Face[];
  outcome: TalkOutcome;
  wrong: Wrong;
  writing: OutcomePart | null;
  onwrite: (part: OutcomePart) => void;
  onchange: (outcome: TalkOutcome) => void;
};

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

/** The same with what was left empty gone; the part that is being written stays as it is. */
export const tidied = (outcome: TalkOutcome, writing: OutcomePart): TalkOutcome => ({
  ...saved(outcome),
  [writing]: outcome[writing],
});

/** Whether more than the talk itself is saved, so that one step holds it all. */
export function isMore(outcome: TalkOutcome): boolean {
  const { promises, exchanges, nextStep, nextLine, shared, needs } = saved(outcome);
  return [promises, exchanges, shared, needs].some(({ length }) => length > 0) || nextStep !== null || nextLine !== "";
}

/** The part that a refusal is about: "promises" of "promises.0.what". */
export const partOf = (field: string | null): OutcomePart | null =>
  (["promises", "exchanges", "reflection", "nextStep", "nextLine"] as const).find(
    (part) => field === part || field?.startsWith(`${part}.`),
  ) ?? null;

/** Whether a refusal is about a part of it, which says so itself: "promises.0.what". */
export const isOfOutcome = (field: string | null): boolean =>
  /^((promises|exchanges)\.\d+\.|nextStep\.|reflection\.|nextLine$|attempt$)/.test(field ?? "");
