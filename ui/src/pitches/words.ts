// The words of pitches.
import type { PitchParts, SpeakingTime } from "../host/wire.gen";
import { count } from "../shared/counts";

/** "38 s", "28 s, a little short". */
export function timeWords({ seconds, fit }: SpeakingTime): string {
  const words = { empty: "", short: ", a little short", comfortable: "", long: ", a little long" }[fit];
  return `${lengthWords(seconds)}${words}`;
}

/** "38 s", "2 min 5 s". */
export const lengthWords = (seconds: number): string =>
  seconds <= 90 ? `${seconds} s` : `${Math.floor(seconds / 60)} min${seconds % 60 ? ` ${seconds % 60} s` : ""}`;

/** "83 words at your pace", "120 characters at your pace". */
export function countedWords({ words, characters }: SpeakingTime): string {
  const counted = [words > 0 && count(words, "word"), characters > 0 && count(characters, "character")].filter(Boolean);
  return counted.length > 0 ? `${counted.join(" and ")} at your pace` : "Nothing to say yet";
}

/** The parts in the order in which they are said. */
export const parts: { of: keyof PitchParts; label: string; hint: string }[] = [
  { of: "hook", label: "Hook", hint: "Who has the problem, and what it costs them" },
  { of: "bring", label: "What you bring", hint: "What you make or do about it" },
  { of: "value", label: "Value", hint: "What they have of it" },
  { of: "ask", label: "Ask", hint: "A small, clear ask" },
];
