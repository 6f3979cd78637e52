// The one ear for "changed": every committed change, from this page or from elsewhere, passes here once.
import { host } from "../host/host";
import type { Changes } from "../host/wire.gen";

type Listener = (changes: Changes) => void;
const listeners = new Set<Listener>();

/** Calls `listener` after each change until the returned function is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Starts passing the host's changes on; the returned function stops it. */
export function hearChanges(): () => void {
  return host.on("changed", (changes) => {
    for (const listener of [...listeners]) listener(changes);
  });
}
