import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Commitment } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import { aPromise } from "./made";
import MoveDialog from "./MoveDialog.svelte";
import TellDialog from "./TellDialog.svelte";

let host: FakeHost;
let promise: Commitment;
let mails: number[];
beforeEach(() => {
  dialogs.close();
  toasts.shown = null;
  promise = aPromise(3, "The one-page ask");
  mails = [];
  host = fakeHost({
    commitment: async () => promise,
    commitment_move: async ({ when }) => {
      if (when === "soon") throw { code: "invalid", field: "when", message: "Write a day." };
      return done(null, 6);
    },
    commitment_end: async () => done(null, 7),
    commitment_letter: async ({ when }) => ({
      subject: promise.what,
      text: when ? "I said Thursday; I can do Monday." : "I said Thursday.",
      held: null,
      mails,
    }),
    commitment_mail: async () => null,
    when_preview: async () => ({
      understood: "Monday 16 March, in 6 days",
      problem: null,
      on: "2026-03-16",
      at: null,
      rings: null,
      choices: [],
    }),
  });
  useHost(host);
});
const user = userEvent.setup();
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
async function open(): Promise<void> {
  render(MoveDialog);
  dialogs.show("anotherDay", 3);
  await screen.findByText("The one-page ask");
}

it("moves to the typed day, agreed unless one says otherwise", async () => {
  await open();
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Day" }));
  screen.getByText("Before the day has passed, so it is not late.");
  await user.keyboard("next monday");
  await user.click(screen.getByRole("checkbox", { name: "Agreed with Samir" }));
  screen.getByText("Without that it counts from the day it has now.");
  await user.click(screen.getByRole("button", { name: "Move" }));
  await waitFor(() => expect(dialogs.of("anotherDay")).toBeNull());
  expect(asked("commitment_move")).toEqual([{ id: 3, when: "next monday", agreed: false }]);
  expect(toasts.shown?.text).toBe("Now for Monday 16 March");
});

it("says at the field what is wrong, and keeps what was typed", async () => {
  await open();
  await user.keyboard("soon{Enter}");
  await screen.findByText("Write a day.");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Day" }).value).toBe("soon");
  expect(dialogs.of("anotherDay")).toBe(3);
});

it("says that a day that has passed counts as late", async () => {
  promise = { ...promise, tone: "late", dueWords: "2 days late", moveCounts: "late" };
  await open();
  screen.getByText("Its day has passed, so it counts as late.");
});

it("counts nothing of a promise of theirs, or of one without a day", async () => {
  promise = { ...promise, owedBy: "them", moveCounts: "not_at_all" };
  await open();
  screen.getByRole("checkbox", { name: "Agreed with Samir" });
  expect(screen.queryByRole("status")?.textContent ?? "").not.toContain("late");
});

it("asks once at the second move: keep, new day, tell them, let it go", async () => {
  promise = { ...promise, moves: 1, moved: "Moved from 9 to 13 March, agreed in time" };
  await open();
  expect(screen.queryByRole("textbox")).toBeNull();
  await user.click(screen.getByRole("button", { name: "New day" }));
  await user.click(await screen.findByRole("textbox", { name: "Day" }));
  await user.keyboard("monday{Enter}");
  await waitFor(() => expect(asked("commitment_move")).toHaveLength(1));
  promise = { ...promise, moves: 2 };
  dialogs.show("anotherDay", 4);
  await screen.findByRole("textbox", { name: "Day" });
});

it("lets it go, or tells them", async () => {
  promise = { ...promise, moves: 1, moved: "Moved from 9 to 13 March, agreed in time" };
  await open();
  await user.click(screen.getByRole("button", { name: "Tell them…" }));
  expect(dialogs.of("tellThem")).toBe(3);
  dialogs.show("anotherDay", 3);
  await user.click(await screen.findByRole("button", { name: "Let it go" }));
  await waitFor(() => expect(asked("commitment_end")).toEqual([{ id: 3, end: "dropped", why: "" }]));
});

it("drafts the words, which are copied, or opened as mail where there is an address", async () => {
  const shown = render(TellDialog);
  dialogs.show("tellThem", 3);
  await screen.findByText("I said Thursday.");
  expect(screen.queryByRole("button", { name: "Open in mail" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe("I said Thursday.");
  shown.unmount();
  dialogs.close();
  mails = [5];
  render(TellDialog);
  dialogs.show("tellThem", 3);
  await user.type(await screen.findByRole("textbox", { name: "New day" }), "monday");
  await screen.findByText("I said Thursday; I can do Monday.");
  await user.click(screen.getByRole("button", { name: "Open in mail" }));
  await waitFor(() => expect(asked("commitment_mail")).toEqual([{ id: 3, when: "monday" }]));
});
