import { beforeEach, describe, expect, it } from "vitest";
import { pictureOf, sheetFor } from "../../tests/map";
import { Hits } from "./hits";
import { handleAt } from "./marks";
import { Pointing, type Doing, type Ground } from "./pointing";

// Two people of one organisation 200 pixels apart, somebody alone, and me.
const picture = pictureOf([{ organisation: 0 }, { organisation: 0 }, {}], [], ["Northmere"]);
const sheet = sheetFor(picture, [100, 100, 300, 100, 500, 400, 200, 300]);
const hits = new Hits(sheet.scene, sheet.places, sheet.hulls);
const [one, two, alone, me] = [
  { x: 100, y: 100 },
  { x: 300, y: 100 },
  { x: 500, y: 400 },
  { x: 200, y: 300 },
];
const empty = { x: 600, y: 50 };
const rim = handleAt(sheet, 0, { x: 0, y: 0, scale: 1 }, false);

let told: unknown[][];
let camera: { x: number; y: number; scale: number };
let doing: Doing;
let cursor: string;
let hand: Pointing;

beforeEach(() => {
  told = [];
  camera = { x: 0, y: 0, scale: 1 };
  doing = { what: "nothing" };
  cursor = "";
  const ground: Ground = {
    sheet: () => sheet,
    hits: () => hits,
    camera: () => camera,
    dust: () => false,
    nameAt: ({ x, y }) => (x > 590 && y > 590 ? { person: null, organisation: 0 } : null),
    look: (to) => (camera = to),
    hover: (person) => told.push(["hover", person]),
    stirred: (away) => away && told.push(["away"]),
    cursor: (kind) => (cursor = kind),
    doing: (next) => (doing = next),
    onselect: (person) => told.push(["select", person]),
    onorganisation: (index) => told.push(["organisation", index]),
    onpin: (...all) => told.push(["pin", ...all]),
    ontie: (...all) => told.push(["tie", ...all]),
  };
  hand = new Pointing(ground);
});

const said = (): unknown[][] => told.filter(([what]) => what !== "hover" && what !== "away");
function drag(from: { x: number; y: number }, to: { x: number; y: number }, shift = false): void {
  hand.move(1, from);
  hand.down(1, from, shift);
  hand.move(1, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  hand.move(1, to);
}
function click(at: { x: number; y: number }): void {
  hand.down(1, at, false);
  hand.up(1, at);
}

describe("a hand on the map", () => {
  it("selects whom it clicks, me too, an organisation by its hull or name, and nobody on empty ground", () => {
    [one, me, { x: 200, y: 100 }, { x: 600, y: 600 }, empty].forEach(click);
    expect(said()).toEqual([
      ["select", 0],
      ["select", 3],
      ["organisation", 0],
      ["organisation", 0],
      ["select", null],
    ]);
  });

  it("clicks even when it trembles", () => {
    hand.down(1, one, false);
    hand.move(1, { x: 102, y: 101 });
    hand.up(1, { x: 102, y: 101 });
    expect(said()).toEqual([["select", 0]]);
  });

  it("pans from empty ground, from a hull and from me, and selects nothing by it", () => {
    for (const from of [empty, { x: 200, y: 100 }, me]) {
      const before = camera;
      drag(from, { x: from.x + 40, y: from.y - 30 });
      expect(cursor).toBe("grabbing");
      hand.up(1, from);
      expect([camera.x - before.x, camera.y - before.y]).toEqual([40, -30]);
      camera = before;
    }
    expect(said()).toEqual([]);
    expect(doing.what).toBe("nothing");
  });

  it("moves somebody and says where they were let go, as the map counts", () => {
    camera = { x: 50, y: 0, scale: 2 };
    drag({ x: 250, y: 200 }, { x: 450, y: 260 });
    expect(doing).toEqual({ what: "move", person: 0, at: { x: 450, y: 260 } });
    hand.up(1, { x: 450, y: 260 });
    expect(said()).toEqual([["pin", 0, 200, 130]]);
  });

  it("draws a tie from the handle, or with Shift, to somebody else", () => {
    hand.move(1, one);
    drag(rim, two);
    expect(doing).toMatchObject({ what: "tie", from: 0, to: 1 });
    expect(cursor).toBe("crosshair");
    hand.up(1, two);
    drag(alone, one, true);
    hand.up(1, one);
    expect(said()).toEqual([
      ["tie", 0, 1],
      ["tie", 2, 0],
    ]);
  });

  it("draws a tie where somebody is let go on another, and moves them where nobody is", () => {
    drag(one, two);
    expect(doing).toMatchObject({ what: "tie", from: 0, to: 1 });
    expect(cursor).toBe("crosshair");
    hand.move(1, empty);
    expect(doing).toEqual({ what: "move", person: 0, at: empty });
    hand.move(1, two);
    hand.up(1, two);
    expect(said()).toEqual([["tie", 0, 1]]);
    // Where they came from is free for them, and I am tied to nobody by hand.
    for (const to of [{ x: 103, y: 103 }, me]) {
      drag(one, { x: 300, y: 250 });
      hand.move(1, to);
      hand.up(1, to);
    }
    expect(said().slice(1)).toEqual([
      ["pin", 0, 103, 103],
      ["pin", 0, me.x, me.y],
    ]);
  });

  it("draws none to me, to oneself, or to nobody", () => {
    for (const to of [me, { x: 103, y: 103 }, empty]) {
      drag(one, { x: 300, y: 250 }, true);
      hand.move(1, to);
      expect(doing).toMatchObject({ what: "tie", to: null });
      hand.up(1, to);
    }
    expect(said()).toEqual([]);
  });

  it("draws none from me", () => {
    drag(me, one, true);
    expect(doing.what).toBe("pan");
  });

  it("leaves all as it was when it is stopped", () => {
    drag(one, { x: 400, y: 300 });
    expect(hand.busy).toBe(true);
    hand.stop();
    hand.move(1, { x: 420, y: 310 });
    hand.up(1, { x: 420, y: 310 });
    expect(said()).toEqual([]);
    expect(hand.busy).toBe(false);
  });

  it("says whom it is over, and its shape", () => {
    hand.move(1, one);
    expect(cursor).toBe("pointer");
    hand.move(1, rim);
    expect(cursor).toBe("crosshair");
    hand.move(1, empty);
    expect(cursor).toBe("grab");
    expect(told).toEqual([
      ["hover", 0],
      ["hover", null],
    ]);
  });

  it("zooms at the pointer, and by two clicks on empty ground", () => {
    hand.wheel(-100, { x: 300, y: 100 }, false);
    expect(camera.scale).toBeGreaterThan(1);
    expect(300 * camera.scale + camera.x).toBeCloseTo(300);
    const before = camera.scale;
    hand.twice(empty);
    expect(camera.scale).toBeGreaterThan(before);
    hand.twice({ x: 100 * camera.scale + camera.x, y: 100 * camera.scale + camera.y });
    expect(camera.scale, "not on somebody").toBeCloseTo(before * 1.6);
  });

  it("points at nobody while it zooms or pans, until it moves over somebody again", () => {
    hand.move(1, one);
    hand.wheel(-100, one, false);
    expect(told).toEqual([["hover", 0], ["hover", null], ["away"]]);
    hand.wheel(-100, one, false);
    expect(told.filter(([what]) => what === "hover")).toHaveLength(2);
    camera = { x: 0, y: 0, scale: 1 };
    hand.move(1, { x: one.x + 1, y: one.y });
    expect(told.at(-1)).toEqual(["hover", 0]);
    drag(empty, { x: 560, y: 80 });
    expect(told.at(-1)).toEqual(["away"]);
  });

  it("zooms by two fingers, and moves nobody by them", () => {
    hand.down(1, one, false);
    hand.down(2, two, false);
    hand.move(2, { x: 500, y: 100 });
    expect(camera.scale).toBeCloseTo(2);
    hand.up(2, { x: 500, y: 100 });
    hand.up(1, one);
    expect(said()).toEqual([]);
  });
});
