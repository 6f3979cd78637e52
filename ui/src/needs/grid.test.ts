import { expect, it } from "vitest";
import { aRow } from "../host/fake";
import type { GoalPerson } from "../host/wire.gen";
import { arrows, cellAt, height, labels, placed, radius, stepped, width, type Node } from "./grid";

const somebody = (id: number, say: number | null, interest: number | null): GoalPerson => ({
  row: aRow(id, `Person Number ${id}`),
  shares: false,
  say,
  interest,
  roles: ["knows"],
});
const nameOf = ({ person }: Node): string => person.row.name;

it("places those of whom both is said, say upwards and interest to the right", () => {
  const nodes = placed([somebody(1, 5, 1), somebody(2, 1, 5), somebody(3, null, 2)]);
  expect(nodes.map(({ person, x, y }) => [person.row.id, x, y])).toEqual([
    [1, 72, 48],
    [2, 648, 432],
  ]);
  expect(cellAt(72, 48)).toEqual({ say: 5, interest: 1 });
  expect(cellAt(-5, height + 9)).toEqual({ say: 1, interest: 1 });
  expect(cellAt(width, 0)).toEqual({ say: 5, interest: 5 });
});

it("goes a step by an arrow, and not over the edge", () => {
  expect(stepped({ say: 3, interest: 3 }, "ArrowUp")).toEqual({ say: 4, interest: 3 });
  expect(stepped({ say: 3, interest: 3 }, "ArrowLeft")).toEqual({ say: 3, interest: 2 });
  expect(stepped({ say: 5, interest: 3 }, "ArrowUp")).toBeNull();
  expect(stepped({ say: 3, interest: 3 }, "Enter")).toBeNull();
});

it("never writes a name over another, over a point or out of the drawing, even of 500", () => {
  for (const many of [1, 7, 40, 500]) {
    const people = Array.from({ length: many }, (_, at) => somebody(at + 1, (at % 5) + 1, ((at * 7) % 5) + 1));
    const nodes = placed(people);
    expect(nodes.length).toBe(many);
    const boxes = labels(nodes, nameOf).flatMap((label, at) => {
      const node = nodes[at];
      if (!label || !node) return [];
      const long = nameOf(node).length * 6.6;
      const left = label.anchor === "start" ? label.x : label.anchor === "end" ? label.x - long : label.x - long / 2;
      return [{ left, right: left + long, top: label.y - 12, bottom: label.y + 3 }];
    });
    if (many < 10) expect(boxes.length).toBe(many);
    for (const [at, one] of boxes.entries()) {
      expect(one.left >= 0 && one.right <= width && one.top >= 0 && one.bottom <= height).toBe(true);
      for (const other of boxes.slice(at + 1))
        expect(
          one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
        ).toBe(false);
      for (const { x, y } of nodes)
        expect(one.left < x + radius && x - radius < one.right && one.top < y + radius && y - radius < one.bottom).toBe(
          false,
        );
    }
  }
});

it("draws who sways whom, of those who are placed, thicker where it is stronger", () => {
  const nodes = placed([somebody(1, 5, 1), somebody(2, 1, 5), somebody(3, null, 2)]);
  const lines = arrows(nodes, [
    { from: 1, to: 2, closeness: "close" },
    { from: 2, to: 1, closeness: "little" },
    { from: 1, to: 3, closeness: "close" },
  ]);
  expect(lines.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect((lines[0]?.strong ?? 0) > (lines[1]?.strong ?? 0)).toBe(true);
  expect(lines.every(({ d, head }) => !`${d}${head}`.includes("NaN"))).toBe(true);
});
