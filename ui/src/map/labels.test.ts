import { describe, expect, it } from "vitest";
import { crowd, look, pictureOf, RememberingPen, seeded, sheetFor } from "../../tests/map";
import { draw } from "./draw";
import { Names, overlap, type Covers, type Label } from "./labels";
import { handleAt } from "./marks";
import type { Before } from "./naming";
import type { Type } from "./style";

const type: Type = { size: 12, weight: 520, fill: "ink", font: "Inter" };
const clashes = (labels: readonly Label[]): [Label, Label][] =>
  labels.flatMap((one, at) =>
    labels
      .slice(at + 1)
      .filter((other) => overlap(one.box, other.box))
      .map((other): [Label, Label] => [one, other]),
  );

describe("names", () => {
  it("never cover one another, at any scale, however crowded", () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seeded(seed);
      const { picture, places } = crowd(250, 12, 300 + random() * 900, random);
      for (const scale of [0.3, 1, 3]) {
        const attention = { selected: 3, hovered: scale === 1 ? 17 : null };
        const { labels } = draw(
          new RememberingPen(),
          sheetFor(picture, places, attention),
          { x: 400, y: 300, scale },
          { width: 800, height: 600 },
          look,
        );
        expect(labels.length).toBeGreaterThan(scale === 1 ? 1 : 5);
        expect(clashes(labels), `seed ${seed} at ${scale}`).toEqual([]);
      }
    }
  });

  it("come to the warmer where there is room for one", () => {
    const people = [
      { name: "Cold", radius: 5.5, keptClose: false },
      { name: "Warm", radius: 16, warmth: 5 },
    ];
    const put = (places: number[]): string[] => {
      const pen = new RememberingPen();
      draw(
        pen,
        sheetFor(
          pictureOf([...people, ...Array.from({ length: 40 }, (_, at) => ({ name: `F${at}`, keptClose: false }))]),
          [...places, ...Array.from({ length: 82 }, (_, at) => 5000 + at * 100)],
        ),
        { x: 400, y: 300, scale: 1 },
        { width: 800, height: 600 },
        look,
      );
      return pen.words.map(({ words }) => words);
    };
    expect(put([0, 0, 100, 100])).toEqual(expect.arrayContaining(["Cold", "Warm"]));
    const names = new Names((words) => words.length * 7);
    const wanted = (person: number, x: number) => ({
      person,
      organisation: null,
      x,
      y: 0,
      gap: 8,
      sayings: [[{ words: "Somebody", type }]],
      sides: ["below" as const],
      covers: "nothing" as const,
    });
    expect(names.put(wanted(1, 0))).toBe(true);
    expect(names.put(wanted(2, 20))).toBe(false);
    expect(names.put(wanted(3, 80))).toBe(true);
  });

  it("take another side, then a shorter saying, before they give up", () => {
    const names = new Names((words) => words.length * 7);
    names.keepFree({ left: -100, right: 100, top: 5, bottom: 100 });
    names.put({
      person: 1,
      organisation: null,
      x: 0,
      y: 0,
      gap: 8,
      sayings: [[{ words: "Above", type }]],
      sides: ["below", "above"],
      covers: "nothing" as const,
    });
    expect(names.placed[0]?.box.bottom).toBe(-8);
    names.keepFree({ left: 240, right: 260, top: -50, bottom: 50 });
    names.put({
      person: 2,
      organisation: null,
      x: 200,
      y: 0,
      gap: 8,
      sayings: [[{ words: "Somebody Longer", type }], [{ words: "Short", type }]],
      sides: ["below"],
      covers: "nothing" as const,
    });
    expect(names.placed[1]?.lines[0]?.words).toBe("Short");
  });

  it("cover a circle only where somebody must be named", () => {
    const put = (covers: Covers, faded = false): boolean => {
      const names = new Names(() => 40);
      names.circle(0, 15, 10, faded);
      return names.put({
        person: 1,
        organisation: null,
        x: 0,
        y: 0,
        gap: 8,
        sayings: [[{ words: "Name", type }]],
        sides: ["below"],
        covers,
      });
    };
    expect(put("nothing")).toBe(false);
    expect(put("faded")).toBe(false);
    expect(put("faded", true)).toBe(true);
    expect(put("nothing", true)).toBe(false);
    expect(put("all")).toBe(true);
  });

  it("are not cut by the edge of the window where there is another side", () => {
    const names = new Names((words) => words.length * 7, { left: 0, right: 400, top: 0, bottom: 300 });
    const put = (x: number, y: number): string | undefined => {
      names.put({
        person: 1,
        organisation: null,
        x,
        y,
        gap: 8,
        sayings: [[{ words: "Somebody", type }]],
        sides: ["below", "above", "right", "left"],
        covers: "nothing",
      });
      return names.placed.at(-1)?.side;
    };
    expect(put(200, 100)).toBe("below");
    expect(put(10, 100)).toBe("right");
    expect(put(390, 100)).toBe("left");
    expect(put(200, 292)).toBe("above");
    expect(put(-20, 200), "of somebody outside anything may be seen").toBe("below");
  });

  it("of organisations stay on their side, whoever is picked out, and take another before they are left out", () => {
    // Northmere around two people below the middle; somebody stands where its name was.
    const people = [
      { name: "Ana", organisation: 0 },
      { name: "Bo", organisation: 0 },
      { name: "Cy" },
      ...Array.from({ length: 40 }, (_, at) => ({ name: `F${at}` })),
    ];
    const far = Array.from({ length: 80 }, (_, at) => 5000 + at * 100);
    const place = (others: readonly number[], before?: Before, attention = {}) => {
      const sheet = sheetFor(
        pictureOf(people, [], ["Northmere"]),
        [-40, 150, 40, 150, ...others, ...far, 0, 0],
        attention,
      );
      const { labels } = draw(new RememberingPen(), sheet, camera, { width: 800, height: 600 }, look, { before });
      return labels.find(({ organisation }) => organisation === 0)?.side;
    };
    const camera = { x: 400, y: 300, scale: 1 };
    expect(place([300, 0])).toBe("below");
    expect(place([0, 190])).toBe("above");
    const sheet = sheetFor(pictureOf(people, [], ["Northmere"]), [-40, 150, 40, 150, 0, 190, ...far, 0, 0]);
    const before = {
      labels: draw(new RememberingPen(), sheet, camera, { width: 800, height: 600 }, look).labels,
      camera,
    };
    expect(place([300, 0], before), "though its better side is free").toBe("above");
    expect(place([300, 0], before, { selected: 0, hovered: 1 })).toBe("above");
  });

  it("of those around who is pointed at keep off circles that are looked at, and off the handle", () => {
    const random = seeded(9);
    const { picture, places } = crowd(120, 3, 500, random);
    for (let hovered = 0; hovered < 40; hovered += 1) {
      const sheet = sheetFor(picture, places, { hovered });
      const camera = { x: 400, y: 300, scale: 1 };
      const { labels } = draw(new RememberingPen(), sheet, camera, { width: 800, height: 600 }, look);
      const rim = handleAt(sheet, hovered, camera, false);
      const handle = { left: rim.x - 8, right: rim.x + 8, top: rim.y - 8, bottom: rim.y + 8 };
      for (const { person, box } of labels) {
        expect(overlap(box, handle), `handle of ${hovered}`).toBe(false);
        if (person === null || person === hovered) continue;
        for (let other = 0; other < 120; other += 1) {
          if (other === person || sheet.shown.people[other] !== 2) continue;
          const [x, y, r] = [
            (places[other * 2] ?? 0) + 400,
            (places[other * 2 + 1] ?? 0) + 300,
            sheet.scene.radius[other] ?? 0,
          ];
          expect(
            overlap(box, { left: x - r, right: x + r, top: y - r, bottom: y + r }),
            `${person} over ${other}`,
          ).toBe(false);
        }
      }
    }
  });
});
