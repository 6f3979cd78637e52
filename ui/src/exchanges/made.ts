// Made-up give and take, for tests. Nothing that ships imports it.
import type { Exchange, ExchangeBalance, ExchangesOf, SortOfExchange } from "../host/wire.gen";

export const anExchange = (id: number, what: string, more: Partial<Exchange> = {}): Exchange => ({
  id,
  direction: "given",
  what,
  sort: "feedback",
  size: 2,
  on: "2026-03-04",
  dayWords: "4 Mar",
  year: 2026,
  rough: null,
  title: "You gave feedback",
  talk: "",
  channel: null,
  counts: true,
  backBy: null,
  isOut: false,
  lent: "",
  ...more,
});

export const aBalance = (more: Partial<ExchangeBalance> = {}): ExchangeBalance => ({
  counted: 3,
  lean: "even",
  given: 6.2,
  received: 5.7,
  balance: 0.04,
  words: "About even",
  givenWords: "6.2",
  receivedWords: "5.7",
  how: "Three notes: small counts 1, medium 2, large 3, and half as much after a year.",
  sums: "(6.2 - 5.7) / (6.2 + 5.7) = +0.04. From -0.3 to +0.3 it is about even.",
  ...more,
});

export const giveAndTake = (more: Partial<ExchangesOf> = {}): ExchangesOf => ({
  entries: [],
  total: more.entries?.length ?? 0,
  balance: aBalance(),
  settled: "",
  promisesCounted: [],
  ...more,
});

export const someSorts: SortOfExchange[] = [
  { sort: "introduction", usualSize: 2 },
  { sort: "information", usualSize: 1 },
  { sort: "feedback", usualSize: 2 },
  { sort: "referral", usualSize: 2 },
  { sort: "time", usualSize: 2 },
  { sort: "know_how", usualSize: 2 },
  { sort: "favour", usualSize: 1 },
];
