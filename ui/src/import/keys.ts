// What a key means in the list of cards.
import { moved } from "../shared/rows";
import { keyOf } from "../state/keys";

export type Act =
  | { type: "move"; to: number }
  | { type: "decide"; step: 1 | -1 }
  | { type: "details" }
  | { type: "next" }
  | { type: "keep" }
  | { type: "confirm" }
  | { type: "row" };

/** Where in a row the key was pressed. */
export type On = "decision" | "control" | "details" | "text";

/** The act of a key press, or null when the control under it knows better. */
export function actOf(
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
  on: On,
  active: number,
  total: number,
  page: number,
): Act | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (on === "text") return null;
  const letter = keyOf(event);
  if (letter === "n") return { type: "next" };
  if (on === "details") return event.key === "Escape" ? { type: "row" } : null;
  const to = moved(event.key, active, total, page);
  if (to !== null) return { type: "move", to };
  if (letter === "k") return { type: "keep" };
  if (on !== "decision") return event.key === "Escape" ? { type: "row" } : null;
  if (event.key === "ArrowLeft" || event.key === "ArrowRight")
    return { type: "decide", step: event.key === "ArrowRight" ? 1 : -1 };
  if (event.key === " ") return { type: "details" };
  if (event.key === "Enter") return { type: "confirm" };
  return null;
}

/** The choice one step on, round and round. */
export function stepped<T>(choices: readonly T[], now: T, step: 1 | -1): T | undefined {
  const at = choices.indexOf(now);
  return choices[(at + step + choices.length) % choices.length];
}
