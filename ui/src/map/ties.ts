// Lines between people: by strength, dashed where proposed, with a head where one reports to another.
import type { Camera, Size } from "./camera";
import { inWindow } from "./camera";
import type { Pen } from "./pen";
import { PROPOSED, REPORTS } from "./scene";
import type { Sheet } from "./sheet";
import { radiusAt } from "./sizes";
import { FADED_TIE, TIE_WIDTHS, type Look } from "./style";

/** How far a line bends, as a share of its length. */
const BEND = { mine: 0.05, others: 0.08, proposed: 0.16 };
/** Among dust only the strongest are drawn. */
const IN_DUST = 400;
/** So many are drawn lighter, for one to see people behind them; and of more through a window, not all. */
const DENSE = 800;
/** Then at most so many are drawn: those of people kept close, and the strongest, */
const STRONGEST = 2500;
/** and of the proposed ones so many, */
const PROPOSED_MOST = 150;
/** of which more than this are plain lines: dashes are slow, and hide what is behind them. */
const PLAIN = 60;
const HEAD = { long: 8, half: 4.2, gap: 3 };

/** From its first end over the point that it bends towards to its last, as the map has them. */
export type Bent = readonly [x1: number, y1: number, bendX: number, bendY: number, x2: number, y2: number];

/** Where the line between two lies, in map coordinates: the same whichever of them is named first. */
export function bent({ scene, places }: Sheet, one: number, other: number, proposed = false): Bent {
  const from = one === scene.me || (other !== scene.me && one < other) ? one : other;
  const to = from === one ? other : one;
  const bend = proposed ? BEND.proposed : from === scene.me ? BEND.mine : BEND.others;
  const x1 = places[from * 2] ?? 0;
  const y1 = places[from * 2 + 1] ?? 0;
  const x2 = places[to * 2] ?? 0;
  const y2 = places[to * 2 + 1] ?? 0;
  return [x1, y1, (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend, x2, y2];
}

/** Ties that cross the window, in the order of their looks; where they would be a thicket, only some. */
export function tiesInView(sheet: Sheet, visible: Uint32Array, camera: Camera, size: Size): Uint32Array {
  const { scene, places, shown } = sheet;
  const { left, top, right, bottom } = inWindow(camera, size, 30);
  const { from, to } = scene.ties;
  const seen = new Uint32Array(from.length);
  let count = 0;
  for (let tie = 0; tie < from.length; tie += 1) {
    if (!shown.ties[tie]) continue;
    const a = (from[tie] ?? 0) * 2;
    const b = (to[tie] ?? 0) * 2;
    const ax = places[a] ?? 0;
    const bx = places[b] ?? 0;
    if ((ax < left && bx < left) || (ax > right && bx > right)) continue;
    const ay = places[a + 1] ?? 0;
    const by = places[b + 1] ?? 0;
    if ((ay < top && by < top) || (ay > bottom && by > bottom)) continue;
    seen[count] = tie;
    count += 1;
  }
  return count <= DENSE ? seen.subarray(0, count) : thinned(sheet, seen.subarray(0, count), visible);
}

/**
 * Of very many: those between two in the window, and of them to those kept close who are elsewhere. Proposed ones only
 * where one of the two in the window is kept close or looked at.
 */
function thinned({ scene, attention }: Sheet, seen: Uint32Array, visible: Uint32Array): Uint32Array {
  const { from, to, begin } = scene.ties;
  const there = new Uint8Array(scene.count);
  for (const number of visible) there[number] = 1;
  const looked = (number: number): boolean => number === attention.hovered || number === attention.selected;
  const proposed: number[] = [];
  const first: number[] = [];
  const kept: number[] = [];
  const others: number[] = [];
  for (const tie of seen) {
    const [a, b] = [from[tie] ?? 0, to[tie] ?? 0];
    const [both, either] = [there[a] && there[b], there[a] || there[b]];
    const close = scene.close[a] || scene.close[b];
    if (looked(a) || looked(b)) first.push(tie);
    else if (tie >= (begin[PROPOSED] ?? 0) && tie < (begin[REPORTS] ?? 0)) {
      if (both && close) proposed.push(tie);
    } else if (close ? either : both) (close ? kept : others).push(tie);
  }
  const most = [...others, ...kept].slice(-STRONGEST);
  return Uint32Array.from([...first, ...proposed.slice(0, PROPOSED_MOST), ...most]).sort();
}

/** Ties among me and those kept close, and of whom one looks at: the strongest. */
export function dustTies({ scene, shown, attention }: Sheet): Uint32Array {
  const { from, to, begin } = scene.ties;
  const kept: number[] = [];
  const centre = attention.hovered ?? attention.selected;
  for (let look = PROPOSED - 1; look >= 0; look -= 1)
    for (let tie = begin[look] ?? 0; tie < (begin[look + 1] ?? 0); tie += 1) {
      if (!shown.ties[tie]) continue;
      const a = from[tie] ?? 0;
      const b = to[tie] ?? 0;
      const looked = a === centre || b === centre;
      if (looked || (kept.length < IN_DUST && scene.close[a] && scene.close[b])) kept.push(tie);
    }
  return Uint32Array.from(kept.sort((a, b) => a - b));
}

/** Draws them: faded ones first, then look by look. */
export function ties(pen: Pen, sheet: Sheet, found: Uint32Array, camera: Camera, look: Look, dust: boolean): void {
  const { scene, shown } = sheet;
  const thin = Math.min(1, Math.max(0.55, camera.scale));
  for (const level of shown.faded ? [1, 2] : [2])
    for (let kind = 0; kind <= REPORTS; kind += 1) {
      const some = found
        .subarray(first(found, scene.ties.begin[kind] ?? 0), first(found, scene.ties.begin[kind + 1] ?? 0))
        .filter((tie) => shown.ties[tie] === level);
      if (some.length === 0) continue;
      const alpha = level === 1 ? FADED_TIE : found.length > DENSE ? 0.6 : 1;
      if (kind === REPORTS) {
        reports(pen, sheet, some, camera, look, alpha, thin, dust);
        continue;
      }
      for (const tie of some)
        curve(pen, bent(sheet, scene.ties.from[tie] ?? 0, scene.ties.to[tie] ?? 0, kind === PROPOSED), camera);
      if (kind === PROPOSED && some.length > PLAIN) pen.ink({ stroke: look.accent, width: 1, alpha: FADED_TIE });
      else if (kind === PROPOSED) pen.ink({ stroke: look.accent, width: 1.75 * thin, dash: [5, 4], alpha });
      else pen.ink({ stroke: look.edge, width: (TIE_WIDTHS[kind] ?? 1) * thin, alpha });
    }
}

/** Index of the first number that is not below `least`, of numbers that rise. */
function first(rising: Uint32Array, least: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((rising[half] ?? 0) < least) low = half + 1;
    else high = half;
  }
  return low;
}

export function curve(pen: Pen, [x1, y1, bendX, bendY, x2, y2]: Bent, { x, y, scale }: Camera): void {
  pen.curve(x1 * scale + x, y1 * scale + y, bendX * scale + x, bendY * scale + y, x2 * scale + x, y2 * scale + y);
}

function reports(
  pen: Pen,
  sheet: Sheet,
  some: Uint32Array,
  camera: Camera,
  look: Look,
  alpha: number,
  thin: number,
  dust: boolean,
): void {
  const heads: number[][] = [];
  for (const tie of some) {
    const arrow = arrowOf(sheet, sheet.scene.ties.from[tie] ?? 0, sheet.scene.ties.to[tie] ?? 0, camera, thin, dust);
    if (!arrow) continue;
    pen.line(arrow.line);
    heads.push(arrow.head);
  }
  pen.ink({ stroke: look.ink2, width: 1.4 * thin, alpha });
  for (const head of heads) pen.polygon(head);
  pen.ink({ fill: look.ink2, alpha });
}

/** In pixels: from the one circle to the head at the other; null where they stand too close for it. */
function arrowOf(
  { scene, places }: Sheet,
  from: number,
  to: number,
  { x, y, scale }: Camera,
  thin: number,
  dust: boolean,
): { line: number[]; head: number[] } | null {
  const dx = ((places[to * 2] ?? 0) - (places[from * 2] ?? 0)) * scale;
  const dy = ((places[to * 2 + 1] ?? 0) - (places[from * 2 + 1] ?? 0)) * scale;
  const far = Math.hypot(dx, dy);
  const begin = radiusAt(scene, scale, from, dust);
  const end = far - radiusAt(scene, scale, to, dust) - HEAD.gap;
  const base = end - HEAD.long * thin;
  if (base <= begin) return null;
  const ux = dx / far;
  const uy = dy / far;
  const fromX = (places[from * 2] ?? 0) * scale + x;
  const fromY = (places[from * 2 + 1] ?? 0) * scale + y;
  const at = (along: number, aside: number): [number, number] => [
    fromX + ux * along - uy * aside,
    fromY + uy * along + ux * aside,
  ];
  const half = HEAD.half * thin;
  return { line: [...at(begin, 0), ...at(base, 0)], head: [...at(end, 0), ...at(base, half), ...at(base, -half)] };
}
