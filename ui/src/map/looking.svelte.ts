// Where one looks on the map: whose surroundings, who is chosen, whom the filter lets through.
import { host } from "../host/host";
import type { MapDepth, MapPanel, MapPicture, MapView, OrganisationPanel } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { now } from "../state/day.svelte";
import type { Face } from "../state/dialog.svelte";
import { live, type Live } from "../state/live.svelte";
import { route } from "../state/route.svelte";
import { Drawing } from "./drawing.svelte";
import { arrived, stepsFrom, stepsFromMe, Walk, type Step } from "./walk.svelte";
import { noMapFilter, picks } from "./words";

/** Whose surroundings are shown instead of mine; `way`: because a way in would not fit on my map. */
type Around = { person: number; steps: MapDepth; way: boolean };

export class Looking {
  drawing: Drawing;
  walk: Walk;
  around = $state.raw<Around | null>(null);
  /** Whose panel is open beside the map. */
  organisation = $state<number | null>(null);
  /** The way that is shown, from the first hop on, and whom to ask where there is none: ids of people. */
  wayIds = $state.raw<number[]>([]);
  markedIds = $state.raw<number[]>([]);
  /** A tie is being drawn on the canvas: numbers. */
  tying = $state.raw<{ from: number; to: number | null } | null>(null);
  asked: Live<MapPanel | null>;
  #at: () => { person: number | null; wayTo: number | null };
  #place: Live<{ id: number; of: OrganisationPanel } | null>;
  #through: Live<Set<number | undefined> | null>;

  steps = $derived.by<MapDepth>(() => this.around?.steps ?? app.settings?.mapSteps ?? "two");
  view = $derived.by<MapView>(() => ({ steps: this.steps, centre: this.around?.person ?? null }));
  filter = $derived.by(() => app.settings?.mapFilter ?? noMapFilter);
  #numbers = $derived.by(() => new Map(this.picture?.people.map(({ id }, number) => [id, number])));
  /** The number of whoever is chosen, where they are on this map. */
  selected = $derived.by(() => (this.person === null ? null : this.numberOf(this.person)));
  /** Numbers from me on; null while they are not all here. */
  way = $derived.by(() =>
    this.picture && this.wayIds.length > 0 && this.wayIds.every((id) => this.#numbers.has(id))
      ? [this.picture.people.length, ...this.#numbersOf(this.wayIds)]
      : null,
  );
  marked = $derived.by(() => this.#numbersOf(this.markedIds));
  organisationAt = $derived.by(() => {
    const at =
      this.organisation === null
        ? -1
        : (this.picture?.organisations.findIndex(({ id }) => id === this.organisation) ?? -1);
    return at < 0 ? null : at;
  });
  matching = $derived.by(() => {
    const through = this.#through.value;
    return through && picks(this.filter)
      ? new Set([...through].flatMap((id) => (id === undefined ? [] : (this.numberOf(id) ?? []))))
      : null;
  });
  panel = $derived.by(() => (this.asked.value && this.asked.value.row.id === this.person ? this.asked.value : null));
  place = $derived.by(() =>
    this.organisation !== null && this.#place.value?.id === this.organisation ? this.#place.value.of : null,
  );
  /** Where the keyboard can go from here. */
  walkable = $derived.by<Step[]>(() =>
    this.panel ? stepsFrom(this.panel) : this.person === null && this.picture ? stepsFromMe(this.picture) : [],
  );
  /** Whom one stands on, in words. */
  here = $derived.by(() =>
    this.panel ? arrived(this.panel) : this.person === null ? "You, in the middle of your map." : "",
  );

  constructor(at: () => { person: number | null; wayTo: number | null }) {
    this.#at = at;
    this.drawing = new Drawing(
      () => this.view,
      () => [app.settings?.ties, app.settings?.warmth, now.day],
    );
    this.walk = new Walk(() => this.walkable);
    // Answered in numbers of one drawing and kept as people, so that it holds over the next.
    this.#through = live(
      "map_matching",
      () => {
        const { id, picture } = this.drawing;
        return id === null || !picture || !picks(this.filter) ? null : { drawing: id, filter: this.filter };
      },
      async (asked) => {
        const { picture } = this.drawing;
        const matching = await host.ask("map_matching", asked);
        return new Set(matching.map((number) => picture?.people[number]?.id));
      },
    );
    this.asked = live("map_panel", () => {
      const [drawing, person] = [this.drawing.id, this.person];
      return drawing === null || person === null ? null : { drawing, person };
    });
    this.#place = live(
      "map_organisation",
      () => (this.organisation === null ? null : { id: this.organisation }),
      async ({ id }) => ({ id, of: await host.ask("map_organisation", { id }) }),
    );
    this.#follow();
  }

  get person(): number | null {
    return this.#at().person;
  }
  get wayTo(): number | null {
    return this.#at().wayTo;
  }
  get picture(): MapPicture | null {
    return this.drawing.picture;
  }
  numberOf(id: number): number | null {
    return this.#numbers.get(id) ?? null;
  }
  #numbersOf(ids: readonly number[]): number[] {
    return ids.map((id) => this.numberOf(id)).filter((number) => number !== null);
  }
  faceOf(id: number): Face {
    const name = this.panel?.row.id === id ? this.panel.row.name : this.picture?.people[this.numberOf(id) ?? -1]?.name;
    return { id, name: name ?? "" };
  }
  isPinned(id: number): boolean {
    return this.picture?.people[this.numberOf(id) ?? -1]?.pinned ?? false;
  }

  /** To somebody's panel, or to nobody's. A way that is shown stays one step behind. */
  select(id: number | null): void {
    this.organisation = null;
    if (id === this.person && this.wayTo === null) return;
    if (this.wayTo !== null) route.go({ view: "map", person: id });
    else route.replace({ view: "map", person: id });
  }
  selectOrganisation(id: number | null): void {
    if (id !== null) this.select(null);
    this.organisation = id;
  }
  /** How far the map goes: from whoever is chosen, else from me. Everyone is always my own map. */
  far(steps: MapDepth): void {
    const centre = this.person ?? this.around?.person ?? null;
    if (steps !== "everyone" && centre !== null) this.around = { person: centre, steps, way: false };
    else {
      this.around = null;
      void app.set({ mapSteps: steps });
    }
  }
  show(id: number): void {
    this.around = { person: id, steps: "one", way: false };
    this.select(id);
  }
  closeWay(): void {
    route.replace({ view: "map", person: this.person });
  }
  /** Back to my own map. */
  home(): void {
    this.around = null;
    if (this.person !== null) route.replace({ view: "map", person: null });
  }
  /** One thing less is open; false where there was nothing. */
  less(): boolean {
    if (this.walk.at !== null) this.walk.rest();
    else if (this.wayTo !== null) this.closeWay();
    else if (this.organisation !== null) this.organisation = null;
    else if (this.person !== null) this.select(null);
    else if (this.around) this.around = null;
    else return false;
    return true;
  }

  #follow(): void {
    const current = $derived(
      this.picture !== null &&
        this.picture.view.steps === this.view.steps &&
        this.picture.view.centre === this.view.centre,
    );
    // Whoever is chosen and not on this map gets a map around them.
    $effect(() => {
      if (this.person === null || !current || this.selected !== null) return;
      if (this.around?.person === this.person) this.home();
      else this.around = { person: this.person, steps: "one", way: false };
    });
    // So does whoever a way leads to, where it goes over people who are not on this map.
    $effect(() => {
      if (this.wayTo === null) {
        if (this.around?.way) this.around = null;
      } else if (current && this.wayIds.length > 0 && this.way === null && this.around?.person !== this.wayTo)
        this.around = { person: this.wayTo, steps: "two", way: true };
    });
    // Somebody who is gone has no surroundings.
    $effect(() => {
      if (this.drawing.error?.code === "not_found" && this.around) this.home();
    });
    // On somebody else one stands on no tie yet; who it is, is announced once it is known.
    $effect(() => {
      void this.person;
      this.walk.rest();
    });
    $effect(() => {
      if (this.here) this.walk.said = this.here;
    });
  }
}
