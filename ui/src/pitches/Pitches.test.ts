import { createRawSnippet } from "svelte";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Pitch, SpeakingTime } from "../host/wire.gen";
import { drafts } from "../state/drafts.svelte";
import Pitches from "./Pitches.svelte";

const time: SpeakingTime = { seconds: 38, words: 83, characters: 0, fit: "comfortable" };
const finding = createRawSnippet(() => ({ render: () => "<span></span>" })) as never;

let host: FakeHost;
let pitches: Pitch[];
beforeEach(() => {
  vi.useRealTimers();
  pitches = [
    {
      id: 3,
      audience: "For pharma",
      parts: { hook: "Labs lose a week.", bring: "A sensor.", value: "", ask: "" },
      time,
      people: [{ id: 9, name: "Nadia Ferreux" }],
    },
  ];
  host = fakeHost({
    pitches: async () => pitches,
    pitch_time: async () => time,
    pitch_add: async () => done(4, 6),
    pitch_edit: async () => done(null, 6),
    pitch_remove: async () => done(null, 7),
    unsaved_save: async () => null,
  });
  useHost(host);
});
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("begins with one to write where there is none", async () => {
  pitches = [];
  render(Pitches, { pitch: null, finding });
  await userEvent.click(await screen.findByRole("button", { name: "Write one" }));
  await userEvent.type(screen.getByLabelText("For which audience"), "For labs");
  await userEvent.type(screen.getByLabelText("Hook"), "Labs lose a week.");
  await userEvent.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(asked("pitch_add")).toHaveLength(1));
  expect(asked("pitch_add")).toEqual([
    {
      pitch: { audience: "For labs", parts: { hook: "Labs lose a week.", bring: "", value: "", ask: "" }, people: [] },
    },
  ]);
});

it("goes on with one that was begun and not saved", async () => {
  pitches = [];
  const first = render(Pitches, { pitch: null, finding });
  await userEvent.click(await screen.findByRole("button", { name: "Write one" }));
  await userEvent.type(screen.getByLabelText("Hook"), "Labs lose");
  first.unmount();
  const again = render(Pitches, { pitch: null, finding });
  expect(await screen.findByLabelText("Hook")).toHaveProperty("value", "Labs lose");
  again.unmount();
  drafts.drop("pitch");
});

it("says how long it takes, which parts are said, and for whom it is", async () => {
  render(Pitches, { pitch: null, finding });
  await screen.findByRole("img", { name: "38 s when spoken. Comfortable is 30 to 60 seconds." });
  screen.getByText("83 words at your pace");
  expect(screen.getAllByLabelText("Said")).toHaveLength(2);
  await userEvent.click(screen.getByRole("button", { name: "Not for Nadia Ferreux" }));
  await userEvent.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(asked("pitch_edit")).toHaveLength(1));
  expect((asked("pitch_edit")[0] as { pitch: { people: number[] } }).pitch.people).toEqual([]);
});

it("counts the seconds of a rehearsal and keeps nothing of it", async () => {
  render(Pitches, { pitch: null, finding });
  const start = await screen.findByRole("button", { name: "Rehearse" });
  const clock = vi.spyOn(performance, "now").mockReturnValue(1000);
  await userEvent.click(start);
  clock.mockReturnValue(42_500);
  const calls = host.calls.length;
  await userEvent.click(screen.getByRole("button", { name: "Stop" }));
  screen.getByText("You took 41 s");
  expect(host.calls).toHaveLength(calls);
  clock.mockRestore();
});

it("removes one, with a way back", async () => {
  render(Pitches, { pitch: null, finding });
  await userEvent.click(await screen.findByRole("button", { name: "Remove" }));
  expect(asked("pitch_remove")).toEqual([{ id: 3 }]);
});
