import { expect, it } from "vitest";
import { hits, spanned, words } from "./matching";

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
  expect(spanned("log 😀 call", [[6, 10]])).toEqual([
    { text: "log 😀 ", on: false },
    { text: "call", on: true },
  ]);
  expect(spanned("ab", [[0, 9]])).toEqual([{ text: "ab", on: true }]);
});
