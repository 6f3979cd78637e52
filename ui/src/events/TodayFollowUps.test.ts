import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { StandingFollowUp } from "../host/wire.gen";
import { toasts } from "../state/toast.svelte";
import TodayFollowUps from "./TodayFollowUps.svelte";

const user = userEvent.setup();
let host: FakeHost;
beforeEach(() => {
  toasts.shown = null;
  host = fakeHost({ check_in_skip: async () => done(null, 4) });
  useHost(host);
});
const standing = (event: number, late: boolean): StandingFollowUp => ({
  event,
  title: `Two people from event ${event}`,
  words: "You met yesterday",
  by: late ? "let be on Wed 18 March" : "by tomorrow",
  late,
  people: [
    { person: aRow(event * 10, "Ana Brook"), checkIn: event * 100, line: "" },
    { person: aRow(event * 10 + 1, "Ben Marsh"), checkIn: event * 100 + 1, line: "" },
  ],
});

it("counts those that are in their days, and says once of the others until when they stand", async () => {
  const onopen = vi.fn();
  render(TodayFollowUps, { standing: [standing(1, true), standing(2, false)], onopen });
  expect(screen.getByText("2").className).toBe("count");
  screen.getByText(/not written to, let be on Wed 18 March/);
  await user.click(screen.getByRole("button", { name: "Two people from event 1" }));
  expect(onopen).toHaveBeenCalledWith(1);
  await user.click(screen.getByRole("button", { name: "Let Two people from event 1 be" }));
  await waitFor(() => expect(toasts.shown?.action?.label).toBe("Undo"));
  expect(host.calls.at(-1)).toMatchObject({ command: "check_in_skip", args: { ids: [100, 101] } });
});
