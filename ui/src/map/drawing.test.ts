import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { MapDrawn, MapPicture, MapView } from "../host/wire.gen";
import { hearChanges } from "../state/changes";
import { holder } from "../../tests/holder.svelte";
import { Drawing } from "./drawing.svelte";

type Asked<T> = { args: unknown; answer: (value: T) => void; refuse: (code: string) => void };
let draws: Asked<MapDrawn>[];
let places: Asked<ArrayBuffer>[];
let host: FakeHost;
let stop: () => void;
let drawing: Drawing;
const asking =
  <T>(list: Asked<T>[]) =>
  (args: unknown): Promise<T> =>
    new Promise((answer, refuse) =>
      list.push({ args, answer, refuse: (code) => refuse({ code, message: "No.", field: null }) }),
    );
const drawn = (number: number, people: number): MapDrawn => ({
  drawing: number,
  picture: {
    view: { steps: "two", centre: null },
    people: Array.from({ length: people }, (_, id) => ({ id })),
  } as unknown as MapPicture,
});
const settle = async (): Promise<void> => {
  flushSync();
  await vi.advanceTimersByTimeAsync(0);
  flushSync();
};
/** How far the view is, by a number that can change. */
const view = (): MapView => ({ steps: holder.value === 0 ? "two" : "one", centre: null });

beforeEach(async () => {
  vi.useFakeTimers();
  draws = [];
  places = [];
  holder.value = 0;
  host = fakeHost({ map_draw: asking(draws), map_places: asking(places) });
  useHost(host);
  const deaf = hearChanges();
  const gone = holder.root(() => (drawing = new Drawing(view)));
  stop = () => (gone(), deaf());
  await settle();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe("a drawing", () => {
  it("shows the picture at once and asks for places until they are at rest", async () => {
    draws[0]?.answer(drawn(1, 2));
    await settle();
    expect([drawing.id, drawing.picture?.people.length, drawing.places]).toEqual([1, 2, null]);
    places[0]?.answer(new Float32Array([3, 0.5, 1, 1, 2, 2, 0, 0]).buffer);
    await settle();
    expect([...(drawing.places ?? [])]).toEqual([1, 1, 2, 2, 0, 0]);
    expect(places[1]?.args).toEqual({ drawing: 1, after: 3 });
    places[1]?.answer(new Float32Array([4, 1, 5, 5, 6, 6, 0, 0]).buffer);
    await settle();
    expect([drawing.atRest, places.length]).toEqual([true, 2]);
  });

  it("drops what comes too late, and the places of a view that is left", async () => {
    holder.value = 1;
    await settle();
    draws[1]?.answer(drawn(2, 3));
    await settle();
    draws[0]?.answer(drawn(1, 2));
    await settle();
    expect([drawing.id, places.length, places[0]?.args]).toEqual([2, 1, { drawing: 2, after: 0 }]);
    holder.value = 0;
    await settle();
    places[0]?.answer(new Float32Array([1, 1, 9, 9, 9, 9, 9, 9, 9, 9]).buffer);
    await settle();
    expect(drawing.places).toBeNull();
  });

  it("draws anew when people change, and keeps the old picture until the new one has its places", async () => {
    draws[0]?.answer(drawn(1, 1));
    await settle();
    places[0]?.answer(new Float32Array([1, 1, 7, 7, 0, 0]).buffer);
    await settle();
    host.emit("changed", { ...noChanges, tables: ["settings"] });
    await settle();
    expect(draws.length).toBe(1);
    host.emit("changed", { ...noChanges, people: [1] });
    await settle();
    draws[1]?.answer(drawn(2, 2));
    await settle();
    expect([drawing.id, drawing.picture?.people.length]).toEqual([1, 1]);
    places[1]?.answer(new Float32Array([1, 0.2, 7, 7, 8, 8, 0, 0]).buffer);
    await settle();
    expect([drawing.id, drawing.picture?.people.length, drawing.places?.length]).toEqual([2, 2, 6]);
  });

  it("takes being overtaken for no error, and anything else for one", async () => {
    draws[0]?.answer(drawn(1, 1));
    await settle();
    places[0]?.refuse("stopped");
    await settle();
    expect(drawing.error).toBeNull();
    drawing.again();
    draws[1]?.refuse("internal");
    await settle();
    expect(drawing.error?.message).toBe("No.");
    drawing.again();
    draws[2]?.answer(drawn(3, 1));
    await settle();
    expect(drawing.error).toBeNull();
  });

  it("says after a second how far it is, stops and goes on", async () => {
    draws[0]?.answer(drawn(1, 3));
    await settle();
    expect(drawing.arranging).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    expect(drawing.arranging).toBe(3);
    places[0]?.answer(new Float32Array([1, 0.6, 0, 0, 0, 0, 0, 0, 0, 0]).buffer);
    await settle();
    expect(drawing.share).toBeCloseTo(0.6);
    drawing.stop();
    expect([drawing.arranging, drawing.stopped]).toEqual([null, true]);
    places[1]?.answer(new Float32Array([2, 1, 9, 9, 9, 9, 9, 9, 9, 9]).buffer);
    await settle();
    expect(drawing.places?.[0]).toBe(0);
    drawing.goOn();
    expect([drawing.stopped, places[2]?.args]).toEqual([false, { drawing: 1, after: 1 }]);
    places[2]?.answer(new Float32Array([2, 1, 4, 4, 4, 4, 4, 4, 4, 4]).buffer);
    await settle();
    expect([drawing.atRest, drawing.places?.[0], drawing.arranging]).toEqual([true, 4, null]);
  });

  it("puts somebody where they were dragged, before the book says so", async () => {
    draws[0]?.answer(drawn(1, 1));
    await settle();
    drawing.put(0, 5, 6);
    expect(drawing.places).toBeNull();
    places[0]?.answer(new Float32Array([1, 1, 0, 0, 0, 0]).buffer);
    await settle();
    drawing.put(0, 5, 6);
    expect([...(drawing.places ?? [])]).toEqual([5, 6, 0, 0]);
    drawing.put(9, 5, 6);
    expect(drawing.places?.length).toBe(4);
  });
});
