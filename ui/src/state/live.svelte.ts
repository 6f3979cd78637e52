// A live query: reads now, again when what it read from changes, and again when the book changes.
import { asKithError } from "../host/host";
import type { Changes, KithError } from "../host/wire.gen";
import { onChange } from "./changes";

export class Live<T> {
  /** The newest answer; kept while the next one is on its way. */
  value = $state.raw<T | undefined>(undefined);
  error = $state.raw<KithError | null>(null);
  /** True from asking until the answer. */
  waiting = $state(true);
  #version = $state(0);
  #asked = 0;

  constructor(read: () => Promise<T>, concerns: (changes: Changes) => boolean) {
    $effect(() => {
      void this.#version;
      const mine = ++this.#asked;
      this.waiting = true;
      read().then(
        (value) => mine === this.#asked && this.#settle(value, null),
        (thrown: unknown) => mine === this.#asked && this.#settle(undefined, asKithError(thrown)),
      );
    });
    $effect(() => onChange((changes) => concerns(changes) && this.again()));
    $effect(() => () => void this.#asked++);
  }

  /** Asks again. */
  again(): void {
    this.#version++;
  }

  #settle(value: T | undefined, error: KithError | null): void {
    if (!error) this.value = value;
    this.error = error;
    this.waiting = false;
  }
}

/**
 * `live(() => host.personPage(id), (c) => touchesPerson(c, id))`, called while a component is made.
 * Runes that `read` touches before its first await make it read again; an answer that comes too late is dropped.
 */
export function live<T>(read: () => Promise<T>, concerns: (changes: Changes) => boolean = () => true): Live<T> {
  return new Live(read, concerns);
}
