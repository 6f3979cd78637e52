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
    return event.key === "/" ? "search" : event.key === "?" ? "keys" : null;
  }
  const key = event.key.toLowerCase();
  if (key === "z") return inText(event.target) ? null : event.shiftKey ? "redo" : "undo";
  const zoom: Record<string, Shortcut> = { "+": "larger", "=": "larger", "-": "smaller", "−": "smaller", "0": "usual" };
  if (zoom[key]) return zoom[key];
  if (event.shiftKey) return null;
  const plain: Record<string, Shortcut> = {
    ...toViews,
    n: "add",
    o: "import",
    f: "search",
    b: "sidebar",
    i: "way",
    l: "log",
    k: "quick",
  };
  return plain[key] ?? null;
}
