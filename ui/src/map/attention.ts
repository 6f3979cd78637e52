// Who is looked at, and who fades.
import type { MapFilter } from "../host/wire.gen";
import { neighboursOf, PROPOSED, REPORTS, type Scene } from "./scene";

/** What is picked out of a picture at this moment. Numbers of people. */
export type Attention = {
  readonly matching: ReadonlySet<number> | null;
  readonly filter: Pick<MapFilter, "hideMine" | "hideOthers" | "hideProposed">;
  readonly selected: number | null;
  readonly walked: number | null;
  readonly way: readonly number[] | null;
  readonly marked: readonly number[];
  readonly organisation: number | null;
  readonly hovered: number | null;
  /** Both ends of a tie that is being drawn. */
  readonly tying: { readonly from: number; readonly to: number | null } | null;
  /** Being dragged: drawn apart from the others. */
  readonly lifted: number | null;
  /** Whether there are so many that they are dust: then no proposed ties are drawn, nor reporting lines. */
  readonly dust?: boolean;
};

export const unmoved: Attention = {
  matching: null,
  filter: { hideMine: false, hideOthers: false, hideProposed: false },
  selected: null,
  walked: null,
  way: null,
  marked: [],
  organisation: null,
  hovered: null,
  tying: null,
  lifted: null,
};

/** 0 is not drawn, 1 faded, 2 as usual. */
export type Shown = { readonly people: Uint8Array; readonly ties: Uint8Array; readonly faded: boolean };

const HIDDEN = 0;
const FADED = 1;
const BRIGHT = 2;

export function shownOf(scene: Scene, attention: Attention): Shown {
  const people = peopleShown(scene, attention);
  const { way, tying, lifted } = attention;
  const centre = centreOf(scene, attention);
  const none = way !== null || tying !== null || noWay(attention);
  const { from, to } = scene.ties;
  const ties = new Uint8Array(from.length);
  for (let tie = 0; tie < ties.length; tie += 1) {
    const a = from[tie] ?? 0;
    const b = to[tie] ?? 0;
    if (hidden(scene, attention, tie)) continue;
    if (lifted !== null && (a === lifted || b === lifted)) continue;
    const looked = people[a] === BRIGHT && people[b] === BRIGHT && (centre === null || a === centre || b === centre);
    ties[tie] = looked && !none ? BRIGHT : FADED;
  }
  return { people, ties, faded: people.includes(FADED) || ties.includes(FADED) };
}

/** By the filter. */
function hidden({ ties, me }: Scene, { filter }: Attention, tie: number): boolean {
  if (ties.from[tie] === me || ties.to[tie] === me ? filter.hideMine : filter.hideOthers) return true;
  return filter.hideProposed && tie >= (ties.begin[PROPOSED] ?? 0) && tie < (ties.begin[REPORTS] ?? 0);
}

/** Whose neighbours are looked at: under the pointer, or whose ties the keyboard walks. */
function centreOf(scene: Scene, attention: Attention): number | null {
  const { way, tying, walked, selected, hovered, marked } = attention;
  if (way || tying || marked.length > 0) return null;
  // Where no line would lead to anybody, all would fade for nothing.
  if (hovered !== null && !hasTies(scene, attention, hovered)) return null;
  return hovered ?? (walked === null ? null : selected);
}

function hasTies(scene: Scene, attention: Attention, number: number): boolean {
  const { from, to, begin } = scene.ties;
  const end = attention.dust ? (begin[PROPOSED] ?? 0) : from.length;
  for (let tie = 0; tie < end; tie += 1)
    if ((from[tie] === number || to[tie] === number) && !hidden(scene, attention, tie)) return true;
  return false;
}

const noWay = ({ way, tying, marked }: Attention): boolean => !way && !tying && marked.length > 0;

function peopleShown(scene: Scene, attention: Attention): Uint8Array {
  const { way, tying, marked, matching, selected, walked, hovered, lifted } = attention;
  const people = new Uint8Array(scene.count);
  const centre = centreOf(scene, attention);
  const named: (number | null)[] = [scene.me, hovered];
  if (way) named.push(...way);
  else if (tying) named.push(tying.from, tying.to);
  else named.push(...marked, selected, walked);

  if (way || tying || noWay(attention)) people.fill(FADED);
  else if (centre !== null) {
    people.fill(FADED);
    for (const near of neighboursOf(scene, centre)) people[near] = !matching || matching.has(near) ? BRIGHT : FADED;
  } else if (matching) {
    people.fill(FADED);
    for (const number of matching) people[number] = BRIGHT;
  } else people.fill(BRIGHT);

  for (const number of named) if (number !== null && number < scene.count) people[number] = BRIGHT;
  if (lifted !== null) people[lifted] = HIDDEN;
  return people;
}
