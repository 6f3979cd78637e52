import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aPage, aRelationship, aRow, done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost, type Args } from "../host/host";
import type { FitPlan, FreshStart as Offer, LoadSums, Settings } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import FitDialog from "./FitDialog.svelte";
import FreshStart from "./FreshStart.svelte";
import LearnedRhythm from "./LearnedRhythm.svelte";
import LoadSettings from "./LoadSettings.svelte";
import MoveOne from "./MoveOne.svelte";

const user = userEvent.setup();
let host: FakeHost;
let held: Settings;
const sums: LoadSums = {
  asked: 4.7,
  comfortable: 4,
  workingDays: 5,
  fits: false,
  room: 0,
  people: 14,
  rhythms: [{ people: 14, cadenceDays: 7, asked: 4.7 }],
};
const plan: FitPlan = {
  asked: 4.7,
  then: 3.9,
  comfortable: 4,
  workingDays: 5,
  steps: [
    { people: [1, 2], names: ["Kofi Amenuvor", "Petra Lang"], kind: "Peer", from: 7, to: 14, saves: 0.5 },
    { people: [3], names: ["Elif Sarı"], kind: "Client", from: 14, to: 21, saves: 0.3 },
  ],
};

beforeEach(() => {
  held = theSettings();
  host = fakeHost({
    settings_set: async ({ settings: patch }) => done((held = { ...held, ...patch }), 7),
    load_sums: async () => sums,
    fit_plan: async () => plan,
    fit_take: async () => done(2, 9),
  });
  useHost(host);
  app.settings = held;
  toasts.shown = null;
});

const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("keeps the comfortable number within what can be chosen, and easy weekdays", async () => {
  render(LoadSettings);
  await user.click(screen.getByRole("button", { name: "More a day" }));
  expect(held.comfortablePerDay).toBe(4);
  await user.click(screen.getByRole("combobox", { name: "Friday: Full" }));
  await user.click(await screen.findByRole("option", { name: "Half" }));
  await waitFor(() => expect(held.weekdayShares).toEqual(["full", "full", "full", "full", "half", "full", "full"]));
  await user.click(screen.getByRole("button", { name: "Make it fit" }));
  expect(dialogs.of("fit")).not.toBeNull();
  dialogs.close("fit");
});

it("takes of the plan only what is ticked", async () => {
  dialogs.show("fit");
  render(FitDialog);
  await user.click(await screen.findByRole("checkbox", { name: "One person (Client), every 21 days instead of 14" }));
  await user.click(screen.getByRole("button", { name: "Lengthen 2 rhythms, 4.2 a day" }));
  await waitFor(() => expect(asked("fit_take")).toEqual([{ steps: [plan.steps[0]] }]));
  expect(dialogs.of("fit")).toBeNull();
});

it("proposes all of the plan again when it is opened again", async () => {
  dialogs.show("fit");
  render(FitDialog);
  await user.click(await screen.findByRole("checkbox", { name: /^One person/ }));
  dialogs.close("fit");
  await waitFor(() => expect(screen.queryByRole("checkbox", { name: /^One person/ })).toBeNull());
  dialogs.show("fit");
  const step = await screen.findByRole("checkbox", { name: /^One person/ });
  expect(step.getAttribute("aria-checked")).toBe("true");
  dialogs.close("fit");
});

it("moves one from a full day", async () => {
  host.answers.move_choices = async () => ({
    day: "2026-03-18",
    words: "Wed 18 March",
    choices: [
      {
        checkIn: 5,
        person: aRow(1, "Kofi Amenuvor"),
        words: "every 30 days, may move 14 to 22 March",
        to: "2026-03-19",
        toWords: "Thu 19",
        load: 1,
        room: 4,
      },
    ],
    setByHand: ["Leonie Marchwald"],
    noRoom: false,
  });
  host.answers.check_in_place = async () => done(null, 4);
  render(MoveOne, { day: "2026-03-18" });
  await user.click(screen.getByRole("button", { name: "Move one" }));
  expect(await screen.findByText(/Leonie Marchwald\s+stays/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Kofi Amenuvor/ }));
  await waitFor(() => expect(asked("check_in_place")).toEqual([{ id: 5, on: "2026-03-19" }]));
  expect(toasts.shown?.text).toBe("Kofi Amenuvor moved to Thu 19");
});

it("offers to begin from today, and rests after a no", async () => {
  const offer: Offer = { due: 23, until: "Fri 27 March", wasAway: true };
  host.answers.fresh_start_refuse = async () => null;
  const onleft = vi.fn();
  const { rerender } = render(FreshStart, { offer, onleft });
  expect(screen.getByRole("heading", { name: "Welcome back. Begin from today?" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Leave it" }));
  await waitFor(() => expect(onleft).toHaveBeenCalled());
  await rerender({ offer: null, onleft });
  expect(screen.queryByRole("heading")).toBeNull();
});

it("offers the rhythm in which one talks", async () => {
  host.answers.relationship_edit = async () => done(null, 3);
  const kind = { id: 4, name: "Peer", category: "external", colour: "peer", cadenceDays: 30 } as const;
  const person = aPage(7, "Yuki Taniwaki", {
    relationship: aRelationship({ kind, keptCloseOn: "2026-01-01", cadenceDays: 30, importance: 2 }),
    learned: { days: 46, planned: 30, gaps: [38, 44, 51, 46, 47] },
  });
  render(LearnedRhythm, { person });
  expect(screen.getByText(/38, 44, 51, 46 and 47 days/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Every 46 days" }));
  await waitFor(() =>
    expect((asked("relationship_edit")[0] as Args<"relationship_edit">).edit).toMatchObject({
      cadenceDays: 46,
      importance: 2,
      kind: 4,
    }),
  );
});
