// Ctrl Z and Ctrl Shift Z: the last step of the book, whoever made it.
import { asKithError, host } from "../host/host";
import type { Done, Undone } from "../host/wire.gen";
import { stepWords } from "../state/operations";
import { keptWords, toasts } from "../state/toast.svelte";

async function step(take: () => Promise<Done<Undone>>, word: string, nothing: string): Promise<void> {
  try {
    const { value } = await take();
    toasts.say(value.kept.length > 0 ? keptWords(value.kept) : `${word}: ${stepWords(value.operation)}`);
  } catch (thrown) {
    if (asKithError(thrown).code === "nothing_to_undo") toasts.say(nothing);
    else toasts.fail(thrown);
  }
}

export const undo = (): Promise<void> => step(() => host.ask("undo"), "Taken back", "Nothing to take back");
export const redo = (): Promise<void> => step(() => host.ask("redo"), "Done again", "Nothing to do again");
