// How the log dialog says channels, lengths and what comes next; and how it reads a length that was typed.
import type { Component } from "svelte";
import type { Channel, NextCheckIn } from "../host/wire.gen";
import { dayBrief } from "../shared/days";
import { firstNames, together } from "../shared/names";
import { ways } from "../state/channels";
import { isDue } from "../state/nextCheckIns";

type Choice = { value: Channel; label: string; icon: Component<Record<string, unknown>> };
const asChoice = (value: Channel): Choice => ({ value, label: ways[value].label, icon: ways[value].icon });
export const usual = (["in_person", "video", "phone", "email", "chat"] as const).map(asChoice);
export const other = (["text", "social", "not_said"] as const).map(asChoice);
export const isUsual = (channel: Channel): boolean => usual.some(({ value }) => value === channel);

const nouns: Record<Channel, string> = {
  in_person: "a meeting",
  video: "a video call",
  phone: "a phone call",
  email: "an email",
  chat: "a chat",
  text: "a text message",
  social: "a message on social media",
  not_said: "a conversation",
};
/** "a video call with Ilse and Hannah". */
export const talkWords = (channel: Channel, names: readonly string[]): string =>
  `${nouns[channel]}${names.length === 0 ? "" : ` with ${together(firstNames(names))}`}`;
/** Of "Tuesday 3 March, a week ago" the day; of today nothing, as that goes without saying. */
export const dayOfTalk = (understood: string): string =>
  /\btoday\b/i.test(understood)
    ? ""
    : (understood.split(",")[0] ?? "").replace(/^(About|The) /, (word) => word.toLowerCase());
/** "tried to reach Ilse by phone". */
export function triedWords(channel: Channel, names: readonly string[]): string {
  const how = channel === "in_person" ? "in person" : ways[channel].by;
  return `tried to reach ${together(firstNames(names))}${how && ` ${how}`}`;
}

/** "the video call with Ilse". */
export const theTalk = (channel: Channel, names: readonly string[]): string =>
  talkWords(channel, names).replace(/^an? /, "the ");
/** "the attempt to reach Ilse by phone": nobody answered, so there was no call. */
export const theAttempt = (channel: Channel, names: readonly string[]): string =>
  triedWords(channel, names).replace("tried", "the attempt");

/** "Next with Ilse: Thu 2 April. Hannah is not kept close.", while the dialog is open. */
export function nextWords(
  next: readonly NextCheckIn[],
  keptClose: ReadonlyMap<number, boolean>,
  today: string,
): string {
  const names = firstNames(next.map(({ name }) => name));
  const sentences = next.slice(0, 3).map(({ id, on, rests }, at) => {
    if (rests) return next.length === 1 ? rests : `${names[at]}: ${rests}`;
    if (on) return `Next with ${names[at]}: ${isDue(on, today) ? "due now" : dayBrief(on, today)}.`;
    return keptClose.get(id) === false ? `${names[at]} is not kept close.` : `Nothing is planned with ${names[at]}.`;
  });
  return [...sentences, next.length > 3 && `And ${next.length - 3} more.`].filter(Boolean).join(" ");
}

/** ", instead of Thu 9 April": the day that a next step takes the place of; "." where they differ or there is none. */
export function insteadOf(next: readonly NextCheckIn[], today: string): string {
  const [first] = next;
  const isOne = first?.on && next.every(({ on }) => on === first.on);
  return isOne ? `, instead of ${dayBrief(first.on ?? "", today)}.` : ".";
}

/** "45", "45 min", "1 h", "1 h 15", "1:15", "1.5 h" in minutes; null for nothing, undefined for what is no length. */
export function minutesOf(text: string): number | null | undefined {
  const plain = text.trim().toLowerCase().replace(",", ".");
  if (plain === "") return null;
  const [, hours, minutes] =
    /^(\d{1,3})\s*(?:h|hr|hrs|hours?|:)\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes?)?)?$/.exec(plain) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes ?? 0);
  const [, part] = /^(\d{1,3}(?:\.\d+)?)\s*(?:h|hr|hrs|hours?)$/.exec(plain) ?? [];
  if (part !== undefined) return Math.round(Number(part) * 60);
  const [, only] = /^(\d{1,5})\s*(?:m|min|mins|minutes?)?$/.exec(plain) ?? [];
  return only === undefined ? undefined : Number(only);
}

/** "1 h 15", as one would type it. */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest}`;
}

/** "30 min, you started it", as much of it as is said; `started` is "me", "not_said" or a person, `name` their name. */
export function lengthAndStarter(minutes: number | null, started: string, name: string): string {
  const who = started === "not_said" ? "" : started === "me" ? "you started it" : `${name} started it`;
  const all = [minutes !== null && lengthWords(minutes), who].filter(Boolean).join(", ");
  return all.charAt(0).toUpperCase() + all.slice(1);
}
