import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { aFace, aPage, aRow, done, fakeHost, noChanges, theSettings, type FakeHost } from "../host/fake";
import { host as appHost, useHost } from "../host/host";
import type { Start, Today, Trouble } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import App from "./App.svelte";
import { dialogPieces } from "./dialogs";
import { pieceOf } from "./places";

const settings = theSettings({ theme: "dark", onboarded: false });
let host: FakeHost;
let people: string[];
let start: Start;
const nothing: Today = {
  date: "2026-03-10",
  keptClose: 1,
  due: 0,
  rows: [],
  close: [],
  days: [],
  dates: [],
  purposesOver: [],
  imported: 0,
};
// Here each file is compiled when it is read, which takes its time.
beforeAll(async () => {
  await pieceOf({ view: "people", person: null }).load();
  await pieceOf({ view: "map", person: null }).load();
  await pieceOf({ view: "import", token: null }).load();
  await pieceOf({ view: "settings", section: null }).load();
  await Promise.all(Object.values(dialogPieces).map((dialog) => dialog.load()));
}, 120_000);
beforeEach(() => {
  people = [];
  toasts.shown = null;
  dialogs.close("add");
  dialogs.close("log");
  dialogs.close("search");
  route.replace({ view: "people", person: null });
  start = {
    book: { type: "open", sample: false, people: 0, onboarded: false, opening: 1 },
    settings,
    version: "0.1.0",
    route: null,
  };
  host = fakeHost({
    start: async () => start,
    settings_set: async ({ settings: patch }) => done({ ...settings, ...patch }),
    onboarded: async () => done(null),
    people_outline: async () => ({
      total: people.length,
      everyone: people.length,
      quiet: 0,
      talksAYearAgo: false,
      keptClose: 0,
      archived: 0,
      sections: people.length ? [{ label: "A", first: 0, count: people.length }] : [],
    }),
    people_window: async () => people.map((name, at) => aRow(at + 1, name)),
    person_position: async ({ id }) => id - 1,
    person_page: async ({ id }) => aPage(id, people[id - 1] ?? "Nobody"),
    person_face: async ({ id }) => aFace(id, people[id - 1] ?? "Nobody"),
    person_add: async ({ person: { name } }) => {
      people = [...people, name];
      setTimeout(() => host.emit("changed", { ...noChanges, people: [people.length] }));
      return done(people.length, 1);
    },
    sample_open: async () => (
      (people = ["Ada Holm"]),
      { type: "open", sample: true, people: 1, onboarded: true, opening: 2 }
    ),
    sample_leave: async () => ((people = []), { type: "open", sample: false, people: 0, onboarded: false, opening: 3 }),
    import_choose: async () => null,
    unsaved_save: async () => null,
    today: async () => nothing,
    today_count: async () => 3,
    reminders_state: async () => ({
      notifications: "ready",
      tray: false,
      autostart: null,
      zone: "UTC",
      localTime: "09:00",
      lastShown: null,
    }),
    last_channel: async () => "video",
    when_preview: async () => ({
      understood: "Tuesday 10 March, today",
      problem: null,
      on: "2026-03-10",
      at: null,
      rings: null,
      choices: [],
    }),
    interaction_preview: async () => ({ understood: null, problem: null, next: [] }),
    kinds_list: async () => [],
    tags_list: async () => [],
    undo: () => Promise.reject({ code: "nothing_to_undo", message: "-", field: null }),
  });
  useHost(host);
  return hearChanges();
});
const user = userEvent.setup();
async function open(): Promise<void> {
  await app.start();
  render(App);
}

it("lights where one is in the sidebar, People during an import, and keeps Today's number on its icon", async () => {
  people = ["Ada Holm"];
  start = { ...start, book: { type: "open", sample: false, people: 1, onboarded: true, opening: 1 } };
  await open();
  const side = within(screen.getByRole("navigation", { name: "Main" }));
  const lit = (): [string | undefined, string | null][] =>
    side
      .getAllByRole("button")
      .filter((each) => each.hasAttribute("aria-current"))
      .map((each) => [each.querySelector(".t")?.textContent, each.getAttribute("aria-current")]);
  await waitFor(() => expect(lit()).toEqual([["Today", "page"]]));
  const today = await side.findByRole("button", { name: "Today 3 due" });
  expect(today.querySelector(".nav-n")?.textContent).toBe("3");
  route.go({ view: "import", token: null });
  await screen.findByRole("heading", { name: "Import" });
  expect(lit()).toEqual([["People", "true"]]);
});

it("welcomes, adds someone by hand, and opens their page", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Add a person by hand" }));
  await user.type(await screen.findByLabelText("Name"), "Ilse Varnholt{Enter}");
  await screen.findByRole("heading", { name: "Ilse Varnholt" });
  await screen.findByRole("option", { name: /Ilse Varnholt/ });
  expect(toasts.shown?.text).toBe("Ilse Varnholt is in your book");
  await waitFor(() => expect(host.calls.some(({ command }) => command === "onboarded")).toBe(true));
});

it("opens the sample and goes back", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Try with sample people" }));
  await screen.findByText(/This is the sample book/);
  await user.click(screen.getByRole("button", { name: "Back to my book" }));
  await screen.findByText("Keep the people you work with close");
});

it("chooses nobody in my book who was chosen in the sample, and trashes nobody by mistake", async () => {
  people = ["Ada Holm", "Bo Dahl"];
  host.answers.sample_open = async () => ({ type: "open", sample: true, people: 2, onboarded: true, opening: 2 });
  host.answers.sample_leave = async () => ({ type: "open", sample: false, people: 2, onboarded: true, opening: 3 });
  host.answers.people_trash = async () => done(null, 7);
  start = { ...start, book: { type: "open", sample: false, people: 2, onboarded: true, opening: 1 } };
  await open();
  await app.open(() => appHost.ask("sample_open"));
  await user.keyboard("{Control>}2{/Control}");
  (await screen.findByRole("listbox", { name: "People" })).focus();
  await screen.findByText("Ada Holm");
  await user.keyboard(" {ArrowDown} ");
  await screen.findByRole("toolbar", { name: "2 people chosen" });
  await user.click(screen.getByRole("button", { name: "Back to my book" }));
  await screen.findByRole("heading", { name: "Tuesday 10 March" });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("main")));
  await user.keyboard("{Control>}2{/Control}");
  await screen.findByText("Ada Holm");
  expect(screen.queryByRole("toolbar", { name: /chosen/ })).toBeNull();
  await user.keyboard("{Delete}");
  expect(host.calls.some(({ command }) => command === "people_trash")).toBe(false);
});

it("leads from the welcome to Settings, as after an empty backup", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Settings" }));
  expect(route.at).toEqual({ view: "settings", section: null });
});

it("answers the keys that work anywhere", async () => {
  start = { ...start, book: { type: "open", sample: false, people: 1, onboarded: true, opening: 1 } };
  people = ["Ada Holm"];
  await open();
  expect(document.documentElement.dataset.theme).toBe("dark");
  await user.keyboard("{Control>}z{/Control}");
  await screen.findByText("Nothing to take back");
  await user.keyboard("/");
  expect(document.activeElement).toBe(screen.getByLabelText("Search people"));
  await user.keyboard("{Control>}b{/Control}");
  await waitFor(() => expect(document.querySelector(".app")?.getAttribute("data-side")).toBe("rail"));
  await user.keyboard("{Control>}o{/Control}");
  expect(host.calls.some(({ command }) => command === "import_choose")).toBe(true);
  await user.keyboard("{Control>}n{/Control}");
  await screen.findByRole("dialog");
});

it("skips to the content, or to the list where that is all there is", async () => {
  start = { ...start, book: { type: "open", sample: false, people: 1, onboarded: true, opening: 1 } };
  people = ["Ada Holm"];
  await open();
  await user.keyboard("{Control>}2{/Control}");
  await screen.findByRole("option", { name: /Ada Holm/ });
  const main = screen.getByRole("main");
  const skip = screen.getByRole("link", { name: "Skip to content" });
  main.checkVisibility = () => true;
  await user.click(skip);
  expect(document.activeElement).toBe(main);
  main.checkVisibility = () => false;
  await user.click(skip);
  expect(document.activeElement).toBe(screen.getByRole("listbox", { name: "People" }));
});

it("says that files can be dropped while they hover, and shows their preview", async () => {
  await open();
  host.emit("drag", { over: true });
  await screen.findByText("Drop your vCard file");
  host.emit("files-dropped", { token: "t1" });
  await waitFor(() => expect(route.at).toEqual({ view: "import", token: "t1" }));
  expect(screen.queryByText("Drop your vCard file")).toBeNull();
});

it("leads the arrows into the list while nobody is chosen", async () => {
  people = ["Ada Holm", "Bo Dahl"];
  start = { ...start, book: { type: "open", sample: false, people: 2, onboarded: true, opening: 1 } };
  await open();
  await user.keyboard("{Control>}2{/Control}");
  await screen.findByText("Choose someone");
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(screen.getByRole("listbox"));
  await user.keyboard("{Enter}");
  await screen.findByRole("heading", { name: "Ada Holm" });
});

it("begins with Today once there are people, and goes about by keys", async () => {
  people = ["Ada Holm"];
  start = { ...start, book: { type: "open", sample: false, people: 1, onboarded: true, opening: 1 } };
  await open();
  await screen.findByRole("heading", { name: "Tuesday 10 March" });
  await screen.findByRole("button", { name: "Today 3 due" });
  await user.keyboard("{Control>}2{/Control}");
  await screen.findByText("Choose someone");
  host.emit("navigate", { type: "today" });
  await screen.findByRole("heading", { name: "Tuesday 10 March" });
  host.emit("navigate", { type: "person", id: 1, promise: null, brief: false });
  await screen.findByRole("heading", { name: "Ada Holm" });
  await user.keyboard("{Control>}1{/Control}");
  expect(route.at).toEqual({ view: "today" });
  // Ctrl A chooses nothing outside of a field, and everything in one.
  expect(await fireEvent.keyDown(document.body, { key: "a", ctrlKey: true })).toBe(false);
  const field = document.body.appendChild(document.createElement("input"));
  expect(await fireEvent.keyDown(field, { key: "a", ctrlKey: true })).toBe(true);
  field.remove();
  await user.keyboard("{Control>}3{/Control}");
  expect(route.at).toEqual({ view: "map", person: null });
  await screen.findByRole("heading", { name: "Map" });
  await user.keyboard("{Control>}i{/Control}");
  await screen.findByRole("dialog", { name: "Find a way in" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(dialogs.is("way")).toBe(false));
  await user.keyboard("?");
  await screen.findByRole("dialog", { name: "All keys" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(dialogs.is("keys")).toBe(false));
  await user.keyboard("{Control>}k{/Control}");
  expect(dialogs.is("search")).toBe(true);
  dialogs.close("search");
});

it("logs with the person whose page is open, and Esc asks nothing", async () => {
  people = ["Ada Holm"];
  start = {
    ...start,
    book: { type: "open", sample: false, people: 1, onboarded: true, opening: 1 },
    route: { type: "person", id: 1, promise: null, brief: false },
  };
  await open();
  await screen.findByRole("heading", { name: "Ada Holm" });
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByRole("dialog", { name: "Log a conversation" });
  await screen.findByRole("button", { name: "Without Ada Holm" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(dialogs.of("log")).toBeNull();

  // The focus goes back to where it was, also with quick search between.
  const opener = screen.getAllByRole("button", { name: /Log/ })[0] as HTMLElement;
  opener.focus();
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog");
  dialogs.close("search");
  dialogs.show("log", { people: [], closes: [], edit: null });
  await screen.findByRole("dialog", { name: "Log a conversation" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

it("says what fails in the background until it works again", async () => {
  start.book = { type: "open", sample: false, people: 1, onboarded: true, opening: 1 };
  people = ["Ada Holm"];
  const message = "There is no room left on the disk. Nothing was changed.";
  let troubles: Trouble[] = [{ with: "backup", message, since: "2026-03-10T10:42:00" }];
  host.answers.troubles = async () => troubles;
  hearChanges();
  await app.start();
  render(App);
  expect(await screen.findByText(/No backup could be made since .*10:42\. There is no room/)).toBeTruthy();
  troubles = [];
  host.emit("changed", { ...noChanges, tables: ["troubles"] });
  await waitFor(() => expect(screen.queryByText(/No backup could be made/)).toBeNull());
});

it("says in the whole window that the first question was not answered", async () => {
  app.book = null;
  app.failed({ code: "internal", message: "Something went wrong inside Kith (storage).", field: null });
  render(App);
  expect(await screen.findByText(/Something went wrong inside Kith/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});
