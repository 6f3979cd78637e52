import { describe, expect, it } from "vitest";
import type { Talk } from "../host/wire.gen";
import { minutesWords, talkedWhen, talkTitle, talkedWith, warmthWords } from "./talks";

const talk = (more: Partial<Talk> = {}): Talk => ({
  id: 1,
  on: "2026-03-01",
  at: null,
  rough: null,
  title: "",
  channel: "video",
  minutes: null,
  startedBy: { type: "not_said" },
  attempt: false,
  note: "",
  people: [{ id: 7, name: "Samir Haddoun" }],
  ...more,
});

describe("talks in words", () => {
  it("says how often and how", () => {
    expect(warmthWords({ level: "very_warm", segments: 5, talks: 3, days: 60, mostly: "in_person" })).toBe(
      "3 talks in 60 days, mostly face to face",
    );
    expect(warmthWords({ level: "cool", segments: 2, talks: 1, days: 60, mostly: "video" })).toBe(
      "1 talk in 60 days, by video",
    );
    expect(warmthWords({ level: "cool", segments: 2, talks: 2, days: 60, mostly: "not_said" })).toBe(
      "2 talks in 60 days",
    );
    expect(warmthWords({ level: "cold", segments: 1, talks: 0, days: 60, mostly: null })).toBe("No talk in 60 days");
  });
  it("says how long", () => {
    expect([5, 50, 60, 75, 65, 1440].map(minutesWords)).toEqual(["5 min", "50 min", "1 h", "1 h 15", "1 h 05", "24 h"]);
  });
  it("says that a day is known roughly, and which day counts", () => {
    const month = { words: "October 2026", text: "October 2026", countsAs: "16 October 2026" };
    expect(talkedWhen(talk({ rough: month, minutes: 50 }), "twenty_four")).toBe(
      "October 2026, counts as 16 October 2026 · 50 min",
    );
    const time = { words: "22 November 2026, about", text: "about 22 November 2026 15:00", countsAs: null };
    expect(talkedWhen(talk({ rough: time, at: "15:00" }), "twelve")).toBe("22 November 2026, about 3:00 pm");
  });
  it("says when, as much as is known", () => {
    const today = new Date(2026, 2, 10);
    expect(talkedWhen(talk(), "twenty_four", today)).toBe("1 March");
    expect(talkedWhen(talk({ at: "09:00", minutes: 50 }), "twenty_four", today)).toBe("1 March, 09:00 · 50 min");
    expect(talkedWhen(talk({ at: "15:00", minutes: 50 }), "twelve", today)).toBe("1 March, 3:00 pm · 50 min");
    expect(talkedWhen(talk({ on: "2024-10-03" }), "twenty_four", today)).toBe("3 October 2024");
  });
  it("says who else, and who began it", () => {
    expect(talkedWith(talk(), 7)).toBe("");
    expect(talkedWith(talk({ startedBy: { type: "me" } }), 7)).toBe("Started by you");
    const three = talk({
      people: [
        { id: 7, name: "Samir Haddoun" },
        { id: 8, name: "Ruth Castellane" },
        { id: 9, name: "Kofi\u202e Amenuvor" },
      ],
      startedBy: { type: "person", id: 8 },
    });
    expect(talkedWith(three, 7)).toBe("With Ruth Castellane and Kofi Amenuvor · Started by Ruth Castellane");
    expect(talkedWith(talk({ startedBy: { type: "person", id: 99 } }), 7)).toBe("");
  });
});

describe("attempts", () => {
  it("say whom one tried to reach, and how", () => {
    const tried = talk({ attempt: true, channel: "phone", people: [{ id: 7, name: "Ilse Varnholt" }] });
    expect(talkTitle(tried)).toBe("Tried to reach Ilse by phone, no answer");
    expect(talkTitle({ ...tried, channel: "not_said" })).toBe("Tried to reach Ilse, no answer");
    expect(talkTitle({ ...tried, channel: "in_person" })).toBe("Tried to reach Ilse in person, no answer");
    expect(talkTitle({ ...tried, attempt: false })).toBe("Phone call");
    expect(talkedWith({ ...tried, startedBy: { type: "me" } }, 7)).toBe("");
  });
});
