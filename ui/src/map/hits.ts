// Who is under the pointer.
import { quadtree, type Quadtree } from "d3-quadtree";
import type { Camera, Point } from "./camera";
import { radiusAt } from "./sizes";
import type { Hull } from "./hulls";
import { within } from "./hulls";
import type { Scene } from "./scene";

/** A small circle is hit this many pixels beside it, too. */
const BESIDE = 4;

/** Finds people by place. Built at the first question, for places change more often than anybody points. */
export class Hits {
  #tree: Quadtree<number> | null = null;
  readonly #largest: number;

  constructor(
    readonly scene: Scene,
    readonly places: Float32Array,
    readonly hulls: readonly Hull[],
  ) {
    this.#largest = scene.radius.reduce(
      (largest, radius, number) => (radius > (scene.radius[largest] ?? 0) ? number : largest),
      0,
    );
  }

  /** Whose circle is at a point of the map, as drawn: of several the topmost, else the nearest that is near enough. */
  person({ x, y }: Point, camera: Camera, dust: boolean): number | null {
    const { scene, places } = this;
    const widest = Math.max(
      radiusAt(scene, camera.scale, scene.me, dust),
      radiusAt(scene, camera.scale, this.#largest, dust),
    );
    const reach = (widest + BESIDE) / camera.scale;
    let top: number | null = null;
    let beside: number | null = null;
    let near = BESIDE;
    this.#grown().visit((node, left, upper, right, lower) => {
      if (left > x + reach || right < x - reach || upper > y + reach || lower < y - reach) return true;
      if (node.length) return false;
      for (let leaf: typeof node | undefined = node; leaf && !leaf.length; leaf = leaf.next) {
        const number = leaf.data;
        const far =
          Math.hypot((places[number * 2] ?? 0) - x, (places[number * 2 + 1] ?? 0) - y) * camera.scale -
          radiusAt(scene, camera.scale, number, dust);
        if (far <= 0) top = top === null || above(scene, number, top) ? number : top;
        else if (far < near) [beside, near] = [number, far];
      }
      return false;
    });
    return top ?? beside;
  }

  /** In whose hull the point lies: the smallest. */
  organisation({ x, y }: Point): number | null {
    for (let at = this.hulls.length - 1; at >= 0; at -= 1) {
      const hull = this.hulls[at];
      if (hull && within(hull, x, y)) return hull.organisation;
    }
    return null;
  }

  #grown(): Quadtree<number> {
    this.#tree ??= quadtree<number>()
      .x((number) => this.places[number * 2] ?? 0)
      .y((number) => this.places[number * 2 + 1] ?? 0)
      .addAll(Array.from({ length: this.scene.count }, (_, number) => number));
    return this.#tree;
  }
}

/** Whether the first is drawn after the second: kind by kind, me last. */
function above(scene: Scene, one: number, other: number): boolean {
  const kind = scene.kind[one] ?? 0;
  const below = scene.kind[other] ?? 0;
  return kind > below || (kind === below && one > other);
}
