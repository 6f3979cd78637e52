import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Settings } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { toasts } from "../state/toast.svelte";
import TieWeights from "./TieWeights.svelte";
import { tieDefaults } from "./weights";

const user = userEvent.setup();
let host: FakeHost;
let held: Settings;
let refuse: boolean;
const slider = (name: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(`${name}, weight`);

beforeEach(() => {
  refuse = false;
  held = theSettings();
  host = fakeHost({
    settings_set: async ({ settings: patch }) =>
      refuse
        ? Promise.reject({ code: "not_writable", message: "The book could not be written.", field: null })
        : done((held = { ...held, ...patch }), 3),
  });
  useHost(host);
  app.settings = held;
  toasts.shown = null;
});

it("says what each word counts, and saves it once it is let go", async () => {
  render(TieWeights);
  expect(
    ["Close", "Colleague", "A little", "Not sure"].map((name) => slider(name).getAttribute("aria-valuetext")),
  ).toEqual(["0.80", "0.50", "0.25", "0.40"]);
  await fireEvent.input(slider("Colleague"), { target: { value: "0.6" } });
  expect(slider("Colleague").getAttribute("aria-valuetext")).toBe("0.60");
  expect(host.calls).toEqual([]);
  await fireEvent.change(slider("Colleague"));
  await waitFor(() => expect(held.ties).toEqual({ close: 0.8, colleague: 0.6, little: 0.25, notSure: 0.4 }));
});

it("goes back to the defaults with Undo, and drops what was moved just before", async () => {
  held = app.settings = theSettings({ ties: { close: 1, colleague: 0, little: 0, notSure: 0 } });
  render(TieWeights);
  await fireEvent.input(slider("A little"), { target: { value: "0.9" } });
  await fireEvent.change(slider("A little"));
  await user.click(screen.getByRole("button", { name: "Back to the defaults" }));
  await waitFor(() => expect(held.ties).toEqual(tieDefaults));
  expect(slider("A little").getAttribute("aria-valuetext")).toBe("0.25");
  expect(toasts.shown?.action?.label).toBe("Undo");
  expect(host.calls.length).toBe(1);
});

it("puts back what could not be saved, and says so", async () => {
  refuse = true;
  render(TieWeights);
  await fireEvent.input(slider("Close"), { target: { value: "0.1" } });
  await fireEvent.change(slider("Close"));
  await waitFor(() => expect(toasts.shown?.text).toBe("The book could not be written."));
  expect(slider("Close").getAttribute("aria-valuetext")).toBe("0.80");
});
