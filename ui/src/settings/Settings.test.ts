import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { madeUpBook } from "../../tests/made-up/book";
import { aRow, done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommandName, Settings } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import SettingsPage from "./SettingsPage.svelte";

const user = userEvent.setup();
const nothing = (() => undefined) as never;
/** The sections that other nouns fill. */
const bodies = { me: nothing, load: nothing, attributes: nothing };
let host: FakeHost;
const asked = (command: CommandName): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

beforeEach(() => {
  const settings: Settings = theSettings({
    country: "DE",
    dateOrder: null,
    weekStart: null,
    hourClock: null,
    systemCustoms: { region: "DE", dateOrder: "day_first", weekStart: "monday", hourClock: "twenty_four" },
    me: { names: ["Vera Holm"], emails: [], phones: [] },
    onboarded: true,
  });
  host = fakeHost({
    ...madeUpBook(),
    settings_set: async ({ settings: patch }) => done({ ...settings, ...patch }),
    trash_list: async () => [{ row: aRow(4, "Pavel Drenko"), trashedOn: "2026-03-10", daysLeft: 30 }],
    people_restore: async () => done(null, 5),
  });
  useHost(host);
  app.settings = settings;
});

it("saves at once, with no button to press", async () => {
  render(SettingsPage, {
    section: null,
    pane: undefined,
    ...bodies,
  });
  await user.click(screen.getByRole("radio", { name: "Dark" }));
  await user.click(screen.getByRole("button", { name: "Larger text" }));
  expect(asked("settings_set")).toEqual([{ settings: { theme: "dark" } }, { settings: { textScale: 1.1 } }]);
  await user.click(screen.getByRole("button", { name: /^My mail addresses/ }));
  await user.keyboard("vera@holm.example, v@work.example{Enter}");
  await waitFor(() =>
    expect(asked("settings_set").at(-1)).toEqual({
      settings: { me: { names: ["Vera Holm"], emails: ["vera@holm.example", "v@work.example"], phones: [] } },
    }),
  );
});

it("empties the trash only after asking, and brings one back without", async () => {
  render(SettingsPage, {
    section: null,
    pane: undefined,
    ...bodies,
  });
  await user.click(await screen.findByRole("button", { name: "Bring back Pavel Drenko" }));
  expect(asked("people_restore")).toEqual([{ ids: [4] }]);
  await user.click(screen.getByRole("button", { name: "Empty the trash now" }));
  const dialog = await screen.findByRole("dialog");
  expect(asked("trash_empty")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Empty the trash" }));
  expect(asked("trash_empty")).toEqual([{ ids: null }]);
});

it("restores a backup only after saying what that means", async () => {
  render(SettingsPage, {
    section: null,
    pane: undefined,
    ...bodies,
  });
  await user.click(await screen.findByRole("button", { name: /Restore the backup of today/ }));
  const dialog = await screen.findByRole("dialog", { name: "Go back to this backup?" });
  expect(dialog.textContent).toContain("kept as a backup first");
  await user.click(within(dialog).getByRole("button", { name: "Restore" }));
  expect(asked("backup_restore")).toEqual([{ name: "b0daily" }]);
});

it("undoes one change of the history", async () => {
  render(SettingsPage, {
    section: null,
    pane: undefined,
    ...bodies,
  });
  await user.click(await screen.findByRole("button", { name: "Undo Imported contacts.vcf, 213 people" }));
  expect(asked("undo_operation")).toEqual([{ id: 7 }]);
});

it("keeps the section one came for in view while those above grow, until a hand moves something", async () => {
  let grow = (): void => undefined;
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(call: () => void) {
        grow = call;
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  const brought: string[] = [];
  const before = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function (this: Element) {
    brought.push(this.id);
  };
  try {
    const pane = document.body;
    render(SettingsPage, { section: "book", pane, ...bodies });
    await waitFor(() => expect(brought).toEqual(["book"]));
    grow();
    expect(brought).toEqual(["book", "book"]);
    pane.dispatchEvent(new Event("wheel"));
    grow();
    expect(brought).toHaveLength(2);
  } finally {
    Element.prototype.scrollIntoView = before;
    vi.unstubAllGlobals();
  }
});

it("has the clock of the system until another one is chosen", async () => {
  render(SettingsPage, {
    section: null,
    pane: undefined,
    ...bodies,
  });
  expect(app.hourClock).toBe("twenty_four");
  await user.click(screen.getByLabelText(/^Times:/));
  await user.click(await screen.findByRole("option", { name: "3:00 pm" }));
  await waitFor(() => expect(asked("settings_set").at(-1)).toEqual({ settings: { hourClock: "twelve" } }));
  expect(app.hourClock).toBe("twelve");
});
