import { expect, it } from "vitest";
import { sidesOf } from "./sides";

const of = (...all: [string, string][]): { label: string; value: string }[] =>
  all.map(([label, value]) => ({ label, value }));

it("puts two cards beside each other where they differ, and counts what both have", () => {
  const earlier = of(["Name", "Ana Berg"], ["Email", "ana@berg.example"], ["Email", "a@work.example"], ["Phone", "1"]);
  const own = of(["Name", "A. Berg"], ["Email", "ana@berg.example"], ["Birthday", "3 April"], ["Phone", "1"]);
  expect(sidesOf(earlier, own)).toEqual({
    differing: [
      { label: "Name", earlier: ["Ana Berg"], own: ["A. Berg"] },
      { label: "Email", earlier: ["a@work.example"], own: [] },
      { label: "Birthday", earlier: [], own: ["3 April"] },
    ],
    same: 2,
  });
  expect(sidesOf(own, own)).toEqual({ differing: [], same: 4 });
});
