// Text that was written and not yet saved. It goes to the host half a second after the last key, so that it
// survives a crash; it is read once for a book and offered again where it was written.
import { SvelteMap } from "svelte/reactivity";
import { host } from "../host/host";
import { ofBook } from "./book.svelte";

class Drafts {
  #texts = new SvelteMap<string, string>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();

  async load(): Promise<void> {
    for (const { key, text } of await host.ask("unsaved_list")) this.#texts.set(key, text);
  }

  get(key: string): string | null {
    return this.#texts.get(key) ?? null;
  }

  /** How many texts are kept whose keys begin so. */
  count(beginning: string): number {
    return [...this.#texts.keys()].filter((key) => key.startsWith(beginning)).length;
  }

  /** Keeps the text, soon also on disk. */
  keep(key: string, text: string): void {
    if (text === this.#texts.get(key)) return;
    this.#texts.set(key, text);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.#write(key), 500),
    );
  }

  /** It is saved, or no longer wanted. */
  drop(key: string): void {
    if (!this.#texts.delete(key)) return;
    void this.#write(key);
  }

  /** What was typed just now goes to the host at once: another book is about to be opened. */
  async flush(): Promise<void> {
    await Promise.all([...this.#timers.keys()].map((key) => this.#write(key)));
  }

  /** Another book is open: nothing of this one is written there. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #write(key: string): Promise<void> {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    // A draft that cannot be written stays on the page; the save itself will say what is wrong.
    await host.ask("unsaved_save", { key, text: this.#texts.get(key) ?? null }).catch(() => undefined);
  }
}

export const drafts = ofBook(
  () => new Drafts(),
  (old) => old.stop(),
);
