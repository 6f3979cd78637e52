// What a hand does on the map: pan, zoom, click, move somebody, draw a tie.
import { panned, toMap, zoomed, type Camera, type Point } from "./camera";
import { handleAt, HANDLE } from "./marks";
import type { Hits } from "./hits";
import type { Sheet } from "./sheet";

/** A press that moved less than this is a click. Pixels. */
const STILL = 4;
const STEP = 1.6;

/** What the hand is at. */
export type Doing =
  | { readonly what: "nothing" }
  | { readonly what: "pan" }
  | { readonly what: "move"; readonly person: number; readonly at: Point }
  | Tying;
/** `carried`: begun by moving `from` onto somebody; it is a move again where nobody is. */
type Tying = {
  readonly what: "tie";
  readonly from: number;
  readonly to: number | null;
  readonly at: Point;
  readonly carried: boolean;
};

/** What the map is now, and whom to tell. Points are pixels of the canvas. */
export type Ground = {
  readonly sheet: () => Sheet | null;
  readonly hits: () => Hits | null;
  readonly camera: () => Camera;
  readonly dust: () => boolean;
  /** Whose name is there: of somebody, or of a hull. */
  readonly nameAt: (at: Point) => { readonly person: number | null; readonly organisation: number | null } | null;
  readonly look: (camera: Camera) => void;
  readonly hover: (person: number | null) => void;
  /** The pointer moved, over the same person or not; `away`: the map moves under it, which is no pointing. */
  readonly stirred: (away: boolean) => void;
  readonly cursor: (kind: Cursor) => void;
  readonly doing: (doing: Doing) => void;
  readonly onselect: (person: number | null) => void;
  readonly onorganisation: (index: number | null) => void;
  readonly onpin: (person: number, x: number, y: number) => void;
  readonly ontie: (from: number, to: number) => void;
};

export type Cursor = "grab" | "grabbing" | "pointer" | "crosshair";
type Press = {
  readonly from: Point;
  last: Point;
  readonly person: number | null;
  readonly handle: boolean;
  readonly shift: boolean;
  moved: boolean;
};

const between = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export class Pointing {
  #doing: Doing = { what: "nothing" };
  #press: Press | null = null;
  #hovered: number | null = null;
  /** Fingers on the map. */
  readonly #fingers = new Map<number, Point>();

  constructor(readonly ground: Ground) {}

  get busy(): boolean {
    return this.#doing.what !== "nothing";
  }

  down(finger: number, at: Point, shift: boolean): void {
    this.#fingers.set(finger, at);
    // A second finger turns whatever began into a zoom.
    if (this.#fingers.size > 1) return this.stop();
    const handle = this.#onHandle(at);
    this.#press = {
      from: at,
      last: at,
      person: handle ?? this.personAt(at),
      handle: handle !== null,
      shift,
      moved: false,
    };
  }

  move(finger: number, at: Point): void {
    if (this.#fingers.size === 2 && this.#fingers.has(finger)) return this.#pinch(finger, at);
    if (this.#fingers.has(finger)) this.#fingers.set(finger, at);
    const press = this.#press;
    if (press && !press.moved && between(press.from, at) >= STILL) this.#begin(press, at);
    else if (!press) this.#hoverAt(at);
    if (press?.moved) this.#drag(at);
  }

  up(finger: number, at: Point): void {
    const press = this.#press;
    this.#fingers.delete(finger);
    this.#press = null;
    const doing = this.#doing;
    if (doing.what === "tie") {
      if (doing.to !== null) this.ground.ontie(doing.from, doing.to);
      this.#become({ what: "nothing" });
    } else if (doing.what === "move") {
      const to = toMap(this.ground.camera(), doing.at);
      this.ground.onpin(doing.person, to.x, to.y);
      this.#become({ what: "nothing" });
    } else if (doing.what === "pan") this.#become({ what: "nothing" });
    else if (press && !press.moved) this.#click(press, at);
    this.#hoverAt(at);
  }

  leave(): void {
    if (!this.#press) this.#hover(null);
  }

  /** Everybody is somebody else now: what was begun with one of them is over. */
  forget(): void {
    this.stop();
    this.#away();
  }

  /** Leaves everything as it was before the hand came. */
  stop(): void {
    this.#press = null;
    if (this.busy) this.#become({ what: "nothing" });
  }

  /** A hand that was taken away by the system. */
  cancel(finger: number): void {
    this.#fingers.delete(finger);
    this.stop();
  }

  /** `delta` in pixels, down is farther away. */
  wheel(delta: number, at: Point, pinch: boolean): void {
    this.#away();
    this.ground.look(
      zoomed(this.ground.camera(), Math.exp(-Math.max(-300, Math.min(300, delta)) * (pinch ? 0.01 : 0.0018)), at),
    );
  }

  /** Two fingers `by` times as far apart as before, on a touchpad. */
  spread(by: number, at: Point): void {
    this.#away();
    this.ground.look(zoomed(this.ground.camera(), by, at));
  }

  /** A double click where nobody is. */
  twice(at: Point): void {
    if (this.personAt(at) === null) this.ground.look(zoomed(this.ground.camera(), STEP, at));
  }

  /** Who is there, by circle or by name. */
  personAt(at: Point): number | null {
    const { ground } = this;
    const hits = ground.hits();
    return (
      hits?.person(toMap(ground.camera(), at), ground.camera(), ground.dust()) ??
      (hits && ground.nameAt(at)?.person) ??
      null
    );
  }

  #begin(press: Press, at: Point): void {
    press.moved = true;
    const { person } = press;
    if (this.#doing.what === "tie") return;
    const somebody = person !== null && person !== this.ground.sheet()?.scene.me;
    if (somebody && (press.handle || press.shift))
      this.#become({ what: "tie", from: person, to: null, at, carried: false });
    else if (somebody) this.#become({ what: "move", person, at });
    else this.#become({ what: "pan" });
  }

  #drag(at: Point): void {
    const doing = this.#doing;
    if (doing.what === "pan" && this.#press) {
      this.ground.look(panned(this.ground.camera(), at.x - this.#press.last.x, at.y - this.#press.last.y));
      this.#press.last = at;
    } else if (doing.what === "move") this.#carry(doing.person, at);
    else if (doing.what === "tie" && doing.carried) this.#carry(doing.from, at);
    else if (doing.what === "tie") this.#become({ ...doing, at, to: this.#target(doing.from, this.personAt(at)) });
  }

  /** Somebody who is moved onto the circle of another is tied to them, not put there. */
  #carry(person: number, at: Point): void {
    const { ground } = this;
    const below = ground.hits()?.person(toMap(ground.camera(), at), ground.camera(), ground.dust()) ?? null;
    const to = this.#target(person, below);
    if (to === null) this.#become({ what: "move", person, at });
    else this.#become({ what: "tie", from: person, to, at, carried: true });
  }

  #click(press: Press, at: Point): void {
    const { ground } = this;
    if (press.person !== null) return ground.onselect(press.person);
    const organisation =
      ground.nameAt(at)?.organisation ?? ground.hits()?.organisation(toMap(ground.camera(), at)) ?? null;
    if (organisation === null) ground.onselect(null);
    else ground.onorganisation(organisation);
  }

  #pinch(finger: number, at: Point): void {
    this.#away();
    const before = this.#fingers.get(finger);
    const other = [...this.#fingers].find(([id]) => id !== finger)?.[1];
    this.#fingers.set(finger, at);
    if (!before || !other) return;
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    const apart = between(at, other) / Math.max(1, between(before, other));
    this.ground.look(panned(zoomed(this.ground.camera(), apart, middle), (at.x - before.x) / 2, (at.y - before.y) / 2));
  }

  /** Whoever comes to lie under the pointer while the map moves is not pointed at. */
  #away(): void {
    this.#hover(null);
    this.ground.stirred(true);
  }

  #hoverAt(at: Point): void {
    this.ground.stirred(false);
    const handle = this.#onHandle(at);
    const person = handle ?? this.personAt(at);
    this.#hover(person);
    if (handle !== null) return this.ground.cursor("crosshair");
    this.ground.cursor(person !== null || this.ground.nameAt(at) ? "pointer" : "grab");
  }

  #hover(person: number | null): void {
    if (person === this.#hovered) return;
    this.#hovered = person;
    this.ground.hover(person);
  }

  #become(doing: Doing): void {
    this.#doing = doing;
    if (doing.what !== "nothing") this.#away();
    this.ground.cursor(doing.what === "nothing" ? "grab" : doing.what === "tie" ? "crosshair" : "grabbing");
    this.ground.doing(doing);
  }

  /** Whom a tie can lead to: neither back to oneself nor to me. */
  #target(from: number, person: number | null): number | null {
    return person === from || person === this.ground.sheet()?.scene.me ? null : person;
  }

  /** Whose handle is there: only of the person under the pointer is one shown. */
  #onHandle(at: Point): number | null {
    const sheet = this.ground.sheet();
    const person = this.#hovered;
    if (!sheet || person === null || person >= sheet.scene.me) return null;
    return between(handleAt(sheet, person, this.ground.camera(), this.ground.dust()), at) <= HANDLE.radius + 3
      ? person
      : null;
  }
}
