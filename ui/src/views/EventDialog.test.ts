import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { EventHints, EventShown } from "../host/wire.gen";
import { dialogs, openEvent } from "../state/dialog.svelte";
import { drafts } from "../state/drafts.svelte";
import { toasts } from "../state/toast.svelte";
import EventDialog from "./EventDialog.svelte";

const user = userEvent.setup();
let host: FakeHost;
let hints: EventHints;
let shown: EventShown;
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

beforeEach(() => {
  toasts.shown = null;
  drafts.drop("event");
  dialogs.close();
  hints = { canFollowUp: true, followUp: "Follow up within two working days, by Wednesday 11 March.", guests: [] };
  shown = {
    id: 3,
    name: "Nordic Lab Days",
    place: "Gothenburg",
    on: "2026-03-09",
    dayText: "9 March 2026",
    summary: "Monday 9 March, Gothenburg. One person, one to follow up.",
    note: "",
    guests: [
      {
        row: aRow(7, "Rosalind Aydelott"),
        line: "Asked how we measure drift",
        met: true,
        followUp: "open",
        followUpWords: "by Wed 11 March",
        checkIn: 12,
        leftAlone: false,
      },
    ],
  };
  host = fakeHost({
    event: async () => shown,
    event_hints: async ({ people }) => ({
      ...hints,
      guests: people.map((id) => ({
        person: { id, name: "Rosalind Aydelott" },
        isNew: true,
        notMetThere: false,
        leftAlone: false,
      })),
    }),
    event_add: async () => done(3, 5),
    event_edit: async () => done(null, 6),
    event_remove: async () => done(null, 7),
    people_find: async () => ({ rows: [{ row: aRow(7, "Rosalind Aydelott"), matched: null }], total: 1 }) as never,
    when_preview: async () => ({ understood: null, problem: null, on: null, at: null, rings: null, choices: [] }),
    days: async () => [],
  });
  useHost(host);
  render(EventDialog);
});

it("writes an event down with who was there, somebody new among them", async () => {
  openEvent(null);
  await user.type(await screen.findByRole("textbox", { name: "Event" }), "Nordic Lab Days");
  await user.type(screen.getByRole("textbox", { name: "Day" }), "yesterday");
  const person = screen.getByRole("combobox", { name: "Person" });
  await user.type(person, "rosa");
  await user.click(await screen.findByRole("option", { name: /Rosalind/ }));
  await user.type(screen.getByRole("textbox", { name: "A line about Rosalind" }), "Drift");
  const met = await screen.findByRole("checkbox", { name: "Met Rosalind here first" });
  await waitFor(() => expect(met.getAttribute("aria-checked")).toBe("true"));
  await user.click(screen.getByRole("checkbox", { name: "Follow up with Rosalind" }));
  await user.type(screen.getByRole("combobox", { name: "Person" }), "Solveig Aakre");
  await user.click(await screen.findByRole("option", { name: "Add “Solveig Aakre” as a person" }));
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Nordic Lab Days is in your book"));
  expect(asked("event_add")).toEqual([
    {
      event: {
        name: "Nordic Lab Days",
        place: "",
        when: "yesterday",
        note: "",
        guests: [
          { who: 7, line: "Drift", met: true, followUp: false },
          { who: "Solveig Aakre", line: "", met: true, followUp: true },
        ],
      },
    },
  ]);
});

it("says what is wrong at its field, and keeps what was written", async () => {
  host.answers.event_add = () => Promise.reject({ code: "invalid", message: "Give the event a name.", field: "name" });
  openEvent(null);
  await user.type(await screen.findByRole("textbox", { name: "Place" }), "Bergen");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  expect((await screen.findByRole("alert")).textContent).toBe("Give the event a name.");
  const name = screen.getByRole("textbox", { name: "Event" });
  expect(name.getAttribute("aria-invalid")).toBe("true");
  await user.type(name, "x");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Place" }).value).toBe("Bergen");
});

it("shows who was there, leads to a draft, and is corrected in place", async () => {
  openEvent(3);
  await screen.findByText("Monday 9 March, Gothenburg. One person, one to follow up.");
  screen.getByText("by Wed 11 March");
  await user.click(screen.getByRole("button", { name: "Edit" }));
  const line = await screen.findByRole<HTMLInputElement>("textbox", { name: "A line about Rosalind" });
  expect(line.value).toBe("Asked how we measure drift");
  await user.click(screen.getByRole("button", { name: "Without Rosalind Aydelott" }));
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Nordic Lab Days changed"));
  expect(asked("event_edit")).toMatchObject([{ id: 3, event: { guests: [], when: "9 March 2026" } }]);
  await user.click(await screen.findByRole("button", { name: "Draft to Rosalind Aydelott" }));
  expect(dialogs.of("draft")).toMatchObject({ person: { id: 7 }, sort: "follow_up" });
  // Once it is written, the next of those who were there is at hand.
  dialogs.close("draft");
  expect(dialogs.of("event")).toMatchObject({ id: 3 });
  host.answers.check_in_skip = async () => done(null, 9);
  await user.click(await screen.findByRole("button", { name: "Let the follow-up with Rosalind Aydelott be" }));
  await waitFor(() => expect(asked("check_in_skip")).toEqual([{ ids: [12] }]));
  await user.click(await screen.findByRole("button", { name: "Log a conversation with Rosalind Aydelott" }));
  dialogs.close();
  expect(dialogs.of("event")).toBeNull();
});

it("keeps nothing of a new event that was only looked at, whatever the hints say of who was there", async () => {
  const rosalind = { id: 7, name: "Rosalind Aydelott" };
  openEvent(null, [rosalind]);
  const met = await screen.findByRole("checkbox", { name: "Met Rosalind here first" });
  await waitFor(() => expect(met.getAttribute("aria-checked")).toBe("true"));
  expect(drafts.get("event")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  openEvent(null);
  await screen.findByRole("textbox", { name: "Event" });
  expect(screen.queryByText("Rosalind Aydelott")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  // What one says of them oneself is kept, and what was taken back is not.
  openEvent(null, [rosalind]);
  await user.click(await screen.findByRole("checkbox", { name: "Follow up with Rosalind" }));
  expect(drafts.get("event")).not.toBeNull();
});
