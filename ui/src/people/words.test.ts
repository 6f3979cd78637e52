import { describe, expect, it } from "vitest";
import {
  asLabel,
  dateLabel,
  dateWords,
  dayWords,
  every,
  firstName,
  partialWords,
  people,
  personDate,
  spoken,
  timeAt,
  weekdayWords,
  workAs,
} from "./words";

describe("dates in words", () => {
  it("says as much as is known", () => {
    expect(dateWords(1985, 4, 12)).toBe("12 April 1985");
    expect(dateWords(null, 8, 14)).toBe("14 August");
    expect(dateWords(2024, 10, null)).toBe("October 2024");
    expect(dateWords(1985, null, null)).toBe("1985");
    expect(dateWords(null, 8, null)).toBe("August");
    expect(dateWords(null, null, 3)).toBe("");
  });

  it("falls back on what was written", () => {
    expect(
      personDate({ id: 1, kind: "birthday", label: "", year: null, month: null, day: null, text: "circa 1800" }),
    ).toBe("circa 1800");
  });

  it("leaves this year out", () => {
    const today = new Date(2026, 2, 10);
    expect(dayWords("2026-03-09", today)).toBe("9 March");
    expect(dayWords("2024-10-03", today)).toBe("3 October 2024");
    expect(dayWords("2026-03-09T23:59:00", today)).toBe("9 March");
    expect(dayWords("soon", today)).toBe("soon");
  });

  it("names the day of the week, and knows when a day has come", () => {
    const today = new Date(2026, 2, 10);
    expect(weekdayWords("2026-05-04", today)).toBe("Monday 4 May");
    expect(weekdayWords("2027-01-04", today)).toBe("Monday 4 January 2027");
  });

  it("says when someone worked where", () => {
    expect(partialWords("2023-05")).toBe("May 2023");
    expect(timeAt({ since: "2023", until: null })).toBe("since 2023");
    expect(timeAt({ since: "2017-05", until: "2023" })).toBe("May 2017 – 2023");
    expect(timeAt({ since: null, until: "2020-01-31" })).toBe("until 31 January 2020");
    expect(timeAt({ since: null, until: null })).toBe("");
  });

  it("names dates", () => {
    expect(dateLabel("birthday", "x")).toBe("Birthday");
    expect(dateLabel("other", "We met")).toBe("We met");
    expect(dateLabel("other", "")).toBe("Date");
  });
});

describe("other words", () => {
  it("counts people", () => {
    expect(people(0)).toBe("0 people");
    expect(people(1)).toBe("1 person");
    expect(people(10000)).toBe("10,000 people");
  });
  it("joins what is there", () => {
    expect(workAs({ role: "Founder", organisation: "" })).toBe("Founder");
    expect(workAs({ role: "Founder", organisation: "Pelagic Sensing" })).toBe("Founder, Pelagic Sensing");
    expect(every(1)).toBe("every day");
    expect(every(30)).toBe("every 30 days");
    expect(firstName({ given: "", display: "Samir Haddoun" })).toBe("Samir");
    expect(firstName({ given: "Samir", display: "Haddoun, Samir" })).toBe("Samir");
    expect(asLabel("work")).toBe("Work");
    expect(asLabel("iPhone")).toBe("iPhone");
  });
});

it("says a name inside a sentence so that it cannot turn the sentence around", () => {
  expect(spoken("Ada\u202e Lovelace\u0007")).toBe("Ada Lovelace");
  expect(spoken("x".repeat(10_000))).toHaveLength(60);
});
