// What every form that is saved has in common: it is sent once at a time, and what is wrong is said at its field, or
// below where no field shows it.
import { untrack } from "svelte";
import { createSubscriber } from "svelte/reactivity";
import { asKithError } from "../host/host";

type Wrong = { field: string | null; message: string };

/** Made while the component of its form is made. */
export class Entry {
  #busy = $state(false);
  #wrong = $state.raw<Wrong | null>(null);
  /** The fields that stand in the page and say themselves what is wrong with them. */
  readonly #standing = new Set<string>();
  readonly #fields = new Map<string, () => void>();

  /** It is being saved. */
  get busy(): boolean {
    return this.#busy;
  }

  /** What is wrong, wherever it is said; null where nothing is. */
  get wrong(): Wrong | null {
    return this.#wrong;
  }

  /** What is wrong with the field of one of these names, which says it; null where nothing is. */
  at(...names: string[]): string | null {
    for (const name of names) this.#field(name)();
    return this.#wrong?.field != null && names.includes(this.#wrong.field) ? this.#wrong.message : null;
  }

  /** What is wrong with none of the fields in the page. */
  get elsewhere(): string | null {
    return this.#wrong && !this.#standing.has(this.#wrong.field ?? "") ? this.#wrong.message : null;
  }

  /** What is wrong is said until one of the values that `values` reads changes. */
  touched(values: () => unknown): void {
    $effect(() => {
      void values();
      untrack(() => this.clear());
    });
  }

  clear(): void {
    this.#wrong = null;
  }

  /** Says what is wrong without asking the book. */
  refuse(field: string | null, message: string): void {
    this.#wrong = { field, message };
  }

  /** Runs what saves, unless it runs already; what it rejects with is wrong. True where it was saved. */
  async save(run: () => Promise<unknown>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    try {
      await run();
      return true;
    } catch (thrown) {
      this.#wrong = asKithError(thrown);
      return false;
    } finally {
      this.#busy = false;
    }
  }

  /** `save` for the form's `onsubmit` and for keys. */
  saves(run: () => Promise<unknown>): (event?: Event) => Promise<boolean> {
    return (event) => {
      event?.preventDefault();
      return this.save(run);
    };
  }

  /** To be called by whatever shows the field: it stands there as long as that does. */
  #field(name: string): () => void {
    const known = this.#fields.get(name);
    if (known) return known;
    const stands = createSubscriber(() => {
      this.#standing.add(name);
      return () => void this.#standing.delete(name);
    });
    this.#fields.set(name, stands);
    return stands;
  }
}
