// Keys that work anywhere in the window. On macOS Ctrl is Command.
import { keyedViews, type KeyedView } from "./places";

const mac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

/** "Ctrl N", or "⌘ N" on macOS. */
export const ctrl = (key: string): string => `${mac ? "⌘" : "Ctrl"} ${key}`;

/** Whether the key goes into text that is being written. */
export function inText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "range", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** What the keys of the main block print on a US keyboard. */
const onUs: Record<string, string> = { Comma: ",", Slash: "/", Minus: "-", Equal: "=" };
/** Characters that mean something by themselves, wherever they are printed. */
const signs = "+-−=,/?";

/**
 * The key that is meant, in lower case: a letter, a digit, a sign, or a name such as "ArrowLeft". The key that
 * prints the letter wins. Where a layout prints no Latin letter or no digit (Russian, Greek, Hebrew, Arabic; the
 * row of digits in France), it is the one that a US keyboard has there.
 */
export function keyOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  const printed = key.toLowerCase();
  if (/^[a-z0-9]$/.test(printed) || (key.length === 1 && signs.includes(key))) return printed;
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  if (digit && key.length === 1) return digit;
  // Names of keys are ASCII; an input method says only that it is at work.
  const named = /^[ -~]+$/.test(key) && key !== "Process" && key !== "Unidentified";
  if (named) return key.length === 1 ? printed : key;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? onUs[code] ?? key;
}

export type Shortcut =
  | KeyedView
  | "add"
  | "import"
  | "search"
  | "sidebar"
  | "undo"
  | "redo"
  | "back"
  | "forward"
  | "way"
  | "keys"
  | "log"
  | "events"
  | "quick"
  | "larger"
  | "smaller"
  | "usual";

const toViews = Object.fromEntries(keyedViews.map(({ key, view }) => [key, view]));

/** The command a key press means, or null when it means nothing here. */
export function shortcut(event: KeyboardEvent): Shortcut | null {
  if (event.altKey && !event.ctrlKey && !event.metaKey)
    return event.key === "ArrowLeft" ? "back" : event.key === "ArrowRight" ? "forward" : null;
  if (!(mac ? event.metaKey : event.ctrlKey) || event.altKey) {
    if (event.ctrlKey || event.metaKey || inText(event.target)) return null;
    const sign = keyOf(event);
    if (sign === "/") return event.shiftKey && event.key !== "/" ? "keys" : "search";
    return sign === "?" ? "keys" : null;
  }
  const key = keyOf(event);
  if (key === "z") return inText(event.target) ? null : event.shiftKey ? "redo" : "undo";
  const zoom: Record<string, Shortcut> = { "+": "larger", "=": "larger", "-": "smaller", "−": "smaller", "0": "usual" };
  if (zoom[key]) return zoom[key];
  // In France digits are printed with Shift.
  if (event.shiftKey && !/^[0-9]$/.test(event.key)) return null;
  const plain: Record<string, Shortcut> = {
    ...toViews,
    n: "add",
    o: "import",
    f: "search",
    b: "sidebar",
    i: "way",
    l: "log",
    e: "events",
    k: "quick",
  };
  return plain[key] ?? null;
}
