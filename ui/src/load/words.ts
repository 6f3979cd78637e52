// What is said of loads and rhythms.
import type { FitStep, LoadSums } from "../host/wire.gen";
import { capital, count, number, spell } from "../shared/counts";
import { firstNames } from "../shared/names";

export const every = (days: number): string => (days === 1 ? "every day" : `every ${number(days)} days`);

/** To a tenth: "2.4", and "3" without one. */
export const tenth = (n: number): string => number(Math.round(n * 10) / 10);

/** "It fits. There is room for about 34 more every 30 days.", or by how much it does not fit. */
export function sumsWords({ asked, comfortable, fits, room, workingDays }: LoadSums): string {
  if (workingDays === 0) return "No weekday takes check-ins, so nothing can be placed.";
  if (!fits) return `That is ${tenth(Math.max(asked - comfortable, 0.1))} a working day more than is comfortable.`;
  if (room === 0) return "It fits, with no room for more.";
  return `It fits. There is room for about ${number(room)} more every 30 days.`;
}

/** What one rhythm asks of the sum, to a tenth; "under 0.1" where that would be nothing though it asks something. */
export const part = (n: number): string => (n > 0 && n < 0.1 ? "under 0.1" : tenth(n));

/** "Wed 18 has five, one over your four for that day." in its two parts. */
export const dayOver = (day: string, load: number, room: number): [string, string] => [
  `${day} has ${spell(load)},`,
  `${spell(load - room)} over your ${spell(room)} for that day.`,
];

/** "Five people (Peer), every 14 days instead of 7": a kind has a name of one's own, which has no plural here. */
export const stepWords = ({ people, kind, from, to }: FitStep): string => {
  const who = `${people.length === 1 ? "person" : "people"}${kind && ` (${kind})`}`;
  return `${capital(spell(people.length))} ${who}, every ${number(to)} days instead of ${number(from)}`;
};

/** "Kofi, Siddharth and three more". */
export function namesWords({ names, people }: FitStep): string {
  const said = firstNames(names.slice(0, people.length > names.length ? 3 : 5));
  const more = people.length - said.length;
  if (more > 0) return `${said.join(", ")} and ${spell(more)} more`;
  return said.length < 2 ? (said[0] ?? "") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}

/** "40 people kept close: 14 every 7 days, 12 every 14." */
export function togetherWords({ rhythms, people }: LoadSums): string {
  const most = rhythms.slice(0, 4).map((one) => `${number(one.people)} ${every(one.cadenceDays)}`);
  const rest = rhythms.length > 4 ? [`and ${count(rhythms.length - 4, "other rhythm")}`] : [];
  return `${count(people, "person", "people")} kept close: ${[...most, ...rest].join(", ")}.`;
}
