// The other pen: writes the picture as SVG. What comes from a card is text here, never markup.
import type { Ink, Pen } from "./pen";
import type { Size } from "./camera";
import type { Type } from "./style";
import type { Letters } from "./svgLetters";

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** Safe as text and as an attribute; what XML cannot hold (control characters, half a surrogate pair) is left out. */
export const escaped = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFC\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export class SvgPen implements Pen {
  readonly #parts: string[] = [];
  /** What stands in the picture, in the order in which it was written. */
  readonly words: string[] = [];
  #path: string[] = [];

  constructor(readonly measure: (words: string, type: Type) => number) {}

  circle(x: number, y: number, radius: number): void {
    const r = round(radius);
    const half = (across: number): string => `a${r} ${r} 0 1 0 ${round(across)} 0`;
    this.#path.push(`M${round(x - radius)} ${round(y)}${half(radius * 2)}${half(-radius * 2)}Z`);
  }

  speck(x: number, y: number, size: number): void {
    this.#path.push(`M${round(x - size / 2)} ${round(y - size / 2)}h${round(size)}v${round(size)}h${round(-size)}Z`);
  }

  curve(x1: number, y1: number, bendX: number, bendY: number, x2: number, y2: number): void {
    this.#path.push(`M${round(x1)} ${round(y1)}Q${round(bendX)} ${round(bendY)} ${round(x2)} ${round(y2)}`);
  }

  line(points: ArrayLike<number>): void {
    this.#path.push(
      Array.from(points, (value, at) => `${at === 0 ? "M" : at % 2 ? " " : "L"}${round(value)}`).join(""),
    );
  }

  polygon(points: ArrayLike<number>): void {
    this.line(points);
    this.#path.push("Z");
  }

  ink({ fill, stroke, width = 1, dash, alpha = 1, round: soft }: Ink): void {
    if (this.#path.length > 0) {
      const attributes = [
        `fill="${escaped(fill ?? "none")}"`,
        stroke && `stroke="${escaped(stroke)}" stroke-width="${round(width)}"`,
        dash && `stroke-dasharray="${dash.map(round).join(" ")}"`,
        stroke && soft && 'stroke-linecap="round" stroke-linejoin="round"',
        alpha < 1 && `opacity="${round(alpha)}"`,
      ];
      this.#parts.push(`<path d="${this.#path.join("")}" ${attributes.filter(Boolean).join(" ")}/>`);
    }
    this.#path = [];
  }

  text(words: string, x: number, y: number, type: Type, align: "center" | "left" = "center"): void {
    const haloWidth = round(type.haloWidth ?? 3);
    const halo = type.halo
      ? ` paint-order="stroke" stroke="${escaped(type.halo)}" stroke-width="${haloWidth}" stroke-linejoin="round"`
      : "";
    const faded = type.alpha !== undefined && type.alpha < 1 ? ` opacity="${round(type.alpha)}"` : "";
    const anchor = align === "center" ? ' text-anchor="middle"' : "";
    const place = `x="${round(x)}" y="${round(y)}"`;
    const look = `font-size="${round(type.size)}" font-weight="${type.weight}" fill="${escaped(type.fill)}"`;
    // With another typeface than ours words take the same room, so that nothing covers anything.
    const wide = ` textLength="${round(this.measure(words, type))}" lengthAdjust="spacingAndGlyphs"`;
    this.words.push(words);
    this.#parts.push(`<text ${place} ${look}${anchor}${wide}${halo}${faded}>${escaped(words)}</text>`);
  }

  widthOf(words: string, type: Type): number {
    return this.measure(words, type);
  }

  /** The file. `title`: what it is called where it is read out; `letters`: the typefaces that it holds. */
  written({ width, height }: Size, paper: string, title: string, letters: readonly Letters[]): string {
    const families = [...letters.map(({ family }) => `'${family}'`), "sans-serif"].join(", ");
    const faces = letters.map(
      ({ family, data }) =>
        `@font-face{font-family:"${family}";font-weight:100 900;src:url("${data}") format("woff2")}`,
    );
    const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
    const lines = [
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${families}">`,
      `<title>${escaped(title)}</title>`,
      `<style>${faces.join("")}</style>`,
      `<rect width="100%" height="100%" fill="${escaped(paper)}"/>`,
      this.#parts.join("\n"),
      "</svg>",
      "",
    ];
    return lines.join("\n");
  }
}
