// The soft shapes around people of one organisation.
import type { Box } from "./camera";
import type { Scene } from "./scene";

/** In map coordinates: x and y of the corners in turn, and what they lie within. */
export type Hull = { readonly organisation: number; readonly points: Float32Array; readonly box: Box };

/** Between a circle and the corners; a line of `HULL_LINE` on them makes it soft. Pixels at scale 1. */
const PAD = 5;
export const HULL_LINE = 14;
const CORNERS = 8;

/** Of every organisation with two people or more, the largest first, so that small ones lie on top. */
export function hullsOf(scene: Scene, places: Float32Array): Hull[] {
  const hulls: Hull[] = [];
  scene.members.forEach((members, organisation) => {
    if (members.length > 1) hulls.push(hullOf(scene, places, members, organisation));
  });
  const area = ({ box }: Hull): number => (box.right - box.left) * (box.bottom - box.top);
  return hulls.sort((a, b) => area(b) - area(a) || a.organisation - b.organisation);
}

function hullOf(scene: Scene, places: Float32Array, members: readonly number[], organisation: number): Hull {
  const around: [number, number][] = [];
  for (const number of members) {
    const reach = (scene.radius[number] ?? 0) + PAD;
    for (let corner = 0; corner < CORNERS; corner += 1) {
      const angle = ((corner + 0.5) / CORNERS) * Math.PI * 2;
      // The corners of an octagon that holds the circle lie farther out than the circle.
      const far = reach / Math.cos(Math.PI / CORNERS);
      around.push([(places[number * 2] ?? 0) + Math.cos(angle) * far, (places[number * 2 + 1] ?? 0) + Math.sin(angle) * far]);
    }
  }
  const corners = convex(around);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const edge = HULL_LINE / 2;
  const box = { left: least(xs) - edge, right: -least(xs.map((x) => -x)) + edge, top: least(ys) - edge, bottom: -least(ys.map((y) => -y)) + edge };
  return { organisation, points: Float32Array.from(corners.flat()), box };
}

// A spread of tens of thousands into Math.min would overflow the stack.
const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);

/** The convex hull (Andrew's monotone chain). */
function convex(points: [number, number][]): [number, number][] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o: [number, number], a: [number, number], b: [number, number]): number => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const chain = (all: [number, number][]): [number, number][] => {
    const kept: [number, number][] = [];
    for (const point of all) {
      for (;;) {
        const last = kept.at(-1);
        const before = kept.at(-2);
        if (!last || !before || turn(before, last, point) > 0) break;
        kept.pop();
      }
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}

/** Whether a point of the map is within the corners or on their line. */
export function within({ points, box }: Hull, x: number, y: number): boolean {
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
  let inside = true;
  let near = Infinity;
  for (let at = 0; at < points.length; at += 2) {
    const ax = points[at] ?? 0;
    const ay = points[at + 1] ?? 0;
    const bx = points[(at + 2) % points.length] ?? 0;
    const by = points[(at + 3) % points.length] ?? 0;
    const dx = bx - ax;
    const dy = by - ay;
    if (dx * (y - ay) - dy * (x - ax) < 0) inside = false;
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    near = Math.min(near, Math.hypot(x - ax - dx * along, y - ay - dy * along));
  }
  return inside || near <= HULL_LINE / 2;
}
