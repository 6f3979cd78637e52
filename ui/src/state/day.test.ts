import { afterEach, expect, it, vi } from "vitest";
import { followDay, now } from "./day.svelte";

afterEach(() => void vi.useRealTimers());

it("turns at midnight, and when the window is looked at again, until it is stopped", () => {
  vi.useFakeTimers({ now: new Date(2026, 2, 10, 23, 59, 30) });
  const stop = followDay();
  window.dispatchEvent(new Event("focus"));
  expect(now.day).toBe("2026-03-10");
  vi.advanceTimersByTime(60_000);
  expect(now.day).toBe("2026-03-11");
  vi.setSystemTime(new Date(2026, 2, 14, 9));
  document.dispatchEvent(new Event("visibilitychange"));
  expect(now.day).toBe("2026-03-14");
  stop();
  vi.setSystemTime(new Date(2026, 2, 15, 9));
  window.dispatchEvent(new Event("focus"));
  vi.advanceTimersByTime(120_000);
  expect(now.day).toBe("2026-03-14");
});
