// The whole map as a file, by the pens that draw it on the screen.
import { fitted, type Box, type Camera, type Margin, type Size } from "./camera";
import { drawCaption, roomFor, type Caption } from "./caption";
import { draw } from "./draw";
import { CanvasPen, type Pen } from "./pen";
import type { Sheet } from "./sheet";
import { radiusAt } from "./sizes";
import { typeOf, types, type Look, type Type } from "./style";
import { SvgPen } from "./svg";
import { lettersOf } from "./svgLetters";

/** Room for names beside the outermost. Pixels. */
const MARGIN = 64;
/** A side of the picture, in pixels before they are doubled: more takes many seconds to pack. */
const LONGEST = 2000;
const SHORTEST = 320;
/** From a name to the edge of the picture, at least. */
const EDGE = 12;
/** Pixels of the file for one of the page. */
const DOTS = 2;

export type Format = "png" | "svg";

/** What of the map is drawn on, with circles and hulls. */
export function boundsOf({ scene, places, hulls }: Pick<Sheet, "scene" | "places" | "hulls">): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const grow = (box: Box): void => {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  };
  for (let number = 0; number < scene.count; number += 1) {
    const x = places[number * 2] ?? 0;
    const y = places[number * 2 + 1] ?? 0;
    const radius = radiusAt(scene, 1, number, false);
    grow({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  for (const { box } of hulls) grow(box);
  return { left, top, right, bottom };
}

/** How large the picture is, and where it looks from. */
export function framed(bounds: Box): { camera: Camera; size: Size } {
  const wide = bounds.right - bounds.left;
  const high = bounds.bottom - bounds.top;
  const scale = Math.min(1.25, (LONGEST - 2 * MARGIN) / Math.max(wide, high, 1));
  const side = (length: number): number => Math.max(SHORTEST, Math.ceil(length * scale + 2 * MARGIN));
  const size = { width: side(wide), height: side(high) };
  const margin: Margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
  return { size, camera: fitted(bounds, size, margin) };
}

/** Draws nothing, and remembers how far words reach. */
class MeasuringPen implements Pen {
  box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

  constructor(readonly pen: Pen) {}

  circle(): void {}
  speck(): void {}
  curve(): void {}
  line(): void {}
  polygon(): void {}
  ink(): void {}

  text(words: string, x: number, y: number, type: Type, align: "center" | "left" = "center"): void {
    const wide = this.widthOf(words, type);
    const left = align === "left" ? x : x - wide / 2;
    const { box } = this;
    this.box = {
      left: Math.min(box.left, left),
      right: Math.max(box.right, left + wide),
      top: Math.min(box.top, y - type.size),
      bottom: Math.max(box.bottom, y + type.size / 3),
    };
  }

  widthOf(words: string, type: Type): number {
    return this.pen.widthOf(words, type);
  }
}

/** The frame, larger by what names take beyond it, and by the caption. */
export function framedWith(sheet: Sheet, caption: Caption, pen: Pen, look: Look): { camera: Camera; size: Size } {
  const { camera, size } = framed(boundsOf(sheet));
  const measuring = new MeasuringPen(pen);
  draw(measuring, sheet, camera, size, look);
  const names = measuring.box;
  const more = (by: number): number => Math.ceil(Math.max(0, by));
  const [left, top] = [more(EDGE - names.left), more(EDGE - names.top)];
  const width = size.width + left + more(names.right + EDGE - size.width);
  const { head, foot } = roomFor(pen, caption, width, look);
  const height = size.height + top + more(names.bottom + EDGE - size.height) + head + foot;
  return { camera: { ...camera, x: camera.x + left, y: camera.y + top + head }, size: { width, height } };
}

/** Rejects where there is no canvas, or no room for one. */
export async function pictureOf(
  sheet: Sheet,
  look: Look,
  format: Format,
  caption: Caption,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("no canvas to draw on");
  const pen = new CanvasPen(context);
  await document.fonts?.load(typeOf(types.name(look)));
  const { camera, size } = framedWith(sheet, caption, pen, look);
  if (format === "svg") {
    const svg = new SvgPen((words, type) => pen.widthOf(words, type));
    draw(svg, sheet, camera, size, look);
    drawCaption(svg, caption, size, look);
    const letters = await lettersOf(svg.words);
    return new TextEncoder().encode(svg.written(size, look.paper, caption.title, letters));
  }
  canvas.width = size.width * DOTS;
  canvas.height = size.height * DOTS;
  context.setTransform(DOTS, 0, 0, DOTS, 0, 0);
  context.fillStyle = look.paper;
  context.fillRect(0, 0, size.width, size.height);
  draw(pen, sheet, camera, size, look);
  drawCaption(pen, caption, size, look);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("the picture is too large");
  return new Uint8Array(await blob.arrayBuffer());
}
