import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost, type Args } from "../host/host";
import type { Settings } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { toasts } from "../state/toast.svelte";
import Hours from "./Hours.svelte";

const user = userEvent.setup();
let host: FakeHost;
let held: Settings;
const saved = (): unknown[] =>
  host.calls
    .filter(({ command }) => command === "settings_set")
    .map(({ args }) => (args as Args<"settings_set">).settings);
const field = (name: string): HTMLInputElement => screen.getByLabelText(name);
const write = async (name: string, text: string): Promise<void> => {
  await user.clear(field(name));
  await user.type(field(name), text);
};
const days: Record<string, string> = { "1 may": "2027-05-01", "13 july": "2027-07-13", "31 july": "2027-07-31" };

beforeEach(() => {
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  held = theSettings();
  host = fakeHost({
    settings_set: async ({ settings: patch }) => done((held = { ...held, ...patch }), 7),
    reminders_state: async () => ({
      notifications: "ready",
      tray: true,
      autostart: false,
      zone: "Europe/Oslo",
      localTime: "10:42",
      lastShown: null,
    }),
    when_preview: async ({ text }) =>
      days[text]
        ? { understood: text, problem: null, on: days[text], at: null, rings: null, choices: [] }
        : { understood: null, problem: "Write a day, such as 3 march.", on: null, at: null, rings: null, choices: [] },
    days: async () => [],
  });
  useHost(host);
  app.settings = held;
  toasts.shown = null;
});

it("saves what was typed as soon as the field is left, and writes it in full", async () => {
  render(Hours);
  await write("Monday from", "830");
  await user.tab();
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(held.workingHours.days[0]).toEqual({ from: 510, to: 1020 });
  expect(held.workingHours.days[1]).toEqual({ from: 540, to: 1020 });
  expect(field("Monday from").value).toBe("08:30");
  expect(document.activeElement).toBe(field("Monday to"));
});

it("keeps a wrong time in its field, says so there, and saves nothing", async () => {
  render(Hours);
  await write("Tuesday from", "early{Enter}");
  const from = field("Tuesday from");
  expect(from.value).toBe("early");
  expect(from.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(from.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
    "Write a time, such as 8:30 or 17.",
  );
  expect(field("Tuesday to").getAttribute("aria-invalid")).toBe("false");
  expect(saved()).toEqual([]);
  await user.type(from, "{Escape}");
  expect(from.value).toBe("09:00");
  expect(screen.queryByRole("alert")).toBeNull();
});

it("waits for the end before it says that it is before the start", async () => {
  render(Hours);
  await write("Tuesday from", "18");
  await user.tab();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(saved()).toEqual([]);
  await user.tab();
  expect(screen.getByRole("alert").textContent).toBe("The end, 17:00, is not after the start, 18:00.");
  expect(field("Tuesday from").value).toBe("18");
  await write("Tuesday to", "22");
  await user.tab();
  await waitFor(() => expect(held.workingHours.days[1]).toEqual({ from: 1080, to: 1320 }));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(saved()).toHaveLength(1);
});

it("says what the host refuses, and puts the old hours back", async () => {
  Object.assign(host.answers, {
    settings_set: () => Promise.reject({ code: "invalid", message: "Not these.", field: "workingHours" }),
  });
  render(Hours);
  await write("Friday to", "14{Enter}");
  await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("Not these."));
  expect(app.settings?.workingHours.days[4]).toEqual({ from: 540, to: 1020 });
});

it("allows no working day at all and says what that means; a day comes back as it was", async () => {
  held.workingHours.days[0] = { from: 600, to: 660 };
  app.settings = { ...held };
  render(Hours);
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
    await user.click(screen.getByRole("checkbox", { name: `${day} is a working day` }));
  expect(held.workingHours.days).toEqual([null, null, null, null, null, null, null]);
  expect(screen.getByText(/^No day is a working day/).getAttribute("role")).toBe("status");
  await user.click(screen.getByRole("checkbox", { name: "Monday is a working day" }));
  await waitFor(() => expect(held.workingHours.days[0]).toEqual({ from: 600, to: 660 }));
  await user.click(screen.getByRole("checkbox", { name: "Saturday is a working day" }));
  await waitFor(() => expect(held.workingHours.days[5]).toEqual({ from: 600, to: 660 }));
});

it("gives every working day the hours of the first", async () => {
  held.workingHours.days[0] = { from: 480, to: 960 };
  app.settings = { ...held };
  render(Hours);
  await user.click(screen.getByRole("button", { name: "Same for every working day" }));
  await waitFor(() =>
    expect(held.workingHours.days.map((day) => day?.from ?? null)).toEqual([480, 480, 480, 480, 480, null, null]),
  );
  expect(screen.queryByRole("button", { name: "Same for every working day" })).toBeNull();
  expect(document.activeElement).toBe(field("Monday from"));
});

it("names the zone of the computer and its time", async () => {
  render(Hours);
  await screen.findByText("Oslo · 10:42");
});

it("adds days off in words, with the message at the field that is wrong", async () => {
  render(Hours);
  await user.click(screen.getByRole("button", { name: "Add days off" }));
  expect(document.activeElement).toBe(field("Name"));
  await user.keyboard("Summer");
  const form = screen.getByRole("form", { name: "Add days off" });
  const add = (): Promise<void> => user.click(within(form).getByRole("button", { name: "Add" }));
  await add();
  await waitFor(() => expect(within(form).getByText("Write a day, such as 3 march.")).toBeTruthy());
  expect(field("First day").getAttribute("aria-invalid")).toBe("true");
  await user.type(field("First day"), "31 july");
  await user.type(field("Last day"), "13 july");
  await add();
  await waitFor(() => expect(within(form).getByText("The last day is before the first.")).toBeTruthy());
  expect(field("Last day").getAttribute("aria-invalid")).toBe("true");
  expect(saved()).toEqual([]);
  await write("First day", "13 july");
  await write("Last day", "31 july{Enter}");
  await waitFor(() => expect(held.daysOff).toEqual([{ from: "2027-07-13", to: "2027-07-31", label: "Summer" }]));
  await screen.findByText("13 – 31 July 2027");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add days off" }));
});

it("takes one day where no last one is given, leaves with Esc, and removes with a way back", async () => {
  held.daysOff = [{ from: "2001-01-01", to: "2001-01-02", label: "Long ago" }];
  app.settings = { ...held };
  render(Hours);
  await user.click(screen.getByRole("button", { name: "Add days off" }));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("form")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Add days off" }));
  await user.type(field("First day"), "1 may{Enter}");
  await screen.findByText("Sat 1 May 2027");
  expect(screen.queryByText("Long ago")).toBeNull();
  await user.click(screen.getByRole("button", { name: "1 entry in the past" }));
  await screen.findByText("Long ago");
  await user.click(screen.getByRole("button", { name: "Remove Long ago, 1 – 2 January 2001" }));
  await waitFor(() => expect(held.daysOff).toEqual([{ from: "2027-05-01", to: "2027-05-01", label: "" }]));
  expect(toasts.shown).toMatchObject({ text: "Long ago is no longer off", action: { label: "Undo" } });
});

it("shows the hours and the time of day as the clock is chosen", async () => {
  app.settings = held = theSettings({ hourClock: "twelve" });
  render(Hours);
  expect(field("Monday from").value).toBe("9:00 am");
  expect(field("Monday to").value).toBe("5:00 pm");
  await screen.findByText("Oslo · 10:42 am");
  await write("Monday to", "6:15 pm{Enter}");
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(field("Monday to").value).toBe("6:15 pm");
});
