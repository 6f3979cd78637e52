// What can be done with an introduction.
import { host } from "../host/host";
import type { Introduction, IntroductionSide, IntroductionStep } from "../host/wire.gen";
import { openDraft, openIntroduce } from "../state/dialog.svelte";
import { firstName } from "../shared/names";
import { attempt, toasts } from "../state/toast.svelte";
import { asksBy, saidBy } from "./words";

/** Takes it a step further and says so; rejects with what is wrong. */
export async function goOn(id: number, step: IntroductionStep, words: string): Promise<true> {
  const { operation } = await host.ask("introduction_step", { id, step });
  toasts.done(words, operation);
  return true;
}

/** The same where no form can say what is wrong; true where it was taken. */
export const take = async (id: number, step: IntroductionStep, words: string): Promise<boolean> =>
  (await attempt(goOn(id, step, words))) === true;

export const asked = ({ id }: Introduction, side: IntroductionSide): Promise<boolean> =>
  take(id, { type: "ask", person: side.row.id }, `${saidBy(side)} is asked`);

/** The draft that asks somebody, which notes that they were asked. */
export const draftAsk = ({ id, by }: Introduction, side: IntroductionSide): void => {
  const { row } = side;
  const sorts = asksBy(by, wasAsked(side));
  openDraft(row, sorts[0] ?? "introduction_ask", {
    id,
    sorts,
    to: [row],
    step: { type: "ask", person: row.id },
    words: `${row.name} is asked`,
  });
};

/** Whether they were asked before. */
export const wasAsked = ({ answer, waiting }: IntroductionSide): boolean => answer !== null || waiting;

/** The draft that tells whoever wanted it that the other said no. */
export const draftNo = ({ id }: Introduction, { row }: IntroductionSide): void =>
  openDraft(row, "introduction_no", {
    id,
    sorts: ["introduction_no"],
    to: [row],
    step: null,
    words: `Logged that you wrote to ${firstName(row.name)}`,
  });

/** The draft to both, which notes that the introduction was made. */
export function draftMake({ id, sides }: Introduction): void {
  const to = sides.map(({ row }) => row);
  const [first] = to;
  if (!first) return;
  openDraft(first, "introduction_make", {
    id,
    sorts: ["introduction_make"],
    to,
    step: { type: "make" },
    words: "The introduction is made",
  });
}

/** The draft that thanks whoever introduced the user, or of the user's own the first of both. */
export function draftThanks({ id, sides }: Introduction): void {
  const first = sides[0]?.row;
  if (!first) return;
  openDraft(first, "thanks", { id, sorts: ["thanks"], to: [first], step: { type: "thank" }, words: "Thanks are said" });
}

/** Of two whom the user introduces, the first who said no. */
export const whoDeclined = ({ by, made, sides }: Introduction): IntroductionSide | undefined =>
  by === "me" && !made ? sides.find(({ answer }) => answer === "no") : undefined;

/** Another introduction of whoever did not say no, for the same reason. */
export function withSomebodyElse(introduction: Introduction): void {
  const others = introduction.sides.filter((side) => side !== whoDeclined(introduction));
  openIntroduce(
    others.map(({ row }) => row),
    "me",
    introduction.why,
  );
}

export async function remove(introduction: Introduction): Promise<void> {
  const done = await attempt(host.ask("introduction_remove", { id: introduction.id }));
  if (done) toasts.done("The introduction is removed", done.operation);
}
