// A picture as numbers, worked out once: whom each knows, and in which order things are drawn.
import type { MapPicture } from "../host/wire.gen";
import { KINDS, ME, NO_KIND, tieWidth, TIE_WIDTHS } from "./style";

/** Ties are sorted by look: the widths, then proposed ones, then reporting lines. */
export const PROPOSED = TIE_WIDTHS.length;
export const REPORTS = PROPOSED + 1;
const LOOKS = REPORTS + 1;

export type Ties = {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Where the ties of each look begin; one more than there are looks. */
  readonly begin: readonly number[];
};

export type Scene = {
  /** Everybody and me. */
  readonly count: number;
  readonly me: number;
  readonly picture: MapPicture;
  /** In pixels at scale 1. */
  readonly radius: Float32Array;
  /** Index in `KINDS`, `NO_KIND` or `ME`. */
  readonly kind: Uint8Array;
  readonly close: Uint8Array;
  readonly ties: Ties;
  /** Where the neighbours of each begin in `near`; one more than people. */
  readonly begin: Uint32Array;
  readonly near: Uint32Array;
  /** People by organisation; fewer than two have no hull. */
  readonly members: readonly (readonly number[])[];
  /** Warmest first, me before all. */
  readonly byWarmth: Uint32Array;
};

/** Of me, in pixels at scale 1. */
export const MY_RADIUS = 18;

export function sceneOf(picture: MapPicture): Scene {
  const me = picture.people.length;
  const radius = Float32Array.from(picture.people, (person) => person.radius);
  const members: number[][] = picture.organisations.map(() => []);
  picture.people.forEach(({ organisation }, number) => {
    if (organisation !== null) members[organisation]?.push(number);
  });
  const ties = tiesOf(picture);
  return {
    count: me + 1,
    me,
    picture,
    radius: Float32Array.from([...radius, MY_RADIUS]),
    kind: Uint8Array.from([...picture.people.map(({ colour }) => (colour ? KINDS.indexOf(colour) : NO_KIND)), ME]),
    close: Uint8Array.from([...picture.people.map(({ keptClose }) => Number(keptClose)), 1]),
    ties,
    ...neighbours(me + 1, ties),
    members,
    byWarmth: Uint32Array.from([me, ...warmest(picture)]),
  };
}

/** Kept close before others, then by size, which is by warmth, then by number: the same book, the same names. */
function warmest({ people }: MapPicture): number[] {
  const weight = people.map(({ keptClose, radius, warmth }) => (keptClose ? 1000 : 0) + radius * 10 + warmth);
  return people.map((_, number) => number).sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b);
}

/** Those that can be drawn: to oneself, or to a number that nobody has, cannot. */
function tiesOf({ ties, people }: MapPicture): Ties {
  const me = people.length;
  const looks = ties.map(([from, to, strength, mark]) => {
    if (from === to || from > me || to > me) return -1;
    if (mark === "proposed") return PROPOSED;
    return mark === "reports" ? REPORTS : tieWidth(strength);
  });
  const begin = [0];
  for (let look = 0; look < LOOKS; look += 1)
    begin.push((begin[look] ?? 0) + looks.reduce((count, other) => count + Number(other === look), 0));
  const next = [...begin];
  const from = new Uint32Array(begin[LOOKS] ?? 0);
  const to = new Uint32Array(from.length);
  looks.forEach((look, tie) => {
    if (look < 0) return;
    const at = next[look] ?? 0;
    next[look] = at + 1;
    from[at] = ties[tie]?.[0] ?? 0;
    to[at] = ties[tie]?.[1] ?? 0;
  });
  return { from, to, begin };
}

function neighbours(count: number, { from, to }: Ties): { begin: Uint32Array; near: Uint32Array } {
  const begin = new Uint32Array(count + 1);
  const grow = (number: number): void => {
    begin[number + 1] = (begin[number + 1] ?? 0) + 1;
  };
  from.forEach(grow);
  to.forEach(grow);
  for (let number = 0; number < count; number += 1) begin[number + 1] = (begin[number + 1] ?? 0) + (begin[number] ?? 0);
  const next = begin.slice();
  const near = new Uint32Array(from.length * 2);
  const put = (number: number, other: number): void => {
    const at = next[number] ?? 0;
    next[number] = at + 1;
    near[at] = other;
  };
  from.forEach((number, tie) => {
    const other = to[tie] ?? 0;
    put(number, other);
    put(other, number);
  });
  return { begin, near };
}

export const neighboursOf = (scene: Scene, number: number): Uint32Array =>
  scene.near.subarray(scene.begin[number] ?? 0, scene.begin[number + 1] ?? 0);

/** As it is called: me, too. */
export const nameOf = (scene: Scene, number: number): string => scene.picture.people[number]?.name ?? "You";

/** The first of the names, past a title: "Daniel" for "Dr. Daniel Osterby". */
export function shortName(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const first = words.find((word) => !/^(dr|prof|mr|mrs|ms|mx|sir|dame|ing|dipl)\.?$|\.$/i.test(word));
  return first ?? name;
}
