// Everything that is drawn at a moment.
import { shownOf, type Attention, type Shown } from "./attention";
import { inWindow, type Camera, type Size } from "./camera";
import { hullsOf, type Hull } from "./hulls";
import type { Scene } from "./scene";

/** Everything that is drawn, and what is picked out of it. Places are x and y in turn, me last. */
export type Sheet = {
  readonly scene: Scene;
  readonly places: Float32Array;
  readonly hulls: readonly Hull[];
  readonly attention: Attention;
  readonly shown: Shown;
};

/** Where somebody is, in pixels. */
export type At = (number: number) => readonly [x: number, y: number];

export function sheetOf(
  scene: Scene,
  places: Float32Array,
  attention: Attention,
  hulls = hullsOf(scene, places),
): Sheet {
  return { scene, places, hulls, attention, shown: shownOf(scene, attention) };
}

export const pixelsOf =
  ({ places }: Sheet, { x, y, scale }: Camera): At =>
  (number) => [(places[number * 2] ?? 0) * scale + x, (places[number * 2 + 1] ?? 0) * scale + y];

/** Numbers of those whose circle may be in the window. */
export function inView({ scene, places, shown }: Sheet, camera: Camera, size: Size): Uint32Array {
  const { left, top, right, bottom } = inWindow(camera, size, 24 * Math.max(1, camera.scale));
  const seen = new Uint32Array(scene.count);
  let count = 0;
  for (let number = 0; number < scene.count; number += 1) {
    const x = places[number * 2] ?? 0;
    const y = places[number * 2 + 1] ?? 0;
    if (x < left || x > right || y < top || y > bottom || !shown.people[number]) continue;
    seen[count] = number;
    count += 1;
  }
  return seen.subarray(0, count);
}
