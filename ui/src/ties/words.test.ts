import { expect, it } from "vitest";
import { asTyped, howOf, hows, kindOf, ofThem, sentence, tiesWords } from "./words";

it("reads every kind of tie from both ends", () => {
  for (const { value } of hows) {
    const { kind, back } = kindOf(value);
    expect(howOf(kind, back), value).toBe(value);
  }
  expect(new Set(hows.map(({ label }) => label)).size).toBe(12);
  // Those without a direction read the same from either end.
  expect(howOf("knows", true)).toBe("knows");
  expect(howOf("works_with", true)).toBe("works_with");
});

it("says a tie as a sentence, in whole names where the first ones are the same", () => {
  expect(sentence("manages", "Samir Haddoun", "Yuki Taniwaki")).toBe("Samir manages Yuki");
  expect(sentence("has_client", "Samir Haddoun", "Yuki Taniwaki")).toBe("Samir has Yuki as a client");
  expect(sentence("knows", "Bo Dahl", "Bo Tennerud")).toBe("Bo Dahl knows Bo Tennerud");
});

it("says of the other what they are, and were", () => {
  expect(hows.map(({ value }) => ofThem(value, "Samir"))).toEqual([
    "",
    "works with Samir",
    "manages Samir",
    "reports to Samir",
    "introduced by Samir",
    "introduced Samir",
    "mentored by Samir",
    "mentors Samir",
    "has Samir as a client",
    "is a client of Samir",
    "influenced by Samir",
    "influences Samir",
  ]);
  expect(ofThem("manages", "Samir", true)).toBe("reported to Samir");
  expect(ofThem("introduced", "Samir", true)).toBe("introduced by Samir");
});

it("shows a date as one would type it", () => {
  expect(["2019", "2019-05", "2019-05-03", null, "about 2019"].map(asTyped)).toEqual([
    "2019",
    "May 2019",
    "3 May 2019",
    "",
    "about 2019",
  ]);
});

it("counts ties in words as long as they are few", () => {
  expect([1, 6, 12, 13, 1240].map(tiesWords)).toEqual(["One tie", "Six ties", "Twelve ties", "13 ties", "1,240 ties"]);
});
