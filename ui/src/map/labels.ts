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
};

/** What a label may say, from the fullest to the shortest: lines of words, each with how it looks. */
export type Saying = readonly (readonly { readonly words: string; readonly type: Type }[])[];

/** Something that wants a name beside it. `gap`: pixels from its middle to where words may begin. */
export type Wanted = {
  readonly person: number | null;
  readonly organisation: number | null;
  readonly x: number;
  readonly y: number;
  readonly gap: number;
  readonly sayings: Saying;
  readonly sides: readonly Side[];
  /** Covers circles if need be; never words. */
  readonly must: boolean;
};
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
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) if (found(x * 65_536 + y)) return true;
    return false;
  }
}

export const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Room for names: words already there are never covered, circles only by what must be named. */
export class Names {
  readonly placed: Label[] = [];
  readonly #words = new Crowd();
  readonly #circles = new Crowd();

  constructor(readonly widthOf: WidthOf) {}

  /** No name comes here. */
  keepFree(box: Box): void {
    this.#words.put(box);
  }

  circle(x: number, y: number, radius: number): void {
    this.#circles.put({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }

  /** Puts the fullest saying that finds room; false: there is none. */
  put(wanted: Wanted): boolean {
    return this.#tryAll(wanted, false) || (wanted.must && this.#tryAll(wanted, true));
  }

  #tryAll(wanted: Wanted, over: boolean): boolean {
    for (const saying of wanted.sayings)
      for (const side of wanted.sides) {
        const label = this.#laid(wanted, saying, side);
        if (this.#words.meets(label.box) || (!over && this.#circles.meets(label.box))) continue;
        this.#words.put(label.box);
        this.placed.push(label);
        return true;
      }
    return false;
  }

  #laid({ x, y, gap, person, organisation }: Wanted, saying: Saying[number], side: Side): Label {
    const size = saying[0]?.type.size ?? 12;
    const line = (LINE * size) / 12;
    const widths = saying.map(({ words, type }) => this.widthOf(words, type));
    const half = Math.max(...widths) / 2;
    const high = line * saying.length;
    const middle = side === "right" ? x + gap + half : side === "left" ? x - gap - half : x;
    const top = side === "below" ? y + gap : side === "above" ? y - gap - high : y - high / 2;
    return {
      person,
      organisation,
      lines: saying.map(({ words, type }, at) => ({ words, type, x: middle, y: top + line * at + size * 0.96 })),
      box: { left: middle - half - AIR, right: middle + half + AIR, top, bottom: top + high },
    };
  }
}
