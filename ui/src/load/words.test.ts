import { expect, it } from "vitest";
import type { FitStep, LoadSums } from "../host/wire.gen";
import { dayOver, namesWords, part, stepWords, sumsWords, tenth, togetherWords } from "./words";

const sums = (more: Partial<LoadSums> = {}): LoadSums => ({
  asked: 2.43,
  comfortable: 4,
  workingDays: 5,
  fits: true,
  room: 34,
  people: 40,
  rhythms: [
    { people: 14, cadenceDays: 7, asked: 2.8 },
    { people: 26, cadenceDays: 1, asked: 36.4 },
  ],
  ...more,
});
const step = (more: Partial<FitStep> = {}): FitStep => ({
  people: [1, 2, 3, 4, 5],
  names: ["Kofi Amenuvor", "Siddharth Velloor", "Petra Lang", "Tomasz Wilczyn", "Tamsin Eversholt"],
  kind: "Peer",
  from: 7,
  to: 14,
  saves: 0.5,
  ...more,
});

it("says what the rhythms add up to, and by how much that is too much", () => {
  expect(sumsWords(sums())).toBe("It fits. There is room for about 34 more every 30 days.");
  expect(sumsWords(sums({ room: 0 }))).toBe("It fits, with no room for more.");
  expect(sumsWords(sums({ fits: false, asked: 4.71 }))).toBe("That is 0.7 a working day more than is comfortable.");
  expect(sumsWords(sums({ workingDays: 0, fits: true }))).toMatch(/^No weekday/);
  expect(togetherWords(sums())).toBe("40 people kept close: 14 every 7 days, 26 every day.");
  expect([2.43, 3, 0.05].map(tenth)).toEqual(["2.4", "3", "0.1"]);
  expect([2.43, 0.05, 0].map(part)).toEqual(["2.4", "under 0.1", "0"]);
});

it("says which day holds too many", () => {
  expect(dayOver("Wed 18", 5, 4).join(" ")).toBe("Wed 18 has five, one over your four for that day.");
});

it("says a step of the plan and whom it concerns", () => {
  expect(stepWords(step())).toBe("Five people (Peer), every 14 days instead of 7");
  expect(stepWords(step({ people: [1], kind: "" }))).toBe("One person, every 14 days instead of 7");
  expect(namesWords(step())).toBe("Kofi, Siddharth, Petra, Tomasz and Tamsin");
  expect(namesWords(step({ people: [1, 2, 3, 4, 5, 6, 7] }))).toBe("Kofi, Siddharth, Petra and four more");
  expect(namesWords(step({ people: [1], names: ["Kofi Amenuvor"] }))).toBe("Kofi");
});
