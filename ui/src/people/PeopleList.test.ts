import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aRow, done, fakeHost, noChanges, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { hearChanges } from "../state/changes";
import { app } from "../state/app.svelte";
import { toasts } from "../state/toast.svelte";
import { listing } from "./listing.svelte";
import PeopleList from "./PeopleList.svelte";

const user = userEvent.setup();
let host: FakeHost;
let names: string[];
beforeEach(() => {
  names = ["Amara Nwokedi", "Daniel Osterby", "Daniela Voss", "Elif Sarıkan"];
  host = fakeHost({
    peopleOutline: async () => ({ total: names.length, everyone: names.length, quiet: 0, sections: [{ letter: "A", first: 0, count: 1 }, { letter: "D", first: 1, count: names.length - 2 }, { letter: "E", first: names.length - 1, count: 1 }] }),
    peopleWindow: async (_, offset, limit) => names.map((name, at) => aRow(at + 1, name)).slice(offset, offset + limit),
    peopleFind: async (text) => ({ rows: names.filter((name) => name.includes(text)).map((name) => ({ row: aRow(names.indexOf(name) + 1, name), matched: "optics" })), more: false }),
    personPosition: async (id) => id - 1,
    peopleTrash: async () => done(null, 7),
    kindsList: async () => [],
    tagsList: async () => [],
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
  expect(host.calls.find(({ command }) => command === "peopleTrash")?.args).toEqual([[2, 3]]);
  expect(toasts.shown?.text).toBe("2 people are in the trash for 30 days");
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
