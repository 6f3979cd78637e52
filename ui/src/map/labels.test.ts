import { describe, expect, it } from "vitest";
import { crowd, look, pictureOf, RememberingPen, seeded, sheetFor } from "../../tests/map";
import { draw } from "./draw";
import { Names, overlap, type Label } from "./labels";
import type { Type } from "./style";

const type: Type = { size: 12, weight: 520, fill: "ink", font: "Inter" };
const clashes = (labels: readonly Label[]): [Label, Label][] =>
  labels.flatMap((one, at) => labels.slice(at + 1).filter((other) => overlap(one.box, other.box)).map((other): [Label, Label] => [one, other]));

describe("names", () => {
  it("never cover one another, at any scale, however crowded", () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seeded(seed);
      const { picture, places } = crowd(250, 12, 300 + random() * 900, random);
      for (const scale of [0.3, 1, 3]) {
        const attention = { selected: 3, hovered: scale === 1 ? 17 : null };
        const { labels } = draw(new RememberingPen(), sheetFor(picture, places, attention), { x: 400, y: 300, scale }, { width: 800, height: 600 }, look);
        expect(labels.length).toBeGreaterThan(scale === 1 ? 1 : 5);
        expect(clashes(labels), `seed ${seed} at ${scale}`).toEqual([]);
      }
    }
  });

  it("come to the warmer where there is room for one", () => {
    const people = [{ name: "Cold", radius: 5.5, keptClose: false }, { name: "Warm", radius: 16, warmth: 5 }];
    const put = (places: number[]): string[] => {
      const pen = new RememberingPen();
      draw(pen, sheetFor(pictureOf([...people, ...Array.from({ length: 40 }, (_, at) => ({ name: `F${at}`, keptClose: false }))]), [...places, ...Array.from({ length: 82 }, (_, at) => 5000 + at * 100)]), { x: 400, y: 300, scale: 1 }, { width: 800, height: 600 }, look);
      return pen.words.map(({ words }) => words);
    };
    expect(put([0, 0, 100, 100])).toEqual(expect.arrayContaining(["Cold", "Warm"]));
    const names = new Names((words) => words.length * 7);
    const wanted = (person: number, x: number) => ({ person, organisation: null, x, y: 0, gap: 8, sayings: [[{ words: "Somebody", type }]], sides: ["below" as const], must: false });
    expect(names.put(wanted(1, 0))).toBe(true);
    expect(names.put(wanted(2, 20))).toBe(false);
    expect(names.put(wanted(3, 80))).toBe(true);
  });

  it("take another side, then a shorter saying, before they give up", () => {
    const names = new Names((words) => words.length * 7);
    names.keepFree({ left: -100, right: 100, top: 5, bottom: 100 });
    names.put({ person: 1, organisation: null, x: 0, y: 0, gap: 8, sayings: [[{ words: "Above", type }]], sides: ["below", "above"], must: false });
    expect(names.placed[0]?.box.bottom).toBe(-8);
    names.keepFree({ left: 240, right: 260, top: -50, bottom: 50 });
    names.put({ person: 2, organisation: null, x: 200, y: 0, gap: 8, sayings: [[{ words: "Somebody Longer", type }], [{ words: "Short", type }]], sides: ["below"], must: false });
    expect(names.placed[1]?.lines[0]?.words).toBe("Short");
  });

  it("cover a circle only where somebody must be named", () => {
    const put = (must: boolean): boolean => {
      const names = new Names(() => 40);
      names.circle(0, 15, 10);
      return names.put({ person: 1, organisation: null, x: 0, y: 0, gap: 8, sayings: [[{ words: "Name", type }]], sides: ["below"], must });
    };
    expect(put(false)).toBe(false);
    expect(put(true)).toBe(true);
  });
});
