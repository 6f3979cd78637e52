// What was typed, asked of the book. Only the newest answer counts, and nothing of it is kept or written down.
import { host } from "../host/host";
import { noFilter } from "../state/filter";
import { meaning, type Meant } from "./meaning";
import { nothing, type Asked } from "./options";

const mostPeople = 6;
const mostOrganisations = 3;
const mostMeant = 4;

export class Asking {
  /** The newest answer, for the text it carries; kept while the next one is on its way. */
  answer = $state.raw<Asked>(nothing);
  #newest = 0;
  #settled: Promise<void> = Promise.resolve();

  ask(text: string): void {
    const mine = ++this.#newest;
    if (text.trim() === "") {
      this.answer = nothing;
      this.#settled = Promise.resolve();
      return;
    }
    // A part that fails leaves the others standing.
    const people = host.ask("people_find", { text, filter: noFilter, limit: mostPeople }).then(
      ({ rows }) => rows,
      () => [],
    );
    const places = host.ask("organisations_find", { text, limit: mostOrganisations }).catch(() => []);
    const talk = /\S\s+\S/.test(text) ? host.ask("log_understood", { text }).catch(() => null) : Promise.resolve(null);
    const meant = meaning(text);
    const whom = meant ? this.#named(meant) : Promise.resolve(null);
    this.#settled = Promise.all([people, places, talk, whom]).then(([rows, organisations, understood, asked]) => {
      if (mine === this.#newest) this.answer = { text, people: rows, organisations, talk: understood, meant: asked };
    });
  }

  /** Those whose names a sentence can mean; nobody is meant by their notes. */
  async #named({ does, name }: Meant): Promise<Asked["meant"]> {
    const { rows } = await host
      .ask("people_find", { text: name, filter: noFilter, limit: mostMeant })
      .catch(() => ({ rows: [] }));
    const people = rows.filter(({ matched }) => matched === null).map(({ row }) => row);
    return people.length > 0 ? { does, people } : null;
  }

  /** Resolves once the answer is that for the newest text, so that Enter right after the last key means that text. */
  async settled(): Promise<void> {
    let waited: Promise<void>;
    do {
      waited = this.#settled;
      await waited;
    } while (waited !== this.#settled);
  }

  forget(): void {
    this.ask("");
  }
}
