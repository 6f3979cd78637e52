import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { aRow, done, fakeHost, noChanges, theSettings, type FakeHost } from "../host/fake";
import { useHost, type Args } from "../host/host";
import type { CommandName, Settings } from "../host/wire.gen";
import { noMapFilter } from "../map/words";
import { app } from "../state/app.svelte";
import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import { madeUpMap, type Scene } from "../../tests/made-up/map";
import MapHost from "../../tests/MapHost.svelte";

// The made-up map: 52 of 60 people are within two steps, Gareth Pennlow knows Nadia, Samir and others.
let host: FakeHost;
let settings: Settings;
const user = userEvent.setup();
const asked = (command: CommandName): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
const made = madeUpMap("", () => undefined);
const idOf = async (name: string): Promise<number> => {
  const { picture } = (await made.map_draw?.({ view: { steps: "everyone", centre: null } })) ?? {
    picture: { people: [] },
  };
  return picture.people.find((each) => each.name === name)?.id ?? -1;
};
function begin(scene: Scene = "", more: Partial<Settings> = {}): void {
  settings = theSettings(more);
  app.settings = settings;
  app.book = { type: "open", sample: false, people: 60, onboarded: true, opening: 1 };
  host = fakeHost({
    ...madeUpMap(scene, (event, payload) => host.emit(event, payload)),
    settings_set: async ({ settings: patch }) => done((settings = { ...settings, ...patch })),
    ways_in: () => new Promise(() => undefined),
  });
  useHost(host);
}
async function open(): Promise<HTMLElement> {
  render(MapHost);
  return screen.findByRole("application");
}
const said = (): string => document.querySelector(".twin + [role=status]")?.textContent ?? "";

beforeEach(() => {
  toasts.shown = null;
  dialogs.close();
  route.replace({ view: "map", person: null });
  begin();
  return hearChanges();
});

describe("before there is a map", () => {
  it("says that nobody is in the book", async () => {
    begin("nobody");
    render(MapHost);
    expect(await screen.findByText("Nobody in your book yet")).toBeTruthy();
  });

  it("begins with the people kept close, or shows everybody all the same", async () => {
    begin("empty");
    render(MapHost);
    expect(await screen.findByText("The map begins with the people you keep close")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Show all 213 anyway" }));
    await screen.findByRole("application");
    expect(asked("settings_set")).toEqual([{ settings: { mapSteps: "everyone" } }]);
    expect(asked("map_draw").at(-1)).toEqual({ view: { steps: "everyone", centre: null } });
  });

  it("leads to the people to choose from", async () => {
    begin("empty");
    render(MapHost);
    await user.click(await screen.findByRole("button", { name: "Choose people" }));
    expect(route.at).toEqual({ view: "people", person: null });
  });

  it("says why it could not be drawn, and tries again", async () => {
    begin("broken");
    render(MapHost);
    expect(await screen.findByText("The disk did not answer.")).toBeTruthy();
    begin();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("application")).toBeTruthy();
  });
});

describe("the map", () => {
  it("shows the panel of whoever is found by typing, and their way in, page and tie from there", async () => {
    await open();
    await user.type(screen.getByRole("combobox", { name: "Find on the map" }), "garet{Enter}");
    const panel = await screen.findByRole("complementary", { name: "Gareth Pennlow" });
    expect(within(panel).getByText("Why they matter here")).toBeTruthy();
    expect(
      within(within(panel).getByRole("list", { name: "Whom Gareth Pennlow knows" })).getByText("Nadia Ferreux"),
    ).toBeTruthy();
    const id = await idOf("Gareth Pennlow");
    expect(route.at).toEqual({ view: "map", person: id });
    await user.click(within(panel).getByRole("button", { name: "Add a tie" }));
    expect(dialogs.of("tie")).toMatchObject({ from: { id }, to: null, edit: null });
    await user.click(within(panel).getByRole("button", { name: "Way in" }));
    expect(route.at).toEqual({ view: "map", person: id, wayTo: id });
  });

  it("shows the map around whoever is chosen, and leads back", async () => {
    await open();
    const id = await idOf("Gareth Pennlow");
    route.replace({ view: "map", person: id });
    await screen.findByRole("complementary", { name: "Gareth Pennlow" });
    await user.click(screen.getByRole("radio", { name: "1 step" }));
    expect(asked("map_draw").at(-1)).toEqual({ view: { steps: "one", centre: id } });
    expect(await screen.findByText(/people they know, and you/)).toBeTruthy();
    expect(asked("settings_set")).toEqual([]);
    const [home] = await screen.findAllByRole("button", { name: "Back to my map" });
    await user.click(home as HTMLElement);
    await waitFor(() => expect(asked("map_draw").at(-1)).toEqual({ view: { steps: "two", centre: null } }));
    expect(route.at).toEqual({ view: "map", person: null });
  });

  it("shows those around somebody who is not on it", async () => {
    const id = await idOf("Judith Amsel");
    await open();
    route.replace({ view: "map", person: id });
    expect(await screen.findByRole("complementary", { name: "Judith Amsel" })).toBeTruthy();
    await waitFor(() => expect(asked("map_draw").at(-1)).toEqual({ view: { steps: "one", centre: id } }));
  });

  it("remembers how far it goes, and that the list was looked at", async () => {
    await open();
    await user.click(screen.getByRole("radio", { name: "Everyone" }));
    await user.click(screen.getByRole("radio", { name: "List" }));
    expect(asked("settings_set")).toEqual([{ settings: { mapSteps: "everyone" } }, { settings: { mapList: true } }]);
    expect(await screen.findByRole("grid")).toBeTruthy();
  });

  it("keeps who is chosen when the book changes", async () => {
    await open();
    const id = await idOf("Samir Haddoun");
    route.replace({ view: "map", person: id });
    await screen.findByRole("complementary", { name: "Samir Haddoun" });
    const before = asked("map_draw").length;
    const twin = screen.getByRole("application");
    twin.focus();
    host.emit("changed", { ...noChanges, people: [1] });
    await waitFor(() => expect(asked("map_panel").at(-1)).toMatchObject({ drawing: before + 1 }));
    expect(await screen.findByRole("complementary", { name: "Samir Haddoun" })).toBeTruthy();
    expect(document.activeElement).toBe(twin);
  });

  it("proposes ties while nobody is chosen, and hides them when one does not want them", async () => {
    await open();
    const panel = await screen.findByRole("complementary", { name: "Proposed ties" });
    expect(within(panel).getByText("Six proposed ties")).toBeTruthy();
    await user.click(within(panel).getByRole("button", { name: "Look through" }));
    expect(dialogs.is("proposed")).toBe(true);
    await user.click(within(panel).getByRole("button", { name: "Hide them" }));
    expect(asked("settings_set")).toEqual([{ settings: { mapFilter: { ...noMapFilter, hideProposed: true } } }]);
    expect(await screen.findByRole("complementary", { name: "How to use the map" })).toBeTruthy();
  });

  it("shows an organisation that was found, and fades everybody else", async () => {
    await open();
    await user.type(screen.getByRole("combobox", { name: "Find on the map" }), "orrin{Enter}");
    const panel = await screen.findByRole("complementary", { name: "Orrin Pharma" });
    await user.click(within(panel).getByRole("button", { name: "Fade everybody else" }));
    expect(asked("settings_set")).toEqual([{ settings: { mapFilter: { ...noMapFilter, organisations: [4] } } }]);
    expect(within(panel).getByRole("button", { name: "Show everybody again" })).toBeTruthy();
  });

  it("asks to whom a way in is wanted, or goes there where somebody is chosen", async () => {
    await open();
    await user.click(screen.getByRole("button", { name: /way in/i }));
    expect(dialogs.is("way")).toBe(true);
    const id = await idOf("Nadia Ferreux");
    route.replace({ view: "map", person: id });
    await screen.findByRole("complementary", { name: "Nadia Ferreux" });
    await user.click(within(screen.getByRole("complementary")).getByRole("button", { name: "Way in" }));
    expect(route.at).toEqual({ view: "map", person: id, wayTo: id });
  });

  it("arranges anew, and lets every pin go", async () => {
    await open();
    await user.click(screen.getByRole("button", { name: "More for the map" }));
    await user.click(await screen.findByRole("menuitem", { name: "Arrange anew" }));
    await waitFor(() => expect(asked("map_forget").length).toBe(1));
    await waitFor(() => expect(asked("map_draw").length).toBe(2));
    await host.ask("map_pin", { person: 1, x: 3, y: 4 });
    await waitFor(() => expect(asked("map_draw").length).toBe(3));
    await user.click(screen.getByRole("button", { name: "More for the map" }));
    await user.click(await screen.findByRole("menuitem", { name: "Let all pins go" }));
    await waitFor(() => expect(toasts.shown?.text).toBe("1 person let go"));
    expect(asked("map_unpin")).toEqual([{ people: null }]);
  });
});

describe("the filter", () => {
  it("says how many it lets through, is remembered, and is cleared", async () => {
    await open();
    await user.click(screen.getByRole("button", { name: "Filter" }));
    await user.click(await screen.findByRole("checkbox", { name: /^Client/ }));
    await user.click(screen.getByRole("checkbox", { name: /^Industry contact/ }));
    expect(await screen.findByText("29 of 52 people. The others are faded, not moved.")).toBeTruthy();
    expect(asked("settings_set").at(-1)).toEqual({ settings: { mapFilter: { ...noMapFilter, kinds: [4, 6] } } });
    expect(screen.getByRole("button", { name: "Filter: Client, Industry contact" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Clear" }));
    expect(await screen.findByText(/nobody is left out/)).toBeTruthy();
  });

  it("lists exactly whom the map does not fade", async () => {
    begin("", { mapList: true, mapFilter: { ...noMapFilter, kinds: [5], organisations: [8] } });
    render(MapHost);
    const grid = await screen.findByRole("grid");
    const { drawing, filter } = asked("map_matching")[0] as Args<"map_matching">;
    const matching = await host.ask("map_matching", { drawing, filter });
    await waitFor(() => expect(grid.getAttribute("aria-rowcount")).toBe(String(matching.length + 1)));
    const { picture } = await host.ask("map_draw", { view: { steps: "two", centre: null } });
    const listed = within(grid)
      .getAllByRole("row")
      .slice(1)
      .map((row) => within(row).getAllByRole("gridcell")[0]?.querySelector(".strong")?.textContent);
    expect(listed.toSorted()).toEqual(matching.map((number) => picture.people[number]?.name).toSorted());
  });

  it("says so when nobody is left", async () => {
    begin("", { mapList: true, mapFilter: { ...noMapFilter, kinds: [5], organisations: [1] } });
    render(MapHost);
    await user.click(await screen.findByRole("button", { name: "Show everybody" }));
    expect(await screen.findByRole("grid")).toBeTruthy();
  });
});

describe("the list", () => {
  it("sorts by any column, and back", async () => {
    begin("", { mapList: true });
    render(MapHost);
    await screen.findByRole("grid");
    expect(screen.getByRole("columnheader", { name: "Tie to you" }).getAttribute("aria-sort")).toBe("descending");
    await user.click(screen.getByRole("button", { name: "Name" }));
    await waitFor(() => expect(asked("map_rows").at(-1)).toMatchObject({ sort: { by: "name", rising: true } }));
    await user.click(screen.getByRole("button", { name: "Name" }));
    await waitFor(() => expect(asked("map_rows").at(-1)).toMatchObject({ sort: { by: "name", rising: false } }));
    expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("descending");
    expect(screen.getByRole("columnheader", { name: "Tie to you" }).getAttribute("aria-sort")).toBe("none");
  });

  it("moves with arrows, opens the panel with Enter and the page with O", async () => {
    begin("", { mapList: true });
    render(MapHost);
    const grid = await screen.findByRole("grid");
    await screen.findByText("Samir Haddoun");
    grid.focus();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(await screen.findByRole("complementary", { name: "Sofia Lindqvern" })).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).toBeNull();
    expect(document.activeElement).toBe(grid);
    const id = await idOf("Sofia Lindqvern");
    await user.keyboard("o");
    expect(route.at).toEqual({ view: "people", person: id });
  });
});

describe("the keyboard on the map", () => {
  it("walks from me to my people, the warmest first", async () => {
    const twin = await open();
    twin.focus();
    await user.keyboard("{ArrowRight}");
    expect(said()).toMatch(/^Tie 1 of 52\. You know Samir Haddoun, Pelagic Sensing\. Very warm\.$/);
    await user.keyboard("{ArrowLeft}");
    expect(said()).toMatch(/^Tie 52 of 52\./);
  });

  it("walks along ties, goes there, back and home, and says so", async () => {
    const twin = await open();
    const gareth = await idOf("Gareth Pennlow");
    const nadia = await idOf("Nadia Ferreux");
    twin.focus();
    route.replace({ view: "map", person: gareth });
    await waitFor(() => expect(said()).toBe("Gareth Pennlow, Committee Chair, Open Metrology Forum. Knows 7 people."));
    await user.keyboard("{ArrowRight}");
    expect(said()).toBe(
      "Tie 1 of 7. Gareth Pennlow knows Nadia Ferreux, VP Research at Orrin Pharma. Close, since 2019.",
    );
    expect(screen.getByText(`“${said()}”`)).toBeTruthy();
    expect(screen.getByText("go to Nadia")).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(route.at).toEqual({ view: "map", person: nadia });
    await waitFor(() => expect(said()).toMatch(/^Nadia Ferreux, VP Research/));
    await user.keyboard("{Backspace}");
    expect(route.at).toEqual({ view: "map", person: gareth });
    await user.keyboard("{Home}");
    expect(route.at).toEqual({ view: "map", person: null });
    expect(document.activeElement).toBe(twin);
  });

  it("has a key for everything one can do with somebody", async () => {
    const twin = await open();
    const id = await idOf("Samir Haddoun");
    route.replace({ view: "map", person: id });
    await screen.findByRole("complementary", { name: "Samir Haddoun" });
    twin.focus();
    await user.keyboard("t");
    expect(dialogs.of("tie")?.from).toMatchObject({ id, name: "Samir Haddoun" });
    await user.keyboard("l");
    expect(dialogs.of("log")?.people).toEqual([{ id, name: "Samir Haddoun" }]);
    await user.keyboard("p");
    await waitFor(() => expect(toasts.shown).toMatchObject({ text: "Pinned Samir here", action: { label: "Undo" } }));
    expect(asked("map_pin")[0]).toMatchObject({ person: id });
    expect(await screen.findByText("Pinned here")).toBeTruthy();
    await user.keyboard("p");
    await waitFor(() => expect(asked("map_unpin")).toEqual([{ people: [id] }]));
    await user.keyboard("{Shift>}{F10}{/Shift}");
    await user.click(await screen.findByRole("menuitem", { name: /^Show around Samir/ }));
    await waitFor(() => expect(asked("map_draw").at(-1)).toEqual({ view: { steps: "one", centre: id } }));
    twin.focus();
    await user.keyboard("w");
    expect(route.at).toEqual({ view: "map", person: id, wayTo: id });
    await user.keyboard("o");
    expect(route.at).toEqual({ view: "people", person: id });
  });

  it("clears one thing after the other with Esc, and leaves at last", async () => {
    const twin = await open();
    const id = await idOf("Samir Haddoun");
    route.replace({ view: "map", person: id });
    await screen.findByRole("complementary", { name: "Samir Haddoun" });
    twin.focus();
    await user.keyboard("{ArrowRight}{Escape}");
    expect(screen.queryByText(/^“Tie/)).toBeNull();
    expect(route.at).toEqual({ view: "map", person: id });
    await user.keyboard("{Escape}");
    expect(route.at).toEqual({ view: "map", person: null });
    expect(document.activeElement).toBe(twin);
    await user.keyboard("{Escape}");
    expect(document.activeElement?.id).toBe("main");
  });

  it("says that somebody knows nobody, and how to change that", async () => {
    begin("one");
    const twin = await open();
    const id = await idOf("Samir Haddoun");
    Object.assign(host.answers, {
      map_panel: async () => ({
        row: aRow(id, "Samir Haddoun"),
        warmth: null,
        matters: [],
        knows: [],
        more: 0,
        around: "",
        pinned: false,
        pins: 0,
      }),
    });
    route.replace({ view: "map", person: id });
    await screen.findByText("Nobody here yet, as far as Kith knows.");
    twin.focus();
    await user.keyboard("{ArrowRight}");
    expect(said()).toBe("Samir Haddoun knows nobody here yet. T draws a tie.");
  });
});
