// How large circles are drawn at a scale.
import { ME } from "./style";
import type { Scene } from "./scene";

/** More people in view than this are dust: only those kept close keep their colour. */
export const DUST = 2000;
const LEAST = 1.6;
const MY_LEAST = 15;
const CLOSE_IN_DUST = 5;
const SPECK = 1.9;

/** How large a speck of dust is: smaller where they stand closer. Pixels. */
export const speckAt = (scale: number): number => Math.max(0.8, Math.min(SPECK, 20 * scale));

/** In pixels. Coming near makes more room than circles, so that names fit. */
export function radiusAt(scene: Scene, scale: number, number: number, dust: boolean): number {
  const radius = scene.radius[number] ?? 0;
  const seen = scale > 1 ? radius * scale ** 0.35 : radius * scale;
  if (scene.kind[number] === ME) return Math.max(MY_LEAST, seen);
  if (!dust) return Math.max(LEAST, seen);
  return scene.close[number] ? Math.max(CLOSE_IN_DUST, seen) : speckAt(scale) / 2;
}

/**
 * Pixels of the canvas for one of the page. Chromium counts a page that is zoomed `zoom` times into `ratio`, WebKit
 * does not: there letters would be drawn small and stretched.
 */
export const dotsOf = (ratio: number, zoom: number, agent: string): number =>
  (ratio || 1) * (agent.includes("Chrome/") ? 1 : zoom);
