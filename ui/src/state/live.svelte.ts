// A live query: reads now, again when what it read from changes, and again when the book changes.
import { asKithError, host, type Answer, type Args } from "../host/host";
import { isStale } from "../host/stale";
import type { Changes, CommandName, KithError } from "../host/wire.gen";
import { onChange } from "./changes";

export class Live<T> {
  /** The newest answer; kept while the next one is on its way. */
  value = $state.raw<T | undefined>(undefined);
  error = $state.raw<KithError | null>(null);
  /** True from asking until the answer. */
  waiting = $state(true);
  #version = $state(0);
  #asked = 0;

  /** For what no single command answers; `concerns` says after which changes it is read again. Else: `live`. */
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

/** Without arguments, where the command has none. */
type Asking<C extends CommandName> = object extends Args<C> ? [args?: () => Args<C>] : [args: () => Args<C>];

/**
 * `live("person_page", () => ({ id }))`, called while a component is made.
 * Runes that `args` and `read` touch before the first await make it ask again, and so do the changes that the
 * table of commands names; an answer that comes too late is dropped. Arguments that are null ask nothing, and the
 * value is null then. `read` makes something else of the command's answers.
 */
export function live<C extends CommandName>(command: C, ...args: Asking<C>): Live<Answer<C>>;
export function live<C extends CommandName>(command: C, args: () => Args<C> | null): Live<Answer<C> | null>;
export function live<C extends CommandName, T>(
  command: C,
  args: () => Args<C>,
  read: (args: Args<C>) => Promise<T>,
): Live<T>;
export function live<C extends CommandName, T>(
  command: C,
  args: () => Args<C> | null,
  read: (args: Args<C>) => Promise<T>,
): Live<T | null>;
export function live<C extends CommandName>(
  command: C,
  args: () => Args<C> | null = () => ({}) as Args<C>,
  read: (args: Args<C>) => Promise<unknown> = (given) => host.ask(command, given),
): Live<unknown> {
  let asked: Args<C> | null = null;
  const answer = (): Promise<unknown> => {
    asked = args();
    return asked === null ? Promise.resolve(null) : read(asked);
  };
  return new Live(answer, (changes) => asked !== null && isStale(command, asked, changes));
}
