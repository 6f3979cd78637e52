import { expect, it } from "vitest";
import type { MapPicture } from "../host/wire.gen";
import { holder } from "../../tests/holder.svelte";
import { stepsFromMe, Walk, type Step } from "./walk.svelte";

const person = (id: number, name: string, warmth: number) => ({ id, name, warmth, organisation: null });
const picture = {
  people: [person(1, "Ada Holm", 2), person(2, "Bo Tennerud", 5), person(3, "Ines Carvalhal", 0)],
  organisations: [],
  ties: [
    [3, 0, 0.2, "tie"],
    [1, 3, 0.9, "tie"],
    [1, 3, 0.3, "reports"],
    [0, 2, 0.8, "tie"],
    [2, 3, 0.5, "proposed"],
  ],
} as unknown as MapPicture;

it("goes from me to everybody I am tied to, once each, and over no proposed tie", () => {
  expect(stepsFromMe(picture).map(({ id, spoken }) => [id, spoken])).toEqual([
    [2, "You know Bo Tennerud. Very warm."],
    [1, "You know Ada Holm. Cool."],
  ]);
  expect(stepsFromMe({ ...picture, ties: [] })).toEqual([]);
});

it("turns round and round, and remembers where it came from", () => {
  let steps: Step[] = stepsFromMe(picture);
  const stop = holder.root(() => {
    const walk = new Walk(() => steps);
    expect([walk.words, walk.turn(-1), walk.step?.name]).toEqual(["", true, "Ada Holm"]);
    walk.turn(1);
    expect(walk.said).toBe("Tie 1 of 2. You know Bo Tennerud. Very warm.");
    walk.leave(null);
    expect([walk.at, walk.step]).toEqual([null, null]);
    walk.leave(2);
    walk.leave(2);
    expect([walk.back(), walk.back(), walk.back()]).toEqual([2, null, undefined]);
    steps = [];
    expect([walk.turn(1), walk.words]).toEqual([false, ""]);
  });
  stop();
});
