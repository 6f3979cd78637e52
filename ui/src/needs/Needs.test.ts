import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { toasts } from "../state/toast.svelte";
import { aStep } from "./made";
import NeedsOfPerson from "./NeedsOfPerson.svelte";
import TodaySteps from "./TodaySteps.svelte";

let host: FakeHost;
beforeEach(() => {
  toasts.shown = null;
  host = fakeHost({ goal_step_finish: async () => done(null, 3), goal_step_remove: async () => done(null, 4) });
  useHost(host);
});
const user = userEvent.setup();

it("shows my steps on Today with their need, and takes a tick", async () => {
  const onneed = vi.fn();
  const samir = aRow(7, "Samir Haddoun");
  const step = aStep(2, "Write the outline", { person: samir, dueOn: "2026-03-13", dueWords: "Fri 13" });
  render(TodaySteps, { standing: { steps: [step], total: 3 }, onopen: vi.fn(), onneed, onmore: vi.fn() });
  screen.getByText("1 of 3");
  screen.getByText("Fri 13");
  await user.click(screen.getByRole("button", { name: "Run a pilot" }));
  expect(onneed).toHaveBeenCalledWith(4);
  await user.click(screen.getByRole("checkbox", { name: "Mark done: Write the outline" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Done: Write the outline"));
});

it("has nothing to say where no step stands", () => {
  const { container } = render(TodaySteps, {
    standing: { steps: [], total: 0 },
    onopen: vi.fn(),
    onneed: vi.fn(),
    onmore: vi.fn(),
  });
  expect(container.textContent.trim()).toBe("");
});

it("shows a shared need on a person's page, with the steps of both", () => {
  const row = { id: 4, title: "Run a pilot", state: "open" as const, words: "No date", outcome: "" };
  const goals = [{ row, shares: true, roles: ["Decides: Money"], steps: [aStep(2, "Write the outline")] }];
  render(NeedsOfPerson, { goals, onopen: vi.fn(), onneed: vi.fn() });
  screen.getByText("They share it. No date. Decides: Money");
  screen.getByText("Write the outline");
});
