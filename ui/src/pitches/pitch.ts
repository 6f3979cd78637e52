// A pitch while it is written.
import type { Pitch, PitchParts } from "../host/wire.gen";
import type { Face } from "../state/dialog.svelte";

export type Written = { audience: string; parts: PitchParts; people: Face[] };

export const nothing: Written = { audience: "", parts: { hook: "", bring: "", value: "", ask: "" }, people: [] };

export const writtenOf = ({ audience, parts, people }: Pitch): Written => ({ audience, parts: { ...parts }, people });

/** As it is kept until it is saved. */
export const written = ({ audience, parts, people }: Written): string =>
  JSON.stringify({
    audience,
    parts: [parts.hook, parts.bring, parts.value, parts.ask],
    people: people.map(({ id, name }) => ({ id, name })),
  });

export function readWritten(text: string | null | undefined): Written | null {
  if (!text) return null;
  try {
    const { audience, parts, people } = JSON.parse(text) as { audience: string; parts: string[]; people: Face[] };
    const [hook = "", bring = "", value = "", ask = ""] = parts;
    return typeof audience === "string" && Array.isArray(people)
      ? { audience, parts: { hook, bring, value, ask }, people }
      : null;
  } catch {
    return null;
  }
}
