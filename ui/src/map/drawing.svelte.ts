// A drawing on its way: the picture at once, then where everybody stands, better and better until the share is 1.
import { asKithError, host } from "../host/host";
import { isStale } from "../host/stale";
import type { KithError, MapPicture, MapView } from "../host/wire.gen";
import { onChange } from "../state/changes";

/** After how long a wait is worth a line, in ms. */
const slow = 1000;

/**
 * What the map shows now. The picture and its places always belong together: numbers of people change from drawing to
 * drawing.
 */
export class Drawing {
  picture = $state.raw<MapPicture | null>(null);
  /** x, y of everybody in the order of the picture, me last; null before the first ones came. */
  places = $state.raw<Float32Array | null>(null);
  /** By which panel, rows and filter are asked; null before there is a picture. */
  id = $state.raw<number | null>(null);
  error = $state.raw<KithError | null>(null);
  /** The share of the work that is done, 0–1. */
  share = $state(0);
  /** How many people are being arranged, once that takes longer than a moment; else null. */
  arranging = $state<number | null>(null);
  /** Somebody pressed Stop: what is there stays. */
  stopped = $state(false);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #view: () => MapView;
  #on: { drawing: number; after: number } | null = null;

  /** `view` is read anew whenever it changes; so is `also`, which holds what else the picture depends on. */
  constructor(view: () => MapView, also: () => unknown = () => null) {
    this.#view = view;
    const key = $derived(JSON.stringify([view(), also()]));
    $effect(() => {
      void key;
      void this.#draw(view());
    });
    // Settings make no drawing stale: those that matter are watched by themselves, for a filter that is remembered
    // draws nothing anew.
    $effect(() => onChange((changes) => isStale("map_draw", { view: view() }, changes) && this.again()));
    $effect(() => () => this.#leave());
  }

  get atRest(): boolean {
    return this.share >= 1;
  }

  /** Draws the same view again. */
  again(): void {
    void this.#draw(this.#view());
  }

  /** Leaves everybody where they are now. */
  stop(): void {
    this.#leave();
    this.stopped = true;
  }

  /** Takes up what was stopped. */
  goOn(): void {
    if (!this.#on) return this.again();
    const mine = this.#begin();
    void this.#follow(mine, null, this.#on.drawing, this.#on.after);
  }

  /** Somebody was put there by hand: shown at once, before the next drawing says so. */
  put(number: number, x: number, y: number): void {
    if (!this.places || number * 2 + 1 >= this.places.length) return;
    const places = this.places.slice();
    places.set([x, y], number * 2);
    this.places = places;
  }

  #leave(): void {
    this.#asked++;
    clearTimeout(this.#timer);
    this.arranging = null;
  }

  #begin(): number {
    this.#leave();
    this.stopped = false;
    return this.#asked;
  }

  async #draw(view: MapView): Promise<void> {
    const mine = this.#begin();
    this.share = 0;
    this.#on = null;
    try {
      const { drawing, picture } = await host.ask("map_draw", { view });
      if (mine !== this.#asked) return;
      this.#on = { drawing, after: 0 };
      this.error = null;
      // The first picture is shown as soon as it is known; a later one waits for its places, so that nothing blinks.
      if (!this.places || picture.people.length === 0) this.#show(drawing, picture, null);
      await this.#follow(mine, picture, drawing, 0);
    } catch (thrown) {
      this.#fail(mine, thrown);
    }
  }

  async #follow(mine: number, picture: MapPicture | null, drawing: number, from: number): Promise<void> {
    const total = (picture ?? this.picture)?.people.length ?? 0;
    this.#timer = setTimeout(() => mine === this.#asked && (this.arranging = total), slow);
    try {
      for (let after = from, share = 0; share < 1;) {
        const answer = new Float32Array(await host.ask("map_places", { drawing, after }));
        if (mine !== this.#asked) return;
        [after = after, share = 1] = answer;
        if (picture) this.#show(drawing, picture, answer.subarray(2));
        else this.places = answer.subarray(2);
        picture = null;
        this.#on = { drawing, after };
        this.share = share;
      }
    } catch (thrown) {
      this.#fail(mine, thrown);
    }
    if (mine === this.#asked) this.#leave();
  }

  #show(drawing: number, picture: MapPicture, places: Float32Array | null): void {
    this.id = drawing;
    this.picture = picture;
    this.places = places;
  }

  /** That another drawing took its place is no error. */
  #fail(mine: number, thrown: unknown): void {
    if (mine !== this.#asked) return;
    const error = asKithError(thrown);
    this.#leave();
    if (error.code !== "stopped") this.error = error;
  }
}
