import { describe, expect, it } from "vitest";
import { heightOf, inView, rowAt, scrollTo, stack, topOf } from "./openRows";

const closed = stack(50, []);
const open = stack(50, [
  [7, 200],
  [2, 100],
]);

describe("a list with open rows", () => {
  it("puts rows below what is open above them", () => {
    expect(topOf(closed, 7)).toBe(350);
    expect(topOf(open, 2)).toBe(100);
    expect(topOf(open, 3)).toBe(250);
    expect(topOf(open, 7)).toBe(450);
    expect(topOf(open, 8)).toBe(700);
  });
  it("is as high as all its rows", () => {
    expect(heightOf(open, 10)).toBe(800);
    expect(heightOf(closed, 0)).toBe(0);
  });
  it("ignores rows whose height is not known yet", () => {
    expect(heightOf(stack(50, [[1, 0]]), 10)).toBe(500);
  });
  it("finds the row at any height, also inside an open one", () => {
    for (let index = 0; index < 10; index++) {
      expect(rowAt(open, 10, topOf(open, index))).toBe(index);
      expect(rowAt(open, 10, topOf(open, index + 1) - 1)).toBe(index);
    }
    expect(rowAt(open, 10, 100_000)).toBe(9);
    expect(rowAt(open, 10, -5)).toBe(0);
  });
  it("draws what is seen and a little more", () => {
    expect(inView(closed, 1000, 5000, 500, 6)).toEqual({ first: 94, last: 117 });
    expect(inView(open, 10, 0, 500, 0)).toEqual({ first: 0, last: 8 });
    expect(inView(closed, 0, 0, 500)).toEqual({ first: 0, last: 0 });
  });
  it("stays exact over 200,000 rows with many open", () => {
    const many = stack(
      53,
      Array.from({ length: 500 }, (_, at) => [at * 400, 211] as const),
    );
    expect(topOf(many, 199_999)).toBe(199_999 * 53 + 500 * 211);
    expect(rowAt(many, 200_000, topOf(many, 123_456) + 10)).toBe(123_456);
  });
  it("scrolls just as far as needed, and to the head of a row too high to fit", () => {
    expect(scrollTo(closed, 4, 0, 500)).toBeNull();
    expect(scrollTo(closed, 3, 400, 500)).toBe(150);
    expect(scrollTo(closed, 12, 0, 500)).toBe(150);
    expect(scrollTo(open, 7, 0, 500)).toBe(200);
    expect(scrollTo(stack(50, [[7, 900]]), 7, 0, 500)).toBe(350);
  });
});
