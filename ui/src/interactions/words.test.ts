import { expect, it } from "vitest";
import { nextOn } from "../state/nextCheckIns";
import { dayOfTalk, lengthWords, minutesOf, nextWords, talkWords, theAttempt, theTalk } from "./words";

const year = new Date().getFullYear();
const on = `${year}-04-02`;
const today = `${year}-03-10`;

it("says the day of a talk that was not today", () => {
  const days: Record<string, string> = {
    "Tuesday 10 March, today": "",
    "Tuesday 3 March, a week ago": "Tuesday 3 March",
    "About Tuesday 3 March, a week ago": "about Tuesday 3 March",
    "The week of 2 March, counts as Monday 2 March": "the week of 2 March",
    "": "",
  };
  expect(Object.keys(days).map(dayOfTalk)).toEqual(Object.values(days));
});

it("reads a length however it is typed", () => {
  const typed: Record<string, number> = {
    "45": 45,
    "45 min": 45,
    "90m": 90,
    "1 h": 60,
    "1h": 60,
    "2 hours": 120,
    "1 h 15": 75,
    "1h15m": 75,
    "1:15": 75,
    "1.5 h": 90,
    "1,5h": 90,
    "0": 0,
  };
  for (const [text, minutes] of Object.entries(typed)) expect([text, minutesOf(text)]).toEqual([text, minutes]);
  expect(minutesOf("  ")).toBeNull();
  for (const text of ["long", "-5", "1 h 15 h", "1.2.3 h", "h", "12345678"])
    expect([text, minutesOf(text)]).toEqual([text, undefined]);
  for (const minutes of [5, 60, 75, 120, 1440]) expect(minutesOf(lengthWords(minutes))).toBe(minutes);
});

it("says a talk with the names as one would speak them", () => {
  expect(talkWords("video", ["Ilse Varnholt"])).toBe("a video call with Ilse");
  expect(talkWords("email", ["Ilse Varnholt", "Hannah Iwobi"])).toBe("an email with Ilse and Hannah");
  expect(talkWords("phone", ["Bo Dahl", "Bo Tennerud"])).toBe("a phone call with Bo Dahl and Bo Tennerud");
  expect(talkWords("in_person", ["Dr. Ada Holm", "A", "B", "C"])).toBe("a meeting with Dr. Ada Holm, A and 2 others");
  expect(theTalk("email", ["Ilse Varnholt"])).toBe("the email with Ilse");
  expect(theAttempt("phone", ["Ilse Varnholt"])).toBe("the attempt to reach Ilse by phone");
  expect(theAttempt("not_said", ["Ilse Varnholt"])).toBe("the attempt to reach Ilse");
});

it("says what comes next, and never that someone is let go who only rests", () => {
  const next = [
    { id: 1, name: "Ilse Varnholt", on, rests: null },
    { id: 2, name: "Hannah Iwobi", on: null, rests: null },
    { id: 3, name: "Bo Dahl", on: null, rests: null },
  ];
  const day = new Intl.DateTimeFormat("en", { weekday: "short" }).format(new Date(year, 3, 2));
  expect(
    nextWords(
      next,
      new Map([
        [2, false],
        [3, true],
      ]),
      today,
    ),
  ).toBe(`Next with Ilse: ${day} 2 April. Hannah is not kept close. Nothing is planned with Bo.`);
  expect(nextWords([...next, { id: 4, name: "Kofi", on, rests: null }], new Map(), today)).toMatch(/ And 1 more\.$/);
  expect(nextOn(next.slice(0, 1), today)).toBe(`Next on ${day} 2 April.`);
  expect(nextOn(next, today)).toBe(`Next with Ilse on ${day} 2 April.`);
  expect(nextOn(next.slice(1), today)).toBe("");
});

it("says that the next check-in is due now where the talk was long ago", () => {
  const ana = { id: 1, name: "Ana Silva", on: "2026-03-06", rests: null };
  const bo = { id: 2, name: "Bo Dahl", on: null, rests: null };
  expect(nextOn([ana], "2026-03-10")).toBe("Next is due now.");
  expect(nextOn([ana, bo], "2026-03-10")).toBe("Next with Ana is due now.");
  expect(nextWords([ana], new Map(), "2026-03-10")).toBe("Next with Ana: due now.");
});
