import { describe, expect, it } from "vitest";
import { fitted, inWindow, resized, revealed, toMap, toPixels, widened, zoomed } from "./camera";

const camera = { x: 120, y: -40, scale: 0.7 };
const size = { width: 800, height: 600 };

describe("the camera", () => {
  it("finds the same place again", () => {
    const there = toMap(camera, { x: 333, y: 212 });
    expect(toPixels(camera, there).x).toBeCloseTo(333);
    expect(toPixels(camera, there).y).toBeCloseTo(212);
  });

  it("keeps what is under the pointer when it comes nearer", () => {
    const pointer = { x: 610, y: 77 };
    const before = toMap(camera, pointer);
    const after = toMap(zoomed(camera, 1.7, pointer), pointer);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it("comes neither too near nor too far, and stays where it is then", () => {
    let near = camera;
    for (let step = 0; step < 50; step += 1) near = zoomed(near, 2, { x: 400, y: 300 });
    expect(near.scale).toBe(6);
    expect(zoomed(near, 2, { x: 9, y: 9 })).toEqual(near);
    expect(zoomed(camera, 1e-9, { x: 0, y: 0 }).scale).toBe(0.004);
  });

  it("shows all of a box within the margin", () => {
    const box = { left: -900, right: 2100, top: -50, bottom: 700 };
    const margin = { top: 40, right: 20, bottom: 80, left: 60 };
    const all = fitted(box, size, margin);
    const from = toPixels(all, { x: box.left, y: box.top });
    const to = toPixels(all, { x: box.right, y: box.bottom });
    expect(from.x).toBeCloseTo(60);
    expect(to.x).toBeCloseTo(780);
    expect(from.y).toBeGreaterThanOrEqual(40);
    expect(to.y).toBeLessThanOrEqual(520);
  });

  it("leaves more room where names lie beyond the window, or under what lies at its foot", () => {
    const margin = { top: 10, right: 10, bottom: 50, left: 10 };
    const taken = { left: -30, right: 790, top: 5, bottom: 580 };
    expect(widened(margin, taken, size, 40)).toEqual({ top: 10, right: 10, bottom: 70, left: 40 });
    expect(widened(margin, { ...taken, right: 5000 }, size, 40).right, "but not all of it").toBe(170);
  });

  it("does not blow up one person, nor fail in a window smaller than its margins", () => {
    const one = { left: -18, right: 18, top: -18, bottom: 18 };
    expect(fitted(one, size, { top: 40, right: 40, bottom: 40, left: 40 }).scale).toBe(2.5);
    expect(fitted(one, { width: 30, height: 30 }, { top: 40, right: 40, bottom: 40, left: 40 }).scale).toBeGreaterThan(
      0,
    );
  });

  it("keeps the middle when the window grows", () => {
    const middle = toMap(camera, { x: 400, y: 300 });
    const wider = toMap(resized(camera, size, { width: 1000, height: 900 }), { x: 500, y: 450 });
    expect(wider.x).toBeCloseTo(middle.x);
    expect(wider.y).toBeCloseTo(middle.y);
  });

  it("moves only as far as somebody outside asks for", () => {
    const inside = toMap(camera, { x: 400, y: 300 });
    expect(revealed(camera, inside, size, 60)).toEqual(camera);
    const outside = toMap(camera, { x: 900, y: 300 });
    const moved = toPixels(revealed(camera, outside, size, 60), outside);
    expect(moved.x).toBeCloseTo(740);
    expect(moved.y).toBeCloseTo(300);
  });

  it("knows what is in the window", () => {
    const seen = inWindow({ x: 100, y: 50, scale: 2 }, size);
    expect(seen).toEqual({ left: -50, top: -25, right: 350, bottom: 275 });
  });
});
