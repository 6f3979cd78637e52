// Moves that take a moment: places and the camera ease to where they belong.
import type { Camera } from "./camera";
import type { Scene } from "./scene";

/** Milliseconds of a move: long enough for the eye to follow. */
const LONG = 300;
/** With more people than this a move would stutter: they jump. */
export const STEADY = 400;

/** Whether the person wants things to move. */
export const still = (): boolean => window.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;

/** Calls `step` with 0–1 in every frame until it is 1; the answer stops it. */
export function gradually(step: (share: number) => void): () => void {
  let frame = 0;
  let begun: number | null = null;
  const next = (now: number): void => {
    begun ??= now;
    const share = Math.min(1, (now - begun) / LONG);
    frame = share < 1 ? requestAnimationFrame(next) : 0;
    step(1 - (1 - share) ** 3);
  };
  frame = requestAnimationFrame(next);
  return () => cancelAnimationFrame(frame);
}

const mixed = (a: number, b: number, share: number): number => a + (b - a) * share;

export const between = (from: Camera, to: Camera, share: number): Camera => {
  if (share >= 1) return to;
  // What is in the middle moves evenly when the scale does not.
  const scale = from.scale * (to.scale / from.scale) ** share;
  const by = to.scale === from.scale ? share : (scale - from.scale) / (to.scale - from.scale);
  return { x: mixed(from.x, to.x, by), y: mixed(from.y, to.y, by), scale };
};

export const onTheWay = (from: Float32Array, to: Float32Array, share: number): Float32Array =>
  share >= 1 ? to : to.map((value, at) => mixed(from[at] ?? value, value, share));

/**
 * Where everybody of `scene` was in another picture. Who was not there comes from somebody they know who was; without
 * one they begin where they belong.
 */
export function carried(before: { scene: Scene; places: Float32Array }, scene: Scene, to: Float32Array): Float32Array {
  const was = new Map(before.scene.picture.people.map(({ id }, number) => [id, number]));
  const from = to.slice();
  const put = (number: number, old: number): void => {
    from[number * 2] = before.places[old * 2] ?? 0;
    from[number * 2 + 1] = before.places[old * 2 + 1] ?? 0;
  };
  scene.picture.people.forEach(({ id }, number) => {
    const old = was.get(id);
    if (old !== undefined) put(number, old);
  });
  put(scene.me, before.scene.me);
  const isNew = scene.picture.people.map(({ id }) => !was.has(id));
  const comes = (one: number, other: number): void => {
    if (!isNew[one] || isNew[other]) return;
    isNew[one] = false;
    from.copyWithin(one * 2, other * 2, other * 2 + 2);
  };
  // Newcomers who know only newcomers follow them.
  for (let waves = 0; waves < 2; waves += 1) {
    const known = [...isNew];
    for (const [one, other] of scene.picture.ties) {
      if (!known[other]) comes(one, other);
      if (!known[one]) comes(other, one);
    }
  }
  return from;
}
