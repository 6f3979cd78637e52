// The rows of the list: asked for by the hundred, when they come into view.
import { asKithError, host } from "../host/host";
import type { KithError, MapFilter, MapRow, MapSort } from "../host/wire.gen";

const chunk = 100;

export class Rows {
  /** How many people the filter lets through; null before the first answer. */
  total = $state<number | null>(null);
  error = $state.raw<KithError | null>(null);
  #pages = $state.raw(new Map<number, MapRow[]>());
  #want = $state.raw({ first: 0, last: 1 });
  #again = $state(0);
  #fresh = new Set<number>();
  #round = 0;

  /** `drawing` is what is asked, null: nothing yet. */
  constructor(drawing: () => number | null, filter: () => MapFilter, sort: () => MapSort) {
    const key = $derived(JSON.stringify([drawing(), filter(), sort(), this.#again]));
    // Another order means that every row may stand elsewhere: what is drawn stays until the new rows are here.
    $effect(() => {
      void key;
      this.#fresh = new Set();
      this.#round++;
    });
    $effect(() => {
      void key;
      const { first, last } = this.#want;
      const id = drawing();
      if (id === null) return;
      for (let page = Math.floor(first / chunk); page * chunk < Math.max(last, first + 1); page++)
        this.#fetch(id, filter(), sort(), page);
    });
  }

  want(first: number, last: number): void {
    if (first !== this.#want.first || last !== this.#want.last) this.#want = { first, last };
  }

  row(index: number): MapRow | undefined {
    return this.#pages.get(Math.floor(index / chunk))?.[index % chunk];
  }

  again(): void {
    this.#again++;
  }

  #fetch(drawing: number, filter: MapFilter, sort: MapSort, page: number): void {
    if (this.#fresh.has(page)) return;
    const fresh = this.#fresh.add(page);
    const round = this.#round;
    host.ask("map_rows", { drawing, filter, sort, offset: page * chunk, limit: chunk }).then(
      ({ total, rows }) => {
        if (round !== this.#round) return;
        this.total = total;
        this.error = null;
        this.#pages = new Map(this.#pages).set(page, rows);
      },
      (thrown: unknown) => {
        fresh.delete(page);
        const error = asKithError(thrown);
        // Another drawing took its place: its rows are asked already.
        if (round === this.#round && error.code !== "stopped") this.error = error;
      },
    );
  }
}
