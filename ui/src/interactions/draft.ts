// What was written of a conversation and not yet saved: all of it, as it stands in the form.
import type { Channel, TalkCommitment, TalkOutcome } from "../host/wire.gen";
import { nothing } from "./outcome";
import type { Face } from "../state/dialog.svelte";

export type LogDraft = {
  people: Face[];
  when: string;
  channel: Channel | null;
  picked: number | null;
  typed: string;
  starter: string;
  note: string;
  /** Nobody answered. */
  attempt: boolean;
  /** What came of it. */
  outcome: TalkOutcome;
};

/** As it is kept; of people only who they are, because their faces may change meanwhile. */
export const written = (draft: LogDraft): string =>
  JSON.stringify({ ...draft, people: draft.people.map(({ id, name }) => ({ id, name })) });

/** What was kept; a draft that is no such form is the note alone. */
export function read(text: string | null): Partial<LogDraft> {
  if (text === null) return {};
  try {
    const draft: unknown = JSON.parse(text);
    if (typeof draft === "object" && draft !== null && "people" in draft) {
      // Before there was give and take, what came of a talk were its promises alone.
      const { promises, outcome, ...whole } = draft as Partial<LogDraft> & { promises?: TalkCommitment[] };
      const came = promises ? { promises } : outcome;
      return came ? { ...whole, outcome: { ...nothing(), ...came } } : whole;
    }
  } catch {
    // It is the note, in words.
  }
  return { note: text };
}
