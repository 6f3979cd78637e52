// A made-up promise, for tests. Nothing that ships imports it.
import type { Commitment, Rate } from "../host/wire.gen";

export const aPromise = (id: number, what: string, more: Partial<Commitment> = {}): Commitment => ({
  id,
  owedBy: "me",
  what,
  people: [{ id: 7, name: "Samir Haddoun" }],
  state: "open",
  dueOn: "2026-03-13",
  dueWords: "Fri 13",
  tone: "plain",
  agreed: "1 March",
  channel: null,
  moved: "",
  moves: 0,
  moveCounts: "in_time",
  closed: "",
  ended: "",
  why: "",
  ...more,
});

export const aRate = (more: Partial<Rate> = {}): Rate => ({
  words: "not enough yet",
  enough: false,
  kept: [],
  moved: "",
  since: "2025-09-11",
  ...more,
});
