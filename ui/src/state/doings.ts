// What can be done with a person, and which of it each menu offers. A new one is an entry of `doings`, and a line in
// each menu that offers it.
import Archive from "@lucide/svelte/icons/archive";
import ArrowRight from "@lucide/svelte/icons/arrow-right";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import CalendarPlus from "@lucide/svelte/icons/calendar-plus";
import CircleDashed from "@lucide/svelte/icons/circle-dashed";
import Clock from "@lucide/svelte/icons/clock";
import Cloud from "@lucide/svelte/icons/cloud";
import FileText from "@lucide/svelte/icons/file-text";
import FileUp from "@lucide/svelte/icons/file-up";
import Flower2 from "@lucide/svelte/icons/flower-2";
import HeartOff from "@lucide/svelte/icons/heart-off";
import ImageOff from "@lucide/svelte/icons/image-off";
import Mail from "@lucide/svelte/icons/mail";
import ListChecks from "@lucide/svelte/icons/list-checks";
import HandHeart from "@lucide/svelte/icons/hand-heart";
import Moon from "@lucide/svelte/icons/moon";
import Orbit from "@lucide/svelte/icons/orbit";
import Pause from "@lucide/svelte/icons/pause";
import PhoneMissed from "@lucide/svelte/icons/phone-missed";
import Pin from "@lucide/svelte/icons/pin";
import PinOff from "@lucide/svelte/icons/pin-off";
import Plus from "@lucide/svelte/icons/plus";
import RotateCcw from "@lucide/svelte/icons/rotate-ccw";
import RouteIcon from "@lucide/svelte/icons/route";
import Share2 from "@lucide/svelte/icons/share-2";
import Spline from "@lucide/svelte/icons/spline";
import UsersRound from "@lucide/svelte/icons/users-round";
import Trash2 from "@lucide/svelte/icons/trash-2";
import UserPen from "@lucide/svelte/icons/user-pen";
import UserRound from "@lucide/svelte/icons/user-round";
import Waypoints from "@lucide/svelte/icons/waypoints";
import type { Component } from "svelte";
import type { Status } from "../host/wire.gen";
import { count } from "../shared/counts";
import type { MenuItem } from "../shared/Menu.svelte";
import { firstName, spoken } from "../shared/names";
import { logAttempt } from "./attempts";
import {
  dialogs,
  openDraft,
  openEvent,
  openIntroduce,
  openLog,
  openPromise,
  openShare,
  openTie,
  type Face,
} from "./dialog.svelte";
import { ctrl } from "./keys";
import { askThem, declareAll, exportCards, setStatus, takeUp, type About } from "./people";
import { route } from "./route.svelte";
import { showOnMap, wayTo } from "./ways";

/** Whom it is done with, as far as the place that offers it knows: one person, or several by `ids` alone. */
export type Whom = {
  ids: number[];
  name: string;
  /** As dialogs show them; only of one person. */
  face: Face | null;
  status: Status;
  /** Kept close, and not at rest. */
  kept: boolean;
  /** Not asked for introductions. */
  notAsked: boolean;
  /** Their place on the map is kept. */
  pinned: boolean;
  /** Among those chosen in the list. */
  chosen: boolean;
};
type Words = string | ((whom: Whom) => string);
type Doing = {
  label: Words;
  icon?: Component<Record<string, unknown>>;
  /** On a button, where there is less room. */
  short?: Words;
  /** Around the name, where it is said as a sentence: in quick search. */
  sentence?: readonly [before: string, after: string];
  danger?: true;
  /** It is on or off. */
  checked?: (whom: Whom) => boolean;
  /** None: only a place that says how offers it. */
  run?: (whom: Whom) => void;
};

const about = ({ ids, name }: Whom): About => ({ ids, name });
const one = (run: (id: number, whom: Whom) => void) => (whom: Whom) =>
  whom.ids[0] !== undefined && run(whom.ids[0], whom);
const withFace = (run: (face: Face) => void) => (whom: Whom) => whom.face && run(whom.face);

export const doings = {
  open: { label: "Open", short: "Open page", icon: UserRound, sentence: ["Open ", ""] },
  log: {
    label: "Log a conversation",
    short: "Log",
    icon: Plus,
    sentence: ["Log a conversation with ", ""],
    run: withFace((face) => openLog([{ id: face.id, name: face.name }])),
  },
  tried: {
    label: "Tried, no answer",
    icon: PhoneMissed,
    run: withFace((face) => void logAttempt(face)),
  },
  brief: {
    label: "Brief",
    icon: FileText,
    sentence: ["Brief about ", ""],
    run: one((id) => dialogs.show("brief", id)),
  },
  snooze: { label: "Snooze", icon: Clock },
  skip: { label: "Skip this time", icon: ArrowRight },
  plan: {
    label: "Plan a check-in…",
    icon: CalendarPlus,
    sentence: ["Plan a check-in with ", ""],
    run: one((id) => {
      route.go({ view: "people", person: id });
      dialogs.show("plan", id);
    }),
  },
  promise: {
    label: "Add a promise…",
    icon: HandHeart,
    run: withFace((face) => openPromise([{ id: face.id, name: face.name }])),
  },
  event: {
    label: "Add an event…",
    icon: CalendarDays,
    run: withFace((face) => openEvent(null, [face])),
  },
  share: {
    label: "Keep something to share…",
    icon: Share2,
    sentence: ["Keep something to share with ", ""],
    run: withFace((face) => openShare([{ id: face.id, name: face.name }])),
  },
  draft: {
    label: "Write a draft…",
    short: "Draft",
    icon: Mail,
    sentence: ["Write a draft to ", ""],
    run: withFace((face) => openDraft(face)),
  },
  choose: { label: ({ chosen }) => (chosen ? "Do not choose" : "Choose"), icon: ListChecks },
  map: {
    label: "Show on the map",
    icon: Waypoints,
    sentence: ["Show ", " on the map"],
    run: one(showOnMap),
  },
  way: {
    label: "Find a way in",
    short: "Way in",
    icon: RouteIcon,
    sentence: ["Find a way in to ", ""],
    run: one(wayTo),
  },
  tie: {
    label: ({ name }) => `Add who ${firstName(name)} knows…`,
    short: "Add a tie",
    icon: Spline,
    sentence: ["Add who ", " knows"],
    run: withFace((face) => openTie(face)),
  },
  introduce: {
    label: "Introduce to somebody…",
    short: "Introduce",
    icon: UsersRound,
    sentence: ["Introduce ", " to somebody"],
    run: withFace((face) => openIntroduce([face])),
  },
  doNotAsk: {
    label: ({ name }) => `Do not ask ${firstName(name)} for introductions`,
    checked: ({ notAsked }) => notAsked,
    run: one((id, { name, notAsked }) => void askThem(id, name, notAsked)),
  },
  pin: {
    label: ({ pinned }) => (pinned ? "Let go" : "Pin here"),
    short: ({ pinned }) => (pinned ? "Let go" : "Pin"),
  },
  around: { label: ({ name }) => `Show around ${firstName(name)}`, icon: Orbit },
  takeUp: {
    label: ({ status }) =>
      status === "archived"
        ? "Bring out of the archive"
        : status === "died"
          ? "They did not die"
          : status === "cooling_off"
            ? "Talk again now"
            : "Take up again",
    icon: RotateCcw,
    run: (whom) => void takeUp(about(whom), whom.status),
  },
  cool: { label: "Let it cool…", icon: Cloud },
  archive: { label: "Archive", icon: Archive, run: (whom) => void setStatus(about(whom), "archived") },
  died: { label: "They died…", icon: Flower2 },
  pause: { label: "Pause until…", icon: Pause },
  rest: { label: "Rest for now", icon: Moon, run: (whom) => void setStatus(about(whom), "dormant") },
  end: { label: "End it…", icon: CircleDashed },
  letGo: {
    label: "Keep close no longer",
    icon: HeartOff,
    run: ({ ids }) =>
      void declareAll(ids, { type: "let_go" }, `${count(ids.length, "person", "people")} no longer kept close`),
  },
  name: { label: "Name in full…", icon: UserPen },
  exportAsItCame: {
    label: "Export card, as it came",
    icon: FileUp,
    run: ({ ids }) => void exportCards(ids, "as_it_came"),
  },
  exportVersion4: {
    label: "Export card as vCard 4.0",
    icon: FileUp,
    run: ({ ids }) => void exportCards(ids, "version_4"),
  },
  removePhoto: { label: "Remove the photo", icon: ImageOff },
  trash: { label: "Move to trash", icon: Trash2, danger: true },
} satisfies Record<string, Doing>;

export type DoingName = keyof typeof doings;

/** What a place does in its own way: in place of the doing's own, or a menu below it. */
export type Here = Partial<Record<DoingName, (() => void) | MenuItem[]>>;

/** `label`: where the menu says it otherwise; `when`: whether it applies to them now; without it, always. */
type Entry = "line" | { what: DoingName; label?: string; key?: string; when?: (whom: Whom) => boolean };
const active = ({ status }: Whom): boolean => status === "active";
const resting = ({ status }: Whom): boolean => status !== "active";
const kept = ({ kept }: Whom): boolean => kept;
/** One is in touch, or it only rests for a while. */
const going = ({ status }: Whom): boolean => ["active", "dormant", "paused"].includes(status);
const listed = ({ status }: Whom): boolean => status !== "archived" && status !== "died";

/** What each menu offers, in its order. A line that would stand first, last or twice is left out. */
const menus = {
  /** Of a row of the list of people. */
  row: [
    { what: "open", key: "Enter" },
    { what: "log", key: "L" },
    { what: "tried" },
    { what: "brief", key: "B" },
    { what: "draft" },
    { what: "choose", key: "Space" },
    { what: "exportAsItCame", label: "Export card" },
    "line",
    { what: "map" },
    { what: "way" },
    { what: "tie" },
    { what: "introduce", when: going },
    { what: "doNotAsk" },
    "line",
    { what: "takeUp", when: resting },
    { what: "pause", when: kept },
    { what: "cool", when: kept },
    { what: "end", when: kept },
    { what: "archive", when: listed },
    { what: "trash", key: "Delete" },
  ],
  /** On the page of a person. */
  page: [
    { what: "log", key: ctrl("L") },
    { what: "tried" },
    { what: "brief" },
    { what: "snooze" },
    { what: "skip" },
    { what: "plan", when: active },
    { what: "promise" },
    { what: "event" },
    { what: "share" },
    { what: "draft" },
    "line",
    { what: "map" },
    { what: "way" },
    { what: "tie" },
    { what: "introduce", when: going },
    { what: "doNotAsk" },
    "line",
    { what: "takeUp", when: resting },
    { what: "pause", when: ({ kept, status }) => kept || status === "dormant" },
    { what: "cool", when: going },
    { what: "rest", when: kept },
    { what: "end", when: ({ kept, status }) => kept || status === "paused" || status === "dormant" },
    { what: "archive", when: listed },
    { what: "died", when: ({ status }) => status !== "died" },
    "line",
    { what: "name" },
    { what: "exportAsItCame" },
    { what: "exportVersion4" },
    { what: "removePhoto" },
    "line",
    { what: "trash" },
  ],
  /** Of somebody on the map. */
  map: [
    { what: "open", label: "Open page", key: "O" },
    { what: "log", key: "L" },
    { what: "tie", key: "T" },
    { what: "way", key: "W" },
    "line",
    { what: "pin", key: "P" },
    { what: "around", key: "1 step" },
  ],
  /** Of a row of Today. */
  today: [
    { what: "open", key: "Enter" },
    { what: "log", key: "L" },
    { what: "tried" },
    { what: "brief", key: "B" },
    { what: "draft" },
    { what: "snooze" },
    { what: "skip", key: "X" },
  ],
  /** For all who are chosen in the list. */
  chosen: [
    { what: "exportAsItCame", label: "Export, as they came" },
    { what: "exportVersion4", label: "Export as vCard 4.0" },
    "line",
    { what: "pause" },
    { what: "cool" },
    { what: "rest" },
    { what: "end" },
    { what: "takeUp" },
    { what: "letGo" },
    { what: "archive" },
    "line",
    { what: "trash", key: "Delete" },
  ],
} satisfies Record<string, Entry[]>;
export type PersonMenu = keyof typeof menus;

const worded = (words: Words, whom: Whom): string => (typeof words === "string" ? words : words(whom));
/** A pin has the icon of what it does next. */
const iconOf = (what: DoingName, { pinned }: Whom): Doing["icon"] =>
  what === "pin" ? (pinned ? PinOff : Pin) : (doings[what] as Doing).icon;

function item(entry: Exclude<Entry, "line">, whom: Whom, here: Here): MenuItem | null {
  const doing: Doing = doings[entry.what];
  const own = here[entry.what] ?? (doing.run && (() => doing.run?.(whom)));
  if (!own || entry.when?.(whom) === false) return null;
  const icon = iconOf(entry.what, whom);
  const label = entry.label ?? worded(doing.label, whom);
  if (typeof own !== "function") return { label, items: own, ...(icon && { icon }) };
  if (doing.checked) return { label, checked: doing.checked(whom), closes: true, run: own };
  return {
    label,
    run: own,
    ...(icon && { icon }),
    ...(entry.key && { end: entry.key }),
    ...(doing.danger && { danger: true }),
  };
}

/** What a menu offers for them now. */
export function menuOf(menu: PersonMenu, whom: Whom, here: Here): MenuItem[] {
  const entries: readonly Entry[] = menus[menu];
  const items = entries.flatMap((entry): MenuItem[] => {
    const made = entry === "line" ? entry : item(entry, whom, here);
    return made === null ? [] : [made];
  });
  return items.filter(
    (each, at) =>
      each !== "line" || (at > 0 && items[at - 1] !== "line" && items.slice(at).some((one) => one !== "line")),
  );
}

/** The same under their name, where the menu stands beside several people. */
export const namedMenuOf = (menu: PersonMenu, whom: Whom, here: Here): MenuItem[] => [
  { heading: spoken(whom.name) },
  ...menuOf(menu, whom, here),
];

/** A button that does it. */
export function buttonOf(what: DoingName, whom: Whom): { label: string; icon: Doing["icon"] } {
  const doing: Doing = doings[what];
  return { label: worded(doing.short ?? doing.label, whom), icon: iconOf(what, whom) };
}

/** Somebody, or several people without a face, with what else is known of them. */
export const whomOf = (face: Face | null, more: Partial<Whom> = {}): Whom => ({
  ids: face ? [face.id] : [],
  name: face?.name ?? "",
  face,
  status: "active",
  kept: false,
  notAsked: false,
  pinned: false,
  chosen: false,
  ...more,
});
