// The steps of an introduction as its page draws them: one below the other, each with how far it is.
import type { Introduction, IntroductionSide } from "../host/wire.gen";

/** `now`: the user's turn; `waiting`: somebody else's; `later`: not yet. */
export type StepState = "done" | "now" | "waiting" | "later" | "no";

export type Step = {
  key: string;
  state: StepState;
  title: string;
  /** Its days; may be empty. */
  words: string;
  /** The answer in their words; may be empty. */
  said: string;
  /** Earlier questions, and what to know before asking. */
  lines: string[];
};

function stateOf({ answer, waiting, mayAsk }: IntroductionSide): StepState {
  if (answer === "yes") return "done";
  if (answer === "no") return "no";
  if (answer === "not_now" || waiting) return "waiting";
  return mayAsk ? "now" : "later";
}

const sideStep = (side: IntroductionSide): Step => ({
  key: String(side.row.id),
  state: stateOf(side),
  title: side.title,
  words: side.words,
  said: side.said,
  lines: [...side.earlier, ...side.beforeAsking],
});

const step = (key: string, isDone: boolean, isNow: boolean, title: string, words = ""): Step => ({
  key,
  state: isDone ? "done" : isNow ? "now" : "later",
  title,
  words,
  said: "",
  lines: [],
});

/** After a no the others do not come. */
export function stepsOf(introduction: Introduction): Step[] {
  const { by, made, mayMake, mayTell, outcome, sides, stage, thanked } = introduction;
  const asked = sides.map(sideStep);
  if (stage === "declined") return asked;
  const isMine = by === "me";
  const allYes = sides.every(({ answer }) => answer === "yes");
  const isMade = made !== "";
  return [
    ...asked,
    ...(isMine ? [step("both", allYes, false, "Both said yes")] : []),
    step("made", isMade, mayMake, isMine ? (isMade ? "Introduced" : "Introduce them") : "You meet", made),
    step("outcome", outcome !== "", mayTell && outcome === "", "How it went", isMade ? "" : "Two weeks after"),
    step("thanked", thanked !== "", isMade && outcome !== "" && thanked === "", "Thanked", thanked),
  ];
}
