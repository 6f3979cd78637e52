import { waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { aRow, done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { app } from "../state/app.svelte";
import { shortcut, type Shortcut } from "../state/keys";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import { appActions, waysOf } from "./actions";

const names: Shortcut[] = ["add", "import", "settings", "search", "sidebar", "undo", "redo", "back", "forward", "today", "people", "log", "quick", "larger", "smaller", "usual"];
const does = Object.fromEntries(names.map((name) => [name, vi.fn()])) as unknown as Record<Shortcut, () => void>;
const samir = aRow(1, "Samir Haddoun");
let host: FakeHost;
const asked = (command: string): unknown[][] => host.calls.filter((call) => call.command === command).map(({ args }) => args);
const run = (label: string): void => appActions(does).find((action) => action.label === label)?.run();

beforeEach(() => {
  host = fakeHost({
    settingsSet: async (patch) => done({ ...theSettings(), ...patch }),
    interactionLog: async () => done({ id: 3, next: [] }, 9),
    personAdd: async () => done(12, 8),
    backupNow: async () => done({ name: "b", takenAt: "2026-03-10T10:00:00", bytes: 1, people: 1, why: "by_hand" }),
  });
  useHost(host);
  app.settings = theSettings();
  app.book = { type: "open", sample: false, people: 1, onboarded: true };
  app.logging = null;
  toasts.shown = null;
  route.replace({ view: "today" });
});

describe("actions of the app", () => {
  it("have names of their own, and the keys that really work", () => {
    const actions = appActions(does);
    expect(new Set(actions.map(({ label }) => label)).size).toBe(actions.length);
    for (const { label, key } of actions) {
      if (!key) continue;
      const press = new KeyboardEvent("keydown", { key: key.split(" ").at(-1)?.toLowerCase() ?? "", ctrlKey: true, shiftKey: key.includes("Shift") });
      expect(shortcut(press), label).not.toBeNull();
    }
  });

  it("do what they say", async () => {
    run("Log a conversation");
    expect(does.log).toHaveBeenCalledOnce();
    run("Settings: Warmth");
    expect(route.at).toEqual({ view: "settings", section: "warmth" });
    run("People");
    expect(route.at.view).toBe("people");
    run("Who is going quiet");
    run("Dark theme");
    expect(asked("settingsSet")).toEqual([[{ listFilter: { category: null, kinds: [], tags: [], quiet: true, organisation: null } }], [{ theme: "dark" }]]);
    run("Back up now");
    await waitFor(() => expect(toasts.shown?.text).toBe("Backed up and checked"));
  });

  it("lead into the sample book, and from there back", () => {
    expect(appActions(does).some(({ label }) => label === "Back to my book")).toBe(false);
    app.book = { type: "open", sample: true, people: 3, onboarded: true };
    expect(appActions(does).map(({ label }) => label)).toContain("Back to my book");
    expect(appActions(does).map(({ label }) => label)).not.toContain("Open the sample book");
  });
});

describe("what quick search found", () => {
  it("is logged at once, with a way back", async () => {
    waysOf(does).logNow([samir], "phone", "2026-03-09");
    await waitFor(() => expect(toasts.shown).toMatchObject({ text: "Logged a phone call with Samir", action: { label: "Undo" } }));
    expect(asked("interactionLog")).toEqual([[{ people: [1], when: "2026-03-09", channel: "phone", minutes: null, startedBy: { type: "not_said" }, note: "", closes: [] }]]);
  });

  it("says why it could not be logged", async () => {
    Object.assign(host, { interactionLog: () => Promise.reject({ code: "invalid", message: "That day has not come yet.", field: "when" }) });
    waysOf(does).logNow([samir], "phone", "2027-03-09");
    await waitFor(() => expect(toasts.shown).toMatchObject({ bad: true, text: "That day has not come yet." }));
  });

  it("begins the log dialog with how and when", () => {
    waysOf(does).log([samir], { channel: "video", when: "yesterday" });
    expect(app.logging).toEqual({ people: [samir], closes: [], edit: null, begin: { channel: "video", when: "yesterday" } });
    waysOf(does).log([samir]);
    expect(app.logging).toEqual({ people: [samir], closes: [], edit: null });
  });

  it("plans a check-in on the page of whom it is with", () => {
    waysOf(does).plan(samir);
    expect(route.at).toEqual({ view: "people", person: 1 });
    expect(app.planning).toBe(1);
    app.planning = null;
  });

  it("adds whom it did not find, and opens their page", async () => {
    waysOf(does).add("Brzezin");
    await waitFor(() => expect(route.at).toEqual({ view: "people", person: 12 }));
    expect(toasts.shown).toMatchObject({ text: "Brzezin is in your book", action: { label: "Undo" } });
  });
});
