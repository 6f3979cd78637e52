import { describe, expect, it } from "vitest";
import { crowd, pictureOf, seeded } from "../../tests/map";
import { hullsOf, within } from "./hulls";
import { sceneOf } from "./scene";

describe("hulls", () => {
  it("hold every circle of their people, wherever these stand", () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seeded(seed);
      const { picture, places } = crowd(60, 5, 50 + random() * 900, random);
      const scene = sceneOf(picture);
      const hulls = hullsOf(scene, Float32Array.from(places));
      expect(hulls).toHaveLength(5);
      for (const hull of hulls)
        for (const number of scene.members[hull.organisation] ?? [])
          for (let turn = 0; turn < 16; turn += 1) {
            const radius = scene.radius[number] ?? 0;
            const [x, y] = [
              (places[number * 2] ?? 0) + Math.cos(turn) * radius,
              (places[number * 2 + 1] ?? 0) + Math.sin(turn) * radius,
            ];
            expect(within(hull, x, y), `seed ${seed}, ${number}`).toBe(true);
            expect(x > hull.box.left && x < hull.box.right && y > hull.box.top && y < hull.box.bottom).toBe(true);
          }
    }
  });

  it("leave out what is far beside them", () => {
    const scene = sceneOf(pictureOf([{ organisation: 0 }, { organisation: 0 }], [], ["Northmere"]));
    const [hull] = hullsOf(scene, Float32Array.of(0, 0, 100, 0, 50, 300));
    expect(hull && within(hull, 50, 0)).toBe(true);
    expect(hull && within(hull, 50, 40)).toBe(false);
    expect(hull && within(hull, 130, 0)).toBe(false);
  });

  it("are drawn around two or more, and hold two at one place", () => {
    const scene = sceneOf(
      pictureOf([{ organisation: 0 }, { organisation: 1 }, { organisation: 1 }], [], ["Alone", "Two"]),
    );
    const hulls = hullsOf(scene, Float32Array.of(0, 0, 7, 7, 7, 7, 0, 0));
    expect(hulls.map(({ organisation }) => organisation)).toEqual([1]);
    expect(hulls[0] && within(hulls[0], 7, 7)).toBe(true);
  });

  it("lie the small upon the large", () => {
    const people = [0, 0, 1, 1].map((organisation) => ({ organisation }));
    const scene = sceneOf(pictureOf(people, [], ["Small", "Large"]));
    const hulls = hullsOf(scene, Float32Array.of(0, 0, 10, 0, -200, 0, 200, 0, 0, 0));
    expect(hulls.map(({ organisation }) => organisation)).toEqual([1, 0]);
  });
});
