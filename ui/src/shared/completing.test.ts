import { describe, expect, it } from "vitest";
import { ghost, completions } from "./completing";

const all = [
  { name: "drift", end: "4" },
  { name: "drinks coffee", end: "1" },
  { name: "likes drinks", end: "2" },
  { name: "Zürich", end: "3" },
];

describe("what a beginning may mean", () => {
  it("puts tags that begin so first, then a new one, then words inside", () => {
    expect(completions("dri", all, []).map(({ name, fresh }) => [name, fresh])).toEqual([
      ["drift", false],
      ["drinks coffee", false],
      ["dri", true],
      ["likes drinks", false],
    ]);
  });
  it("takes what was typed where only a longer name holds it, and the name itself before a longer one", () => {
    const names = [...all, { name: "drift in labs", end: "1" }].reverse();
    expect(completions("drinks", all, ["drinks coffee"])[0]).toEqual({ name: "drinks", end: "", fresh: true });
    expect(completions("drift", names, [])[0]?.name).toBe("drift");
  });
  it("offers no second tag of the same name, however it is written", () => {
    expect(completions("zurich", all, [])).toEqual([{ name: "Zürich", end: "3", fresh: false }]);
    expect(completions("DRIFT", all, ["drift"])).toEqual([]);
  });
  it("says nothing to nothing", () => expect(completions("  ", all, [])).toEqual([]));
  it("shows the rest of the best match", () => {
    expect(ghost("dri", completions("dri", all, [])[0])).toBe("ft");
    expect(ghost("x", { name: "x", end: "0", fresh: true })).toBe("");
    expect(ghost("", undefined)).toBe("");
  });
});
