import { expect, it } from "vitest";
import { hits, parted, words } from "./matching";

const marked = (name: string, typed: string): string =>
  hits(name, typed)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join("");

it("marks what was typed, whatever its accents and capitals", () => {
  expect(marked("Samir Haddoun", "sa")).toBe("[Sa]mir Haddoun");
  expect(marked("Elif Sarıkan", "sari el")).toBe("[El]if [Sarı]kan");
  expect(marked("Søren Straße", "soren strasse")).toBe("[Søren] [Straße]");
  expect(marked("Zoe\u0308 Holm", "zoe")).toBe("[Zoe\u0308] Holm");
  expect(marked("Rosa", "sa")).toBe("Rosa");
  expect(marked("Anne-Marie", "marie")).toBe("Anne-[Marie]");
  expect(marked("", "x")).toBe("");
});

it("splits into folded words", () => {
  expect(words(" Łukasz  O’Brien-Ærø ")).toEqual(["lukasz", "o", "brien", "aero"]);
  expect(words("…")).toEqual([]);
});

it("underlines by characters, not by halves of them", () => {
  expect(parted("log 😀 call", [{ from: 6, to: 10, kind: "how" }])).toEqual([
    { text: "log 😀 ", kind: null },
    { text: "call", kind: "how" },
  ]);
  expect(parted("ab", [{ from: 0, to: 9, kind: "who" }])).toEqual([{ text: "ab", kind: "who" }]);
});
