// Work of the shell that takes long: how far it is, and stopping it.
import { host } from "../host/host";
import type { Slow, SlowProgress } from "../host/wire.gen";

/** Made while a component is made that shows it. Nothing is told of work that is done at once. */
export class SlowWork {
  #progress = $state.raw<SlowProgress | null>(null);
  readonly #what: Slow;

  constructor(what: Slow) {
    this.#what = what;
    $effect(() => host.on("slow-progress", (told) => void (told.what === what && (this.#progress = told))));
  }

  /** How much of it is done, from 0 to 1; null before anything was told. */
  get share(): number | null {
    return this.#progress && this.#progress.done / Math.max(1, this.#progress.total);
  }

  /** Something new begins, or the last has ended. */
  forget(): void {
    this.#progress = null;
  }

  /** Asks it to stop; what was asked of the shell then ends with the code `stopped`. */
  stop(): void {
    void host.ask("slow_stop", { what: this.#what }).catch(() => undefined);
  }
}
