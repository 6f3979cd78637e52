import { expect, it } from "vitest";
import { asName, firstName, firstNames, shortened, spoken, together } from "./names";

it("speaks of someone by the first name, unless that is a title or an initial", () => {
  expect(
    ["Ilse Varnholt", "Bo Dahl", "Madonna", "Dr. Ada Holm", "dr Ada Holm", "J. Smith", "J Smith", ""].map(firstName),
  ).toEqual(["Ilse", "Bo", "Madonna", "Dr. Ada Holm", "dr Ada Holm", "J. Smith", "J Smith", ""]);
  expect(firstNames(["Bo Dahl", "Ilse Varnholt", "Bo Tennerud"])).toEqual(["Bo Dahl", "Ilse", "Bo Tennerud"]);
});

it("lets no name turn a sentence around, or fill it", () => {
  expect(spoken("\u202eIlse\u2066 \u0007Varnholt")).toBe("Ilse Varnholt");
  expect(spoken("x".repeat(200))).toHaveLength(60);
});

it("cuts no drawn letter in half", () => {
  const family = "👩‍👩‍👧";
  expect(shortened(family.repeat(9), 9)).toBe(family.repeat(9));
  expect(shortened(family.repeat(9), 4)).toBe(`${family.repeat(3)}…`);
  expect(shortened("one two three", 5)).toBe("one…");
});

it("puts names together", () => {
  expect([[], ["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]].map(together)).toEqual([
    "",
    "A",
    "A and B",
    "A, B and C",
    "A, B and 2 others",
  ]);
});

it("writes a name as one would", () => {
  expect(["anne-marie  o", "McDuff", "van der Berg", "łukasz", "42"].map(asName)).toEqual([
    "Anne-Marie O",
    "McDuff",
    "van der Berg",
    "Łukasz",
    "42",
  ]);
});
