import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { toasts } from "../state/toast.svelte";
import LastTalks from "./LastTalks.svelte";

const user = userEvent.setup();
const people = [aRow(1, "Ilse Varnholt"), aRow(2, "Samir Haddoun"), aRow(3, "Bo Dahl")];
const ondone = vi.fn();
let host: FakeHost;
beforeEach(() => {
  ondone.mockReset();
  toasts.shown = null;
  host = fakeHost({
    when_preview: async ({ text }) => ({
      understood: `${text}, understood`,
      problem: null,
      on: "2026-03-03",
      at: null,
      rings: null,
      choices: [],
    }),
    interactions_log: async ({ drafts }) =>
      done(
        drafts.map((_, id) => ({ id, next: [] })),
        8,
      ),
  });
  useHost(host);
  render(LastTalks, { people, ondone });
});
const field = (name: string): HTMLElement => screen.getByRole("textbox", { name: `Last talk with ${name}` });
const sent = (): unknown => host.calls.findLast(({ command }) => command === "interactions_log")?.args;

it("logs those who were answered, roughly or by day, in one step", async () => {
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Log them" }).disabled).toBe(true);
  await user.type(field("Ilse Varnholt"), "3 march");
  const rough = within(screen.getByRole("group", { name: "Roughly, for Bo" }));
  await user.click(rough.getByRole("button", { name: "last month" }));
  expect(rough.getByRole("button", { name: "last month" }).getAttribute("aria-pressed")).toBe("true");
  screen.getByText("2 of 3");
  await user.click(screen.getByRole("button", { name: "Log 2 last talks" }));
  await waitFor(() => expect(ondone).toHaveBeenCalledOnce());
  expect(sent()).toMatchObject({
    drafts: [
      { people: [1], when: "3 march", channel: "not_said", startedBy: { type: "not_said" }, note: "" },
      { people: [3], when: "last month" },
    ],
  });
  expect(toasts.shown?.text).toBe("Logged 2 last talks");
});

it("says that a rough answer will do, and takes it as it was typed", async () => {
  screen.getByText(/A rough answer is fine: October, spring 2025/);
  expect(field("Ilse Varnholt").getAttribute("placeholder")).toMatch(/October, spring 2025/);
  await user.type(field("Ilse Varnholt"), "spring 2025");
  await user.click(screen.getByRole("button", { name: "Log 1 last talk" }));
  await waitFor(() => expect(sent()).toMatchObject({ drafts: [{ people: [1], when: "spring 2025" }] }));
});

it("asks nothing of whoever skips it", async () => {
  await user.type(field("Ilse Varnholt"), "3 march");
  await user.click(screen.getByRole("button", { name: "Skip" }));
  expect(ondone).toHaveBeenCalledOnce();
  expect(sent()).toBeUndefined();
});

it("says what is wrong beside whom it is about, and keeps every answer", async () => {
  host.answers.interactions_log = () =>
    Promise.reject({ code: "invalid", message: "This is no day of the past.", field: "1.when" });
  await user.type(field("Ilse Varnholt"), "3 march");
  await user.type(field("Bo Dahl"), "tomorrow{Control>}{Enter}{/Control}");
  await screen.findByText("This is no day of the past.");
  expect(field("Bo Dahl").getAttribute("aria-invalid")).toBe("true");
  expect(field("Ilse Varnholt").getAttribute("aria-invalid")).toBe("false");
  expect(ondone).not.toHaveBeenCalled();
});
