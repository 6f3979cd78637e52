import { describe, expect, it } from "vitest";
import type { MapTie } from "../host/wire.gen";
import { crowd, look, pictureOf, RememberingPen, seeded, sheetFor, type Somebody } from "../../tests/map";
import type { Attention } from "./attention";
import { draw, type Drawn, type How } from "./draw";
import { FADED, FADED_TIE, TIE_WIDTHS, types } from "./style";

const size = { width: 800, height: 600 };
const camera = { x: 400, y: 300, scale: 1 };
/** Around me in the middle: right, below, left, above. */
const around = [150, 0, 0, 150, -150, 0, 0, -150, 0, 0];

function drawn(
  people: readonly Somebody[],
  ties: MapTie[],
  attention: Partial<Attention> = {},
  organisations: string[] = [],
): RememberingPen {
  const pen = new RememberingPen();
  draw(pen, sheetFor(pictureOf(people, ties, organisations), around, attention), camera, size, look);
  return pen;
}
const four: Somebody[] = [
  { name: "Ana One", colour: "client", radius: 16 },
  { name: "Bo Two" },
  { name: "Cy Three", colour: null },
  { name: "Di Four" },
];

describe("drawing", () => {
  it("colours circles by kind, me in ink with my name, and those of no kind as an outline", () => {
    const pen = drawn(four, []);
    expect(pen.inked({ fill: "k-client" })[0]?.shapes[0]?.at).toEqual([550, 300, 16]);
    expect(pen.inked({ fill: "ink", stroke: "paper" })[0]?.shapes[0]?.at).toEqual([400, 300, 18]);
    expect(pen.inked({ fill: "paper", stroke: "control" })[0]?.shapes).toHaveLength(1);
    const words = pen.words.map(({ words }) => words);
    expect(words).toContain("You");
    expect(
      words.filter((one) => one === "PN"),
      "initials from radius 13",
    ).toHaveLength(1);
  });

  it("draws ties by strength, proposed ones dashed and green", () => {
    const pen = drawn(four, [
      [0, 4, 1, "tie"],
      [1, 4, 0.01, "tie"],
      [0, 1, 0.5, "proposed"],
    ]);
    expect(pen.inked({ stroke: "edge" }).map(({ ink }) => ink.width)).toEqual([TIE_WIDTHS[0], TIE_WIDTHS.at(-1)]);
    expect(pen.inked({ stroke: "accent", dash: [5, 4] })[0]?.shapes).toHaveLength(1);
  });

  it("puts an arrow's head at the manager", () => {
    const pen = drawn(four, [[0, 4, 0.5, "reports"]]);
    const head = pen.inked({ fill: "ink2" })[0]?.shapes[0]?.at ?? [];
    // From 550 to me at 400, whose circle ends at 418: the tip three pixels before it.
    expect(head[0]).toBeCloseTo(421);
    expect(head[1]).toBeCloseTo(300);
    expect(head[2]).toBeGreaterThan(head[0] ?? 0);
    const line = pen.inked({ stroke: "ink2" })[0]?.shapes[0]?.at ?? [];
    expect(line[0], "begins at the rim of who reports").toBeCloseTo(534);
  });

  it("bends a tie the same way whichever of the two is named first", () => {
    const shape = (tie: MapTie) => drawn(four, [tie]).inked({ stroke: "edge" })[0]?.shapes[0]?.at;
    expect(shape([0, 1, 0.5, "tie"])).toEqual(shape([1, 0, 0.5, "tie"]));
    expect(shape([0, 4, 0.5, "tie"])).toEqual(shape([4, 0, 0.5, "tie"]));
  });

  it("draws no arrow between two who touch", () => {
    const pen = new RememberingPen();
    draw(pen, sheetFor(pictureOf([{}, {}], [[0, 1, 0.5, "reports"]]), [0, 0, 17, 0, 300, 300]), camera, size, look);
    expect(pen.inked({ fill: "ink2" })).toEqual([]);
  });

  it("fades whoever is not looked at, and what goes to them", () => {
    const pen = drawn(
      four,
      [
        [0, 4, 1, "tie"],
        [0, 1, 1, "tie"],
        [2, 3, 1, "tie"],
      ],
      { hovered: 0 },
    );
    expect(pen.inked({ fill: "k-peer", alpha: FADED })[0]?.shapes).toHaveLength(1);
    expect(pen.inked({ fill: "k-peer", alpha: 1 })[0]?.shapes).toHaveLength(1);
    expect(pen.inked({ stroke: "edge", alpha: FADED_TIE })[0]?.shapes).toHaveLength(1);
    expect(pen.inked({ stroke: "edge", alpha: 1 })[0]?.shapes).toHaveLength(2);
    const words = pen.words.map(({ words }) => words);
    expect(words).toContain("Ana One");
    expect(words, "who fades has no name").not.toContain("Di Four");
  });

  it("puts the number of a step beside whoever stands in the middle of its tie", () => {
    // From me to Ana at 150, and Bo stands where the middle of that tie is.
    const people: Somebody[] = [{ name: "Ana" }, { name: "Bo", radius: 12 }];
    const hop = (bo: readonly [number, number]): readonly number[] => {
      const pen = new RememberingPen();
      const sheet = sheetFor(pictureOf(people, [[0, 2, 1, "tie"]]), [150, 0, ...bo, 0, 0], { way: [2, 0] });
      draw(pen, sheet, camera, size, look);
      return pen.inked({ fill: "paper", stroke: "accent", width: 1.75 })[0]?.shapes[0]?.at ?? [];
    };
    const [x = 0, y = 0, radius = 0] = hop([-200, -200]);
    expect(Math.abs(x - 475)).toBeLessThan(1);
    const bo = [x - camera.x, y - camera.y] as const;
    const [aside = 0, below = 0] = hop(bo);
    expect(Math.hypot(aside - x, below - y)).toBeGreaterThanOrEqual(radius + 12);
    // Bo is so near to Ana that there is no room between them.
    const near = new RememberingPen();
    const sheet = sheetFor(pictureOf(people, [[0, 1, 1, "tie"]]), [150, 0, 178, 0, 0, 0], { way: [2, 0, 1] });
    draw(near, sheet, camera, size, look);
    const spots = near.inked({ fill: "paper", stroke: "accent", width: 1.75 })[0]?.shapes ?? [];
    expect(spots).toHaveLength(2);
    for (const {
      at: [left = 0, top = 0, own = 0],
    } of spots)
      for (const [who, wide] of [
        [550, 8],
        [578, 12],
      ] as const)
        expect(Math.hypot(left - who, top - 300)).toBeGreaterThanOrEqual(own + wide - 0.01);
  });

  it("numbers the hops of a way and rings its end", () => {
    const pen = drawn(
      four,
      [
        [0, 4, 1, "tie"],
        [0, 1, 1, "tie"],
      ],
      { way: [4, 0, 1] },
    );
    expect(pen.inked({ stroke: "accent", width: 3.5 })[0]?.shapes).toHaveLength(2);
    expect(pen.words.map(({ words }) => words)).toEqual(expect.arrayContaining(["1", "2"]));
    expect(pen.inked({ fill: "paper", stroke: "accent", width: 2.25 })[0]?.shapes[0]?.at).toEqual([400, 450, 13]);
  });

  it("rings whom one selected, and dashes the ring of who is walked to or marked", () => {
    const walking = drawn(four, [[0, 1, 1, "tie"]], { selected: 0, walked: 1 });
    expect(walking.inked({ stroke: "focus", width: 2.25 })[0]?.shapes[0]?.at).toEqual([550, 300, 21]);
    expect(walking.inked({ stroke: "accent", dash: [3, 3] })[0]?.shapes[0]?.at).toEqual([400, 450, 13]);
    expect(walking.inked({ stroke: "accent", width: 3.5 })[0]?.shapes, "the tie between them").toHaveLength(1);
    expect(drawn(four, [], { marked: [1, 2] }).inked({ stroke: "accent", dash: [3, 3] })[0]?.shapes).toHaveLength(2);
  });

  it("draws a hull with its name on the outer side, ringed when it is selected", () => {
    const staff = four.map((person, number) => ({ ...person, organisation: number < 2 ? 0 : null }));
    const pen = drawn(staff, [], {}, ["Northmere"]);
    expect(pen.inked({ fill: "sunken" })[0]?.shapes[0]?.kind).toBe("polygon");
    const name = pen.words.find(({ words, type }) => words === "Northmere" && type.weight === 540);
    expect(name?.y, "below, for it lies below the middle").toBeGreaterThan(460);
    expect(pen.inked({ stroke: "focus" })).toEqual([]);
    expect(drawn(staff, [], { organisation: 0 }, ["Northmere"]).inked({ stroke: "focus" })[0]?.shapes[0]?.kind).toBe(
      "polygon",
    );
  });

  it("says where few people work, but not where many are", () => {
    const staff = [{ name: "Ana One", organisation: 0 }, { name: "Bo Two" }, { name: "Cy Three" }, { name: "Di Four" }];
    expect(drawn(staff, [], {}, ["Northmere"]).words.map(({ words }) => words)).toEqual(
      expect.arrayContaining(["Ana One", "Northmere"]),
    );
    const { picture, places } = crowd(80, 4, 500, seeded(3));
    const pen = new RememberingPen();
    draw(pen, sheetFor(picture, places), camera, size, look);
    const second = pen.words.filter(({ type }) => type.fill === "ink3" && type.weight === 450);
    expect(second).toEqual([]);
  });

  it("writes names a little lighter on a dark ground, and initials bolder", () => {
    const dark = { ...look, dark: true };
    expect(types.name(dark).weight).toBeLessThan(types.name(look).weight);
    expect(types.initials(dark, 16, "paper").weight).toBeGreaterThan(types.initials(look, 16, "paper").weight);
  });

  it("marks who is pinned", () => {
    const pen = drawn([{ pinned: true }, {}, {}, {}], []);
    expect(pen.inked({ fill: "raised", stroke: "control" })[0]?.shapes).toHaveLength(1);
  });

  it("rings those whose kind shares its colour with another", () => {
    const pen = new RememberingPen();
    const picture = pictureOf([{ ringed: true }, {}, { ringed: true, colour: "client" }]);
    draw(pen, sheetFor(picture, [100, 100, 200, 100, 300, 100, 200, 300]), camera, size, look);
    const rings = (kind: string): number =>
      pen.inked({ stroke: kind }).reduce((count, { shapes }) => count + shapes.length, 0);
    expect([rings("k-peer"), rings("k-client"), rings("k-vendor")]).toEqual([1, 1, 0]);
  });

  it("draws nobody and one person", () => {
    const pen = new RememberingPen();
    const nothing = draw(pen, sheetFor(pictureOf([]), [0, 0]), camera, size, look);
    expect(nothing.people).toBe(1);
    expect(pen.words.map(({ words }) => words)).toEqual(["You"]);
  });
});

describe("drawing very many", () => {
  const { picture, places } = crowd(2500, 20, 1400, seeded(5));
  const through = (attention: Partial<Attention>, scale: number, how: How = {}): [RememberingPen, Drawn] => {
    const pen = new RememberingPen();
    return [pen, draw(pen, sheetFor(picture, places, attention), { ...camera, scale }, size, look, how)];
  };

  it("is dust, of which only those kept close have a colour, and hulls are counted", () => {
    const [pen, { dust, people }] = through({}, 0.4);
    expect(dust).toBe(true);
    expect(people).toBeGreaterThan(2000);
    const close = picture.people.filter(({ keptClose }) => keptClose).length;
    expect(pen.inked({ fill: "k-peer" })[0]?.shapes).toHaveLength(close);
    expect(pen.inked({ fill: "control" })[0]?.shapes).toHaveLength(2500 - close);
    expect(
      pen.words.map(({ words }) => words),
      "no names of people",
    ).not.toContain(picture.people[0]?.name);
    expect(pen.words.find(({ words }) => words.startsWith("Organisation"))).toBeDefined();
    expect(pen.inked({ stroke: "edge" }).reduce((count, { shapes }) => count + shapes.length, 0)).toBeLessThanOrEqual(
      400,
    );
  });

  it("is people again when one comes nearer, and draws only what is in view", () => {
    const [pen, { dust, people }] = through({}, 4);
    expect(dust).toBe(false);
    expect(people).toBeLessThan(200);
    expect(pen.inked({ fill: "k-peer" })[0]?.shapes.length).toBeLessThan(people);
  });

  it("leaves out its many ties while it moves, but no way", () => {
    const moving = { moving: true, dust: false };
    const [pen, { ties }] = through({ way: [2500, 1] }, 0.4, moving);
    expect(ties).toBeGreaterThan(1500);
    expect(pen.inked({ stroke: "edge" })).toEqual([]);
    expect(pen.inked({ stroke: "accent", width: 3.5 })).toHaveLength(1);
    expect(through({}, 0.4, { dust: false })[0].inked({ stroke: "edge" }).length).toBeGreaterThan(0);
  });

  it("draws of a thicket what is between people in view, and few proposed ties, plainly", () => {
    // 900 in the window, the first 20 kept close, 300 outside; everybody is proposed to know many.
    const people = Array.from({ length: 1200 }, (_, number) => ({ keptClose: number < 20 }));
    const proposed = Array.from({ length: 9000 }, (_, at): MapTie => [
      at % 1200,
      (at * 7 + 1 + Math.floor(at / 1200)) % 1200,
      0.3,
      "proposed",
    ]);
    const elsewhere: MapTie[] = Array.from({ length: 280 }, (_, at) => [at + 500, at + 900, 0.5, "tie"]);
    const spots = people.flatMap((_, number) =>
      number < 900 ? [(number % 30) * 20 - 300, Math.floor(number / 30) * 15 - 220] : [(number - 900) * 3 - 450, 700],
    );
    const pen = new RememberingPen();
    const sheet = sheetFor(pictureOf(people, [...proposed, ...elsewhere, [3, 950, 0.5, "tie"]]), [...spots, 0, 0]);
    draw(pen, sheet, camera, size, look);
    expect(pen.inked({ stroke: "accent", dash: [5, 4] }), "no dashes").toEqual([]);
    const lines = pen.inked({ stroke: "accent", width: 1, alpha: FADED_TIE })[0]?.shapes ?? [];
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.length).toBeLessThanOrEqual(150);
    expect(
      pen.inked({ stroke: "edge" }).flatMap(({ shapes }) => shapes),
      "one to somebody kept close",
    ).toHaveLength(1);

    const strong = Array.from({ length: 6000 }, (_, at): MapTie => [
      20 + (at % 800),
      20 + ((at * 7 + 1 + Math.floor(at / 800)) % 800),
      1,
      "tie",
    ]);
    const crowded = new RememberingPen();
    draw(crowded, sheetFor(pictureOf(people, [...strong, [3, 4, 0, "tie"]]), [...spots, 0, 0]), camera, size, look);
    expect(
      crowded.inked({ stroke: "edge" }).flatMap(({ shapes }) => shapes),
      "not all",
    ).toHaveLength(2500);
    expect(
      crowded.inked({ stroke: "edge", width: TIE_WIDTHS[0] ?? 0 })[0]?.shapes,
      "the weakest, but of people kept close",
    ).toHaveLength(1);

    const hovering = new RememberingPen();
    draw(hovering, sheetFor(pictureOf(people, proposed), [...spots, 0, 0], { hovered: 600 }), camera, size, look);
    const theirs = proposed.filter(([a, b]) => a === 600 || b === 600).length;
    expect(hovering.inked({ stroke: "accent", dash: [5, 4] })[0]?.shapes, "all of who is looked at").toHaveLength(
      theirs,
    );
  });
});
