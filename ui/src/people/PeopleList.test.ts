import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aFace, aRow, done, fakeHost, noChanges, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { PersonRow } from "../host/wire.gen";
import { hearChanges } from "../state/changes";
import { app } from "../state/app.svelte";
import { dialogs } from "../state/dialog.svelte";
import { noFilter } from "../state/filter";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import { listing } from "./listing.svelte";
import PeopleList from "./PeopleList.svelte";

const user = userEvent.setup();
let host: FakeHost;
let names: string[];
let more: Partial<PersonRow>;
let quiet: number;
let keptClose: number;
beforeEach(() => {
  more = {};
  quiet = 0;
  keptClose = 0;
  names = ["Amara Nwokedi", "Daniel Osterby", "Daniela Voss", "Elif Sarıkan"];
  host = fakeHost({
    people_outline: async () => ({
      total: names.length,
      archived: 0,
      everyone: names.length,
      quiet,
      keptClose,
      talksAYearAgo: false,
      sections: [
        { label: "A", first: 0, count: 1 },
        { label: "D", first: 1, count: names.length - 2 },
        { label: "E", first: names.length - 1, count: 1 },
      ],
    }),
    people_window: async ({ offset, limit }) =>
      names.map((name, at) => aRow(at + 1, name, more)).slice(offset, offset + limit),
    people_find: async ({ text }) => ({
      rows: names
        .filter((name) => name.includes(text))
        .map((name) => ({ row: aRow(names.indexOf(name) + 1, name), matched: "optics" })),
      more: false,
    }),
    person_position: async ({ id }) => id - 1,
    people_trash: async () => done(null, 7),
    relationship_edit: async () => done(null, 8),
    settings_set: async ({ settings: patch }) => done({ ...theSettings(), ...patch }),
    when_preview: async () => ({
      understood: "Monday 4 May 2099, in a while",
      problem: null,
      on: "2099-05-04",
      at: null,
      rings: null,
      choices: [],
    }),
    kinds_list: async () => [
      { id: 1, name: "Peer", category: "internal", colour: "peer", cadenceDays: 30, people: 2, keptClose: 2 },
    ],
    tags_list: async () => [],
  });
  useHost(host);
  Object.assign(app, { settings: theSettings(), logging: null });
  Object.assign(listing, { text: "", scroll: 0, active: 0 });
  listing.chosen.clear();
  return hearChanges();
});
function open(): { onopen: ReturnType<typeof vi.fn>; ongone: ReturnType<typeof vi.fn> } {
  const props = { onopen: vi.fn(), ongone: vi.fn() };
  render(PeopleList, { person: null, onimport: vi.fn(), onpaste: vi.fn(), ...props });
  return props;
}
const list = (): Promise<HTMLElement> => screen.findByRole("listbox", { name: "People" });

it("moves with the keys and opens with Enter", async () => {
  const { onopen } = open();
  (await list()).focus();
  await screen.findByText("Daniel Osterby");
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect(onopen).toHaveBeenLastCalledWith(3);
  await user.keyboard("{End}{Enter}");
  expect(onopen).toHaveBeenLastCalledWith(4);
  expect(screen.getByText("4 people", { exact: false })).toBeTruthy();
});

it("chooses several with Space and Shift, and moves them to the trash", async () => {
  const { ongone } = open();
  (await list()).focus();
  await screen.findByText("Daniel Osterby");
  await user.keyboard("{ArrowDown} ");
  await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
  await waitFor(() => expect([...listing.chosen]).toEqual([2, 3]));
  expect(screen.getByRole("toolbar", { name: "2 people chosen" })).toBeTruthy();
  await user.keyboard("{Delete}");
  await waitFor(() => expect(ongone).toHaveBeenCalledWith([2, 3]));
  expect(host.calls.find(({ command }) => command === "people_trash")?.args).toEqual({ ids: [2, 3] });
  expect(toasts.shown?.text).toBe("2 people are in the trash for 30 days");
});

it("chooses nobody any more once one has left the list", async () => {
  const { unmount } = render(PeopleList, {
    person: null,
    onopen: vi.fn(),
    ongone: vi.fn(),
    onimport: vi.fn(),
    onpaste: vi.fn(),
  });
  (await list()).focus();
  await screen.findByText("Daniel Osterby");
  await user.keyboard(" {ArrowDown} ");
  expect(listing.chosen.size).toBe(2);
  unmount();
  expect(listing.chosen.size).toBe(0);
});

it("draws the rows where the list stands, also after it was short for a while", async () => {
  names = Array.from({ length: 300 }, (_, at) => `Person ${at}`);
  Object.assign(listing, { text: "Person 299", scroll: 9000 });
  open();
  await screen.findByText("1 person found");
  // As a browser does where there is nothing to scroll: it stays at the top and tells nobody.
  (await list()).scrollTop = 0;
  await user.clear(screen.getByLabelText("Search people"));
  await screen.findByText("Person 0");
});

it("has no menu for a click on nothing", async () => {
  open();
  await screen.findByText("Daniel Osterby");
  const box = await list();
  await fireEvent.contextMenu(box, { clientX: 40, clientY: 900 });
  expect(screen.queryByRole("menu")).toBeNull();
  // The menu key, which has no place of its own.
  await fireEvent.contextMenu(box, { clientX: 0, clientY: 0 });
  await screen.findByRole("menuitem", { name: /^Open/ });
});

it("stays where it is when the list changes, whoever is open", async () => {
  render(PeopleList, { person: 4, onopen: vi.fn(), ongone: vi.fn(), onimport: vi.fn(), onpaste: vi.fn() });
  await list();
  const asked = (): number => host.calls.filter(({ command }) => command === "person_position").length;
  await waitFor(() => expect(asked()).toBe(1));
  (await list()).focus();
  await user.keyboard("{Home}");
  names = names.slice(1);
  host.emit("changed", { ...noChanges, people: [1] });
  await screen.findByText(/3 people/);
  expect(asked()).toBe(1);
});

it("finds as one types, and says what matched", async () => {
  open();
  await list();
  await user.type(screen.getByLabelText("Search people"), "Dan");
  await screen.findByText("2 people found");
  expect(screen.queryByText("Elif Sarıkan")).toBeNull();
  expect(screen.getAllByText("optics")).toHaveLength(2);
  await user.keyboard("{Escape}");
  await screen.findByText("Elif Sarıkan");
});

it("reads again when people change", async () => {
  open();
  await list();
  names = ["Amara Nwokedi", "Bo Tennerud", "Elif Sarıkan"];
  host.emit("changed", { ...noChanges, people: [9] });
  await screen.findByText("Bo Tennerud");
  expect(screen.getByText("3 people", { exact: false })).toBeTruthy();
});

it("shows warmth and silence, or that someone is at rest", async () => {
  more = { keptClose: true, warmth: 2, quiet: true, status: "active" };
  open();
  expect(await screen.findAllByRole("img", { name: "Warmth 2 of 5, cool" })).toHaveLength(4);
  expect(screen.getAllByText("quiet")).toHaveLength(4);
  more = { keptClose: true, warmth: 2, quiet: false, status: "dormant", statusWords: "resting" };
  host.emit("changed", { ...noChanges, allPeople: true });
  expect(await screen.findAllByText("resting")).toHaveLength(4);
  expect(screen.queryByRole("img", { name: /Warmth/ })).toBeNull();
});

it("filters by who is going quiet, and remembers it; there is no such filter where nobody is", async () => {
  quiet = 9;
  open();
  const chip = await screen.findByRole("button", { name: "Going quiet 9" });
  expect(chip.getAttribute("aria-pressed")).toBe("false");
  await user.click(chip);
  expect(host.calls.find(({ command }) => command === "settings_set")?.args).toEqual({
    settings: { listFilter: { ...noFilter, quiet: true } },
  });
  await waitFor(() =>
    expect(host.calls.findLast(({ command }) => command === "people_outline")?.args).toEqual({
      filter: { ...noFilter, quiet: true },
    }),
  );
  quiet = 0;
  host.emit("changed", { ...noChanges, allPeople: true });
  // Pressed, it stays, so that it can be let go.
  await user.click(await screen.findByRole("button", { name: "Going quiet 0" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /Going quiet/ })).toBeNull());
});

it("shows whom one keeps close, and remembers it; there is no such filter where nobody is", async () => {
  open();
  await list();
  expect(screen.queryByRole("button", { name: /^Kept close/ })).toBeNull();
  keptClose = 12;
  host.emit("changed", { ...noChanges, allPeople: true });
  await user.click(await screen.findByRole("button", { name: "Kept close 12" }));
  expect(host.calls.findLast(({ command }) => command === "settings_set")?.args).toEqual({
    settings: { listFilter: { ...noFilter, keptClose: true } },
  });
  await waitFor(() =>
    expect(host.calls.findLast(({ command }) => command === "people_outline")?.args).toEqual({
      filter: { ...noFilter, keptClose: true },
    }),
  );
  expect(screen.getByRole("button", { name: "Kept close 12" }).getAttribute("aria-pressed")).toBe("true");
});

it("sorts by what one chooses, and keeps that order where the filter goes", async () => {
  app.settings = theSettings({ listFilter: { ...noFilter, keptClose: true } });
  keptClose = 4;
  open();
  await list();
  await user.click(screen.getByRole("button", { name: "by name" }));
  const menu = await screen.findByRole("menu");
  expect(
    within(menu)
      .getAllByRole("menuitemcheckbox")
      .map(({ textContent }) => textContent?.trim()),
  ).toEqual(["Name", "Surname", "Last talk", "Next check-in", "Warmth", "Added"]);
  await user.click(within(menu).getByRole("menuitemcheckbox", { name: "Last talk" }));
  await waitFor(() => expect(app.settings?.listFilter).toEqual({ ...noFilter, keptClose: true, sort: "last_talk" }));
  await screen.findByRole("button", { name: "by last talk" });
  names = [];
  host.emit("changed", { ...noChanges, allPeople: true });
  host.answers.people_outline = async () => ({
    total: 0,
    everyone: 4,
    quiet: 0,
    keptClose: 0,
    archived: 0,
    talksAYearAgo: false,
    sections: [],
  });
  host.emit("changed", { ...noChanges, allPeople: true });
  await user.click(await screen.findByRole("button", { name: "Show everyone" }));
  await waitFor(() => expect(app.settings?.listFilter).toEqual({ ...noFilter, sort: "last_talk" }));
});

it("shows only those of one organisation, by name, until one lets it go", async () => {
  host.answers.organisation = async ({ id }) => ({ id, name: "St Alder Hospitals", people: 3 });
  app.settings = theSettings({ listFilter: { ...noFilter, organisation: 7 } });
  open();
  const chip = await screen.findByRole("button", { name: "Only St Alder Hospitals" });
  await waitFor(() =>
    expect(host.calls).toContainEqual({
      command: "people_outline",
      args: { filter: { ...noFilter, organisation: 7 } },
    }),
  );
  await user.click(chip);
  await waitFor(() =>
    expect(host.calls).toContainEqual({ command: "settings_set", args: { settings: { listFilter: noFilter } } }),
  );
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Only/ })).toBeNull());
  expect(document.activeElement).toBe(await list());
});

it("says plainly that an organisation is not known any more, and still lets it go", async () => {
  Object.assign(host.answers, {
    organisation: () => Promise.reject({ code: "not_found", message: "Gone.", field: null }),
  });
  app.settings = theSettings({ listFilter: { ...noFilter, organisation: 7 } });
  open();
  expect(await screen.findByRole("button", { name: "Only one organisation" })).toBeTruthy();
});

it("logs with L, from the list only", async () => {
  open();
  await user.type(await screen.findByLabelText("Search people"), "l");
  expect(dialogs.of("log")).toBeNull();
  await user.keyboard("{Escape}");
  (await list()).focus();
  await screen.findByText("Daniel Osterby");
  await user.keyboard("{ArrowDown}l");
  expect(dialogs.of("log")).toEqual({ people: [{ id: 2, name: "Daniel Osterby" }], closes: [], edit: null });
});

it("keeps several close, and pauses them, each as one step", async () => {
  open();
  (await list()).focus();
  await screen.findByText("Daniel Osterby");
  await user.keyboard(" {ArrowDown} ");
  await user.click(screen.getByRole("button", { name: "Keep close" }));
  await user.click(within(await screen.findByRole("dialog", { name: "Keep close" })).getByLabelText("Kind"));
  await user.click(await screen.findByRole("option", { name: "Peer" }));
  await user.clear(screen.getByLabelText("Check in"));
  await user.type(screen.getByLabelText("Check in"), "21{Enter}");
  await waitFor(() =>
    expect(host.calls.find(({ command }) => command === "relationship_edit")?.args).toEqual({
      ids: [1, 2],
      edit: { type: "keep_close", kind: 1, cadenceDays: 21, importance: 1, next: "" },
    }),
  );
  expect(toasts.shown).toMatchObject({ text: "2 people kept close", action: { label: "Undo" } });
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Pause until…" }));
  await user.type(await screen.findByLabelText("Until"), "4 may{Enter}");
  await waitFor(() =>
    expect(host.calls.findLast(({ command }) => command === "relationship_edit")?.args).toEqual({
      ids: [1, 2],
      edit: { type: "status", value: "paused", until: "4 may", on: "", reason: "" },
    }),
  );
  await waitFor(() => expect(toasts.shown?.text).toMatch(/^2 people are paused/));
});

it("leads from a row's menu to the map and to whom they know, and knows who is not asked", async () => {
  let notAsked = false;
  const edits: unknown[] = [];
  Object.assign(host.answers, {
    person_face: vi.fn(async ({ id }) => aFace(id, "Daniel Osterby", { doNotAsk: notAsked })),
    relationship_edit: vi.fn(async ({ edit }) => (edits.push(edit), done(null, 9))),
  });
  render(PeopleList, { person: null, onopen: vi.fn(), ongone: vi.fn(), onimport: vi.fn(), onpaste: vi.fn() });
  const menu = async (
    role: "menuitem" | "menuitemcheckbox",
    more: { name: string; checked?: boolean },
  ): Promise<void> => {
    await fireEvent.contextMenu(await screen.findByText("Daniel Osterby"), { clientX: 40, clientY: 40 });
    await user.click(await screen.findByRole(role, more));
  };
  await menu("menuitem", { name: "Show on the map" });
  await waitFor(() => expect(route.at).toEqual({ view: "map", person: 2 }));
  await menu("menuitem", { name: "Add who Daniel knows…" });
  await waitFor(() => expect(dialogs.of("tie")).toMatchObject({ from: { id: 2 }, to: null }));
  dialogs.close("tie");
  await menu("menuitemcheckbox", { name: "Do not ask Daniel for introductions", checked: false });
  await waitFor(() => expect(edits).toEqual([{ type: "do_not_ask", value: true }]));
  notAsked = true;
  await menu("menuitemcheckbox", { name: "Do not ask Daniel for introductions", checked: true });
  await waitFor(() => expect(edits.at(-1)).toEqual({ type: "do_not_ask", value: false }));
});
