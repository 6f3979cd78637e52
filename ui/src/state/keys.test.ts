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

  it("takes the physical key where the layout prints no Latin letter", () => {
    for (const [key, code, command] of [
      ["л", "KeyK", "quick"],
      ["т", "KeyN", "add"],
      ["κ", "KeyK", "quick"],
      ["ן", "KeyI", "way"],
      ["لا", "KeyB", "sidebar"],
      ["ı", "KeyI", "way"],
      ["Process", "KeyL", "log"],
      ["&", "Digit1", "today"],
      ["é", "Digit2", "people"],
      ['"', "Digit3", "map"],
      ["+", "Digit1", "larger"],
      ["à", "Digit0", "usual"],
      ["б", "Comma", "settings"],
    ] as const)
      expect(press(key, { ctrlKey: true, code }), key).toBe(command);
    expect(press("я", { ctrlKey: true, code: "KeyZ" })).toBe("undo");
    expect(press("Я", { ctrlKey: true, shiftKey: true, code: "KeyZ" })).toBe("redo");
    expect(press("1", { ctrlKey: true, shiftKey: true, code: "Digit1" })).toBe("today");
  });

  it("lets the key that prints the letter win", () => {
    for (const [key, code, command] of [
      ["z", "KeyW", "undo"],
      ["z", "KeyY", "undo"],
      [",", "KeyM", "settings"],
      ["-", "Digit6", "smaller"],
      ["-", "Slash", "smaller"],
      ["y", "KeyZ", null],
      [";", "KeyZ", null],
      ["w", "KeyZ", null],
    ] as const)
      expect(press(key, { ctrlKey: true, code }), key).toBe(command);
    expect(press("/", { shiftKey: true, code: "Digit7" })).toBe("search");
    expect(press("ArrowLeft", { altKey: true, code: "ArrowLeft" })).toBe("back");
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
