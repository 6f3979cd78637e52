// Everything the app can do, for quick search, and how it does what quick search finds.
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import Compass from "@lucide/svelte/icons/compass";
import Download from "@lucide/svelte/icons/download";
import FileUp from "@lucide/svelte/icons/file-up";
import FolderUp from "@lucide/svelte/icons/folder-up";
import ArrowDownWideNarrow from "@lucide/svelte/icons/arrow-down-wide-narrow";
import BookOpen from "@lucide/svelte/icons/book-open";
import Gauge from "@lucide/svelte/icons/gauge";
import Heart from "@lucide/svelte/icons/heart";
import HardDrive from "@lucide/svelte/icons/hard-drive";
import Hourglass from "@lucide/svelte/icons/hourglass";
import Keyboard from "@lucide/svelte/icons/keyboard";
import Leaf from "@lucide/svelte/icons/leaf";
import List from "@lucide/svelte/icons/list";
import Minus from "@lucide/svelte/icons/minus";
import PanelLeft from "@lucide/svelte/icons/panel-left";
import Plus from "@lucide/svelte/icons/plus";
import Redo2 from "@lucide/svelte/icons/redo-2";
import RefreshCw from "@lucide/svelte/icons/refresh-cw";
import RouteIcon from "@lucide/svelte/icons/route";
import Rows3 from "@lucide/svelte/icons/rows-3";
import Search from "@lucide/svelte/icons/search";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import SettingsIcon from "@lucide/svelte/icons/settings";
import Spline from "@lucide/svelte/icons/spline";
import Sun from "@lucide/svelte/icons/sun";
import SunMoon from "@lucide/svelte/icons/sun-moon";
import Moon from "@lucide/svelte/icons/moon";
import Type from "@lucide/svelte/icons/type";
import Undo2 from "@lucide/svelte/icons/undo-2";
import UserPlus from "@lucide/svelte/icons/user-plus";
import { tick } from "svelte";
import { host } from "../host/host";
import type { PeopleFilter, SentenceLine } from "../host/wire.gen";
import type { Action, Ways } from "../palette/options";
import { onlyFrom } from "../people/actions";
import { listing } from "../people/listing.svelte";
import { backUp, exportBook, exportPeople, sample } from "../settings/book";
import { sections } from "../settings/sections";
import { app } from "../state/app.svelte";
import { now } from "../state/day.svelte";
import { dialogs, openDraft, openEvent, openLog } from "../state/dialog.svelte";
import { doings, whomOf } from "../state/doings";
import { noFilter, sortOf, sorts } from "../state/filter";
import { ctrl, type Shortcut } from "../state/keys";
import { keyedViews } from "../state/places";
import { route, type Place } from "../state/route.svelte";
import { nextOn } from "../state/nextCheckIns";
import { attempt, toasts } from "../state/toast.svelte";
import { introduce, showOnMap, tieFrom, wayTo } from "../state/ways";
import { importFrom } from "./importing";

type Does = Record<Shortcut, () => void>;

async function intoMain(): Promise<void> {
  await tick();
  document.getElementById("main")?.focus();
}

/** Goes there, and the focus with it. */
async function goTo(place: Place): Promise<void> {
  route.go(place);
  await intoMain();
}

/** The list of people, of those only who pass the filter; its order stays. */
function only(filter: Partial<PeopleFilter>): void {
  void app.set({ listFilter: { ...noFilter, sort: sortOf(app.settings), ...filter } });
  listing.text = "";
  void goTo({ view: "people", person: route.lastPerson });
}

/** The list of people with these words looked for, in everybody. */
function lookFor(words: string): void {
  only({});
  listing.text = words;
}

/** The map, as it was looked at last or as said. */
function map(list?: boolean): void {
  if (list !== undefined && app.settings?.mapList !== list) void app.set({ mapList: list });
  void goTo({ view: "map", person: null });
}

/** Everybody but those who are pinned finds a new place; a map that is open is made anew for that. */
async function arrange(): Promise<void> {
  if ((await attempt(host.ask("map_forget"))) === undefined) return;
  if (route.at.view === "map") route.replace({ view: "today" });
  await tick();
  map(false);
}

/** The views, as the sidebar has them. */
const places = (part: "top" | "bottom"): Action[] =>
  keyedViews
    .filter(({ side }) => side === part)
    .map(({ label, icon, words, key, begin, restarts }) => ({
      label,
      key: ctrl(key),
      words,
      icon,
      first: true,
      // Settings take the focus to a section themselves.
      run: () => (restarts ? route.go(begin()) : void goTo(begin())),
    }));

export function appActions(does: Does): Action[] {
  const inSample = app.book?.type === "open" && app.book.sample;
  return [
    {
      label: "Log a conversation",
      key: ctrl("L"),
      words: "talk call meeting note",
      icon: Plus,
      first: true,
      run: does.log,
    },
    { label: "Add a person", key: ctrl("N"), words: "new contact", icon: UserPlus, first: true, run: does.add },
    {
      label: "Add an event",
      words: "fair conference dinner met meeting people there new",
      icon: CalendarDays,
      run: () => openEvent(null),
    },
    {
      label: "Write down a need",
      words: "goal new add strategy",
      icon: Compass,
      run: () => void goTo({ view: "needs", need: null, title: "" }),
    },
    {
      label: "Events",
      key: ctrl("E"),
      words: "fair conference dinner met where list",
      icon: CalendarDays,
      run: () => dialogs.show("events"),
    },
    {
      label: "Import a file",
      key: ctrl("O"),
      words: "vcard vcf cards contacts",
      icon: FileUp,
      first: true,
      run: does.import,
    },
    { label: "Import a folder", words: "vcard vcf cards contacts", icon: FolderUp, run: () => void importFrom(true) },
    ...places("top"),
    { label: "Map as a list", words: "table network ties", icon: List, run: () => map(true) },
    {
      label: "Find a way in",
      key: ctrl("I"),
      words: "introduction intro path route reach to who knows",
      icon: RouteIcon,
      first: true,
      run: does.way,
    },
    {
      label: "Ties that Kith proposes",
      words: "proposed review draw",
      icon: Spline,
      run: () => dialogs.show("proposed"),
    },
    { label: "Arrange the map anew", words: "layout positions places", icon: RefreshCw, run: () => void arrange() },
    {
      label: "Level the days",
      words: "load move check-ins full day comfortable spread",
      icon: Rows3,
      run: () => dialogs.show("level"),
    },
    {
      label: "Make my rhythms fit",
      words: "load lengthen rhythm capacity comfortable too much",
      icon: Gauge,
      run: () => dialogs.show("fit"),
    },
    {
      label: "No talk for a year",
      words: "filter fading lost dormant",
      icon: Hourglass,
      run: () => only({ noTalkForAYear: true }),
    },
    { label: "Who is going quiet", words: "list filter people", icon: Leaf, run: () => only({ quiet: true }) },
    {
      label: "Whom you keep close",
      words: "kept close list filter people",
      icon: Heart,
      run: () => only({ keptClose: true }),
    },
    ...sorts.map(({ value, by }): Action => ({
      label: `Sort people ${by}`,
      words: "order list",
      icon: ArrowDownWideNarrow,
      run: () => only({ sort: value }),
    })),
    {
      label: "Balance",
      words: "how my network is made kinds channels variety circles who connects groups strategy",
      icon: Compass,
      run: () => route.go({ view: "needs", need: null, part: "balance" }),
    },
    {
      label: "Who could meet",
      words: "introduce two people pairs offers seeks strategy",
      icon: Compass,
      run: () => route.go({ view: "needs", need: null, part: "meet" }),
    },
    {
      label: "Pitches",
      words: "elevator pitch speak rehearse reflect",
      icon: NotebookPen,
      run: () => route.go({ view: "reflect", part: "pitch" }),
    },
    {
      label: "How you listened",
      words: "conversations reflections trend listening reflect",
      icon: NotebookPen,
      run: () => route.go({ view: "reflect", part: "conversations" }),
    },
    {
      label: "Look back at the quarter",
      words: "review intention answer statements reflect",
      icon: NotebookPen,
      run: () => route.go({ view: "reflect", part: "quarter" }),
    },
    { label: "Search the list of people", key: ctrl("F"), words: "find", icon: Search, run: does.search },
    ...places("bottom"),
    ...sections.map(({ id, title, words }): Action => ({
      label: `Settings: ${title}`,
      words,
      icon: id === "hours" ? CalendarClock : SettingsIcon,
      run: () => route.go({ view: "settings", section: id }),
    })),
    { label: "All keys", key: "?", words: "keyboard shortcuts help", icon: Keyboard, run: does.keys },
    { label: "Undo", key: ctrl("Z"), words: "take back", icon: Undo2, run: does.undo },
    { label: "Do it again", key: ctrl("Shift Z"), words: "redo", icon: Redo2, run: does.redo },
    {
      label: "Light theme",
      words: "appearance colours look day",
      icon: Sun,
      run: () => void app.set({ theme: "light" }),
    },
    {
      label: "Dark theme",
      words: "appearance colours look night",
      icon: Moon,
      run: () => void app.set({ theme: "dark" }),
    },
    {
      label: "Theme like the system",
      words: "appearance colours look",
      icon: SunMoon,
      run: () => void app.set({ theme: "system" }),
    },
    { label: "Larger text", key: ctrl("+"), words: "zoom size", icon: Type, run: does.larger },
    { label: "Smaller text", key: ctrl("−"), words: "zoom size", icon: Minus, run: does.smaller },
    { label: "Usual text size", key: ctrl("0"), words: "zoom", icon: Type, run: does.usual },
    { label: "Collapse or expand the sidebar", key: ctrl("B"), words: "rail", icon: PanelLeft, run: does.sidebar },
    { label: "Back up now", words: "backup save copy", icon: HardDrive, run: () => void backUp() },
    { label: "Export people", words: "vcard vcf save cards", icon: Download, run: () => void exportPeople() },
    { label: "Export the whole book", words: "json save", icon: Download, run: () => void exportBook() },
    inSample
      ? { label: "Back to my book", words: "leave sample", icon: BookOpen, run: () => void sample(false) }
      : {
          label: "Open the sample book",
          words: "try invented people demo",
          icon: BookOpen,
          run: () => void sample(true),
        },
  ];
}

/** Does what a sentence says, and says so with a way back. Whoever it added is shown. */
async function say(line: SentenceLine): Promise<void> {
  const done = await attempt(host.ask("sentence_do", { intent: line.intent }));
  if (!done) return;
  const next = nextOn(done.value.next, now.day);
  toasts.done(`${line.done}${next ? `. ${next}` : ""}`, done.operation);
  if (line.intent.type === "need") await goTo({ view: "needs", need: null });
  if (done.value.added === null) return;
  listing.text = "";
  await goTo({ view: "people", person: done.value.added });
}

export function waysOf(does: Does): Ways {
  const open = (person: number): void => void goTo({ view: "people", person });
  return {
    open,
    plan: (row) => doings.plan.run(whomOf(row)),
    event: openEvent,
    need: (need) => void goTo({ view: "needs", need }),
    organisation: (id) => {
      onlyFrom(id);
      void intoMain();
    },
    showOnMap: (person) => {
      showOnMap(person);
      void intoMain();
    },
    brief: (person) => dialogs.show("brief", person),
    draft: openDraft,
    wayTo: (person) => {
      wayTo(person);
      void intoMain();
    },
    tie: tieFrom,
    introduce,
    who: (asked, topic) => dialogs.show("who", { asked, topic }),
    log: (people, begin) => openLog(people, begin && { begin }),
    say: (line) => void say(line),
    importFile: does.import,
    lookFor,
  };
}
