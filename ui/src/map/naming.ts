// Who is named on the map, in which order, and how fully.
import { shortened as cut } from "../shared/names";
import type { Box, Camera, Size } from "./camera";
import type { Hull } from "./hulls";
import { Names, type Covers, type Label, type Saying, type Side, type WidthOf } from "./labels";
import { HANDLE, handleAt, HOP, hopsOf, PIN, pinsOf } from "./marks";
import { neighboursOf, nameOf, shortName } from "./scene";
import { pixelsOf, type Sheet } from "./sheet";
import { radiusAt } from "./sizes";
import { types, type Look } from "./style";

/** With so few in view, where they work stands below the name; with a few more, names are whole. */
const FEW = 14;
const SOME = 30;
/** Of the warmest, so many are tried; after them there is hardly any room. */
const TRIED = 600;
const LONGEST = 34;
/** Among dust, a hull smaller than this is not named. Pixels. */
const LARGE = 20;
/** And no more than so many are. */
const MOST = 30;

const SIDES: readonly Side[] = ["below", "above", "right", "left"];

/**
 * `before`: the names there were, by the same camera or one that stood elsewhere at the same scale. `window`: what is
 * seen of the size, in pixels.
 */
export type View = {
  readonly camera: Camera;
  readonly size: Size;
  readonly visible: Uint32Array;
  readonly dust: boolean;
  readonly before?: Before | undefined;
  readonly window?: Box | undefined;
};
export type Before = { readonly labels: readonly Label[]; readonly camera: Camera };

/** Names where there is room: those picked out, then organisations, then the warmer ones first. */
export function named(sheet: Sheet, view: View, look: Look, widthOf: WidthOf): Label[] {
  const { scene, shown, attention } = sheet;
  const { camera, dust, visible } = view;
  const names = new Names(widthOf, view.window);
  const at = pixelsOf(sheet, camera);
  const radius = (number: number): number => radiusAt(scene, camera.scale, number, dust);

  const [myX, myY] = at(scene.me);
  const mine = radius(scene.me);
  names.keepFree({ left: myX - mine, right: myX + mine, top: myY - mine, bottom: myY + mine });
  for (const number of visible)
    if (!dust || scene.close[number]) names.circle(...at(number), radius(number), shown.people[number] === 1);

  for (const { x, y } of hopsOf(sheet, camera, dust))
    names.keepFree({ left: x - HOP, right: x + HOP, top: y - HOP, bottom: y + HOP });
  if (!dust) for (const { x, y } of pinsOf(sheet, camera, visible)) names.circle(x, y, PIN.radius);

  if (attention.hovered !== null && attention.hovered !== scene.me) {
    const { x, y } = handleAt(sheet, attention.hovered, camera, dust);
    names.keepFree({
      left: x - HANDLE.radius,
      right: x + HANDLE.radius,
      top: y - HANDLE.radius,
      bottom: y + HANDLE.radius,
    });
  }
  for (const box of stood(view)) names.keepFor(box);

  const picked = pickedOut(sheet);
  const ringed = new Set([
    attention.selected,
    attention.walked,
    ...attention.marked,
    attention.tying?.from,
    attention.tying?.to,
    attention.way?.at(-1),
  ]);
  const person = (number: number, covers: Covers): boolean => {
    const [x, y] = at(number);
    const gap = radius(number) + (ringed.has(number) ? 8 : 3);
    return names.put({
      person: number,
      organisation: null,
      x,
      y,
      gap,
      sayings: sayings(sheet, number, look, dust ? SOME : visible.length),
      sides: SIDES,
      covers,
    });
  };
  for (const number of picked) if (shown.people[number]) person(number, "all");
  organisations(sheet, view, look, names);
  if (dust) return names.placed;

  const inView = new Set(visible);
  const chosen = new Set(picked);
  let tried = 0;
  for (const number of scene.byWarmth) {
    if (tried > TRIED) break;
    if (number === scene.me || chosen.has(number) || !inView.has(number) || shown.people[number] !== 2) continue;
    tried += 1;
    person(
      number,
      shown.faded && picked.length > 0 && visible.length < 400 && isNear(sheet, number) ? "faded" : "nothing",
    );
  }
  return names.placed;
}

/** Where names of organisations stood: while one looks at this person and that, they stay. */
function stood({ before, camera }: View): Box[] {
  if (!before) return [];
  const [dx, dy] = [camera.x - before.camera.x, camera.y - before.camera.y];
  const theirs = before.labels.filter(({ organisation }) => organisation !== null);
  return theirs.map(({ box }) => ({
    left: box.left + dx,
    right: box.right + dx,
    top: box.top + dy,
    bottom: box.bottom + dy,
  }));
}

/** Those who are named in any case, the most important first. */
function pickedOut({ scene, attention }: Sheet): number[] {
  const { selected, walked, way, tying, hovered, marked } = attention;
  const all = [tying?.from, tying?.to, hovered, selected, walked, ...(way ?? []), ...marked];
  return [...new Set(all)].filter((number): number is number => typeof number === "number" && number < scene.me);
}

const isNear = ({ scene, attention }: Sheet, number: number): boolean => {
  const centre = attention.hovered ?? attention.selected;
  return centre !== null && neighboursOf(scene, centre).includes(number);
};

/** From the fullest to the shortest. */
function sayings({ scene, attention }: Sheet, number: number, look: Look, inView: number): Saying {
  const name = shortened(nameOf(scene, number));
  const short = [{ words: shortened(shortName(nameOf(scene, number))), type: types.name(look) }];
  const full = [{ words: name, type: inView <= FEW ? types.fullName(look) : types.name(look) }];
  if (inView > SOME && number !== attention.hovered) return [short];
  const place = scene.picture.people[number]?.organisation;
  const organisation = place === null || place === undefined ? undefined : scene.picture.organisations[place]?.name;
  if (inView > FEW || !organisation) return [full, short];
  return [[...full, { words: shortened(organisation), type: types.second(look) }], full, short];
}

const shortened = (words: string): string => cut(words, LONGEST);

/** Pixels that names below people, and those of hulls on their outer side, would take with `count` people in view. */
export function extent(sheet: Sheet, camera: Camera, count: number, look: Look, widthOf: WidthOf): Box {
  const { scene, hulls } = sheet;
  const at = pixelsOf(sheet, camera);
  const all: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const grown = (box: Box, x: number, y: number, half: number, high: number): Box => ({
    left: Math.min(box.left, x - half),
    right: Math.max(box.right, x + half),
    top: Math.min(box.top, y),
    bottom: Math.max(box.bottom, y + high),
  });
  let box = all;
  for (let number = 0; number < scene.me; number += 1) {
    const lines = sayings(sheet, number, look, count)[0] ?? [];
    const half = Math.max(...lines.map(({ words, type }) => widthOf(words, type))) / 2;
    const [x, y] = at(number);
    box = grown(
      box,
      x,
      y + radiusAt(scene, camera.scale, number, false) + 3,
      half + 3,
      lines.length * 15 * look.letters,
    );
  }
  for (const hull of hulls) {
    const half =
      widthOf(shortened(scene.picture.organisations[hull.organisation]?.name ?? ""), types.organisation(look)) / 2;
    box = grown(
      box,
      ((hull.box.left + hull.box.right) / 2) * camera.scale + camera.x,
      hull.box.top * camera.scale + camera.y - 19 * look.letters,
      half + 3,
      0,
    );
    box = grown(
      box,
      ((hull.box.left + hull.box.right) / 2) * camera.scale + camera.x,
      hull.box.bottom * camera.scale + camera.y + 4,
      half + 3,
      15 * look.letters,
    );
  }
  return box;
}

/** Names of hulls where they stood, or on their outer side, or where there is room; the largest first. */
function organisations(
  { scene, places, hulls, attention }: Sheet,
  { camera, size, dust, before }: View,
  look: Look,
  names: Names,
): void {
  const middle = (places[scene.me * 2 + 1] ?? 0) * camera.scale + camera.y;
  const ordered = [...hulls].sort(
    (a, b) =>
      Number(b.organisation === attention.organisation) - Number(a.organisation === attention.organisation) ||
      people(b) - people(a),
  );
  function people({ organisation }: Hull): number {
    return scene.members[organisation]?.length ?? 0;
  }
  const kept = new Map(before?.labels.map(({ organisation, side }) => [organisation, side]));
  let put = 0;
  for (const hull of ordered) {
    if (dust && put >= MOST) return;
    const left = hull.box.left * camera.scale + camera.x;
    const right = hull.box.right * camera.scale + camera.x;
    const top = hull.box.top * camera.scale + camera.y;
    const bottom = hull.box.bottom * camera.scale + camera.y;
    if (right < 0 || left > size.width || bottom < 0 || top > size.height) continue;
    // Of a speck nobody asks the name.
    if (dust && right - left < LARGE && hull.organisation !== attention.organisation) continue;
    const name = shortened(scene.picture.organisations[hull.organisation]?.name ?? "");
    const outer: readonly Side[] = (top + bottom) / 2 <= middle + 40 ? ["above", "below"] : ["below", "above"];
    const side = kept.get(hull.organisation);
    const words = dust ? `${name} ${people(hull).toLocaleString("en")}` : name;
    const type = dust ? types.cluster(look) : types.organisation(look);
    put += Number(
      names.put({
        person: null,
        organisation: hull.organisation,
        x: (left + right) / 2,
        y: (top + bottom) / 2,
        gap: (bottom - top) / 2 + 4,
        aside: (right - left) / 2 + 4,
        sayings: [[{ words, type }]],
        sides: [...new Set([...(side ? [side] : []), ...outer, ...(dust ? [] : SIDES)])],
        covers: hull.organisation === attention.organisation ? "all" : "nothing",
      }),
    );
  }
}
