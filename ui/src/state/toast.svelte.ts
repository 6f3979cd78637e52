// The one line at the bottom of the window: what was done, and the way to take it back.
import { asKithError, host } from "../host/host";
import { ofBook } from "./book.svelte";

export type Toast = {
  key: number;
  text: string;
  bad: boolean;
  action: { label: string; run: () => void; /** One press of Ctrl Z does the same. */ once?: boolean } | null;
  /** What can be done next. */
  also: { label: string; run: () => void } | null;
};

class Toasts {
  shown = $state.raw<Toast | null>(null);
  #key = 0;

  say(text: string, action: Toast["action"] = null, also: Toast["also"] = null): void {
    this.shown = { key: ++this.#key, text, bad: false, action, also };
  }

  /** Says what was done, with Undo where there is something to take back, and what can be done next. */
  done(text: string, operation: number | null, also: Toast["also"] = null): void {
    const undo = operation === null ? null : { label: "Undo", run: () => void takeBack(operation), once: true };
    this.say(text, undo, also);
  }

  /** Says what went wrong, in the host's own words. */
  fail(thrown: unknown): void {
    this.shown = { key: ++this.#key, text: asKithError(thrown).message, bad: true, action: null, also: null };
  }

  hide(key: number): void {
    if (this.shown?.key === key) this.shown = null;
  }
}

export const toasts = ofBook(() => new Toasts());

async function takeBack(id: number): Promise<void> {
  try {
    toasts.say(keptWords((await host.ask("undo_operation", { id })).value.kept));
  } catch (thrown) {
    toasts.fail(thrown);
  }
}

/** What stayed because it was changed since. */
export function keptWords(kept: { name: string }[]): string {
  const [first] = kept;
  if (!first) return "Taken back";
  return kept.length === 1
    ? `Taken back. ${first.name} was changed since and stays`
    : `Taken back. ${kept.length} people were changed since and stay`;
}

/** Runs a command for its effect; a failure is said, and the answer is undefined. */
export async function attempt<T>(command: Promise<T>): Promise<T | undefined> {
  try {
    return await command;
  } catch (thrown) {
    toasts.fail(thrown);
    return undefined;
  }
}
