import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aRow, done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommandName, RemindersState, Settings, WarmthExample } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { toasts } from "../state/toast.svelte";
import Reminders from "./Reminders.svelte";
import Warmth from "./Warmth.svelte";
import { defaults, halfWords, readFactor } from "./weights";

const user = userEvent.setup();
let host: FakeHost;
let held: Settings;
let desktop: RemindersState;
let example: WarmthExample | null;
const asked = (command: CommandName): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

beforeEach(() => {
  held = theSettings();
  desktop = {
    notifications: "ready",
    tray: true,
    autostart: false,
    zone: "Europe/Oslo",
    localTime: "10:42",
    lastShown: null,
  };
  example = null;
  host = fakeHost({
    settings_set: async ({ settings: patch }) => done((held = { ...held, ...patch }), 7),
    reminders_state: async () => desktop,
    autostart_set: async ({ on }) => ((desktop = { ...desktop, autostart: on }), null),
    reminder_test: async () => null,
    warmth_example: async () => example,
  });
  useHost(host);
  app.settings = held;
  toasts.shown = null;
});

it("turns each thing on and off at once, and shows what a notification says then", async () => {
  render(Reminders);
  expect(screen.getByRole("img", { name: /Ilse Varnholt/ })).toBeTruthy();
  await user.click(screen.getByRole("switch", { name: "Hide names" }));
  expect(screen.getByRole("img", { name: /A check-in is due/ })).toBeTruthy();
  await user.click(screen.getByRole("switch", { name: "Remind me" }));
  await user.click(await screen.findByRole("switch", { name: "Keep running in the background" }));
  expect(asked("settings_set")).toEqual([
    { settings: { hideNames: true } },
    { settings: { remind: false } },
    { settings: { background: true } },
  ]);
  await user.click(screen.getByRole("switch", { name: "Start when I sign in" }));
  await waitFor(() =>
    expect(screen.getByRole("switch", { name: "Start when I sign in" }).getAttribute("aria-checked")).toBe("true"),
  );
});

it("offers nothing that the desktop cannot do, and says why", async () => {
  desktop = { ...desktop, tray: false, autostart: null, notifications: "no_service" };
  render(Reminders);
  await screen.findByText("Your desktop has no tray, so closing Kith ends it; reminders come while it is open.");
  expect(screen.queryByRole("switch", { name: "Keep running in the background" })).toBeNull();
  expect(screen.queryByRole("switch", { name: "Start when I sign in" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Send a test" })).toBeNull();
  expect(screen.getByText("Your desktop shows no notifications")).toBeTruthy();
  desktop = { ...desktop, notifications: "ready" };
  await user.click(screen.getByRole("button", { name: "Look again" }));
  await screen.findByText("Notifications can be shown");
});

it("sends a test, or says why it could not", async () => {
  render(Reminders);
  await user.click(await screen.findByRole("button", { name: "Send a test" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("A test was sent to your desktop"));
  Object.assign(host.answers, {
    reminder_test: () => Promise.reject({ code: "internal", message: "It went away.", field: null }),
  });
  desktop = { ...desktop, notifications: "no_bus" };
  await user.click(screen.getByRole("button", { name: "Send a test" }));
  await screen.findByText("Kith cannot reach your desktop");
  expect(toasts.shown).toMatchObject({ bad: true, text: "It went away." });
});

it("saves a weight once it is let go, and not on the way", async () => {
  render(Warmth);
  const slider = screen.getByLabelText<HTMLInputElement>("Phone, weight");
  for (const value of ["0.5", "0.4", "0.45"]) await fireEvent.input(slider, { target: { value } });
  expect(slider.getAttribute("aria-valuetext")).toBe("0.45");
  expect(asked("settings_set")).toEqual([]);
  await fireEvent.change(slider);
  await waitFor(() => expect(asked("settings_set")).toEqual([{ settings: { warmth: { ...defaults, phone: 0.45 } } }]));
  await waitFor(() => expect(slider.getAttribute("aria-valuetext")).toBe("0.45"));
});

it("saves a weight that was let go just before the page was left", async () => {
  const { unmount } = render(Warmth);
  const slider = screen.getByLabelText("Email, weight");
  await fireEvent.input(slider, { target: { value: "0.1" } });
  await fireEvent.change(slider);
  unmount();
  await waitFor(() => expect(held.warmth.email).toBe(0.1));
});

it("takes a factor with a comma, refuses what is no number, and goes back to the defaults", async () => {
  render(Warmth);
  const half = screen.getByLabelText<HTMLInputElement>("Counts half after, times the rhythm");
  await user.clear(half);
  await user.type(half, "twice{Enter}");
  await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("Write a number, such as 1.5."));
  expect(held.warmth.halfLifePerCadence).toBe(1.5);
  await user.clear(half);
  await user.type(half, "2,5{Enter}");
  await waitFor(() => expect(held.warmth.halfLifePerCadence).toBe(2.5));
  await screen.findByText(/^2.5 times the rhythm: 75 days/);
  expect(half.value).toBe("2.5");
  await user.click(screen.getByRole("button", { name: "Back to the defaults" }));
  await waitFor(() => expect(held.warmth).toEqual(defaults));
  expect(toasts.shown?.action?.label).toBe("Undo");
});

it("shows an example of one's own, with the levels as the host has them", async () => {
  example = {
    person: aRow(5, "Samir Haddoun"),
    explained: {
      level: "warm",
      segments: 4,
      cadenceDays: 30,
      halfLife: 45,
      parts: [{ on: "2026-03-01", daysAgo: 9, channel: "in_person", weight: 1, fading: 0.87, counts: 0.87 }],
      others: 12,
      strength: 1.07,
      begins: [0.13, 0.43, 0.9, 1.81],
    },
  };
  const { container } = render(Warmth);
  await screen.findByText("For example, Samir Haddoun");
  const rows = [...container.querySelectorAll(".extb tbody tr")].map((row) =>
    [...row.querySelectorAll("td")].map(({ textContent }) => textContent?.trim()).filter(Boolean),
  );
  expect(rows).toEqual([
    ["9 days ago", "In person", "1.00", "× 0.87", "0.87"],
    ["12 earlier ones", "0.20"],
    ["Together", "1.07"],
  ]);
  expect(screen.getByRole("img", { name: "Warmth 4 of 5, warm" })).toBeTruthy();
  expect(screen.getByText(/^Cool begins at 0.13, Steady at 0.43, Warm at 0.90 and Very warm at 1.81/)).toBeTruthy();
});

it("has none before the first conversation", async () => {
  render(Warmth);
  await screen.findByText(/Once you have logged a conversation/);
});

it("words the half-life within its bounds", () => {
  expect(halfWords(defaults)).toMatch(/^One and a half times the rhythm: 45 days/);
  expect(halfWords({ ...defaults, halfLifePerCadence: 0.1 })).toMatch(/^0.1 times the rhythm: 30 days/);
  expect(halfWords({ ...defaults, halfLifePerCadence: 100 })).toMatch(/: 365 days/);
  expect([readFactor("1.5"), readFactor("0,25"), readFactor("2")]).toEqual([1.5, 0.25, 2]);
  for (const text of ["", "-1", "1.555", "1e1", "x"]) expect(() => readFactor(text), text).toThrow();
});
