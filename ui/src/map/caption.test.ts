import { expect, it } from "vitest";
import { look, pictureOf, RememberingPen, sheetFor } from "../../tests/map";
import { captionOf, drawCaption, roomFor, type Caption } from "./caption";
import { draw } from "./draw";
import { framedWith } from "./picture";
import { noMapFilter } from "./words";

const kinds: Caption["kinds"] = [
  { name: "Client", colour: "client", ringed: false },
  { name: "Industry contact", colour: "industry", ringed: true },
  { name: "Somebody with a very long kind of a name indeed", colour: "peer", ringed: false },
];
const caption: Caption = { title: "My map of 3 people, 28 November 2026", kinds, lines: ["Larger is warmer."] };

it("holds whole names, the title, the day and what the colours mean", () => {
  const long = "Maximiliana Featherstonehaugh-Cholmondeley";
  const picture = pictureOf([{ name: long }, { name: `${long} the second` }, { name: "Bo" }]);
  const sheet = sheetFor(picture, [-300, 0, 300, 0, 0, 120, 0, 0]);
  const pen = new RememberingPen();
  const { camera, size } = framedWith(sheet, caption, pen, look);
  draw(pen, sheet, camera, size, look);
  const names = pen.words.length;
  drawCaption(pen, caption, size, look);
  expect(pen.strokes.filter(({ ink }) => ink.stroke === "k-industry" && ink.width === 1)).toHaveLength(1);
  const said = pen.words.map(({ words }) => words);
  for (const words of [caption.title, ...kinds.map(({ name }) => name), "Larger is warmer."])
    expect(said).toContain(words);
  pen.words.forEach(({ words, x, y, type, align }) => {
    const wide = pen.widthOf(words, type);
    const left = align === "center" ? x - wide / 2 : x;
    expect(left, words).toBeGreaterThanOrEqual(0);
    expect(left + wide, words).toBeLessThanOrEqual(size.width);
    expect(y, words).toBeLessThanOrEqual(size.height);
  });
  const { head, foot } = roomFor(pen, caption, size.width, look);
  for (const { words, y } of pen.words.slice(0, names)) {
    expect(y, words).toBeGreaterThan(head);
    expect(y, words).toBeLessThan(size.height - foot);
  }
});

it("names the day, whose map it is, and dashed ties only where there are some", () => {
  const mine = pictureOf([{ name: "Ana Berg", id: 4 }], [[0, 1, 1, "proposed"]]);
  expect(captionOf(mine, noMapFilter, "2026-11-28")).toMatchObject({
    title: "My map of 1 person, 28 November 2026",
    lines: ["Larger is warmer. Thicker is a stronger tie. Dashed ties are proposed."],
  });
  const hers = { ...mine, view: { ...mine.view, centre: 4 } };
  expect(captionOf(hers, { ...noMapFilter, hideProposed: true }, "2026-11-28")).toMatchObject({
    title: "The people around Ana Berg, 28 November 2026",
    lines: ["Larger is warmer. Thicker is a stronger tie."],
  });
});
