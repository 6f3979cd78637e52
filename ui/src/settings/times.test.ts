import { describe, expect, it } from "vitest";
import { daysOffWords, readHours, readTime, zoneWords } from "./times";

describe("a time of day", () => {
  it("is read however it is written", () => {
    for (const text of ["8:30", "0830", "8.30", "830", " 08:30 ", "8h30", "8:30 am", "8 : 30", "8,30"])
      expect(readTime(text), text).toBe(510);
    expect(["17", "17:00", "1700", "5 pm", "5PM", "17h"].map(readTime)).toEqual([1020, 1020, 1020, 1020, 1020, 1020]);
    expect(["0", "00:00", "12 am", "12 pm", "24", "24:00"].map(readTime)).toEqual([0, 0, 0, 720, 1440, 1440]);
  });
  it("is not read from what is none", () => {
    for (const text of [
      "",
      "half past eight",
      "25",
      "24:01",
      "8:60",
      "8:3",
      "13 pm",
      "0 am",
      "-1",
      "8:30:00",
      "830000",
      "99999999999",
    ])
      expect(readTime(text), text).toBeNull();
  });
  it("is read in the form of either clock, whatever is shown", () => {
    expect(["3pm", "3:00 pm", "3 p.m.", "15:00", "15"].map(readTime)).toEqual([900, 900, 900, 900, 900]);
    expect(["12:00 am", "12 pm", "8:30 a.m."].map(readTime)).toEqual([0, 720, 510]);
  });
});

describe("the hours of a day", () => {
  it("say what cannot be taken, and where", () => {
    expect(readHours("8:30", "16.30", "twenty_four")).toEqual({ day: { from: 510, to: 990 } });
    expect(readHours("early", "16:30", "twenty_four")).toMatchObject({ wrong: "from" });
    expect(readHours("8", "late", "twenty_four")).toMatchObject({ wrong: "to" });
    expect(readHours("", "", "twenty_four")).toMatchObject({ wrong: "both" });
    expect(readHours("17", "8:30", "twenty_four")).toEqual({
      wrong: "both",
      message: "The end, 08:30, is not after the start, 17:00.",
    });
    expect(readHours("9", "9", "twenty_four")).toMatchObject({ wrong: "both" });
    expect(readHours("5 pm", "8:30 am", "twelve")).toEqual({
      wrong: "both",
      message: "The end, 8:30 am, is not after the start, 5:00 pm.",
    });
    expect(readHours("early", "5 pm", "twelve")).toMatchObject({ message: "Write a time, such as 8:30 am or 5 pm." });
  });
  it("end at midnight, however that is written", () => {
    for (const end of ["24:00", "0:00", "12:00 am"])
      expect(readHours("8:30", end, "twelve"), end).toEqual({ day: { from: 510, to: 1440 } });
  });
});

describe("days off and the zone", () => {
  const today = new Date(2026, 2, 10);
  it("are said as short as they can be", () => {
    expect(daysOffWords({ from: "2026-04-02", to: "2026-04-06" }, today)).toBe("2 – 6 April");
    expect(daysOffWords({ from: "2026-05-01", to: "2026-05-01" }, today)).toBe("Fri 1 May");
    expect(daysOffWords({ from: "2026-03-28", to: "2026-04-03" }, today)).toBe("28 March – 3 April");
    expect(daysOffWords({ from: "2027-05-01", to: "2027-05-01" }, today)).toBe("Sat 1 May 2027");
    expect(daysOffWords({ from: "2026-12-24", to: "2027-01-02" }, today)).toBe("24 December 2026 – 2 January 2027");
  });
  it("name the town of the zone", () => {
    expect(zoneWords("Europe/Oslo", "10:42", "twenty_four")).toBe("Oslo · 10:42");
    expect(zoneWords("America/Argentina/Buenos_Aires", "10:42", "twenty_four")).toBe("Buenos Aires · 10:42");
    expect(zoneWords("UTC", "10:42", "twenty_four")).toBe("UTC · 10:42");
    expect(zoneWords("UTC", "15:42", "twelve")).toBe("UTC · 3:42 pm");
  });
});
