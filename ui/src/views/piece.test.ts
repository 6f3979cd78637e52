import { expect, it } from "vitest";
import { atHand, piece } from "./piece.svelte";

it("is read once, when it is wanted", async () => {
  let reads = 0;
  const one = piece(async () => ({ default: ++reads }));
  expect([one.value, reads]).toEqual([null, 0]);
  expect(await Promise.all([one.load(), one.load()])).toEqual([1, 1]);
  expect([one.value, await one.load(), reads]).toEqual([1, 1, 1]);
});

it("can be tried again where it could not be read", async () => {
  let reads = 0;
  const one = piece(async () => {
    if (++reads === 1) throw new Error("not there");
    return { default: "there" };
  });
  await expect(one.load()).rejects.toThrow("not there");
  expect(one.value).toBeNull();
  expect(await one.load()).toBe("there");
});

it("is there at once where it is at hand", async () => {
  const one = atHand("Today");
  expect([one.value, await one.load()]).toEqual(["Today", "Today"]);
});
