// How ties are said on the page: the choices of the form, and sentences about two people.
import type { Closeness, TieKind } from "../host/wire.gen";
import { count } from "../shared/counts";
import { months } from "../shared/days";
import { firstNames } from "../shared/names";

/** What is between two people, as the first of them would say it: the directed kinds have a way back. */
export type How =
  | "knows"
  | "works_with"
  | "reports_to"
  | "manages"
  | "introduced"
  | "introduced_by"
  | "mentors"
  | "mentored_by"
  | "client_of"
  | "has_client"
  | "influences"
  | "influenced_by";

/**
 * `back`: the tie is kept from the other to the one it is said of. `of` is said of the other, beside the first one's
 * name, and `was` where it is over.
 */
type HowWords = {
  label: string;
  kind: TieKind;
  back: boolean;
  says: (from: string, other: string) => string;
  of: (from: string) => string;
  was?: (from: string) => string;
};

const words: Record<How, HowWords> = {
  knows: { label: "Knows", kind: "knows", back: false, says: (from, other) => `${from} knows ${other}`, of: () => "" },
  works_with: {
    label: "Works with",
    kind: "works_with",
    back: false,
    says: (from, other) => `${from} works with ${other}`,
    of: (from) => `works with ${from}`,
    was: (from) => `worked with ${from}`,
  },
  reports_to: {
    label: "Reports to",
    kind: "reports_to",
    back: false,
    says: (from, other) => `${from} reports to ${other}`,
    of: (from) => `manages ${from}`,
    was: (from) => `managed ${from}`,
  },
  manages: {
    label: "Manages",
    kind: "reports_to",
    back: true,
    says: (from, other) => `${from} manages ${other}`,
    of: (from) => `reports to ${from}`,
    was: (from) => `reported to ${from}`,
  },
  introduced: {
    label: "Introduced",
    kind: "introduced",
    back: false,
    says: (from, other) => `${from} introduced ${other}`,
    of: (from) => `introduced by ${from}`,
  },
  introduced_by: {
    label: "Was introduced by",
    kind: "introduced",
    back: true,
    says: (from, other) => `${from} was introduced by ${other}`,
    of: (from) => `introduced ${from}`,
  },
  mentors: {
    label: "Mentors",
    kind: "mentors",
    back: false,
    says: (from, other) => `${from} mentors ${other}`,
    of: (from) => `mentored by ${from}`,
  },
  mentored_by: {
    label: "Is mentored by",
    kind: "mentors",
    back: true,
    says: (from, other) => `${from} is mentored by ${other}`,
    of: (from) => `mentors ${from}`,
    was: (from) => `mentored ${from}`,
  },
  client_of: {
    label: "Is a client of",
    kind: "client_of",
    back: false,
    says: (from, other) => `${from} is a client of ${other}`,
    of: (from) => `has ${from} as a client`,
    was: (from) => `had ${from} as a client`,
  },
  has_client: {
    label: "Has as a client",
    kind: "client_of",
    back: true,
    says: (from, other) => `${from} has ${other} as a client`,
    of: (from) => `is a client of ${from}`,
    was: (from) => `was a client of ${from}`,
  },
  influences: {
    label: "Influences",
    kind: "influences",
    back: false,
    says: (from, other) => `${from} influences ${other}`,
    of: (from) => `influenced by ${from}`,
  },
  influenced_by: {
    label: "Is influenced by",
    kind: "influences",
    back: true,
    says: (from, other) => `${from} is influenced by ${other}`,
    of: (from) => `influences ${from}`,
    was: (from) => `influenced ${from}`,
  },
};

export const hows = (Object.keys(words) as How[]).map((value) => ({ value, label: words[value].label }));
export const kindOf = (how: How): { kind: TieKind; back: boolean } => ({
  kind: words[how].kind,
  back: words[how].back,
});

/** How a tie reads from the one it is seen from; `fromThem`: the other is its first. */
export const howOf = (kind: TieKind, fromThem: boolean): How =>
  hows.find(({ value }) => words[value].kind === kind && words[value].back === fromThem)?.value ?? (kind as How);

/** "Samir reports to Yuki", in whole names where the first ones are the same. */
export function sentence(how: How, from: string, other: string): string {
  const [one = from, two = other] = firstNames([from, other]);
  return words[how].says(one, two);
}

/** Said of the other below their name: "reports to Samir", or nothing where they just know each other. */
export const ofThem = (how: How, from: string, over = false): string =>
  ((over && words[how].was) || words[how].of)(from);

export const closenesses: { value: Closeness; label: string }[] = [
  { value: "little", label: "A little" },
  { value: "colleague", label: "Colleague" },
  { value: "close", label: "Close" },
  { value: "not_sure", label: "Not sure" },
];

/** "2019-05" as one would type it: "May 2019". */
export function asTyped(date: string | null): string {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date ?? "") ?? [];
  return year === undefined
    ? (date ?? "")
    : [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

const small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

/** "Six ties", "214 ties". */
export const tiesWords = (n: number): string =>
  small[n] === undefined ? count(n, "tie") : `${small[n]} ${n === 1 ? "tie" : "ties"}`;
