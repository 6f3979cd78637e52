import { describe, expect, it } from "vitest";
import type { MapTie } from "../host/wire.gen";
import { pictureOf } from "../../tests/map";
import { shownOf, unmoved, type Attention } from "./attention";
import { sceneOf } from "./scene";

// 0–1, 1–2, 3 alone, me knows 0; 2 is proposed to know 3.
const ties: MapTie[] = [
  [0, 1, 0.5, "tie"],
  [1, 2, 0.5, "tie"],
  [0, 4, 0.9, "tie"],
  [2, 3, 0.2, "proposed"],
];
const scene = sceneOf(pictureOf([{}, {}, {}, {}], ties));
const me = scene.me;
const people = (attention: Partial<Attention>): number[] => [...shownOf(scene, { ...unmoved, ...attention }).people];
/** How a tie is shown, by its two ends. */
function tie(attention: Partial<Attention>, one: number, other: number): number | undefined {
  const { ties } = shownOf(scene, { ...unmoved, ...attention });
  const at = scene.ties.from.findIndex((from, index) => from === one && scene.ties.to[index] === other);
  return ties[at];
}

describe("who is looked at", () => {
  it("is everybody as long as nothing is picked out", () => {
    expect(people({})).toEqual([2, 2, 2, 2, 2]);
    expect(shownOf(scene, unmoved).faded).toBe(false);
    expect(people({ selected: 1 }), "a selected person fades nobody").toEqual([2, 2, 2, 2, 2]);
  });

  it("is who is pointed at with those they know, and me", () => {
    expect(people({ hovered: 1 })).toEqual([2, 2, 2, 1, 2]);
    expect(tie({ hovered: 1 }, 0, 1)).toBe(2);
    expect(tie({ hovered: 1 }, 0, me), "between two whom they know").toBe(1);
  });

  it("fades nobody for somebody who has no ties that are drawn", () => {
    expect(people({ hovered: 3 }), "a proposed one").toEqual([1, 1, 2, 2, 2]);
    expect(people({ hovered: 3, dust: true }), "which is not drawn among dust").toEqual([2, 2, 2, 2, 2]);
    expect(people({ hovered: 3, filter: { hideMine: false, hideOthers: false, hideProposed: true } })).toEqual([
      2, 2, 2, 2, 2,
    ]);
    expect(people({ hovered: 1, dust: true })).toEqual([2, 2, 2, 1, 2]);
  });

  it("is the neighbourhood that the keyboard walks", () => {
    expect(people({ selected: 2, walked: 1 })).toEqual([1, 2, 2, 2, 2]);
  });

  it("is whom the filter lets through, and whoever is picked out all the same", () => {
    const matching = new Set([0, 2]);
    expect(people({ matching })).toEqual([2, 1, 2, 1, 2]);
    expect(tie({ matching }, 0, me)).toBe(2);
    expect(tie({ matching }, 0, 1)).toBe(1);
    expect(people({ matching, selected: 3 })).toEqual([2, 1, 2, 2, 2]);
    expect(people({ matching, hovered: 1 })).toEqual([2, 2, 2, 1, 2]);
  });

  it("is a way, and nobody else whatever is pointed at", () => {
    expect(people({ way: [me, 0, 1], hovered: 3, matching: new Set([3]) })).toEqual([2, 2, 1, 2, 2]);
    expect(tie({ way: [me, 0, 1] }, 0, me), "the way is drawn over it").toBe(1);
  });

  it("is whom to ask where there is no way", () => {
    expect(people({ marked: [1, 3], selected: 2 })).toEqual([1, 2, 2, 2, 2]);
    expect(tie({ marked: [1, 3], selected: 2 }, 1, 2)).toBe(1);
  });

  it("is both ends of a tie being drawn", () => {
    expect(people({ tying: { from: 0, to: 3 } })).toEqual([2, 1, 1, 2, 2]);
    expect(people({ tying: { from: 0, to: null } })).toEqual([2, 1, 1, 1, 2]);
  });
});

describe("ties", () => {
  it("are hidden as the filter says", () => {
    const hide = { hideMine: false, hideOthers: false, hideProposed: false };
    expect(tie({ filter: { ...hide, hideMine: true } }, 0, me)).toBe(0);
    expect(tie({ filter: { ...hide, hideMine: true } }, 0, 1)).toBe(2);
    expect(tie({ filter: { ...hide, hideOthers: true } }, 0, 1)).toBe(0);
    expect(tie({ filter: { ...hide, hideOthers: true } }, 0, me)).toBe(2);
    expect(tie({ filter: { ...hide, hideProposed: true } }, 2, 3)).toBe(0);
    expect(tie({ filter: { ...hide, hideProposed: true } }, 1, 2)).toBe(2);
  });

  it("of somebody who is being dragged are drawn with them, not here", () => {
    expect(people({ lifted: 1 })).toEqual([2, 0, 2, 2, 2]);
    expect(tie({ lifted: 1 }, 0, 1)).toBe(0);
    expect(tie({ lifted: 1 }, 2, 3)).toBe(2);
  });
});
