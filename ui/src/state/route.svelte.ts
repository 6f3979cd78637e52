// Where the window is. Plain state, with a way back.
import { ofBook } from "./book.svelte";

/** The parts of Reflect. */
export type ReflectPart = "pitch" | "conversations" | "quarter";

/** The parts of Needs beside the needs themselves. */
export type NeedsPart = "meet" | "balance";

export type Place =
  | { view: "today" }
  /** `part`: which view of the person's page; left out for the timeline. */
  | { view: "people"; person: number | null; part?: string }
  /** `person`: whose panel is open. `wayTo`: to whom a way in is shown. */
  | { view: "map"; person: number | null; wayTo?: number }
  /** `part`: null for where it begins. `pitch`: the one to begin with. */
  | { view: "reflect"; part: ReflectPart | null; pitch?: number }
  /**
   * `need`: which is shown; null for all. `step`: which of its steps is to be changed. `title`: what a new one begins
   * with. `part`: what is shown beside them.
   */
  | { view: "needs"; need: number | null; step?: number; title?: string; part?: NeedsPart }
  | { view: "import"; token: string | null }
  | { view: "settings"; section: string | null };

/** A person's page, at one of its views; null for the timeline. */
export const personAt = (person: number, part: string | null): Place => ({
  view: "people",
  person,
  ...(part !== null && { part }),
});

const same = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

class Where {
  at = $state.raw<Place>({ view: "people", person: null });
  /** Whom the list shows when one comes back to it from another view. */
  lastPerson: number | null = null;
  #past: Place[] = [];
  #future: Place[] = [];

  go(to: Place): void {
    if (same(to, this.at)) return;
    this.#past = [...this.#past.slice(-49), this.at];
    this.#future = [];
    this.#arrive(to);
  }

  /** Goes there without leaving a step behind: another person in the same list, a plan that became a report. */
  replace(to: Place): void {
    this.#arrive(to);
  }

  back(): void {
    const last = this.#past.at(-1);
    if (!last) return this.replace({ view: "people", person: null });
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.at, ...this.#future];
    this.#arrive(last);
  }

  forward(): void {
    const next = this.#future[0];
    if (!next) return;
    this.#future = this.#future.slice(1);
    this.#past = [...this.#past, this.at];
    this.#arrive(next);
  }

  #arrive(at: Place): void {
    this.at = at;
    if (at.view === "people") this.lastPerson = at.person;
  }
}

export const route = ofBook(() => new Where());
