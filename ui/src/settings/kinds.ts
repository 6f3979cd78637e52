// Kinds of people, their rhythm and their colours, in words.
import type { Category, Colour, Kind, NewKind } from "../host/wire.gen";
import { number } from "../shared/counts";
import { wrong } from "./saving";

export const colours: { value: Colour; label: string }[] = [
  { value: "peer", label: "Green" },
  { value: "manager", label: "Blue" },
  { value: "report", label: "Teal" },
  { value: "client", label: "Rose" },
  { value: "vendor", label: "Ochre" },
  { value: "industry", label: "Grey" },
];
export const categories: { value: Category; label: string }[] = [
  { value: "internal", label: "Internal" },
  { value: "external", label: "External" },
];

const plurals: Record<string, string> = {
  Manager: "Managers",
  "Direct report": "Direct reports",
  Peer: "Peers",
  "Senior leader": "Senior leaders",
  Client: "Clients",
  Mentor: "Mentors",
  Vendor: "Vendors",
  "Industry contact": "Industry contacts",
  Recruiter: "Recruiters",
};
/** "Clients"; a name of one's own stays as it was written. */
export const severalOf = (name: string): string => plurals[name] ?? `“${name}”`;

export const every = (days: number): string => (days === 1 ? "every day" : `every ${number(days)} days`);
export const peopleWords = (people: number): string => (people === 0 ? "Nobody yet" : number(people));

/** After a kind has got another rhythm, which holds for those who are kept close from then on. */
export const rhythmNote = ({ name, cadenceDays }: Pick<Kind, "name" | "cadenceDays">): string =>
  `${severalOf(name)} from now on: ${every(cadenceDays)}. Those you already keep close stay as they are.`;

/** Days as they are typed. How many are allowed, the host says. */
export function readDays(text: string): number {
  const digits = /^(\d{1,9})(?:\s*days?)?$/i.exec(text.trim().replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, ""))?.[1];
  if (digits === undefined) throw wrong("Write a number of days, such as 30.", "cadenceDays");
  return Number(digits);
}

export const asNew = ({ name, category, colour, cadenceDays }: Kind): NewKind => ({
  name,
  category,
  colour,
  cadenceDays,
});
