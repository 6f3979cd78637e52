import { waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { aLine, aRow, aTalk, done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommandName } from "../host/wire.gen";
import { matching } from "../palette/options";
import { listing } from "../people/listing.svelte";
import { noFilter } from "../state/filter";
import { app } from "../state/app.svelte";
import { dialogs } from "../state/dialog.svelte";
import { shortcut, type Shortcut } from "../state/keys";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import { appActions, waysOf } from "./actions";

const names: Shortcut[] = [
  "add",
  "import",
  "settings",
  "search",
  "sidebar",
  "undo",
  "redo",
  "back",
  "forward",
  "today",
  "people",
  "map",
  "way",
  "keys",
  "log",
  "quick",
  "larger",
  "smaller",
  "usual",
];
const does = Object.fromEntries(names.map((name) => [name, vi.fn()])) as unknown as Record<Shortcut, () => void>;
const samir = aRow(1, "Samir Haddoun");
let host: FakeHost;
const asked = (command: CommandName): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
const run = (label: string): void =>
  appActions(does)
    .find((action) => action.label === label)
    ?.run();

beforeEach(() => {
  host = fakeHost({
    settings_set: async ({ settings: patch }) => done({ ...theSettings(), ...patch }),
    sentence_do: async () => done({ added: null, next: [] }, 9),
    backup_now: async () =>
      done({ name: "b", takenAt: "2026-03-10T10:00:00", bytes: 1, people: 1, why: "by_hand", ahead: false }),
  });
  useHost(host);
  app.settings = theSettings();
  app.book = { type: "open", sample: false, people: 1, onboarded: true, opening: 1 };
  dialogs.close("log");
  dialogs.close("tie");
  dialogs.close("proposed");
  toasts.shown = null;
  route.replace({ view: "today" });
});

describe("actions of the app", () => {
  it("have names of their own, and the keys that really work", () => {
    const actions = appActions(does);
    expect(new Set(actions.map(({ label }) => label)).size).toBe(actions.length);
    for (const { label, key } of actions) {
      if (!key) continue;
      const press = new KeyboardEvent("keydown", {
        key: key.split(" ").at(-1)?.toLowerCase() ?? "",
        ctrlKey: key.startsWith("Ctrl"),
        shiftKey: key.includes("Shift"),
      });
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
    expect(asked("settings_set")).toEqual([
      { settings: { listFilter: { ...noFilter, quiet: true } } },
      { settings: { theme: "dark" } },
    ]);
    run("Back up now");
    await waitFor(() => expect(toasts.shown?.text).toBe("Backed up and checked"));
  });

  it("lead to the map, to its list, to ways in and to ties", async () => {
    host.answers.map_forget = async () => null;
    run("Map");
    expect(route.at).toEqual({ view: "map", person: null });
    run("Map as a list");
    expect(app.settings?.mapList).toBe(true);
    run("Find a way in");
    expect(does.way).toHaveBeenCalledOnce();
    run("All keys");
    expect(does.keys).toHaveBeenCalledOnce();
    run("Ties that Kith proposes");
    expect(dialogs.is("proposed")).toBe(true);
    const seen: string[] = [];
    const replace = vi.spyOn(route, "replace").mockImplementation((to) => void (seen.push(to.view), (route.at = to)));
    run("Arrange the map anew");
    await waitFor(() => expect(app.settings?.mapList).toBe(false));
    expect(asked("map_forget")).toHaveLength(1);
    await waitFor(() => expect(route.at).toEqual({ view: "map", person: null }));
    expect(seen).toEqual(["today"]);
    replace.mockRestore();
  });

  it("come by what one types", () => {
    const found = (text: string): string | undefined => matching(appActions(does), text)[0]?.label;
    expect(["map", "list map", "way", "keys", "intro", "proposed", "arrange"].map(found)).toEqual([
      "Map",
      "Map as a list",
      "Find a way in",
      "All keys",
      "Find a way in",
      "Ties that Kith proposes",
      "Arrange the map anew",
    ]);
  });

  it("lead into the sample book, and from there back", () => {
    expect(appActions(does).some(({ label }) => label === "Back to my book")).toBe(false);
    app.book = { type: "open", sample: true, people: 3, onboarded: true, opening: 1 };
    expect(appActions(does).map(({ label }) => label)).toContain("Back to my book");
    expect(appActions(does).map(({ label }) => label)).not.toContain("Open the sample book");
  });
});

describe("what quick search found", () => {
  it("is an organisation: the list shows those who work there, and nothing else that was asked of it", async () => {
    app.settings = theSettings({
      listFilter: { ...noFilter, category: "internal", kinds: [1], quiet: true },
    });
    listing.text = "old";
    waysOf(does).organisation(7);
    await waitFor(() =>
      expect(asked("settings_set")).toEqual([{ settings: { listFilter: { ...noFilter, organisation: 7 } } }]),
    );
    expect(route.at).toEqual({ view: "people", person: null });
    expect(listing.text).toBe("");
  });

  it("is done at once, with a way back", async () => {
    const intent = { type: "log" as const, talk: aTalk([1]) };
    waysOf(does).say(aLine(intent));
    await waitFor(() =>
      expect(toasts.shown).toMatchObject({ text: "Logged a phone call with Samir", action: { label: "Undo" } }),
    );
    expect(asked("sentence_do")).toEqual([{ intent }]);
  });

  it("says why it could not be done", async () => {
    Object.assign(host.answers, {
      sentence_do: () => Promise.reject({ code: "invalid", message: "That day has not come yet.", field: "when" }),
    });
    waysOf(does).say(aLine({ type: "log", talk: aTalk([1]) }));
    await waitFor(() => expect(toasts.shown).toMatchObject({ bad: true, text: "That day has not come yet." }));
  });

  it("begins the log dialog with how and when", () => {
    const begin = aTalk([1], { channel: "video", when: "yesterday" });
    waysOf(does).log([samir], begin);
    expect(dialogs.of("log")).toEqual({
      people: [samir],
      closes: [],
      edit: null,
      begin,
    });
    waysOf(does).log([samir]);
    expect(dialogs.of("log")).toEqual({ people: [samir], closes: [], edit: null });
  });

  it("plans a check-in on the page of whom it is with", () => {
    waysOf(does).plan(samir);
    expect(route.at).toEqual({ view: "people", person: 1 });
    expect(dialogs.of("plan")).toBe(1);
    dialogs.close("plan");
  });

  it("is shown on the map, reached by a way in, or gets a tie", () => {
    app.settings = theSettings({ mapList: true });
    waysOf(does).showOnMap(1);
    expect(route.at).toEqual({ view: "map", person: 1 });
    expect(app.settings?.mapList).toBe(false);
    waysOf(does).wayTo(1);
    expect(route.at).toEqual({ view: "map", person: null, wayTo: 1 });
    waysOf(does).tie(samir);
    expect(dialogs.of("tie")).toEqual({ from: samir, to: null, edit: null });
  });
});
