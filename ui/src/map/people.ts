// Circles: coloured by kind, larger where warmer; dust where there are very many.
import type { Camera } from "./camera";
import type { Ink, Pen } from "./pen";
import type { At, Sheet } from "./sheet";
import { radiusAt, speckAt } from "./sizes";
import { FADED, ME, NO_KIND, types, type Look } from "./style";

const RIM = 1.5;
/** From a circle to its ring. Pixels. */
const RING = 2.25;
/** A circle smaller than this is drawn without its rim. Pixels. */
const BARE = 3;
/** Initials stand in a circle from this radius on, or smaller where the circle is large at scale 1. */
const ROOM = 13;
const TIGHT = 10.5;

export function people(
  pen: Pen,
  sheet: Sheet,
  visible: Uint32Array,
  camera: Camera,
  look: Look,
  at: At,
  dust: boolean,
): void {
  const { scene, shown } = sheet;
  for (const level of shown.faded ? [1, 2] : [2]) {
    const alpha = level === 1 ? FADED : 1;
    const some = visible.filter((number) => shown.people[number] === level);
    const drawn = dust
      ? some.filter(
          (number) => scene.close[number] || number === sheet.attention.hovered || number === sheet.attention.selected,
        )
      : some;
    if (dust) {
      for (const number of some) if (!scene.close[number]) pen.speck(...at(number), speckAt(camera.scale));
      pen.ink({ fill: look.control, alpha: alpha * 0.62 });
    }
    for (let kind = 0; kind <= ME; kind += 1)
      circles(
        pen,
        sheet,
        drawn.filter((number) => scene.kind[number] === kind),
        kind,
        camera,
        look,
        at,
        alpha,
        dust,
      );
    rings(pen, sheet, drawn, camera, look, at, alpha, dust);
    for (const number of drawn) initials(pen, sheet, number, camera, look, at, alpha, dust);
  }
}

/** One circle with what is written in it: somebody who is being dragged. */
export function person(
  pen: Pen,
  sheet: Sheet,
  number: number,
  camera: Camera,
  look: Look,
  at: At,
  dust: boolean,
): void {
  circles(pen, sheet, Uint32Array.of(number), sheet.scene.kind[number] ?? NO_KIND, camera, look, at, 1, dust);
  rings(pen, sheet, Uint32Array.of(number), camera, look, at, 1, dust);
  initials(pen, sheet, number, camera, look, at, 1, dust);
}

/** A ring around those whose kind shares its colour with an earlier one: never colour alone. */
function rings(
  pen: Pen,
  { scene }: Sheet,
  some: Uint32Array,
  camera: Camera,
  look: Look,
  at: At,
  alpha: number,
  dust: boolean,
): void {
  const ringed = some.filter((number) => scene.picture.people[number]?.ringed);
  for (let kind = 0; ringed.length > 0 && kind < NO_KIND; kind += 1) {
    for (const number of ringed) {
      if (scene.kind[number] !== kind) continue;
      const radius = radiusAt(scene, camera.scale, number, dust);
      if (radius >= BARE) pen.circle(...at(number), radius + RING);
    }
    pen.ink({ stroke: look.kinds[kind] ?? look.ink, width: RIM, alpha });
  }
}

function circles(
  pen: Pen,
  { scene }: Sheet,
  some: Uint32Array,
  kind: number,
  camera: Camera,
  look: Look,
  at: At,
  alpha: number,
  dust: boolean,
): void {
  if (some.length === 0) return;
  const small: number[] = [];
  for (const number of some) {
    const radius = radiusAt(scene, camera.scale, number, dust);
    if (radius < BARE) small.push(number);
    else pen.circle(...at(number), kind === NO_KIND ? radius - RIM / 2 : radius);
  }
  pen.ink(inkOf(kind, look, alpha));
  if (small.length === 0) return;
  for (const number of small) pen.circle(...at(number), radiusAt(scene, camera.scale, number, dust));
  pen.ink({ fill: kind === NO_KIND ? look.control : (look.kinds[kind] ?? look.ink), alpha });
}

/** Of no kind: an outline. Others have a rim of paper, so that two side by side stay two. */
function inkOf(kind: number, look: Look, alpha: number): Ink {
  if (kind === NO_KIND) return { fill: look.paper, stroke: look.control, width: RIM, alpha };
  return { fill: kind === ME ? look.ink : (look.kinds[kind] ?? look.ink), stroke: look.paper, width: RIM, alpha };
}

function initials(
  pen: Pen,
  { scene }: Sheet,
  number: number,
  camera: Camera,
  look: Look,
  at: At,
  alpha: number,
  dust: boolean,
): void {
  const radius = radiusAt(scene, camera.scale, number, dust);
  const mine = number === scene.me;
  if (!mine && (radius < TIGHT || Math.max(radius, scene.radius[number] ?? 0) < ROOM)) return;
  const [x, y] = at(number);
  const type = mine
    ? types.you(look)
    : types.initials(look, radius, scene.kind[number] === NO_KIND ? look.ink3 : look.paper);
  const words = mine ? "You" : (scene.picture.people[number]?.initials ?? "");
  pen.text(words, x, y + type.size * 0.37, { ...type, alpha });
}
