import { expect, it } from "vitest";
import type { Day, PersonName, Today } from "../host/wire.gen";
import { nextWords, onDay, summary, whoWords } from "./words";

const today = (more: Partial<Today>): Today => ({
  date: "2026-03-10",
  keptClose: 40,
  due: 0,
  rows: [],
  close: [],
  days: [],
  dates: [],
  purposesOver: [],
  imported: 0,
  ...more,
});
const close = [{ person: {} as never, words: "", next: "" }];

it("counts people in words", () => {
  expect(summary(today({ due: 4 }))).toBe("Four people.");
  expect(summary(today({ due: 1, keptClose: 3, close }))).toBe("One person. You keep three close.");
  expect(summary(today({ due: 1200 }))).toBe("1,200 people.");
  const besides = { promised: 3, steps: 1, followed: new Set([9]), toFollowUp: 2 };
  expect(summary(today({ due: 7 }), besides)).toBe("Six people, two to follow up, three promises and one step.");
  const row = (id: number): Today["rows"][number] => ({ person: { id } }) as never;
  expect(summary(today({ due: 3, rows: [row(1), row(2), row(2)] }))).toBe("Two people, three check-ins.");
  expect(summary(today({ due: 2, rows: [row(2), row(2)] }))).toBe("One person, two check-ins.");
  expect(summary(today({}))).toBe("Nobody is due.");
  expect(summary(today({ due: 4 }), { promised: 2, steps: 1 })).toBe("Four people, two promises and one step.");
  expect(summary(today({ due: 4 }), { steps: 2 })).toBe("Four people and two steps.");
  expect(summary(today({}), { promised: 1 })).toBe("One promise.");
  // Follow-ups whose days are over ask for nothing.
  const followed = new Set([1, 2, 3]);
  expect(summary(today({ due: 4 }), { followed, toFollowUp: 1 })).toBe("One person and one to follow up.");
  expect(summary(today({ due: 3 }), { followed, toFollowUp: 0 })).toBe("Nobody is due.");
  expect(summary(today({ keptClose: 0, imported: 213 }))).toBe("213 people came in today.");
});

const named = (names: string[]): PersonName[] => names.map((name, at) => ({ id: at + 1, name }));
const day = (day: string, checkIns: number, names: string[]): Day => ({
  day,
  checkIns,
  room: 4,
  working: true,
  people: named(names),
});

it("says who comes next, and when", () => {
  expect(nextWords([day("2026-03-10", 1, ["Ada"]), day("2026-03-13", 1, ["Tomasz Wilczyn"])], "2026-03-10")).toBe(
    "Next is Tomasz Wilczyn on Friday.",
  );
  expect(nextWords([day("2026-03-11", 2, ["Ada", "Bo"])], "2026-03-10")).toBe("Next are Ada and Bo tomorrow.");
  expect(nextWords([day("2026-03-10", 1, ["Ada"])], "2026-03-10")).toBe(
    "No check-in is planned for the next two weeks.",
  );
  expect(onDay("2026-03-17", "2026-03-10")).toBe("on Tue 17 March");
});

it("names a day's people, as far as they are named", () => {
  expect(whoWords({ checkIns: 8, people: named(["A", "B", "C", "D", "E"]) }, 5)).toBe("A, B, C, D, E and 3 others");
  expect(whoWords({ checkIns: 4, people: named(["A", "B", "C", "D"]) })).toBe("A, B, C and one other");
  expect(whoWords({ checkIns: 3, people: named(["A", "B"]) })).toBe("A and B");
});
