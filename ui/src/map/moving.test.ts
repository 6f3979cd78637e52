import { describe, expect, it } from "vitest";
import { pictureOf } from "../../tests/map";
import { between, carried, onTheWay } from "./moving";
import { sceneOf } from "./scene";

describe("moves", () => {
  it("begin where people were in the picture before, by who they are and not by number", () => {
    const before = { scene: sceneOf(pictureOf([{ id: 7 }, { id: 9 }])), places: Float32Array.of(1, 2, 3, 4, 5, 6) };
    const after = sceneOf(pictureOf([{ id: 9 }, { id: 8 }, { id: 7 }]));
    const from = carried(before, after, Float32Array.of(10, 10, 20, 20, 30, 30, 40, 40));
    expect([...from], "9, the new one where they belong, 7, me").toEqual([3, 4, 20, 20, 1, 2, 5, 6]);
  });

  it("bring newcomers from those they know, and theirs after them", () => {
    const before = { scene: sceneOf(pictureOf([{ id: 7 }])), places: Float32Array.of(1, 2, 5, 6) };
    const people = [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 7 }];
    const after = sceneOf(
      pictureOf(people, [
        [0, 1, 1, "tie"],
        [1, 3, 1, "tie"],
      ]),
    );
    const to = Float32Array.of(10, 10, 20, 20, 30, 30, 40, 40, 50, 50);
    expect([...carried(before, after, to)]).toEqual([1, 2, 1, 2, 30, 30, 1, 2, 5, 6]);
  });

  it("end exactly where they should", () => {
    const to = Float32Array.of(0.1, 0.2);
    expect(onTheWay(Float32Array.of(5, 5), to, 1)).toBe(to);
    expect([...onTheWay(Float32Array.of(0, 0), Float32Array.of(10, 20), 0.5)]).toEqual([5, 10]);
    const end = { x: 3, y: 4, scale: 0.3 };
    expect(between({ x: 0, y: 0, scale: 1 }, end, 1)).toBe(end);
  });

  it("zoom towards one point all the way", () => {
    const pixel = ({ x, scale }: { x: number; scale: number }) => 100 * scale + x;
    const from = { x: 0, y: 0, scale: 1 };
    const to = { x: 100 - 100 * 3, y: 0, scale: 3 };
    for (const share of [0.2, 0.5, 0.9]) expect(pixel(between(from, to, share))).toBeCloseTo(100);
  });
});
