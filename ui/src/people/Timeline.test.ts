import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aPage, done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Talk } from "../host/wire.gen";

import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import Timeline, { type OtherEvent } from "./Timeline.svelte";

const samir = { id: 1, name: "Samir Haddoun" };
const talk = (id: number, more: Partial<Talk> = {}): Talk => ({
  id,
  on: `2024-01-${String(1 + (id % 28)).padStart(2, "0")}`,
  at: null,
  rough: null,
  title: "",
  channel: "phone",
  minutes: null,
  startedBy: { type: "not_said" },
  attempt: false,
  note: `Note ${id}`,
  people: [samir],
  ...more,
});
const user = userEvent.setup();
let host: FakeHost;
let talks: Talk[];
beforeEach(() => {
  talks = [];
  host = fakeHost({
    timeline: async ({ offset, limit }) => ({ total: talks.length, talks: talks.slice(offset, offset + limit) }),
    interaction_delete: async ({ id }) => ((talks = talks.filter((each) => each.id !== id)), done(null, 5)),
  });
  useHost(host);
  dialogs.close("log");
  return hearChanges();
});
const open = (): unknown => render(Timeline, { person: aPage(1, "Samir Haddoun") });
const notes = (): string[] => [...document.querySelectorAll(".tl-own")].map((note) => note.textContent ?? "");

it("says what was talked about, how, when, for how long and with whom", async () => {
  talks = [
    talk(2, {
      on: "2024-10-03",
      at: "09:00",
      channel: "video",
      minutes: 75,
      startedBy: { type: "me" },
      note: "Drift in humid labs.\nA one-page ask.",
      people: [samir, { id: 2, name: "Ruth Castellane" }],
    }),
    talk(1),
  ];
  open();
  await screen.findByRole("heading", { name: "Video call" });
  expect(screen.getByText("3 October 2024, 09:00 · 1 h 15")).toBeTruthy();
  expect(screen.getByText("With Ruth Castellane · Started by you")).toBeTruthy();
  expect(notes()).toEqual(["Drift in humid labs.\nA one-page ask.", "Note 1"]);
});

it("invites to log the first one where there is none", async () => {
  open();
  await user.click(await screen.findByRole("button", { name: "Log a conversation" }));
  expect(dialogs.of("log")).toEqual({ people: [samir], closes: [], edit: null });
});

it("shows thirty at a time, and each of them once when one was logged in between", async () => {
  talks = Array.from({ length: 40 }, (_, at) => talk(100 - at));
  open();
  await waitFor(() => expect(notes()).toHaveLength(30));
  const [newest] = talks;
  // The second page is asked for after a talk came in front: the thirtieth would come again.
  host = fakeHost({
    timeline: async ({ offset, limit }) => ({
      total: 40,
      talks: offset === 0 ? talks.slice(0, 30) : talks.slice(offset - 1, offset + limit - 1),
    }),
  });
  useHost(host);
  await user.click(screen.getByRole("button", { name: "Show earlier (10)" }));
  await waitFor(() => expect(notes().length).toBeGreaterThan(30));
  expect(new Set(notes()).size).toBe(notes().length);
  expect(notes()[0]).toBe(newest?.note);
  expect(host.calls.map(({ args }) => args)).toEqual([
    { person: 1, offset: 0, limit: 30 },
    { person: 1, offset: 30, limit: 30 },
  ]);
});

it("edits, and deletes with the way back", async () => {
  talks = [talk(3), talk(2), talk(1)];
  open();
  await user.click((await screen.findAllByRole("button", { name: /^Edit Phone call/ }))[1] as HTMLElement);
  expect(dialogs.of("log")).toEqual({ people: [samir], closes: [], edit: talks[1] });
  await user.click(screen.getAllByRole("button", { name: /^Delete Phone call/ })[1] as HTMLElement);
  expect(host.calls.at(-1)).toEqual({ command: "interaction_delete", args: { id: 2 } });
  expect(toasts.shown).toMatchObject({
    text: "The conversation of 3 January 2024 is deleted",
    action: { label: "Undo" },
  });
  host.emit("changed", { ...noChanges, people: [1] });
  await waitFor(() => expect(notes()).toEqual(["Note 3", "Note 1"]));
});

it("is one stop for Tab; arrows move in it", async () => {
  talks = [talk(3), talk(2), talk(1)];
  open();
  await waitFor(() => expect(notes()).toHaveLength(3));
  expect(screen.getAllByRole("button").filter((button) => button.tabIndex === 0)).toHaveLength(3);
  await user.tab();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Edit Phone call, 2 January 2024");
  await user.keyboard("{Home}{Delete}");
  expect(host.calls.at(-1)).toEqual({ command: "interaction_delete", args: { id: 3 } });
});

it("says when it could not be read, and tries again", async () => {
  let fail = true;
  useHost(
    fakeHost({
      timeline: () =>
        fail
          ? Promise.reject({ code: "internal", message: "The book could not be read.", field: null })
          : Promise.resolve({ total: 1, talks: [talk(1)] }),
    }),
  );
  open();
  expect((await screen.findByRole("alert")).textContent).toContain("The book could not be read.");
  fail = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(notes()).toEqual(["Note 1"]));
});

it("keeps the focus when the row it was in goes by the log dialog", async () => {
  talks = [talk(3), talk(2), talk(1)];
  open();
  await waitFor(() => expect(notes()).toHaveLength(3));
  await user.tab();
  await user.keyboard("{ArrowDown}");
  talks = [talk(3), talk(1)];
  host.emit("changed", { ...noChanges, people: [1] });
  await waitFor(() =>
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Edit Phone call, 2 January 2024"),
  );
});

it("leaves the focus alone where it was not in the list", async () => {
  talks = [talk(3), talk(2)];
  open();
  await waitFor(() => expect(notes()).toHaveLength(2));
  talks = [talk(3)];
  host.emit("changed", { ...noChanges, people: [1] });
  await waitFor(() => expect(notes()).toHaveLength(1));
  expect(document.activeElement).toBe(document.body);
});

it("has what else happened between the talks, and the older of it only with the older talks", async () => {
  talks = Array.from({ length: 31 }, (_, at) => talk(100 - at, { on: `2024-01-${String(31 - at).padStart(2, "0")}` }));
  const other = (on: string, title: string): OtherEvent => ({ key: title, on, title, text: "The draft" });
  render(Timeline, {
    person: aPage(1, "Samir Haddoun"),
    others: [
      other("2024-02-02", "Kept"),
      other("2024-01-31", "Promised"),
      { ...other("2023-12-01", "Long ago"), day: "December 2023" },
    ],
  });
  await screen.findByText("Kept");
  const heads = (): string[] => [...document.querySelectorAll(".tl h3")].map((head) => head.textContent ?? "");
  expect(heads().slice(0, 4)).toEqual(["Kept", "Phone call", "Promised", "Phone call"]);
  expect(heads()).not.toContain("Long ago");
  await user.click(screen.getByRole("button", { name: "Show earlier (1)" }));
  await waitFor(() => expect(heads().at(-1)).toBe("Long ago"));
  // A rough day stays rough.
  screen.getByText("December 2023");
});

it("has no empty line below what happened without a reason", async () => {
  const others: OtherEvent[] = [{ key: "a", on: "2024-03-01", title: "Archived", text: "" }];
  render(Timeline, { person: aPage(1, "Samir Haddoun"), others });
  await screen.findByRole("heading", { name: "Archived" });
  expect(notes()).toEqual([]);
});
