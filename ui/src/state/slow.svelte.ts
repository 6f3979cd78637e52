// Work of the shell that takes long: how far it is, and stopping it.
import { host } from "../host/host";
import type { KithError, Slow, SlowProgress } from "../host/wire.gen";

/**
 * Made while a component is made that shows it. Nothing is told of work that is done at once. What runs `alone` ends
 * with the component.
 */
export class SlowWork {
  #progress = $state.raw<SlowProgress | null>(null);
  readonly #what: Slow;
  /** So many times `alone` was called, and so many of them run still. */
  #begun = 0;
  #running = 0;

  constructor(what: Slow) {
    this.#what = what;
    $effect(() => host.on("slow-progress", (told) => void (told.what === what && (this.#progress = told))));
    $effect(() => () => {
      this.#begun++;
      if (this.#running > 0) void this.stop();
    });
  }

  /** How much of it is done, from 0 to 1; null before anything was told. */
  get share(): number | null {
    return this.#progress && this.#progress.done / Math.max(1, this.#progress.total);
  }

  /** Something new begins, or the last has ended. */
  forget(): void {
    this.#progress = null;
  }

  /**
   * Runs it; what of it runs still is stopped first, so that two never run beside each other. Rejects with the code
   * `stopped` where it was begun anew meanwhile, or nobody waits for it any more.
   */
  async alone<T>(run: () => Promise<T>): Promise<T> {
    const mine = ++this.#begun;
    if (this.#running > 0) await this.stop();
    if (mine !== this.#begun) {
      const stopped: KithError = { code: "stopped", message: "It was begun anew.", field: null };
      throw stopped;
    }
    this.#running++;
    try {
      return await run();
    } finally {
      this.#running--;
    }
  }

  /** Asks it to stop; what was asked of the shell then ends with the code `stopped`. Resolves once it was told. */
  async stop(): Promise<void> {
    await host.ask("slow_stop", { what: this.#what }).catch(() => undefined);
  }
}
