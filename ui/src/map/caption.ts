// What stands above and below a saved map: its title with the day, and what its colours and lines mean.
import type { Colour, MapFilter, MapPicture } from "../host/wire.gen";
import { dayTyped } from "../shared/days";
import { spoken } from "../shared/names";
import type { Pen } from "./pen";
import { KINDS, NO_KIND, type Look, type Type } from "./style";
import { dust, people as peopleWords } from "./words";

type Kind = { readonly name: string; readonly colour: Colour; readonly ringed: boolean };
export type Caption = {
  readonly title: string;
  readonly kinds: readonly Kind[];
  readonly lines: readonly string[];
};

/** The caption of a picture as it is filtered, on a day. */
export function captionOf({ view, people, facets, ties }: MapPicture, filter: MapFilter, day: string): Caption {
  const centre = people.find(({ id }) => id === view.centre);
  const proposed = ties.some(([, , , mark]) => mark === "proposed") && !filter.hideProposed;
  const whose = centre ? `The people around ${spoken(centre.name)}` : `My map of ${peopleWords(people.length)}`;
  return {
    title: `${whose}, ${dayTyped(day, null, "twenty_four")}`,
    // Of very many, colours are those of a few only.
    kinds: people.length > dust ? [] : facets.kinds,
    lines: [`Larger is warmer. Thicker is a stronger tie.${proposed ? " Dashed ties are proposed." : ""}`],
  };
}

/** Pixels. */
const SIDE = 32;
const HEAD = 60;
const ROW = 22;
const DOT = 4;
const GAP = 20;

const title = (look: Look): Type => ({ size: 16, weight: 600, fill: look.ink, font: look.font });
const small = (look: Look): Type => ({ size: 12, weight: 450, fill: look.ink2, font: look.font });

type Placed = Kind & { readonly x: number; readonly row: number };

/** The kinds in rows that are no wider than the picture. */
function placed({ kinds }: Caption, width: number, widthOf: (words: string) => number): Placed[] {
  let [x, row] = [SIDE, 0];
  return kinds.map((kind) => {
    const { name } = kind;
    const wide = DOT * 2 + 8 + widthOf(name);
    if (x > SIDE && x + wide > width - SIDE) [x, row] = [SIDE, row + 1];
    const at = { ...kind, x, row };
    x += wide + GAP;
    return at;
  });
}

/** How much room it takes above and below the map. */
export function roomFor(pen: Pen, caption: Caption, width: number, look: Look): { head: number; foot: number } {
  const kinds = placed(caption, width, (words) => pen.widthOf(words, small(look)));
  const rows = (kinds.at(-1)?.row ?? -1) + 1 + caption.lines.length;
  return { head: HEAD, foot: rows === 0 ? 0 : rows * ROW + SIDE };
}

/** Draws it into a picture that has its room. */
export function drawCaption(
  pen: Pen,
  caption: Caption,
  { width, height }: { width: number; height: number },
  look: Look,
): void {
  const type = small(look);
  pen.text(caption.title, SIDE, 36, title(look), "left");
  const kinds = placed(caption, width, (words) => pen.widthOf(words, type));
  const top = height - roomFor(pen, caption, width, look).foot + ROW / 2;
  for (const { name, colour, ringed, x, row } of kinds) {
    const y = top + row * ROW;
    const ink = look.kinds[KINDS.indexOf(colour)] ?? look.kinds[NO_KIND] ?? look.ink3;
    pen.circle(x + DOT, y, DOT);
    pen.ink({ fill: ink });
    if (ringed) pen.circle(x + DOT, y, DOT + 2);
    pen.ink({ stroke: ink, width: 1 });
    pen.text(name, x + DOT * 2 + 8, y + 4, type, "left");
  }
  const below = (kinds.at(-1)?.row ?? -1) + 1;
  caption.lines.forEach((words, at) => pen.text(words, SIDE, top + (below + at) * ROW + 4, type, "left"));
}
