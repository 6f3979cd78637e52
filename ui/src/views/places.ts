// The component of every view. Its label, icon and keys are in state/places.ts, which domains may read too.
import type { Component } from "svelte";
import type { ViewName } from "../state/places";
import type { Place } from "../state/route.svelte";
import ImportView from "./ImportView.svelte";
import MapView from "./MapView.svelte";
import PeopleView from "./PeopleView.svelte";
import SettingsView from "./SettingsView.svelte";
import TodayView from "./TodayView.svelte";

/** Each takes what its place says, such as `person`. */
const components: { [View in ViewName]: Component<Omit<Extract<Place, { view: View }>, "view">> } = {
  today: TodayView,
  people: PeopleView,
  map: MapView,
  import: ImportView,
  settings: SettingsView,
};

/** The component that shows a place. */
export const componentOf = ({ view }: Place): Component<Omit<Place, "view">> =>
  components[view] as Component<Omit<Place, "view">>;
