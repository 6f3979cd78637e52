// Draws the map with any pen. Nothing here keeps anything: the same sheet gives the same picture.
import { inWindow, type Box, type Camera, type Size } from "./camera";
import { HULL_LINE } from "./hulls";
import type { Label } from "./labels";
import { named, type Before } from "./naming";
import type { Pen } from "./pen";
import { marks } from "./marks";
import { people } from "./people";
import type { Scene } from "./scene";
import { inView, pixelsOf, type Sheet } from "./sheet";
import { DUST } from "./sizes";
import { dustTies, ties, tiesInView } from "./ties";
import { types, type Look } from "./style";

/** What came of it: the names, for they can be pointed at, and how much there was. */
export type Drawn = {
  readonly labels: readonly Label[];
  readonly dust: boolean;
  readonly people: number;
  readonly ties: number;
};

/** More ties than this in view are left out while the map moves. */
export const MANY_TIES = 1500;

/**
 * `moving`: quickly, for it is drawn again at once. `dust`: as dust or not, whatever is in view. `window`: what is seen
 * of it, in pixels. `before`: the names that there are.
 */
export type How = {
  readonly moving?: boolean;
  readonly dust?: boolean | undefined;
  readonly window?: Box;
  readonly before?: Before | undefined;
};

/** Draws what is in the window (`size` in pixels). */
export function draw(pen: Pen, sheet: Sheet, camera: Camera, size: Size, look: Look, how: How = {}): Drawn {
  const { scene } = sheet;
  const visible = inView(sheet, camera, size);
  const dust = how.dust ?? visible.length > DUST;
  hulls(pen, sheet, camera, size, look);
  const found = dust ? dustTies(sheet) : tiesInView(sheet, visible, camera, size);
  if (!how.moving || found.length <= MANY_TIES) ties(pen, sheet, found, camera, look, dust);
  const at = pixelsOf(sheet, camera);
  marks.below(pen, sheet, camera, look, at, dust);
  people(pen, sheet, visible, camera, look, at, dust);
  marks.above(pen, sheet, camera, look, at, visible, dust);
  const labels = named(
    sheet,
    { camera, size, visible, dust, window: how.window, before: how.before },
    look,
    (words, type) => pen.widthOf(words, type),
  );
  write(pen, labels, scene, look, dust);
  return { labels, dust, people: visible.length, ties: found.length };
}

function hulls(pen: Pen, { hulls, attention }: Sheet, camera: Camera, size: Size, look: Look): void {
  const window = inWindow(camera, size);
  const width = HULL_LINE * camera.scale;
  for (const { organisation, points, box } of hulls) {
    if (box.right < window.left || box.left > window.right || box.bottom < window.top || box.top > window.bottom)
      continue;
    const corners = points.map((value, at) => value * camera.scale + (at % 2 ? camera.y : camera.x));
    if (organisation === attention.organisation) {
      pen.polygon(corners);
      pen.ink({ stroke: look.focus, width: width + 4.5, round: true });
    }
    pen.polygon(corners);
    pen.ink({ fill: look.sunken, stroke: look.sunken, width, round: true });
  }
}

function write(pen: Pen, labels: readonly Label[], scene: Scene, look: Look, dust: boolean): void {
  for (const { lines, organisation } of labels)
    for (const line of lines) {
      const name = dust && organisation !== null ? scene.picture.organisations[organisation]?.name : undefined;
      if (name === undefined || !line.words.startsWith(name)) pen.text(line.words, line.x, line.y, line.type);
      else {
        // The count after a name is quieter than the name.
        const left = line.x - pen.widthOf(line.words, line.type) / 2;
        pen.text(name, left, line.y, line.type, "left");
        pen.text(
          line.words.slice(name.length + 1),
          left + pen.widthOf(`${name} `, line.type),
          line.y,
          types.count(look),
          "left",
        );
      }
    }
}
