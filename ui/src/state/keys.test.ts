import { describe, expect, it } from "vitest";
import { shortcut } from "./keys";

function press(
  key: string,
  more: KeyboardEventInit = {},
  on: HTMLElement = document.body,
): ReturnType<typeof shortcut> {
  let answer: ReturnType<typeof shortcut> = null;
  document.body.append(on === document.body ? document.createElement("i") : on);
  on.addEventListener("keydown", (event) => (answer = shortcut(event)), { once: true });
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
  return answer;
}

describe("keys that work anywhere", () => {
  it("knows its commands", () => {
    const keys = [
      ["n", "add"],
      ["o", "import"],
      [",", "settings"],
      ["f", "search"],
      ["b", "sidebar"],
      ["z", "undo"],
      ["1", "today"],
      ["2", "people"],
      ["3", "map"],
      ["i", "way"],
      ["l", "log"],
      ["k", "quick"],
    ] as const;
    for (const [key, command] of keys) expect(press(key, { ctrlKey: true })).toBe(command);
    expect(press("Z", { ctrlKey: true, shiftKey: true })).toBe("redo");
    expect(press("ArrowLeft", { altKey: true })).toBe("back");
  });

  it("leaves letters, and what it does not know, alone", () => {
    expect(press("n")).toBeNull();
    expect(press("N", { ctrlKey: true, shiftKey: true })).toBeNull();
    expect(press("x", { ctrlKey: true })).toBeNull();
  });

  it("leaves undo, / and ? to text that is being written", () => {
    expect(press("/")).toBe("search");
    expect(press("?", { shiftKey: true })).toBe("keys");
    expect(press("?", { shiftKey: true }, document.createElement("input"))).toBeNull();
    expect(press("/", {}, document.createElement("input"))).toBeNull();
    expect(press("z", { ctrlKey: true }, document.createElement("textarea"))).toBeNull();
    expect(press("n", { ctrlKey: true }, document.createElement("input"))).toBe("add");
  });
});
