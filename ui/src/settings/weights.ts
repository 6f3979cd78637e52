// How much a talk counts, in words and figures. What comes of it, the host computes.
import CircleDashed from "@lucide/svelte/icons/circle-dashed";
import type { Channel, Level, TieWeights, Weights } from "../host/wire.gen";
import { ways } from "../state/channels";
import { wrong } from "./saving";

export type WeightKey = Exclude<keyof Weights, "halfLifePerCadence" | "halfLifeWithout">;
const keys: [WeightKey, Channel][] = [
  ["inPerson", "in_person"],
  ["video", "video"],
  ["phone", "phone"],
  ["email", "email"],
  ["chat", "chat"],
  ["text", "text"],
  ["social", "social"],
  ["notSaid", "not_said"],
];
export const channels = keys.map(([key, channel]) => ({
  key,
  channel,
  label: ways[channel].label,
  icon: channel === "not_said" ? CircleDashed : ways[channel].icon,
}));
export const channelWords = (channel: Channel): string => ways[channel].label;
export const levels: Record<Level, string> = {
  cold: "Cold",
  cool: "Cool",
  steady: "Steady",
  warm: "Warm",
  very_warm: "Very warm",
};

/** What a new book begins with: richer channels count more, and a talk counts half after one and a half rhythms. */
export const defaults: Weights = {
  inPerson: 1,
  video: 0.8,
  phone: 0.6,
  email: 0.35,
  chat: 0.35,
  text: 0.35,
  social: 0.35,
  notSaid: 0.35,
  halfLifePerCadence: 1.5,
  halfLifeWithout: 90,
  halfLifeLeast: 30,
  halfLifeMost: 365,
  saturation: 1.5,
};

/** How well two others know each other, in the words of the dialog of a tie. */
export const closenesses: { key: keyof TieWeights; label: string }[] = [
  { key: "close", label: "Close" },
  { key: "colleague", label: "Colleague" },
  { key: "little", label: "A little" },
  { key: "notSure", label: "Not sure" },
];
/** What these words count in a new book. */
export const tieDefaults: TieWeights = { close: 0.8, colleague: 0.5, little: 0.25, notSure: 0.4 };

export const two = (n: number): string => n.toFixed(2);
/** As few figures as it needs: "1.5", "2". */
export const factor = (n: number): string => String(Math.round(n * 100) / 100);

/** A factor as it is typed, with a point or a comma. */
export function readFactor(text: string): number {
  const read = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : NaN;
  if (Number.isNaN(read)) throw wrong("Write a number, such as 1.5.");
  return read;
}

export const ago = (days: number): string => (days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`);

/** An example for the rhythm that is told beside it. */
export function halfWords({ halfLifePerCadence, halfLifeLeast: least, halfLifeMost: most }: Weights): string {
  const rhythm = 30;
  const days = Math.min(most, Math.max(least, Math.round(halfLifePerCadence * rhythm)));
  const times = halfLifePerCadence === 1.5 ? "One and a half times" : `${factor(halfLifePerCadence)} times`;
  const bounds = `Never under ${least} days or over ${most}.`;
  return `${times} the rhythm: ${days} days for somebody you see every ${rhythm}. ${bounds}`;
}
