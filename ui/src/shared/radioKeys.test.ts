import { expect, it } from "vitest";
import { radioKeys, type Radios } from "./radioKeys";

/** What a key chooses of four; undefined where it chooses nothing, null where it chooses none of them. */
function pressed(key: string, radios: Partial<Radios>): { chosen: number | null | undefined; focused: number } {
  const group = document.createElement("div");
  for (let at = 0; at < 4; at++) {
    const radio = document.createElement("button");
    radio.setAttribute("role", "radio");
    group.append(radio);
  }
  document.body.append(group);
  let chosen: number | null | undefined;
  group.addEventListener("keydown", (event) =>
    radioKeys(event, { count: 4, at: 0, choose: (at) => (chosen = at), ...radios }),
  );
  group.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
  const focused = [...group.children].indexOf(document.activeElement ?? group);
  return { chosen, focused };
}

it("goes around, down as to the right, and takes the focus along", () => {
  const to = (key: string, at: number): number | null | undefined => pressed(key, { at }).chosen;
  expect(["ArrowRight", "ArrowDown"].map((key) => to(key, 1))).toEqual([2, 2]);
  expect(["ArrowLeft", "ArrowUp"].map((key) => to(key, 1))).toEqual([0, 0]);
  expect([to("ArrowRight", 3), to("ArrowLeft", 0)]).toEqual([0, 3]);
  expect(pressed("ArrowRight", { at: 1 }).focused).toBe(2);
  expect(pressed("x", { at: 1 })).toEqual({ chosen: undefined, focused: -1 });
});

it("goes up to more on a scale, and no further than its ends", () => {
  const to = (key: string, at: number): number | null | undefined => pressed(key, { at, isScale: true }).chosen;
  expect(["ArrowRight", "ArrowUp"].map((key) => to(key, 1))).toEqual([2, 2]);
  expect(["ArrowLeft", "ArrowDown"].map((key) => to(key, 1))).toEqual([0, 0]);
  expect([to("ArrowRight", 3), to("ArrowDown", 0)]).toEqual([3, 0]);
});

it("begins where it is said to while none is chosen, and chooses none only where it may", () => {
  expect(pressed("ArrowLeft", { at: -1, begin: 2 }).chosen).toBe(2);
  expect(pressed("Delete", {}).chosen).toBeUndefined();
  let cleared = false;
  pressed("Backspace", { clear: () => (cleared = true) });
  expect(cleared).toBe(true);
});
