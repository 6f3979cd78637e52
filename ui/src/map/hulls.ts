// The soft shapes around people of one organisation.
import type { Box } from "./camera";
import type { Scene } from "./scene";

/** In map coordinates: x and y of the corners in turn, and what they lie within. */
export type Hull = { readonly organisation: number; readonly points: Float32Array; readonly box: Box };

/** Between a circle and the corners; a line of `HULL_LINE` on them makes it soft. Pixels at scale 1. */
const PAD = 5;
export const HULL_LINE = 14;
/** Straight lines around a hull: the outermost in so many directions. */
const SIDES = 24;
const turns = Array.from({ length: SIDES }, (_, side) => (side / SIDES) * Math.PI * 2);
const cosines = Float64Array.from(turns, Math.cos);
const sines = Float64Array.from(turns, Math.sin);

/** Of every organisation with two people or more, the largest first, so that small ones lie on top. */
export function hullsOf(scene: Scene, places: Float32Array): Hull[] {
  const hulls: Hull[] = [];
  scene.members.forEach((members, organisation) => {
    if (members.length > 1) hulls.push(hullOf(scene, places, members, organisation));
  });
  const area = ({ box }: Hull): number => (box.right - box.left) * (box.bottom - box.top);
  return hulls.sort((a, b) => area(b) - area(a) || a.organisation - b.organisation);
}

/** Around all their circles: how far out they reach in each direction, and where those lines meet. */
function hullOf(scene: Scene, places: Float32Array, members: readonly number[], organisation: number): Hull {
  const out = new Float64Array(SIDES).fill(-Infinity);
  for (const number of members) {
    const x = places[number * 2] ?? 0;
    const y = places[number * 2 + 1] ?? 0;
    const reach = (scene.radius[number] ?? 0) + PAD;
    for (let side = 0; side < SIDES; side += 1) {
      const far = x * (cosines[side] ?? 0) + y * (sines[side] ?? 0) + reach;
      if (far > (out[side] ?? 0)) out[side] = far;
    }
  }
  const points = new Float32Array(SIDES * 2);
  const across = Math.sin((Math.PI * 2) / SIDES);
  for (let side = 0; side < SIDES; side += 1) {
    const next = (side + 1) % SIDES;
    const [a, b] = [out[side] ?? 0, out[next] ?? 0];
    points[side * 2] = (a * (sines[next] ?? 0) - b * (sines[side] ?? 0)) / across;
    points[side * 2 + 1] = (b * (cosines[side] ?? 0) - a * (cosines[next] ?? 0)) / across;
  }
  // The first side looks right, and so on round.
  const quarter = SIDES / 4;
  const edge = HULL_LINE / 2;
  const to = (side: number): number => (out[side] ?? 0) + edge;
  return {
    organisation,
    points,
    box: { right: to(0), bottom: to(quarter), left: -to(2 * quarter), top: -to(3 * quarter) },
  };
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
