// What each key that works anywhere does.
import { tick } from "svelte";
import { host } from "../host/host";
import { nextScale } from "../settings/words";
import { app } from "../state/app.svelte";
import { dialogs, openLog } from "../state/dialog.svelte";
import { inText, keyOf, shortcut, type Shortcut } from "../state/keys";
import { enter, keyedViews, type KeyedView } from "../state/places";
import { route, type Place } from "../state/route.svelte";
import { importFrom } from "./importing";
import { pieceOf } from "./places";
import { redo, undo } from "./undo";

/** The sidebar becomes a rail, or whole again. */
export function collapse(): void {
  const side = app.settings?.sidebar ?? "auto";
  const narrow = side === "rail" || (side === "auto" && matchMedia("(max-width: 1020px)").matches);
  void app.set({ sidebar: narrow ? "full" : "rail" });
}

function resize(step: 1 | -1): void {
  const now = app.settings?.textScale ?? 1;
  const next = nextScale(now, step);
  if (next !== now) void app.set({ textScale: next });
}

/** The search of the list; from elsewhere it leads there first. */
async function search(): Promise<void> {
  const { at } = route;
  if (!document.querySelector("[data-search]")) {
    const to: Place = { view: "people", person: at.view === "people" ? null : route.lastPerson };
    route.go(to);
    await pieceOf(to)
      .load()
      .catch(() => undefined);
  }
  await tick();
  document.querySelector<HTMLInputElement>("[data-search]")?.focus();
}

/** Logs a conversation, with the person whose page or panel is open. */
async function log(): Promise<void> {
  const { at } = route;
  const id = at.view === "people" || at.view === "map" ? at.person : null;
  const face = id === null ? null : await host.ask("person_face", { id }).catch(() => null);
  openLog(face ? [face] : []);
}

const toViews = Object.fromEntries(keyedViews.map(({ view }) => [view, () => enter(view)])) as Record<
  KeyedView,
  () => void
>;

export const does: Record<Shortcut, () => void> = {
  ...toViews,
  add: () => dialogs.show("add"),
  import: () => void importFrom(false),
  log: () => void log(),
  events: () => dialogs.show("events"),
  quick: () => dialogs.show("search"),
  way: () => dialogs.show("way"),
  keys: () => dialogs.show("keys"),
  search: () => void search(),
  sidebar: collapse,
  undo: () => void undo(),
  redo: () => void redo(),
  back: () => route.back(),
  forward: () => route.forward(),
  larger: () => resize(1),
  smaller: () => resize(-1),
  usual: () => void app.set({ textScale: 1 }),
};

/** Does what a key that works anywhere means here, if it means anything. */
export function pressed(event: KeyboardEvent): void {
  // Outside of a field there is no text to choose, only the window itself.
  if (keyOf(event) === "a" && (event.ctrlKey || event.metaKey) && !inText(event.target)) return event.preventDefault();
  if (app.book?.type !== "open" || event.defaultPrevented) return;
  const command = shortcut(event);
  if (!command) return;
  const covered = document.querySelector("[role=dialog],[role=menu]") !== null;
  if (covered && command !== "undo" && command !== "redo") return;
  if ((command === "back" || command === "forward") && inText(event.target)) return;
  event.preventDefault();
  does[command]();
}
