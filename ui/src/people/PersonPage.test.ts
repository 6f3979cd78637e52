import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { aPage, aRelationship, done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { DetailEdit, KindListed, PersonPage as Page, RelationshipEdit } from "../host/wire.gen";

import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import PersonPage from "./PersonPage.svelte";

const kinds: KindListed[] = [
  { id: 1, name: "Peer", category: "internal", colour: "peer", cadenceDays: 30, people: 2, keptClose: 2 },
  {
    id: 6,
    name: "Industry contact",
    category: "external",
    colour: "industry",
    cadenceDays: 90,
    people: 8,
    keptClose: 8,
  },
];
let host: FakeHost;
let page: Page;
let edits: (DetailEdit | RelationshipEdit)[];
beforeEach(() => {
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  edits = [];
  page = aPage(1, "Samir Haddoun", {
    headline: "Founder, Pelagic Sensing",
    contactPoints: [
      { id: 5, kind: "email", value: "samir@pelagic.example", label: "work", preferred: false, opens: true },
    ],
    dates: [{ id: 8, kind: "birthday", label: "", year: null, month: 8, day: 14, text: "--0814" }],
    notes: [{ id: 9, body: "Do not pitch him; bring a problem.", createdOn: "2026-03-01", editedOn: "2026-03-01" }],
  });
  host = fakeHost({
    person_page: async () => page,
    person_edit: async ({ edit }) => (edits.push(edit), done(null, 3)),
    relationship_edit: async ({ edit }) => (edits.push(edit), done(null, 3)),
    contact_open: async () => null,
    date_preview: async ({ text }) =>
      text === "3/4/1985" ? { understood: "3 April 1985", other: "4 March 1985" } : { understood: null, other: null },
    kinds_list: async () => kinds,
    tags_list: async () => [],
    unsaved_save: async () => null,
    timeline: async () => ({ total: 0, talks: [] }),
    next_due_preview: async () => "Mon 8 June",
  });
  useHost(host);
  return hearChanges();
});
const user = userEvent.setup();
async function open(view: string | null = null): Promise<{ onback: ReturnType<typeof vi.fn> }> {
  const props = { onback: vi.fn(), ontrash: vi.fn() };
  render(PersonPage, { id: 1, view, ...props });
  await screen.findByRole("heading", { name: "Samir Haddoun" });
  return props;
}

it("shows who it is, how to reach them and what is known", async () => {
  await open("notes");
  for (const words of [
    "Founder, Pelagic Sensing",
    "samir@pelagic.example",
    "14 August",
    "Do not pitch him; bring a problem.",
  ])
    expect(screen.getByText(words)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Write a mail: samir@pelagic.example" }));
  expect(host.calls).toContainEqual({ command: "contact_open", args: { id: 5 } });
});

it("edits one thing at a time, each as one change", async () => {
  await open("notes");
  await user.click(screen.getByRole("button", { name: "Samir Haddoun" }));
  await user.type(screen.getByLabelText("Name"), " Jr.{Enter}");
  await user.click(screen.getByRole("button", { name: /^Work: samir@/ }));
  await user.clear(screen.getByLabelText("Work"));
  await user.type(screen.getByLabelText("Work"), "s@x.example{Enter}");
  await user.click(screen.getByRole("button", { name: "Add" }));
  await user.type(screen.getByLabelText("New note"), "Swims.{Control>}{Enter}{/Control}");
  expect(edits).toEqual([
    { type: "name", display: "Samir Haddoun Jr.", parts: null },
    { type: "contact_point", id: 5, kind: "email", value: "s@x.example", label: "work", preferred: false },
    { type: "note", id: null, body: "Swims." },
  ]);
});

it("says how a date in numbers is understood before it is kept, and takes the other one at one press", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Date" }));
  const field = screen.getByLabelText<HTMLInputElement>("Date", { selector: "input" });
  await user.type(field, "3/4/1985");
  await screen.findByText("3 April 1985");
  await user.click(screen.getByRole("button", { name: "4 March 1985" }));
  expect(edits).toEqual([]);
  expect(field.value).toBe("4 March 1985");
  await user.type(field, "{Enter}");
  expect(edits).toEqual([{ type: "date", id: null, kind: "other", label: "", text: "4 March 1985" }]);
});

it("removes what is emptied", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: /^Work: samir@/ }));
  await user.clear(screen.getByLabelText("Work"));
  await user.keyboard("{Enter}");
  expect(edits).toEqual([{ type: "remove_contact_point", id: 5 }]);
});

it("keeps someone close by the kind they have, and leaves the kind's own rhythm unsaid", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Keep close" }));
  page = { ...page, relationship: aRelationship({ kind: kinds[1] ?? null }) };
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  host.emit("changed", { ...noChanges, people: [1] });
  await screen.findByText("Industry contact");
  await waitFor(() => expect(screen.getAllByRole("button", { name: "Keep close" })).toHaveLength(1));
  await user.click(screen.getByRole("button", { name: "Keep close" }));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Check in").value).toBe("90"));
  await user.click(screen.getByRole("radio", { name: "High" }));
  await user.click(screen.getAllByRole("button", { name: "Keep close" }).at(-1) as HTMLElement);
  expect(edits.at(-1)).toEqual({ type: "keep_close", kind: 6, cadenceDays: null, importance: 2, next: "" });
});

it("reads again when this person changes, and only then", async () => {
  await open();
  page = aPage(1, "Samir Renard");
  host.emit("changed", { ...noChanges, people: [2] });
  host.emit("changed", { ...noChanges, people: [1] });
  await screen.findByRole("heading", { name: "Samir Renard" });
  expect(host.calls.filter(({ command }) => command === "person_page")).toHaveLength(2);
});

it("leads to the map, to a way in and to whom they know", async () => {
  await open();
  const pick = async (name: string): Promise<void> => {
    await user.click(screen.getByRole("button", { name: "More actions" }));
    await user.click(await screen.findByRole("menuitem", { name }));
  };
  await pick("Show on the map");
  await waitFor(() => expect(route.at).toEqual({ view: "map", person: 1 }));
  await pick("Find a way in");
  await waitFor(() => expect(route.at).toEqual({ view: "map", person: null, wayTo: 1 }));
  await pick("Add who Samir knows…");
  await waitFor(() =>
    expect(dialogs.of("tie")).toMatchObject({ from: { id: 1, name: "Samir Haddoun" }, to: null, edit: null }),
  );
  dialogs.close("tie");
});

it("says who is not asked for introductions, and lets it be changed in both directions", async () => {
  await open();
  expect(screen.queryByText("Not asked for introductions")).toBeNull();
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(
    await screen.findByRole("menuitemcheckbox", { name: "Do not ask Samir for introductions", checked: false }),
  );
  await waitFor(() => expect(edits).toEqual([{ type: "do_not_ask", value: true }]));
  expect(toasts.shown).toMatchObject({
    text: "Kith does not propose to ask Samir Haddoun for introductions",
    action: { label: "Undo" },
  });
  page = { ...page, relationship: aRelationship({ doNotAsk: true }) };
  host.emit("changed", { ...noChanges, people: [1] });
  await user.click(await screen.findByRole("button", { name: "Not asked for introductions" }));
  await user.click(await screen.findByRole("menuitemcheckbox", { name: "May be asked for introductions" }));
  await waitFor(() => expect(edits.at(-1)).toEqual({ type: "do_not_ask", value: false }));
  expect(toasts.shown?.text).toBe("Kith may propose to ask Samir Haddoun again");
});

it("has room for whom they know, but not in the trash", async () => {
  const beside = createRawSnippet((of: () => Page) => ({ render: () => `<p>Knows ${of().name.display}</p>` }));
  render(PersonPage, { id: 1, onback: vi.fn(), ontrash: vi.fn(), beside });
  await screen.findByText("Knows Samir Haddoun");
  page = { ...page, trashedOn: "2026-03-10" };
  host.emit("changed", { ...noChanges, people: [1] });
  await waitFor(() => expect(screen.queryByText("Knows Samir Haddoun")).toBeNull());
});

it("can be read in the trash, and brought back", async () => {
  page = { ...page, trashedOn: "2026-03-10" };
  await open();
  expect(screen.getByText(/In the trash since 10 March/)).toBeTruthy();
  expect(
    screen.getByRole<HTMLButtonElement>("button", { name: "More actions" }).matches(":disabled") ||
      screen.getByRole("button", { name: "More actions" }).closest("fieldset[disabled]"),
  ).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Bring back" }));
  expect(host.calls.at(-1)).toEqual({ command: "people_restore", args: { ids: [1] } });
});

it("closes when the person is undone", async () => {
  const { onback } = await open();
  host = fakeHost();
  useHost(
    fakeHost({
      person_page: () => Promise.reject({ code: "not_found", message: "-", field: null }),
      kinds_list: async () => kinds,
    }),
  );
  const { unmount } = render(PersonPage, { id: 2, onback: vi.fn(), ontrash: vi.fn() });
  await screen.findByText("This person is not in your book");
  expect(onback).not.toHaveBeenCalled();
  unmount();
});
