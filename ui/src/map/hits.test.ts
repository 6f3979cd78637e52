import { describe, expect, it } from "vitest";
import { crowd, pictureOf, seeded, sheetFor } from "../../tests/map";
import { Hits } from "./hits";
import { radiusAt } from "./sizes";
import { KINDS } from "./style";

const camera = { x: 0, y: 0, scale: 1 };
const hitsFor = (...made: Parameters<typeof sheetFor>): Hits => {
  const { scene, places, hulls } = sheetFor(...made);
  return new Hits(scene, places, hulls);
};

describe("who is under the pointer", () => {
  it("is whom one would find by looking at everybody", () => {
    const random = seeded(11);
    const { picture, places } = crowd(400, 3, 700, random);
    const hits = hitsFor(picture, places);
    for (let turn = 0; turn < 400; turn += 1) {
      const [x, y] = [(random() - 0.5) * 700, (random() - 0.5) * 700];
      const over = Array.from({ length: 401 }, (_, number) => number).filter(
        (number) =>
          Math.hypot((places[number * 2] ?? 0) - x, (places[number * 2 + 1] ?? 0) - y) <=
          radiusAt(hits.scene, 1, number, false),
      );
      if (over.length > 0) expect(over).toContain(hits.person({ x, y }, camera, false));
    }
  });

  it("is the topmost of several: as they are drawn, kind by kind", () => {
    const picture = pictureOf([
      { colour: KINDS[2] ?? null },
      { colour: KINDS[0] ?? null },
      { colour: KINDS[2] ?? null },
    ]);
    expect(hitsFor(picture, [0, 0, 1, 0, 200, 0, 90, 90]).person({ x: 1, y: 0 }, camera, false)).toBe(0);
    expect(hitsFor(picture, [0, 0, 1, 0, 2, 0, 90, 90]).person({ x: 1, y: 0 }, camera, false)).toBe(2);
    expect(hitsFor(picture, [0, 0, 1, 0, 2, 0, 1, 1]).person({ x: 1, y: 0 }, camera, false), "me above all").toBe(3);
  });

  it("may be a little beside a small circle, but not far", () => {
    const hits = hitsFor(pictureOf([{ radius: 5.5 }]), [0, 0, 500, 500]);
    expect(hits.person({ x: 8.5, y: 0 }, camera, false)).toBe(0);
    expect(hits.person({ x: 12, y: 0 }, camera, false)).toBeNull();
    const far = { x: 0, y: 0, scale: 0.1 };
    expect(hits.person({ x: 40, y: 0 }, far, false), "four pixels beside").toBe(0);
  });

  it("is nobody on an empty map but me", () => {
    expect(hitsFor(pictureOf([]), [0, 0]).person({ x: 3, y: 3 }, camera, false)).toBe(0);
    expect(hitsFor(pictureOf([]), [0, 0]).person({ x: 100, y: 3 }, camera, false)).toBeNull();
  });

  it("finds the smaller hull of two", () => {
    const people = [0, 0, 1, 1].map((organisation) => ({ organisation }));
    const hits = hitsFor(pictureOf(people, [], ["Small", "Large"]), [0, 0, 40, 0, -200, 0, 200, 0, 0, 900]);
    expect(hits.organisation({ x: 20, y: 0 })).toBe(0);
    expect(hits.organisation({ x: 120, y: 0 })).toBe(1);
    expect(hits.organisation({ x: 120, y: 120 })).toBeNull();
  });
});
