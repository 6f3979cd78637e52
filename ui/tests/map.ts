// Small maps for tests, and a pen that remembers what it drew.
import type { MapPicture, MapTie } from "../src/host/wire.gen";
import { unmoved, type Attention } from "../src/map/attention";
import type { Ink, Pen } from "../src/map/pen";
import { sceneOf } from "../src/map/scene";
import { sheetOf, type Sheet } from "../src/map/sheet";
import { KINDS, type Look, type Type } from "../src/map/style";

/** Numbers from 0 to 1, the same every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export type Somebody = Partial<MapPicture["people"][number]>;

export function pictureOf(
  people: readonly Somebody[],
  ties: MapTie[] = [],
  organisations: readonly string[] = [],
): MapPicture {
  const all = people.map((person, number) => ({
    id: number + 1,
    name: `Person ${number}`,
    initials: "PN",
    organisation: null,
    colour: KINDS[0] ?? null,
    warmth: 1,
    radius: 8,
    keptClose: true,
    pinned: false,
    ringed: false,
    ...person,
  }));
  return {
    view: { steps: "two", centre: null },
    people: all,
    ties,
    organisations: organisations.map((name, index) => ({
      id: index + 1,
      name,
      people: all.filter(({ organisation }) => organisation === index).length,
      keptClose: 0,
    })),
    facets: { kinds: [], standings: [], warmth: [], tags: [], mine: 0, others: 0, proposed: 0 },
    inBook: all.length,
    keptClose: 0,
  };
}

export const sheetFor = (picture: MapPicture, places: readonly number[], attention: Partial<Attention> = {}): Sheet =>
  sheetOf(sceneOf(picture), Float32Array.from(places), { ...unmoved, ...attention });

/** So many people at random places, in `groups` organisations, with two ties each. */
export function crowd(
  count: number,
  groups: number,
  wide: number,
  random: () => number,
): { picture: MapPicture; places: number[] } {
  const people = Array.from({ length: count }, (_, number) => ({
    name: `${"abcdefghij".slice(0, 2 + Math.floor(random() * 8))} ${number}`,
    organisation: number < groups * 6 ? number % groups : null,
    radius: 5.5 + random() * 10.5,
    keptClose: random() < 0.3,
  }));
  const ties: MapTie[] = people.flatMap((_, number): MapTie[] => [
    [number, count, random(), "tie"],
    [number, Math.floor(random() * count), random(), random() < 0.1 ? "proposed" : "tie"],
  ]);
  const names = Array.from({ length: groups }, (_, group) => `Organisation ${group}`);
  return {
    picture: pictureOf(people, ties, names),
    places: Array.from({ length: (count + 1) * 2 }, (_, at) => (at >= count * 2 ? 0 : (random() - 0.5) * wide)),
  };
}

export const look: Look = {
  paper: "paper",
  raised: "raised",
  sunken: "sunken",
  ink: "ink",
  ink2: "ink2",
  ink3: "ink3",
  inverse: "inverse",
  edge: "edge",
  control: "control",
  accent: "accent",
  focus: "focus",
  kinds: KINDS.map((kind) => `k-${kind}`),
  font: "Inter",
  letters: 1,
  dark: false,
};

export type Stroke = { readonly shapes: readonly Shape[]; readonly ink: Ink };
export type Shape = {
  readonly kind: "circle" | "speck" | "curve" | "line" | "polygon";
  readonly at: readonly number[];
};
export type Words = {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly type: Type;
  readonly align: "center" | "left";
};

export class RememberingPen implements Pen {
  readonly strokes: Stroke[] = [];
  readonly words: Words[] = [];
  #shapes: Shape[] = [];

  circle(...at: number[]): void {
    this.#shapes.push({ kind: "circle", at });
  }
  speck(...at: number[]): void {
    this.#shapes.push({ kind: "speck", at });
  }
  curve(...at: number[]): void {
    this.#shapes.push({ kind: "curve", at });
  }
  line(points: ArrayLike<number>): void {
    this.#shapes.push({ kind: "line", at: Array.from(points) });
  }
  polygon(points: ArrayLike<number>): void {
    this.#shapes.push({ kind: "polygon", at: Array.from(points) });
  }
  ink(ink: Ink): void {
    if (this.#shapes.length > 0) this.strokes.push({ shapes: this.#shapes, ink });
    this.#shapes = [];
  }
  text(words: string, x: number, y: number, type: Type, align: "center" | "left" = "center"): void {
    this.words.push({ words, x, y, type, align });
  }
  widthOf(words: string, type: Type): number {
    return words.length * type.size * 0.55;
  }

  /** The strokes whose ink has all of this. */
  inked(ink: Ink): Stroke[] {
    const wanted = Object.entries(ink) as [keyof Ink, unknown][];
    return this.strokes.filter((stroke) =>
      wanted.every(([key, value]) => JSON.stringify(stroke.ink[key]) === JSON.stringify(value)),
    );
  }
}
