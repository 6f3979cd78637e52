import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { hearChanges } from "./changes";
import { followDay, momentNow, now } from "./day.svelte";

let host: FakeHost;
const kithSays = (on: string): void => {
  host.answers.when_preview = async () => ({ understood: "", problem: null, on, at: null, rings: null, choices: [] });
};
beforeEach(() => {
  host = fakeHost();
  useHost(host);
});
afterEach(() => void vi.useRealTimers());

it("turns at midnight, and when the window is looked at again, until it is stopped", async () => {
  vi.useFakeTimers({ now: new Date(2026, 2, 10, 23, 59, 30) });
  const stop = followDay();
  window.dispatchEvent(new Event("focus"));
  await vi.advanceTimersByTimeAsync(0);
  expect(now.day).toBe("2026-03-10");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now.day).toBe("2026-03-11");
  vi.setSystemTime(new Date(2026, 2, 14, 9));
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(now.day).toBe("2026-03-14");
  stop();
  vi.setSystemTime(new Date(2026, 2, 15, 9));
  window.dispatchEvent(new Event("focus"));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(now.day).toBe("2026-03-14");
});

it("is Kith's day, whatever this computer says", async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 29, 9, 30) });
  kithSays("2026-03-10");
  hearChanges();
  const stop = followDay();
  await vi.advanceTimersByTimeAsync(0);
  expect(now.day).toBe("2026-03-10");
  expect(momentNow()).toEqual(new Date(2026, 2, 10, 9, 30));
  kithSays("2026-03-11");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now.day).toBe("2026-03-11");
  kithSays("2026-05-04");
  host.emit("changed", { ...noChanges, book: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(now.day).toBe("2026-05-04");
  // What it has said stays while it says nothing.
  delete host.answers.when_preview;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now.day).toBe("2026-05-04");
  stop();
});
