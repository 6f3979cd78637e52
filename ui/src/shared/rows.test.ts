import { describe, expect, it } from "vitest";
import { heightOf, inView, moved, rowAt, scrollTo, topOf } from "./rows";

const sizes = { row: 52, head: 28 };
const sections = [
  { label: "A", first: 0, count: 3 },
  { label: "B", first: 3, count: 1 },
  { label: "Z", first: 4, count: 1000 },
];
const total = 1004;

describe("where rows stand", () => {
  it("puts a row below all headings before it, its own included", () => {
    expect(topOf(sections, sizes, 0)).toBe(28);
    expect(topOf(sections, sizes, 2)).toBe(28 + 2 * 52);
    expect(topOf(sections, sizes, 3)).toBe(2 * 28 + 3 * 52);
    expect(heightOf(sections, sizes, total)).toBe(3 * 28 + 1004 * 52);
  });

  it("finds the row at any height, and the way back", () => {
    for (const index of [0, 1, 2, 3, 4, 5, 500, 1003])
      expect(rowAt(sections, sizes, total, topOf(sections, sizes, index) + 1)).toBe(index);
    expect(rowAt(sections, sizes, total, 1e9)).toBe(1003);
    expect(rowAt([], sizes, 0, 10)).toBe(0);
  });

  it("draws what is seen and a few more", () => {
    expect(inView([], sizes, 0, 0, 600)).toEqual({ first: 0, last: 0 });
    expect(inView([], sizes, 5, 0, 600)).toEqual({ first: 0, last: 5 });
    const view = inView(sections, sizes, total, 20_000, 600, 2);
    expect(topOf(sections, sizes, view.first + 2)).toBeLessThanOrEqual(20_000);
    expect(topOf(sections, sizes, view.last - 3)).toBeLessThanOrEqual(20_600);
    expect(view.last - view.first).toBeLessThan(20);
  });
});

describe("bringing a row into view", () => {
  it("leaves the scroll alone when the row is seen", () => expect(scrollTo(sections, sizes, 1, 0, 600)).toBeNull());
  it("keeps a row clear of the heading that sticks above it", () =>
    expect(scrollTo(sections, sizes, 10, 5000, 600)).toBe(topOf(sections, sizes, 10) - 28));
  it("scrolls no further down than it must", () =>
    expect(scrollTo(sections, sizes, 40, 0, 600)).toBe(topOf(sections, sizes, 40) + 52 - 600));
});

describe("keys in a list", () => {
  it("moves and stops at both ends", () => {
    expect(moved("ArrowDown", 3, 5, 10)).toBe(4);
    expect(moved("ArrowDown", 4, 5, 10)).toBe(4);
    expect(moved("ArrowUp", 0, 5, 10)).toBe(0);
    expect(moved("PageDown", 3, 100, 10)).toBe(13);
    expect(moved("PageUp", 3, 100, 10)).toBe(0);
    expect(moved("Home", 50, 100, 10)).toBe(0);
    expect(moved("End", 0, 100, 10)).toBe(99);
    expect(moved("x", 0, 100, 10)).toBeNull();
    expect(moved("End", 0, 0, 10)).toBeNull();
  });
});
