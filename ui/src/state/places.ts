// Every view of the app but its component, which views/places.ts adds: what it is called and how one comes to it.
import Compass from "@lucide/svelte/icons/compass";
import FileUp from "@lucide/svelte/icons/file-up";
import NotebookPen from "@lucide/svelte/icons/notebook-pen";
import Settings from "@lucide/svelte/icons/settings";
import Sun from "@lucide/svelte/icons/sun";
import UsersRound from "@lucide/svelte/icons/users-round";
import Waypoints from "@lucide/svelte/icons/waypoints";
import type { Component } from "svelte";
import { route, type Place } from "./route.svelte";

export type ViewName = Place["view"];

type Description = {
  label: string;
  icon: Component<Record<string, unknown>>;
  /** Other words quick search finds it by. */
  words: string;
  /** With Ctrl it leads there from anywhere; null where only something else leads there. */
  key: string | null;
  /** Where its button is in the sidebar; null where it has none. */
  side: "top" | "bottom" | null;
  /** Of a view without a button: whose button says where one is. */
  partOf?: ViewName;
  /** Where one is in it after coming from elsewhere. */
  begin: () => Place;
  /** Choosing it again leads back to where it begins. Else one stays where one is in it. */
  restarts: boolean;
};

export const places = {
  today: {
    label: "Today",
    icon: Sun,
    words: "reach out check-ins due coming up",
    key: "1",
    side: "top",
    begin: () => ({ view: "today" }),
    restarts: false,
  },
  people: {
    label: "People",
    icon: UsersRound,
    words: "list contacts",
    key: "2",
    side: "top",
    begin: () => ({ view: "people", person: route.lastPerson }),
    restarts: false,
  },
  map: {
    label: "Map",
    icon: Waypoints,
    words: "network graph ties who knows whom",
    key: "3",
    side: "top",
    begin: () => ({ view: "map", person: null }),
    restarts: false,
  },
  needs: {
    label: "Needs",
    icon: Compass,
    words: "goals strategy who could help steps balance",
    key: "4",
    side: "top",
    begin: () => ({ view: "needs", need: null }),
    restarts: true,
  },
  reflect: {
    label: "Reflect",
    icon: NotebookPen,
    words: "look back pitch listening conversations quarter review intention",
    key: "5",
    side: "top",
    begin: () => ({ view: "reflect", part: null }),
    restarts: false,
  },
  import: {
    label: "Import",
    icon: FileUp,
    words: "",
    key: null,
    side: null,
    partOf: "people",
    begin: () => ({ view: "import", token: null }),
    restarts: false,
  },
  settings: {
    label: "Settings",
    icon: Settings,
    words: "preferences options",
    key: ",",
    side: "bottom",
    begin: () => ({ view: "settings", section: null }),
    restarts: true,
  },
} satisfies Record<ViewName, Description>;

/** The views that a key leads to. */
export type KeyedView = {
  [View in ViewName]: (typeof places)[View]["key"] extends string ? View : never;
}[ViewName];

/** The views in their order, each with its name. */
export const views = (Object.keys(places) as ViewName[]).map((view): Description & { view: ViewName } => ({
  view,
  ...places[view],
}));
export const keyedViews = views.filter(({ key }) => key !== null) as (Description & { view: KeyedView; key: string })[];

/** Goes to a view by its button or its key. */
export function enter(view: ViewName): void {
  const { begin, restarts } = places[view];
  if (route.at.view !== view || restarts) route.go(begin());
}
