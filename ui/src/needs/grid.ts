// Where people stand on the grid of say and interest, and where their names are written: pure, so that it can be tested
// without a window. Lengths are in units of the drawing, which is `width` by `height`.
import type { GoalPerson, Influence } from "../host/wire.gen";

export const width = 720;
export const height = 480;
/** From 1 to so many: both are said in whole steps. */
export const steps = 5;
export const radius = 9;
const cell = { x: width / steps, y: height / steps };
/** A name's height, and the average width of a letter in it. */
const line = 15;
const letter = 6.6;

/** What one does in each quarter, written in its corner. */
export const quadrants: (Label & { words: string })[] = [
  { words: "Keep satisfied", x: 14, y: 24, anchor: "start" },
  { words: "Keep close", x: width - 14, y: 24, anchor: "end" },
  { words: "Keep an eye", x: 14, y: height - 14, anchor: "start" },
  { words: "Keep informed", x: width - 14, y: height - 14, anchor: "end" },
];

export type Node = { person: GoalPerson; say: number; interest: number; x: number; y: number };
/** `anchor`: at which end of the name its point is. */
export type Label = { x: number; y: number; anchor: "start" | "middle" | "end" };
type Box = { left: number; right: number; top: number; bottom: number };

/** A line from who sways to who is swayed: a curve, and the points of its head. */
export type Arrow = { from: number; to: number; d: string; head: string; strong: number };

/** Who sways whom, of those who are placed; the line ends before the points, and a thicker one is stronger. */
export function arrows(nodes: readonly Node[], influences: readonly Influence[]): Arrow[] {
  const at = new Map(nodes.map((node) => [node.person.row.id, node]));
  return influences.flatMap(({ from, to, closeness }) => {
    const [one, other] = [at.get(from), at.get(to)];
    if (!one || !other) return [];
    const [dx, dy] = [other.x - one.x, other.y - one.y];
    const long = Math.hypot(dx, dy);
    if (long < radius * 3) return [];
    const [ux, uy] = [dx / long, dy / long];
    const begin = { x: one.x + ux * (radius + 3), y: one.y + uy * (radius + 3) };
    const end = { x: other.x - ux * (radius + 4), y: other.y - uy * (radius + 4) };
    const bend = { x: (begin.x + end.x) / 2 - uy * long * 0.12, y: (begin.y + end.y) / 2 + ux * long * 0.12 };
    const [hx, hy] = [end.x - bend.x, end.y - bend.y];
    const tip = Math.hypot(hx, hy) || 1;
    const [vx, vy] = [hx / tip, hy / tip];
    const base = { x: end.x - vx * 9, y: end.y - vy * 9 };
    const point = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;
    return {
      from,
      to,
      d: `M${point(begin.x, begin.y)} Q${point(bend.x, bend.y)} ${point(base.x, base.y)}`,
      head: [
        point(end.x, end.y),
        point(base.x - vy * 4.5, base.y + vx * 4.5),
        point(base.x + vy * 4.5, base.y - vx * 4.5),
      ].join(" "),
      strong: closeness === "close" ? 2.4 : closeness === "little" ? 1 : 1.6,
    };
  });
}

export const isPlaced = ({ say, interest }: GoalPerson): boolean => say !== null && interest !== null;

/** The middle of a cell; interest goes to the right, say goes up. */
const middle = (say: number, interest: number): { x: number; y: number } => ({
  x: (interest - 0.5) * cell.x,
  y: height - (say - 0.5) * cell.y,
});

/** Everybody who has both said, those of one cell side by side. */
export function placed(people: readonly GoalPerson[]): Node[] {
  const cells = new Map<string, GoalPerson[]>();
  for (const person of people.filter(isPlaced)) {
    const key = `${person.say}/${person.interest}`;
    cells.set(key, [...(cells.get(key) ?? []), person]);
  }
  return [...cells.values()].flatMap((here) => {
    const columns = Math.ceil(Math.sqrt(here.length));
    const rows = Math.ceil(here.length / columns);
    return here.map((person, index): Node => {
      const say = person.say ?? 1;
      const interest = person.interest ?? 1;
      const at = middle(say, interest);
      const column = index % columns;
      const row = Math.floor(index / columns);
      return {
        person,
        say,
        interest,
        x: at.x + ((column + 0.5) / columns - 0.5) * cell.x * 0.8,
        y: at.y + ((row + 0.5) / rows - 0.5) * cell.y * 0.8,
      };
    });
  });
}

/** The cell at a place of the drawing. */
export function cellAt(x: number, y: number): { say: number; interest: number } {
  const within = (value: number): number => Math.min(steps, Math.max(1, value));
  return {
    interest: within(Math.floor(x / cell.x) + 1),
    say: within(Math.floor((height - y) / cell.y) + 1),
  };
}

/** One step further by an arrow; null at the edge, and for other keys. */
export function stepped(
  { say, interest }: { say: number; interest: number },
  key: string,
): { say: number; interest: number } | null {
  const by: Record<string, [number, number]> = {
    ArrowUp: [1, 0],
    ArrowDown: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
  };
  const step = by[key];
  if (!step) return null;
  const next = { say: say + step[0], interest: interest + step[1] };
  const within = (value: number): boolean => value >= 1 && value <= steps;
  return within(next.say) && within(next.interest) ? next : null;
}

const boxOf = (text: string, { x, y, anchor }: Label): Box => {
  const long = text.length * letter;
  const left = anchor === "start" ? x : anchor === "end" ? x - long : x - long / 2;
  return { left, right: left + long, top: y - line + 3, bottom: y + 3 };
};
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Where each name is written: right, left, above or below its point, so that no name lies on another or on a point, and
 * none runs out of the drawing. Null where there is no room: the name is in the table, and beside the drawing.
 */
export function labels(nodes: readonly Node[], nameOf: (node: Node) => string): (Label | null)[] {
  const points = nodes.map(({ x, y }): Box => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const taken: Box[] = [...points, ...quadrants.map(({ words, ...label }) => boxOf(words, label))];
  return nodes.map((node) => {
    const { x, y } = node;
    const tries: Label[] = [
      { x: x + radius + 5, y: y + 4, anchor: "start" },
      { x: x - radius - 5, y: y + 4, anchor: "end" },
      { x, y: y + radius + 15, anchor: "middle" },
      { x, y: y - radius - 6, anchor: "middle" },
      // At an edge a name goes along it.
      { x: x + radius, y: y + radius + 15, anchor: "end" },
      { x: x - radius, y: y + radius + 15, anchor: "start" },
      { x: x + radius, y: y - radius - 6, anchor: "end" },
      { x: x - radius, y: y - radius - 6, anchor: "start" },
    ];
    const free = tries.find((label) => {
      const box = boxOf(nameOf(node), label);
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      return inside && !taken.some((other) => meet(box, other));
    });
    if (free) taken.push(boxOf(nameOf(node), free));
    return free ?? null;
  });
}
