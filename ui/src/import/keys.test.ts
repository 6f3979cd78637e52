import { describe, expect, it } from "vitest";
import { actOf, stepped, type On } from "./keys";

const press = (key: string, on: On = "decision", more: object = {}) =>
  actOf({ key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }, on, 5, 100, 10);

describe("keys among the cards", () => {
  it("move between rows", () => {
    expect(press("ArrowDown")).toEqual({ type: "move", to: 6 });
    expect(press("ArrowUp", "control")).toEqual({ type: "move", to: 4 });
    expect(press("End")).toEqual({ type: "move", to: 99 });
    expect(press("PageDown")).toEqual({ type: "move", to: 15 });
  });
  it("decide only on the decision", () => {
    expect(press("ArrowRight")).toEqual({ type: "decide", step: 1 });
    expect(press("ArrowLeft")).toEqual({ type: "decide", step: -1 });
    expect(press("ArrowLeft", "control")).toBeNull();
    expect(press("Enter")).toEqual({ type: "confirm" });
    expect(press("Enter", "control")).toBeNull();
  });
  it("leave Space to a button or a tick box", () => {
    expect(press(" ")).toEqual({ type: "details" });
    expect(press(" ", "control")).toBeNull();
  });
  it("leave the fields of a card to themselves, but N and Esc lead out", () => {
    expect(press("ArrowDown", "details")).toBeNull();
    expect(press("Escape", "details")).toEqual({ type: "row" });
    expect(press("n", "details")).toEqual({ type: "next" });
  });
  it("never take a letter from text, nor a key held with Ctrl or Alt", () => {
    expect(press("n", "text")).toBeNull();
    expect(press("n", "decision", { ctrlKey: true })).toBeNull();
    expect(press("ArrowLeft", "decision", { altKey: true })).toBeNull();
    expect(press("Enter", "decision", { metaKey: true })).toBeNull();
  });
  it("step round and round", () => {
    const choices = ["merge", "keep_both", "skip"];
    expect(stepped(choices, "merge", 1)).toBe("keep_both");
    expect(stepped(choices, "merge", -1)).toBe("skip");
    expect(stepped(choices, "skip", 1)).toBe("merge");
    expect(stepped(["skip"], "skip", 1)).toBe("skip");
  });
});
