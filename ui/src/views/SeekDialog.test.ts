import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { beforeEach, expect, it } from "vitest";
import { aFace, aRow, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Found, PersonSummary } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import SeekDialog from "./SeekDialog.svelte";

const user = userEvent.setup();
const people = [
  aRow(1, "Samir Haddoun", { organisation: "Pelagic Sensing" }),
  aRow(2, "Sabine Orleth"),
  aRow(3, "Nadia Ferreux"),
];
let host: FakeHost;
let slow: Promise<void> | null;
let face: Promise<PersonSummary> | null;
const find = (text: string): Found => ({
  rows: people
    .filter(({ name }) => name.toLowerCase().startsWith(text.toLowerCase()))
    .map((row) => ({ row, matched: null })),
  more: false,
});
const field = (): HTMLElement => screen.getByRole("combobox", { name: "To whom?" });
const marked = (): string =>
  document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.textContent ?? "";

beforeEach(() => {
  slow = null;
  face = null;
  host = fakeHost({
    people_find: async ({ text }) => (await slow, find(text)),
    person_face: ({ id }) =>
      (face = Promise.resolve(
        id === 4
          ? aFace(4, "Judith Amsel", { trashed: true })
          : aFace(id, people[id - 1]?.name ?? "", { role: "", organisation: "Orrin Pharma" }),
      )),
  });
  useHost(host);
  dialogs.close("way");
  route.go({ view: "today" });
});

async function open(): Promise<HTMLButtonElement> {
  const before = document.createElement("button");
  document.body.append(before);
  before.focus();
  render(SeekDialog);
  dialogs.show("way");
  await waitFor(() => expect(document.activeElement).toBe(field()));
  return before;
}

it("finds by name, walks with the arrows, and shows the way on the map", async () => {
  await open();
  expect(screen.queryAllByRole("option")).toEqual([]);
  await user.keyboard("sa");
  await waitFor(() => expect(marked()).toContain("Samir Haddoun"));
  await user.keyboard("{ArrowDown}");
  expect(marked()).toContain("Sabine Orleth");
  await user.keyboard("{ArrowDown}{ArrowUp}{Enter}");
  await waitFor(() => expect(route.at).toEqual({ view: "map", person: null, wayTo: 2 }));
  expect(dialogs.is("way")).toBe(false);
});

it("begins empty and offers whoever is looked at", async () => {
  route.go({ view: "people", person: 3 });
  await open();
  expect((field() as HTMLInputElement).value).toBe("");
  expect(await screen.findByRole("option", { name: /Nadia Ferreux/ })).toBeTruthy();
  expect(marked()).toContain("Orrin Pharma");
  await user.keyboard("sam");
  await waitFor(() => expect(marked()).toContain("Samir"));
  await user.clear(field());
  expect(marked()).toContain("Nadia Ferreux");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(route.at).toEqual({ view: "map", person: null, wayTo: 3 }));
});

it("offers whoever is chosen on the map, but nobody out of the trash", async () => {
  route.go({ view: "map", person: 2 });
  await open();
  expect(await screen.findByRole("option", { name: /Sabine Orleth/ })).toBeTruthy();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  route.go({ view: "people", person: 4 });
  dialogs.show("way");
  await waitFor(() => expect(host.calls).toContainEqual({ command: "person_face", args: { id: 4 } }));
  await face;
  await tick();
  expect(screen.queryAllByRole("option")).toEqual([]);
  expect((screen.getByRole("button", { name: "Show the way" }) as HTMLButtonElement).disabled).toBe(true);
});

it("means the newest text when Enter comes before the answer, and leaves a letter being composed alone", async () => {
  await open();
  let tell: () => void = () => undefined;
  slow = new Promise((resolve) => (tell = resolve));
  await user.keyboard("nad{Enter}");
  expect(dialogs.is("way")).toBe(true);
  tell();
  await waitFor(() => expect(route.at).toEqual({ view: "map", person: null, wayTo: 3 }));
  dialogs.show("way");
  await waitFor(() => expect(document.activeElement).toBe(field()));
  await user.keyboard("sam");
  await waitFor(() => expect(marked()).toContain("Samir"));
  await fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
  expect(dialogs.is("way")).toBe(true);
});

it("says that nobody is found, and what went wrong; Esc gives the focus back", async () => {
  const before = await open();
  await user.keyboard("zz");
  expect(await screen.findByText("Nobody in your book is found by that.")).toBeTruthy();
  Object.assign(host.answers, {
    people_find: () => Promise.reject({ code: "internal", message: "The book did not answer.", field: null }),
  });
  await user.keyboard("z");
  expect((await screen.findByRole("alert")).textContent).toBe("The book did not answer.");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(before));
  expect(route.at).toEqual({ view: "today" });
});
