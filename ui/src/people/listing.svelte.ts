// What the list of people shows, remembered while the book is open; the filter also from start to start.
import { SvelteSet } from "svelte/reactivity";
import { host } from "../host/host";
import type { FoundRow, PeopleFilter, PeopleOutline, PersonRow } from "../host/wire.gen";
import { ofBook } from "../state/book.svelte";
import { live, type Live } from "../state/live.svelte";

/** Where the list was left. */
class Listing {
  text = $state("");
  scroll = $state(0);
  active = $state(0);
  /** Several people chosen for one action; empty most of the time. */
  chosen = new SvelteSet<number>();
  /** How many people there are in all; null before the first answer. */
  everyone = $state<number | null>(null);
  /** From which row Shift extends. */
  anchor = 0;
}
export const listing = ofBook(() => new Listing());

const chunk = 100;
const findLimit = 200;
/** As many as the host gives at once. */
const windowLimit = 1000;

/** The rows of a list too long to fetch at once: asked for by the hundred, when they come into view. */
export class Rows {
  outline: Live<PeopleOutline>;
  found: Live<{ rows: FoundRow[]; more: boolean } | null>;
  #pages = $state.raw(new Map<number, PersonRow[]>());
  #want = $state.raw({ first: 0, last: 0 });
  #fresh = new Set<number>();
  #round = 0;

  constructor(text: () => string, filter: () => PeopleFilter) {
    this.outline = live("people_outline", () => ({ filter: filter() }));
    this.found = live("people_find", () =>
      text() === "" ? null : { text: text(), filter: filter(), limit: findLimit },
    );
    // A new outline means that every row may stand elsewhere: what is drawn stays until the new rows are here.
    $effect(() => {
      void this.outline.value;
      this.#fresh = new Set();
      this.#round++;
    });
    $effect(() => {
      void this.outline.value;
      const { first, last } = this.#want;
      for (let page = Math.floor(first / chunk); page * chunk < last; page++) this.#fetch(page, filter());
    });
  }

  get searching(): boolean {
    return this.found.value !== null && this.found.value !== undefined;
  }

  get total(): number {
    return this.found.value ? this.found.value.rows.length : (this.outline.value?.total ?? 0);
  }

  want(first: number, last: number): void {
    this.#want = { first, last };
  }

  row(index: number): PersonRow | undefined {
    return this.found.value
      ? this.found.value.rows[index]?.row
      : this.#pages.get(Math.floor(index / chunk))?.[index % chunk];
  }

  matched(index: number): string | null {
    return this.found.value?.rows[index]?.matched ?? null;
  }

  /** The ids from one row to another, both included. */
  async ids(from: number, to: number, filter: PeopleFilter): Promise<number[]> {
    const first = Math.min(from, to);
    const count = Math.abs(from - to) + 1;
    if (this.found.value) return this.found.value.rows.slice(first, first + count).map(({ row }) => row.id);
    const ids: number[] = [];
    while (ids.length < count) {
      const rows = await host.ask("people_window", {
        filter,
        offset: first + ids.length,
        limit: Math.min(windowLimit, count - ids.length),
      });
      if (rows.length === 0) break;
      ids.push(...rows.map(({ id }) => id));
    }
    return ids;
  }

  #fetch(page: number, filter: PeopleFilter): void {
    if (this.#fresh.has(page)) return;
    this.#fresh.add(page);
    const round = this.#round;
    host.ask("people_window", { filter, offset: page * chunk, limit: chunk }).then(
      (rows) => {
        if (round === this.#round) this.#pages = new Map(this.#pages).set(page, rows);
      },
      () => this.#fresh.delete(page),
    );
  }
}
