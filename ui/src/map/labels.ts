// Names at one size at every scale, of which none covers another.
import type { Box } from "./camera";
import type { Type } from "./style";

/** Words with the baseline at `y`; `x` is the middle of all words of their line. */
export type Line = { readonly words: string; readonly x: number; readonly y: number; readonly type: Type };
export type Label = {
  readonly person: number | null;
  readonly organisation: number | null;
  readonly lines: readonly Line[];
  readonly box: Box;
  readonly side: Side;
};

/** What a label may say, from the fullest to the shortest: lines of words, each with how it looks. */
export type Saying = readonly (readonly { readonly words: string; readonly type: Type }[])[];

/**
 * Something that wants a name beside it. `gap`: pixels from its middle to where words may begin, `aside` to its right
 * and left.
 */
export type Wanted = {
  readonly person: number | null;
  readonly organisation: number | null;
  readonly x: number;
  readonly y: number;
  readonly gap: number;
  readonly aside?: number;
  readonly sayings: Saying;
  readonly sides: readonly Side[];
  /**
   * What it covers if need be: circles that are faded, or any, and then also where a name stood that would rather
   * stay. Never words.
   */
  readonly covers: Covers;
};
export type Covers = "nothing" | "faded" | "all";
export type Side = "below" | "above" | "right" | "left";
export type WidthOf = (words: string, type: Type) => number;

const CELL = 64;
const LINE = 15;
/** Between the words of two labels, in pixels. */
const AIR = 3;

/** Boxes on a grid: quick to ask whether there is room. */
export class Crowd {
  #cells = new Map<number, Box[]>();

  put(box: Box): void {
    this.#each(box, (cell) => {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
      return false;
    });
  }

  meets(box: Box): boolean {
    return this.#each(box, (cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)) ?? false);
  }

  #each(box: Box, found: (cell: number) => boolean): boolean {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1)
        if (found(x * 65_536 + y)) return true;
    return false;
  }
}

const holds = (outer: Box, box: Box): boolean =>
  box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Room for names: words already there are never covered, circles only by what must be named. */
export class Names {
  readonly placed: Label[] = [];
  readonly #words = new Crowd();
  readonly #circles = new Crowd();
  readonly #faded = new Crowd();
  readonly #kept = new Crowd();

  /** `window`: a name of what is in it is not cut by its edge as long as there is another place. */
  constructor(
    readonly widthOf: WidthOf,
    readonly window: Box | null = null,
  ) {}

  /** No name comes here. */
  keepFree(box: Box): void {
    this.#words.put(box);
  }

  /** Here a name stood, and would stand again. */
  keepFor(box: Box): void {
    this.#kept.put(box);
  }

  circle(x: number, y: number, radius: number, faded = false): void {
    (faded ? this.#faded : this.#circles).put({
      left: x - radius,
      right: x + radius,
      top: y - radius,
      bottom: y + radius,
    });
  }

  /** Puts the fullest saying that finds room; false: there is none. */
  put(wanted: Wanted): boolean {
    const { covers, person } = wanted;
    const kept = person === null ? [] : [this.#kept];
    const tries = [[this.#circles, this.#faded, ...kept]];
    if (covers !== "nothing") tries.push([this.#circles, ...kept]);
    if (covers === "all") tries.push([this.#circles], kept, []);
    const { window } = this;
    const inside =
      window && wanted.x > window.left && wanted.x < window.right && wanted.y > window.top && wanted.y < window.bottom;
    return tries.some(
      (avoided) => (inside && this.#tryAll(wanted, avoided, window)) || this.#tryAll(wanted, avoided, null),
    );
  }

  #tryAll(wanted: Wanted, avoided: readonly Crowd[], window: Box | null): boolean {
    for (const saying of wanted.sayings)
      for (const side of wanted.sides) {
        const label = this.#laid(wanted, saying, side);
        if (this.#words.meets(label.box) || avoided.some((crowd) => crowd.meets(label.box))) continue;
        if (window && !holds(window, label.box)) continue;
        this.#words.put(label.box);
        this.placed.push(label);
        return true;
      }
    return false;
  }

  #laid({ x, y, gap, aside = gap, person, organisation }: Wanted, saying: Saying[number], side: Side): Label {
    const size = saying[0]?.type.size ?? 12;
    const line = (LINE * size) / 12;
    const widths = saying.map(({ words, type }) => this.widthOf(words, type));
    const half = Math.max(...widths) / 2;
    const high = line * saying.length;
    const middle = side === "right" ? x + aside + half : side === "left" ? x - aside - half : x;
    const top = side === "below" ? y + gap : side === "above" ? y - gap - high : y - high / 2;
    return {
      person,
      organisation,
      lines: saying.map(({ words, type }, at) => ({ words, type, x: middle, y: top + line * at + size * 0.96 })),
      box: { left: middle - half - AIR, right: middle + half + AIR, top, bottom: top + high },
      side,
    };
  }
}
