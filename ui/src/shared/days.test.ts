import { expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayOfWeek,
  dayWords,
  isDay,
  monthWords,
  dayHere,
  dayShort,
  weekday,
  weekFrom,
  weeksOf,
} from "./days";

it("counts days over months, leap days and the ends of time", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(addDays("9999-12-31", 1)).toBe("9999-12-31");
  expect(addDays("0001-01-01", -1)).toBe("0001-01-01");
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
  expect(addMonths("2026-12-10", 1)).toBe("2027-01-10");
});

it("lays a month out from Monday", () => {
  const weeks = weeksOf("2026-03-10", 0);
  expect(weeks.map((week) => week[0])).toEqual([
    "2026-02-23",
    "2026-03-02",
    "2026-03-09",
    "2026-03-16",
    "2026-03-23",
    "2026-03-30",
  ]);
  expect(weekday("2026-03-01")).toBe(6);
});

it("lays a month out from the day with which a week begins", () => {
  for (const [start, first] of [
    [0, "2026-02-23"],
    [5, "2026-02-28"],
    [6, "2026-03-01"],
  ] as const) {
    const weeks = weeksOf("2026-03-10", start);
    expect(weeks[0]?.[0]).toBe(first);
    expect(weeks.every(([day]) => day && weekday(day) === start)).toBe(true);
    expect(weeks.flat()).toContain("2026-03-31");
  }
  expect(weekFrom(6)).toEqual([6, 0, 1, 2, 3, 4, 5]);
  expect(dayOfWeek("2026-03-10", 6)).toBe(2);
});

it("says days and months", () => {
  expect(dayWords("2026-03-10")).toBe("Tuesday 10 March");
  expect(monthWords("2026-03-10")).toBe("March 2026");
  expect(dayShort("2026-03-12", "2026-03-10")).toBe("Thu 12");
  expect(dayShort("2026-04-02", "2026-03-10")).toBe("Thu 2 April");
  expect(dayHere(new Date(2026, 2, 9, 23, 59))).toBe("2026-03-09");
  expect([isDay("2026-02-29"), isDay("2024-02-29"), isDay("soon")]).toEqual([false, true, false]);
});
