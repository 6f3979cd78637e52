import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { FullDays as Plan, Today } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import FullDays from "./FullDays.svelte";

let host: FakeHost;
let plan: Plan;
const day = (on: string, checkIns: number): Today["days"][number] => ({
  day: on,
  checkIns,
  room: 3,
  working: true,
  people: [],
});
const today = (...days: Today["days"]): Today => ({ date: "2026-03-10", days }) as unknown as Today;
beforeEach(() => {
  dialogs.close();
  plan = { moves: 2, first: [], over: 2, overThen: 0 };
  host = fakeHost({
    level_plan: async () => plan,
    load_sums: async () => ({ fits: true }) as never,
  });
  useHost(host);
});

it("offers to level the days that hold too much", async () => {
  render(FullDays, { today: today(day("2026-03-11", 5), day("2026-03-12", 4), day("2026-03-13", 3)) });
  await userEvent.click(await screen.findByRole("button", { name: "Level them" }));
  expect(dialogs.of("level")).not.toBeNull();
});

it("offers no levelling where nothing can move", async () => {
  plan = { ...plan, moves: 0 };
  render(FullDays, { today: today(day("2026-03-11", 5), day("2026-03-12", 4)) });
  await waitFor(() => expect(host.calls.map(({ command }) => command)).toContain("level_plan"));
  screen.getByText(/Two days are over/);
  expect(screen.queryByRole("button", { name: "Level them" })).toBeNull();
});
