// Where one looks: map coordinates to pixels of the page and back.

/** `x`, `y`: the pixel at which the map's origin lies. `scale`: pixels for one unit of the map. */
export type Camera = { readonly x: number; readonly y: number; readonly scale: number };
export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Size = { readonly width: number; readonly height: number };
/** Pixels to leave free at the edges. */
export type Margin = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

const NEAREST = 6;
const FARTHEST = 0.004;
/** A picture of few people is not blown up further than this. */
const ROOMY = 2.5;

export const toPixels = (camera: Camera, at: Point): Point => ({
  x: at.x * camera.scale + camera.x,
  y: at.y * camera.scale + camera.y,
});

export const toMap = (camera: Camera, at: Point): Point => ({
  x: (at.x - camera.x) / camera.scale,
  y: (at.y - camera.y) / camera.scale,
});

export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  x: camera.x + dx,
  y: camera.y + dy,
  scale: camera.scale,
});

/** Nearer (`factor` over 1) or farther; what lies at the pixel `at` stays there. */
export function zoomed(camera: Camera, factor: number, at: Point): Camera {
  const scale = Math.min(NEAREST, Math.max(FARTHEST, camera.scale * factor));
  const by = scale / camera.scale;
  return { x: at.x - (at.x - camera.x) * by, y: at.y - (at.y - camera.y) * by, scale };
}

/** All of `box` within the window, in the middle. */
export function fitted(box: Box, size: Size, margin: Margin): Camera {
  const width = Math.max(1, size.width - margin.left - margin.right);
  const height = Math.max(1, size.height - margin.top - margin.bottom);
  const scale = Math.max(
    FARTHEST,
    Math.min(ROOMY, width / Math.max(1, box.right - box.left), height / Math.max(1, box.bottom - box.top)),
  );
  return {
    x: margin.left + width / 2 - ((box.left + box.right) / 2) * scale,
    y: margin.top + height / 2 - ((box.top + box.bottom) / 2) * scale,
    scale,
  };
}

/** `margin` with what `taken` lies beyond the edges added, though no more than a fifth of the window. Pixels. */
export function widened(margin: Margin, taken: Box, size: Size, foot: number): Margin {
  const [wide, high] = [size.width / 5, size.height / 5];
  const more = (by: number, most: number): number => Math.min(Math.max(0, by), most);
  return {
    left: margin.left + more(-taken.left, wide),
    right: margin.right + more(taken.right - size.width, wide),
    top: margin.top + more(-taken.top, high),
    bottom: margin.bottom + more(taken.bottom - size.height + foot, high),
  };
}

/** The same middle and scale in a window of another size. */
export const resized = (camera: Camera, from: Size, to: Size): Camera =>
  panned(camera, (to.width - from.width) / 2, (to.height - from.height) / 2);

/** Moved as little as needed for `at` (of the map) to be at least `margin` pixels within the window. */
export function revealed(camera: Camera, at: Point, size: Size, margin: number): Camera {
  const pixel = toPixels(camera, at);
  const by = (value: number, end: number): number => {
    const room = Math.min(margin, end / 2);
    return Math.min(Math.max(value, room), end - room) - value;
  };
  return panned(camera, by(pixel.x, size.width), by(pixel.y, size.height));
}

/** What of the map is in the window, with `around` pixels more on every side. */
export function inWindow(camera: Camera, size: Size, around = 0): Box {
  const from = toMap(camera, { x: -around, y: -around });
  const to = toMap(camera, { x: size.width + around, y: size.height + around });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}
