// Walking the map by keyboard: along the ties of whoever one stands on, there and back again.
import type { MapPanel, MapPicture } from "../host/wire.gen";
import { count } from "../shared/counts";
import { warmthWord } from "./words";

/** The other end of a tie, and what is said of it. */
export type Step = { id: number; name: string; spoken: string };

/** My own people, the warmest first: what there is to walk from me. */
export function stepsFromMe(picture: MapPicture): Step[] {
  const me = picture.people.length;
  const mine = picture.ties.flatMap(([a, b, strength, mark]) =>
    mark !== "proposed" && (a === me || b === me) ? [{ number: a === me ? b : a, strength }] : [],
  );
  // Whom I am tied to twice, as to somebody who reports to me, is one step.
  const best = new Map<number, number>();
  for (const { number, strength } of mine) best.set(number, Math.max(best.get(number) ?? 0, strength));
  return [...best]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .flatMap(([number]) => {
      const person = picture.people[number];
      if (!person) return [];
      const place = person.organisation === null ? undefined : picture.organisations[person.organisation]?.name;
      return [
        {
          id: person.id,
          name: person.name,
          spoken: `You know ${person.name}${place ? `, ${place}` : ""}. ${warmthWord(person.warmth)}.`,
        },
      ];
    });
}

export const stepsFrom = (panel: MapPanel): Step[] =>
  panel.knows.map((tie) => ({ id: tie.with.id, name: tie.with.name, spoken: tie.spoken }));

/** Where one arrives: "Gareth Pennlow, Committee Chair, Open Metrology Forum. Knows 6 people." */
export function arrived(panel: MapPanel): string {
  const { name, role, organisation } = panel.row;
  const known = panel.knows.length + panel.more;
  const whom = known === 0 ? "nobody here yet" : count(known, "person", "people");
  return `${[name, role, organisation].filter(Boolean).join(", ")}. Knows ${whom}.`;
}

/** The place of the keyboard on the map. Null stands for me. */
export class Walk {
  /** On which tie; null: on none yet. */
  at = $state<number | null>(null);
  /** What was said last, for the live region. */
  said = $state("");
  #steps: () => readonly Step[];
  #past: (number | null)[] = [];

  constructor(steps: () => readonly Step[]) {
    this.#steps = steps;
  }

  get step(): Step | null {
    return this.at === null ? null : (this.#steps()[this.at] ?? null);
  }

  /** "Tie 2 of 6. Gareth Pennlow knows Nadia Ferreux …" while the keyboard stands on a tie. */
  get words(): string {
    return this.step && this.at !== null ? `Tie ${this.at + 1} of ${this.#steps().length}. ${this.step.spoken}` : "";
  }

  /** To the next tie, or the one before, round and round. False where there is none. */
  turn(by: 1 | -1): boolean {
    const { length } = this.#steps();
    if (length === 0) return false;
    this.at = this.at === null ? (by > 0 ? 0 : length - 1) : (this.at + by + length) % length;
    this.said = this.words;
    return true;
  }

  /** Off the tie, as when one stands on somebody else now. */
  rest(): void {
    this.at = null;
  }

  /** Remembers whence one goes on. */
  leave(from: number | null): void {
    if (this.#past.at(-1) !== from || this.#past.length === 0) this.#past = [...this.#past.slice(-99), from];
    this.at = null;
  }

  /** Where one came from; undefined where one has not gone anywhere. */
  back(): number | null | undefined {
    this.at = null;
    return this.#past.pop();
  }

  forget(): void {
    this.#past = [];
    this.at = null;
  }
}
