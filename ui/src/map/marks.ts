// What lies around people: rings, ways, pins, and what is drawn by hand at this moment.
import { toMap, toPixels, type Camera, type Point } from "./camera";
import type { Pen } from "./pen";
import { person } from "./people";
import { nameOf, neighboursOf, shortName } from "./scene";
import { pixelsOf, type At, type Sheet } from "./sheet";
import { radiusAt } from "./sizes";
import { bent, curve, type Bent } from "./ties";
import { types, type Look } from "./style";

/** Between a circle and its ring, in pixels. */
const RING = 5;
/** Of the circle around a step's number. */
export const HOP = 9.5;
export const PIN = { radius: 8.5, beyond: 6, angle: -1.1 };
/** A pin as in the drawings: its strokes around its middle. */
const PIN_LINES: readonly (readonly number[])[] = [
  [-2.2, -4, 2.2, -4],
  [-1.6, -4, -1.6, -1, -3.4, 1, 3.4, 1, 1.6, -1, 1.6, -4],
  [0, 1, 0, 4.6],
];
/** The handle at a rim, from which one draws a tie. */
export const HANDLE = { radius: 8, beyond: 7 };

const DASHED = [3, 3];
/** A point of a tie: `share` 0 is its beginning, 1 its end. */
const pointOf = ([x1, y1, bendX, bendY, x2, y2]: Bent, share: number): Point => {
  const [first, second, third] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: first * x1 + second * bendX + third * x2, y: first * y1 + second * bendY + third * y2 };
};
/** Where on its tie the number of a step may stand: in the middle, else as near to it as nobody is. */
const HOP_SHARES = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78];
/** On a tie so short that there is no room, how far beside its middle. Pixels. */
const HOP_ASIDE = [18, -18, 26, -26, 34, -34, 44, -44];

export const marks = {
  /** Under the circles: ways, the tie that is walked, and the ring at a way's end. */
  below(pen: Pen, sheet: Sheet, camera: Camera, look: Look, at: At, dust: boolean): void {
    const { attention, scene } = sheet;
    const pairs = stepsOf(sheet);
    for (const [from, to] of pairs) curve(pen, bent(sheet, from, to), camera);
    if (pairs.length > 0) pen.ink({ stroke: look.accent, width: 3.5, round: true });
    const end = attention.way?.at(-1);
    if (end !== undefined && end !== scene.me) {
      pen.circle(...at(end), radiusAt(scene, camera.scale, end, dust) + RING);
      pen.ink({ fill: look.paper, stroke: look.accent, width: 2.25 });
    }
  },

  /** Over the circles. */
  above(pen: Pen, sheet: Sheet, camera: Camera, look: Look, at: At, visible: Uint32Array, dust: boolean): void {
    const { attention, scene } = sheet;
    const { selected, walked, marked, tying, way } = attention;
    const ring = (number: number): void =>
      pen.circle(...at(number), radiusAt(scene, camera.scale, number, dust) + RING);
    const solid = [selected === way?.at(-1) ? null : selected, tying?.from, tying?.to];
    for (const number of new Set(solid)) if (here(sheet, number)) ring(number);
    pen.ink({ stroke: look.focus, width: 2.25 });
    for (const number of new Set([walked, ...marked])) if (here(sheet, number) && number !== selected) ring(number);
    pen.ink({ stroke: look.accent, width: 1.75, dash: DASHED });
    if (!dust) pins(pen, sheet, camera, look, visible);
    if (way) hops(pen, sheet, camera, look, dust);
  },
};

const here = ({ scene, shown }: Sheet, number: number | null | undefined): number is number =>
  typeof number === "number" && number < scene.count && shown.people[number] !== 0;

/** The pairs of a way, or the one tie that the keyboard stands on. */
function stepsOf({ scene, attention }: Sheet): [number, number][] {
  const { way, walked, selected } = attention;
  const path = way ?? (walked !== null && selected !== null ? [selected, walked] : []);
  return path.slice(1).flatMap((to, step): [number, number][] => {
    const from = path[step] ?? to;
    return from === to || from >= scene.count || to >= scene.count ? [] : [[from, to]];
  });
}

/** Where the numbers of a way stand, in pixels. */
export function hopsOf(sheet: Sheet, camera: Camera, dust: boolean): Point[] {
  if (!sheet.attention.way) return [];
  return stepsOf(sheet).map(([from, to]) => {
    const tie = bent(sheet, from, to);
    const at = (share: number): Point => toPixels(camera, pointOf(tie, share));
    const [middle, one, other] = [at(0.5), at(0), at(1)];
    const long = Math.hypot(other.x - one.x, other.y - one.y) || 1;
    const beside = (far: number): Point => ({
      x: middle.x - ((other.y - one.y) / long) * far,
      y: middle.y + ((other.x - one.x) / long) * far,
    });
    const spots = [...HOP_SHARES.map(at), ...HOP_ASIDE.map(beside)];
    return spots.find((spot) => isNobodyAt(sheet, camera, spot, dust)) ?? middle;
  });
}

/** Whether the number of a step covers nobody there. Specks of dust do not count. */
function isNobodyAt({ scene, places }: Sheet, { x, y, scale }: Camera, spot: Point, dust: boolean): boolean {
  for (let number = 0; number < scene.count; number += 1) {
    if (dust && !scene.close[number]) continue;
    const [dx, dy] = [
      (places[number * 2] ?? 0) * scale + x - spot.x,
      (places[number * 2 + 1] ?? 0) * scale + y - spot.y,
    ];
    if (Math.hypot(dx, dy) < radiusAt(scene, scale, number, dust) + HOP) return false;
  }
  return true;
}

function hops(pen: Pen, sheet: Sheet, camera: Camera, look: Look, dust: boolean): void {
  const spots = hopsOf(sheet, camera, dust);
  for (const { x, y } of spots) pen.circle(x, y, HOP);
  pen.ink({ fill: look.paper, stroke: look.accent, width: 1.75 });
  spots.forEach(({ x, y }, step) => pen.text(String(step + 1), x, y + 3.8, types.hop(look)));
}

/** Where pins stand, in pixels. */
export function pinsOf(sheet: Sheet, camera: Camera, visible: Uint32Array): Point[] {
  const { scene, shown } = sheet;
  const at = pixelsOf(sheet, camera);
  const pinned = visible.filter(
    (number) => scene.picture.people[number]?.pinned && shown.people[number] === 2 && camera.scale >= 0.5,
  );
  return Array.from(pinned, (number) => pinAt(at(number), radiusAt(scene, camera.scale, number, false)));
}

function pins(pen: Pen, sheet: Sheet, camera: Camera, look: Look, visible: Uint32Array): void {
  const spots = pinsOf(sheet, camera, visible);
  for (const { x, y } of spots) pen.circle(x, y, PIN.radius);
  pen.ink({ fill: look.raised, stroke: look.control, width: 1 });
  for (const { x, y } of spots)
    for (const line of PIN_LINES) pen.line(line.map((value, turn) => value + (turn % 2 ? y : x)));
  pen.ink({ stroke: look.ink, width: 1.3, round: true });
}

const pinAt = ([x, y]: readonly [number, number], radius: number): Point => ({
  x: x + Math.cos(PIN.angle) * (radius + PIN.beyond),
  y: y + Math.sin(PIN.angle) * (radius + PIN.beyond),
});

/** Where the handle of somebody is, in pixels. */
export function handleAt({ scene, places }: Sheet, number: number, { x, y, scale }: Camera, dust: boolean): Point {
  return {
    x: (places[number * 2] ?? 0) * scale + x + radiusAt(scene, scale, number, dust) + HANDLE.beyond,
    y: (places[number * 2 + 1] ?? 0) * scale + y,
  };
}

export function handle(pen: Pen, sheet: Sheet, number: number, camera: Camera, look: Look, dust: boolean): void {
  const { x, y } = handleAt(sheet, number, camera, dust);
  pen.circle(x, y, HANDLE.radius);
  pen.ink({ fill: look.raised, stroke: look.focus, width: 1.5 });
  pen.line([x - 3.5, y, x + 3.5, y]);
  pen.line([x, y - 3.5, x, y + 3.5]);
  pen.ink({ stroke: look.focus, width: 1.5, round: true });
}

/** The rubber band from somebody to the pointer, or to whom it would be let go on. Pixels. */
export function band(
  pen: Pen,
  sheet: Sheet,
  from: number,
  to: number | null,
  pointer: Point,
  camera: Camera,
  look: Look,
  at: At,
  dust: boolean,
): void {
  const [x1, y1] = at(from);
  const [x2, y2] = to === null ? [pointer.x, pointer.y] : at(to);
  const far = Math.hypot(x2 - x1, y2 - y1) || 1;
  const begin = (radiusAt(sheet.scene, camera.scale, from, dust) + RING + 3) / far;
  const end = to === null ? 1 : 1 - (radiusAt(sheet.scene, camera.scale, to, dust) + RING + 3) / far;
  if (end <= begin) return;
  const along = (share: number): [number, number] => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
  // It rises in the middle, whichever way it goes.
  const rise = Math.sign(x2 - x1 || 1) * 0.1;
  pen.curve(...along(begin), (x1 + x2) / 2 + (y2 - y1) * rise, (y1 + y2) / 2 - (x2 - x1) * rise, ...along(end));
  pen.ink({ stroke: look.accent, width: 2.5, dash: [1, 6], round: true });
}

/** Somebody on the way to another place, with their ties and name. `pixel`: where they are now. */
export function lifted(
  pen: Pen,
  sheet: Sheet,
  number: number,
  pixel: Point,
  camera: Camera,
  look: Look,
  dust: boolean,
): void {
  const places = sheet.places.slice();
  const to = toMap(camera, pixel);
  places[number * 2] = to.x;
  places[number * 2 + 1] = to.y;
  const moved: Sheet = { ...sheet, places };
  const at = pixelsOf(moved, camera);
  for (const near of neighboursOf(sheet.scene, number)) curve(pen, bent(moved, number, near), camera);
  pen.ink({ stroke: look.edge, width: 1.2 });
  for (const near of neighboursOf(sheet.scene, number))
    if (!dust && near !== number) person(pen, moved, near, camera, look, at, dust);
  pen.circle(pixel.x, pixel.y, radiusAt(sheet.scene, camera.scale, number, dust) + RING);
  pen.ink({ stroke: look.focus, width: 2.25 });
  person(pen, moved, number, camera, look, at, dust);
  const type = types.name(look);
  pen.text(
    shortName(nameOf(sheet.scene, number)),
    pixel.x,
    pixel.y + radiusAt(sheet.scene, camera.scale, number, dust) + RING + 3 + type.size,
    type,
  );
}
