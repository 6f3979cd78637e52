// What draws: shapes are gathered, then inked together, so that many of one look cost one stroke.
import { typeOf, type Type } from "./style";

/** How the gathered shapes look. Lengths are pixels. */
export type Ink = {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  /** 0–1. */
  readonly alpha?: number;
  /** Ends and corners are round. */
  readonly round?: boolean;
};

export interface Pen {
  circle(x: number, y: number, radius: number): void;
  /** A speck: round or square, whichever is quick. */
  speck(x: number, y: number, size: number): void;
  /** From the first point to the last, bent towards the one between. */
  curve(x1: number, y1: number, bendX: number, bendY: number, x2: number, y2: number): void;
  /** x and y of points, in turn. */
  line(points: ArrayLike<number>): void;
  polygon(points: ArrayLike<number>): void;
  /** Draws what was gathered, and forgets it. */
  ink(how: Ink): void;
  /** `y` is the baseline. */
  text(words: string, x: number, y: number, type: Type, align?: "center" | "left"): void;
  /** How wide words are, in pixels. */
  widthOf(words: string, type: Type): number;
}

/** A line of thousands of pieces takes a software renderer longer than the same in several lines. */
const AT_ONCE = 256;
const widths = new Map<string, number>();

export class CanvasPen implements Pen {
  #pieces = 0;
  #paths: Path2D[] = [];
  #path = new Path2D();

  constructor(readonly context: CanvasRenderingContext2D) {}

  circle(x: number, y: number, radius: number): void {
    const path = this.#next();
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, Math.PI * 2);
  }

  speck(x: number, y: number, size: number): void {
    this.#next().rect(x - size / 2, y - size / 2, size, size);
  }

  curve(x1: number, y1: number, bendX: number, bendY: number, x2: number, y2: number): void {
    const path = this.#next();
    path.moveTo(x1, y1);
    path.quadraticCurveTo(bendX, bendY, x2, y2);
  }

  line(points: ArrayLike<number>): void {
    const path = this.#next();
    path.moveTo(points[0] ?? 0, points[1] ?? 0);
    for (let at = 2; at < points.length; at += 2) path.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
  }

  polygon(points: ArrayLike<number>): void {
    this.line(points);
    this.#path.closePath();
  }

  ink({ fill, stroke, width = 1, dash = [], alpha = 1, round = false }: Ink): void {
    const { context } = this;
    context.globalAlpha = alpha;
    if (fill) context.fillStyle = fill;
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.setLineDash([...dash]);
      context.lineCap = round ? "round" : "butt";
      context.lineJoin = round ? "round" : "miter";
    }
    for (const path of [...this.#paths, this.#path]) {
      if (fill) context.fill(path);
      if (stroke) context.stroke(path);
    }
    context.globalAlpha = 1;
    this.#paths = [];
    this.#path = new Path2D();
    this.#pieces = 0;
  }

  text(words: string, x: number, y: number, type: Type, align: "center" | "left" = "center"): void {
    const { context } = this;
    context.font = typeOf(type);
    context.textAlign = align;
    context.globalAlpha = type.alpha ?? 1;
    if (type.halo) {
      context.setLineDash([]);
      context.lineJoin = "round";
      context.strokeStyle = type.halo;
      context.lineWidth = type.haloWidth ?? 3;
      context.strokeText(words, x, y);
    }
    context.fillStyle = type.fill;
    context.fillText(words, x, y);
    context.globalAlpha = 1;
  }

  widthOf(words: string, type: Type): number {
    const font = typeOf(type);
    const key = `${font} ${words}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    this.context.font = font;
    const { width } = this.context.measureText(words);
    // A large book seen for hours must not be kept here whole.
    if (widths.size > 20_000) widths.clear();
    widths.set(key, width);
    return width;
  }

  #next(): Path2D {
    if (this.#pieces === AT_ONCE) {
      this.#paths.push(this.#path);
      this.#path = new Path2D();
      this.#pieces = 0;
    }
    this.#pieces += 1;
    return this.#path;
  }
}

/** What was measured with another font is measured anew. */
export const forgetWidths = (): void => widths.clear();
