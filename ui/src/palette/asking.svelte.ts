// What was typed, asked of the book. Only the newest answer counts, and nothing of it is kept or written down.
import { host } from "../host/host";
import { noFilter } from "../state/filter";
import { nothing, type Asked } from "./options";

const mostPeople = 6;
const mostOrganisations = 3;
const mostEvents = 3;
const mostNeeds = 3;

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
    const held = host.ask("events_find", { text, limit: mostEvents }).catch(() => []);
    const needed = host.ask("goals_find", { text, limit: mostNeeds }).catch(() => []);
    const said = host.ask("sentence", { text }).catch(() => null);
    const answered = said.then((sentence) => {
      const intent = sentence?.lines[0]?.intent;
      if (intent?.type !== "who") return null;
      return host.ask("who_knows", { asked: intent.asked, topic: intent.topic }).catch(() => null);
    });
    this.#settled = Promise.all([people, places, held, needed, said, answered]).then((all) => {
      const [rows, organisations, events, needs, sentence, who] = all;
      if (mine === this.#newest) this.answer = { text, people: rows, organisations, events, needs, sentence, who };
    });
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
