import { describe, expect, it } from "vitest";
import type { MapTie } from "../host/wire.gen";
import { pictureOf } from "../../tests/map";
import { nameOf, neighboursOf, PROPOSED, REPORTS, sceneOf, shortName } from "./scene";
import { tieWidth } from "./style";

describe("a picture as numbers", () => {
  it("knows whom each knows, from either end", () => {
    const scene = sceneOf(
      pictureOf(
        [{}, {}, {}],
        [
          [0, 2, 1, "tie"],
          [2, 3, 1, "reports"],
          [0, 1, 1, "proposed"],
        ],
      ),
    );
    expect([...neighboursOf(scene, 0)].sort()).toEqual([1, 2]);
    expect([...neighboursOf(scene, 2)].sort()).toEqual([0, 3]);
    expect([...neighboursOf(scene, scene.me)]).toEqual([2]);
  });

  it("sorts ties by how they look", () => {
    const ties: MapTie[] = [
      [0, 1, 0.2, "reports"],
      [1, 2, 0.2, "proposed"],
      [0, 2, 1, "tie"],
      [0, 3, 0, "tie"],
    ];
    const { from, begin } = sceneOf(pictureOf([{}, {}, {}], ties)).ties;
    expect([...from]).toEqual([0, 0, 1, 0]);
    expect(begin).toEqual([0, 1, 1, 1, 1, 1, 2, 3, 4]);
    expect(begin[PROPOSED]).toBe(2);
    expect(begin[REPORTS]).toBe(3);
  });

  it("leaves out ties that nobody could draw", () => {
    const scene = sceneOf(
      pictureOf(
        [{}, {}],
        [
          [0, 0, 1, "tie"],
          [1, 9, 1, "tie"],
          [0, 1, 1, "tie"],
          [0, 1, 1, "tie"],
        ],
      ),
    );
    expect([...scene.ties.from]).toEqual([0, 0]);
    expect(scene.begin.at(-1)).toBe(4);
  });

  it("is there for nobody, too", () => {
    const scene = sceneOf(pictureOf([]));
    expect(scene.count).toBe(1);
    expect(nameOf(scene, scene.me)).toBe("You");
  });

  it("names the warmer first, and me before all", () => {
    const scene = sceneOf(
      pictureOf([
        { keptClose: false, radius: 5.5 },
        { radius: 9, warmth: 2 },
        { radius: 16, warmth: 5 },
      ]),
    );
    expect([...scene.byWarmth]).toEqual([3, 2, 1, 0]);
  });

  it("calls people by the first of their names", () => {
    expect(shortName("Daniel Osterby")).toBe("Daniel");
    expect(shortName("Dr. Daniel Osterby")).toBe("Daniel");
    expect(shortName("Prof Ilse Varnholt")).toBe("Ilse");
    expect(shortName("J. R. Hale")).toBe("Hale");
    expect(shortName("Dr.")).toBe("Dr.");
    expect(shortName("山田 太郎")).toBe("山田");
  });

  it("draws stronger ties thicker, whatever the number", () => {
    expect([0, 0.25, 0.5, 0.8, 1, 7, -1].map(tieWidth)).toEqual([0, 1, 2, 4, 5, 5, 0]);
  });
});
