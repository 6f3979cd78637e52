import { describe, expect, it } from "vitest";
import { ghost, tagChoices } from "./tagMatch";

const all = [
  { name: "drift", people: 4 },
  { name: "drinks coffee", people: 1 },
  { name: "likes drinks", people: 2 },
  { name: "Zürich", people: 3 },
];

describe("what a beginning may mean", () => {
  it("puts tags that begin so first, then words inside, then a new one", () => {
    expect(tagChoices("dri", all, []).map(({ name, fresh }) => [name, fresh])).toEqual([
      ["drift", false],
      ["drinks coffee", false],
      ["likes drinks", false],
      ["dri", true],
    ]);
  });
  it("offers no second tag of the same name, however it is written", () => {
    expect(tagChoices("zurich", all, [])).toEqual([{ name: "Zürich", people: 3, fresh: false }]);
    expect(tagChoices("DRIFT", all, ["drift"])).toEqual([]);
  });
  it("says nothing to nothing", () => expect(tagChoices("  ", all, [])).toEqual([]));
  it("shows the rest of the best match", () => {
    expect(ghost("dri", tagChoices("dri", all, [])[0])).toBe("ft");
    expect(ghost("x", { name: "x", people: 0, fresh: true })).toBe("");
    expect(ghost("", undefined)).toBe("");
  });
});
