// Ctrl Z and Ctrl Shift Z: the last step of the book, whoever made it.
import { asKithError, host } from "../host/host";
import type { Operation } from "../host/wire.gen";
import { count, number } from "../shared/counts";
import { keptWords, toasts } from "../state/toast.svelte";

const people = (n: number): string => count(n, "person", "people");

/** What a step was, so that "Taken back: …" can be understood. */
export function stepWords({ kind, subject, count }: Pick<Operation, "kind" | "subject" | "count">): string {
  const whom = count === 1 || subject === "" ? subject || people(count) : people(count);
  switch (kind) {
    case "add_person":
      return `adding ${subject}`;
    case "edit_person":
      return `a change to ${subject}`;
    case "edit_people":
      return count === 1 ? `a change to ${subject}` : `a change to ${people(count)}`;
    case "trash":
      return count === 1 ? `moving ${subject} to the trash` : `moving ${people(count)} to the trash`;
    case "restore":
      return count === 1 ? `bringing ${subject} back` : `bringing ${people(count)} back`;
    case "import":
      return `the import of ${subject}`;
    case "settings":
      return "a change in Settings";
    case "read_book":
      return "reading a book";
    case "log_interaction":
      return `a conversation with ${whom}`;
    case "edit_interaction":
      return `a change to a conversation with ${whom}`;
    case "delete_interaction":
      return `deleting a conversation with ${whom}`;
    case "plan_check_in":
      return `a check-in with ${whom}`;
    case "edit_check_in":
      return `a change to a check-in with ${whom}`;
    case "cancel_check_in":
      return `cancelling a check-in with ${whom}`;
    case "snooze":
      return `snoozing ${whom}`;
    case "skip":
      return `skipping ${whom}`;
    case "answer":
      return `an answer to a reminder of ${whom}`;
    case "kinds":
      return "a change to the kinds";
    case "add_tie":
      return `the tie of ${subject}`;
    case "edit_tie":
      return `a change to the tie of ${subject}`;
    case "remove_tie":
      return `removing the tie of ${subject}`;
    case "decide_ties":
      return `what you said of ${count === 1 ? "a proposed tie" : `${number(count)} proposed ties`}`;
    case "pin":
      return `pinning ${whom} on the map`;
    case "unpin":
      return `unpinning ${whom} on the map`;
    case "undo":
    case "redo":
    default:
      return "the last step";
  }
}

async function step(take: typeof host.undo, word: string, nothing: string): Promise<void> {
  try {
    const { value } = await take();
    toasts.say(value.kept.length > 0 ? keptWords(value.kept) : `${word}: ${stepWords(value.operation)}`);
  } catch (thrown) {
    if (asKithError(thrown).code === "nothing_to_undo") toasts.say(nothing);
    else toasts.fail(thrown);
  }
}

export const undo = (): Promise<void> => step(() => host.undo(), "Taken back", "Nothing to take back");
export const redo = (): Promise<void> => step(() => host.redo(), "Done again", "Nothing to do again");
