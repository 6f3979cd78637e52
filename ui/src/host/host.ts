// The port: all that the page can ask of the shell, and all that it hears from it. Everything but host/tauri.ts
// talks to this interface, so that a test puts a made-up host in its place.
import { ofOneBook } from "./opening";
import type { CommandName, Commands, KithError, Told } from "./wire.gen";

/** The arguments of a command, by name. */
export type Args<C extends CommandName> = Commands[C]["args"];

/** What follows a command's name: nothing, where it has no arguments. */
export type Given<C extends CommandName> = object extends Args<C> ? [args?: Args<C>] : [args: Args<C>];

/** What a command answers. */
export type Answer<C extends CommandName> = Commands[C]["answer"];

export interface Host {
  /** Asks for a command: `host.ask("ties_of", { person })`. Rejects with a KithError. */
  ask<C extends CommandName>(command: C, ...args: Given<C>): Promise<Answer<C>>;
  /** Calls `handler` each time the shell tells this, until the returned function is called. */
  on<E extends keyof Told>(event: E, handler: (payload: Told[E]) => void): () => void;
}

/** The host in use; a live binding, so `host.ask("undo")` anywhere speaks to the one set at start. */
export let host: Host;

/** Called once by main.ts, and by tests with a made-up one. */
export function useHost(next: Host): void {
  host = {
    ask: (command, ...given) => ofOneBook(command, next.ask(command, ...given)),
    on: (event, handler) => next.on(event, handler),
  };
}

/** Every command rejects with a KithError; anything else that was thrown becomes one. */
export function asKithError(thrown: unknown): KithError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown)
    return thrown as KithError;
  return { code: "internal", message: "Something in Kith went wrong. Nothing you saved is lost.", field: null };
}
