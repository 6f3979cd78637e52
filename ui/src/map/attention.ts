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
};

export const unmoved: Attention = {
  matching: null,
  filter: { hideMine: false, hideOthers: false, hideProposed: false },
  selected: null, walked: null, way: null, marked: [], organisation: null, hovered: null, tying: null, lifted: null,
};

/** 0 is not drawn, 1 faded, 2 as usual. */
export type Shown = { readonly people: Uint8Array; readonly ties: Uint8Array; readonly faded: boolean };

const HIDDEN = 0;
const FADED = 1;
const BRIGHT = 2;

export function shownOf(scene: Scene, attention: Attention): Shown {
  const people = peopleShown(scene, attention);
  const { way, tying, lifted, filter } = attention;
  const centre = centreOf(attention);
  const none = way !== null || tying !== null || noWay(attention);
  const { from, to } = scene.ties;
  const ties = new Uint8Array(from.length);
  const proposed = [scene.ties.begin[PROPOSED] ?? 0, scene.ties.begin[REPORTS] ?? 0] as const;
  for (let tie = 0; tie < ties.length; tie += 1) {
    const a = from[tie] ?? 0;
    const b = to[tie] ?? 0;
    const mine = a === scene.me || b === scene.me;
    if (mine ? filter.hideMine : filter.hideOthers) continue;
    if (filter.hideProposed && tie >= proposed[0] && tie < proposed[1]) continue;
    if (lifted !== null && (a === lifted || b === lifted)) continue;
    const looked = people[a] === BRIGHT && people[b] === BRIGHT && (centre === null || a === centre || b === centre);
    ties[tie] = looked && !none ? BRIGHT : FADED;
  }
  return { people, ties, faded: people.includes(FADED) || ties.includes(FADED) };
}

/** Whose neighbours are looked at: under the pointer, or whose ties the keyboard walks. */
function centreOf({ way, tying, walked, selected, hovered, marked }: Attention): number | null {
  if (way || tying || marked.length > 0) return null;
  return hovered ?? (walked === null ? null : selected);
}

const noWay = ({ way, tying, marked }: Attention): boolean => !way && !tying && marked.length > 0;

function peopleShown(scene: Scene, attention: Attention): Uint8Array {
  const { way, tying, marked, matching, selected, walked, hovered, lifted } = attention;
  const people = new Uint8Array(scene.count);
  const centre = centreOf(attention);
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
