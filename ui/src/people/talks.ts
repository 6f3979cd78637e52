// How talks and warmth are said.
import type { HourClock, Level, RoughTime, Talk, WarmthShown } from "../host/wire.gen";
import { clockWords } from "../shared/clock";
import { count } from "../shared/counts";
import { firstNames, together } from "../shared/names";
import { ways } from "../state/channels";
import { dayWords, spoken } from "./words";
import { momentNow } from "../state/day.svelte";

export const levelWords: Record<Level, string> = {
  cold: "Cold",
  cool: "Cool",
  steady: "Steady",
  warm: "Warm",
  very_warm: "Very warm",
};

/** "3 talks in 60 days, mostly face to face". */
export function warmthWords({ talks, days, mostly }: WarmthShown): string {
  if (talks === 0) return `No talk in ${count(days, "day")}`;
  const by = mostly ? ways[mostly].by : "";
  return `${count(talks, "talk")} in ${count(days, "day")}${by && `, ${talks > 1 ? "mostly " : ""}${by}`}`;
}

/** "50 min", "1 h", "1 h 15". */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}

/** "October 2026, counts as 16 October 2026", "22 November 2026, about 15:00". */
const roughly = ({ words, countsAs }: RoughTime, time: string | null): string =>
  [[words, time].filter(Boolean).join(" "), countsAs && `counts as ${countsAs}`].filter(Boolean).join(", ");

/** "1 March, 09:00 · 50 min". */
export const talkedWhen = (talk: Talk, clock: HourClock, today = momentNow()): string =>
  [
    talk.rough
      ? roughly(talk.rough, talk.at && clockWords(talk.at, clock))
      : [dayWords(talk.on, today), talk.at && clockWords(talk.at, clock)].filter(Boolean).join(", "),
    talk.minutes === null ? "" : minutesWords(talk.minutes),
  ]
    .filter(Boolean)
    .join(" · ");

/** "Coffee", "Phone call", "Tried to reach Ilse by phone, no answer". */
export function talkTitle({ attempt, channel, title, people }: Talk): string {
  if (!attempt) return title || ways[channel].title;
  const how = channel === "in_person" ? "in person" : ways[channel].by;
  return `Tried to reach ${together(firstNames(people.map(({ name }) => name)))}${how && ` ${how}`}, no answer`;
}

/** Who else was there and who began it, seen from one person's page; empty when neither is known. */
export function talkedWith(talk: Talk, person: number): string {
  if (talk.attempt) return "";
  const others = talk.people.filter(({ id }) => id !== person).map(({ name }) => spoken(name));
  const by = talk.startedBy;
  const starter =
    by.type === "me" ? "you" : by.type === "person" ? talk.people.find(({ id }) => id === by.id)?.name : undefined;
  return [others.length > 0 ? `With ${together(others)}` : "", starter ? `Started by ${spoken(starter)}` : ""]
    .filter(Boolean)
    .join(" · ");
}
