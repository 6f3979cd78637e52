import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { toasts } from "../state/toast.svelte";
import Toasts from "./Toasts.svelte";

let host: FakeHost;
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const operation = {
    id: 7,
    kind: "trash" as const,
    subject: "Pavel Drenko",
    count: 1,
    what: "",
    at: "2026-03-10T10:00",
    undone: true,
    canUndo: false,
  };
  host = fakeHost({ undo_operation: async () => done({ operation, kept: [] }) });
  useHost(host);
  toasts.shown = null;
});
afterEach(() => vi.useRealTimers());
const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
const pass = (ms: number): void => {
  vi.advanceTimersByTime(ms);
  flushSync();
};

it("says what was done, and takes that very step back", async () => {
  render(Toasts);
  toasts.done("Pavel Drenko is in the trash for 30 days", 7);
  await user.click(await screen.findByRole("button", { name: /Undo/ }));
  expect(host.calls).toEqual([{ command: "undo_operation", args: { id: 7 } }]);
  await screen.findByText("Taken back");
});

it("goes after a while, but not from under the pointer", async () => {
  render(Toasts, { stay: 8000 });
  toasts.say("Copied");
  flushSync();
  const toast = screen.getByText("Copied");
  await user.hover(toast);
  pass(20_000);
  expect(screen.queryByText("Copied")).toBeTruthy();
  await user.unhover(toast.parentElement as HTMLElement);
  pass(8100);
  expect(screen.queryByText("Copied")).toBeNull();
});

it("offers no Undo where there is nothing to undo", () => {
  render(Toasts);
  toasts.done("Exported", null);
  flushSync();
  expect(screen.queryByRole("button")).toBeNull();
});
