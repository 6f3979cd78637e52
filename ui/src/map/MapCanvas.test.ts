import { render, screen } from "@testing-library/svelte";
import { expect, it, vi } from "vitest";
import type { MapFilter } from "../host/wire.gen";
import { pictureOf } from "../../tests/map";
import MapCanvas from "./MapCanvas.svelte";

const filter: MapFilter = {
  category: null,
  kinds: [],
  organisations: [],
  tags: [],
  warmth: [],
  standings: [],
  hideMine: false,
  hideOthers: false,
  hideProposed: false,
};
const props = {
  picture: pictureOf([{}, {}], [[0, 1, 0.5, "tie"]]),
  places: Float32Array.of(0, 0, 50, 50, 20, 20),
  matching: null,
  filter,
  selected: null,
  walked: null,
  way: null,
  marked: [],
  organisation: null,
  onselect: vi.fn(),
  onorganisation: vi.fn(),
  onpin: vi.fn(),
  ontie: vi.fn(),
  onmenu: vi.fn(),
};

it("says what it is, and stands where nothing can be drawn", async () => {
  const { component, rerender } = render(MapCanvas, props);
  expect(screen.getByRole("img", { name: /^Map of 2 people and 1 tie\./ })).toBeTruthy();
  component.fit();
  component.zoom(1);
  component.reveal(1);
  await expect(component.picture("png")).rejects.toThrow();
  // Places of another picture, or none, leave what is drawn.
  await rerender({ ...props, picture: pictureOf([{}, {}, {}]), places: null });
  await rerender({ ...props, picture: pictureOf([]), places: Float32Array.of(0, 0) });
  expect(screen.getByRole("img", { name: /^Map of 0 people and 0 ties\./ })).toBeTruthy();
});
