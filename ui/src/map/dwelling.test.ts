import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Dwelling } from "./dwelling";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("looks at somebody when the pointer rests on them, and no longer when it leaves", () => {
  const said: (number | null)[] = [];
  const dwelling = new Dwelling((person) => said.push(person));
  dwelling.over(4);
  for (let step = 0; step < 5; step += 1) {
    vi.advanceTimersByTime(100);
    dwelling.stirred(false);
  }
  expect(said, "it passes over them").toEqual([]);
  vi.advanceTimersByTime(120);
  expect(said).toEqual([4]);
  dwelling.stirred(false);
  vi.advanceTimersByTime(500);
  expect(said, "a small move changes nothing").toEqual([4]);
  dwelling.over(null);
  vi.advanceTimersByTime(60);
  dwelling.stirred(false);
  vi.advanceTimersByTime(60);
  expect(said, "it need not rest to leave").toEqual([4, null]);
});

it("looks at nobody while the map moves under the pointer", () => {
  const said: (number | null)[] = [];
  const dwelling = new Dwelling((person) => said.push(person));
  dwelling.over(4);
  dwelling.stirred(true);
  vi.advanceTimersByTime(500);
  expect(said).toEqual([]);
  dwelling.over(4);
  vi.advanceTimersByTime(120);
  dwelling.stirred(true);
  expect(said, "at once").toEqual([4, null]);
});
