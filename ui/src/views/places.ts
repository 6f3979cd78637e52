// The component of every view: Today, with which most begin, and the others each in a file of its own that is read
// when the view is first shown. Its label, icon and keys are in state/places.ts, which domains may read too.
import type { Component } from "svelte";
import type { ViewName } from "../state/places";
import type { Place } from "../state/route.svelte";
import { atHand, piece, type Piece } from "./piece.svelte";
import TodayView from "./TodayView.svelte";

/** Each takes what its place says, such as `person`. */
const pieces: { [View in ViewName]: Piece<Component<Omit<Extract<Place, { view: View }>, "view">>> } = {
  today: atHand(TodayView),
  people: piece(() => import("./PeopleView.svelte")),
  map: piece(() => import("./MapView.svelte")),
  needs: piece(() => import("./NeedsView.svelte")),
  reflect: piece(() => import("./ReflectView.svelte")),
  import: piece(() => import("./ImportView.svelte")),
  settings: piece(() => import("./SettingsView.svelte")),
};

/** The piece that shows a place. */
export const pieceOf = ({ view }: Place): Piece<Component<Omit<Place, "view">>> =>
  pieces[view] as Piece<Component<Omit<Place, "view">>>;
