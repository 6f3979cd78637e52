import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommandName, KithError, NewTie, TieShown } from "../host/wire.gen";
import { dialogs, type Tying } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import TieDialog from "./TieDialog.svelte";

const user = userEvent.setup();
const samir = aRow(1, "Samir Haddoun");
const yuki = aRow(2, "Yuki Taniwaki", { organisation: "Bench & Signal" });
let host: FakeHost;
let refused: KithError | null;
const asked = (command: CommandName): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
const said = (command: CommandName): NewTie => (asked(command).at(-1) as { tie: NewTie }).tie;

beforeEach(() => {
  refused = null;
  const answer = <T>(value: T): Promise<T> => (refused ? Promise.reject(refused) : Promise.resolve(value));
  host = fakeHost({
    people_find: async ({ text }) => ({
      rows: [samir, yuki]
        .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
        .map((row) => ({ row, matched: null })),
      more: false,
    }),
    tie_add: () => answer(done(3, 41)),
    tie_edit: () => answer(done(null, 42)),
    tie_remove: async () => done(null, 43),
  });
  useHost(host);
  dialogs.close("tie");
  toasts.shown = null;
});

async function open(tying: Tying): Promise<HTMLButtonElement> {
  const before = document.createElement("button");
  document.body.append(before);
  before.focus();
  render(TieDialog);
  dialogs.show("tie", tying);
  await screen.findByRole("dialog", { name: "Samir knows" });
  return before;
}
const person = (): HTMLInputElement => screen.getByRole("combobox", { name: "Person" });
async function how(label: string): Promise<void> {
  await user.click(screen.getByLabelText(/^How: /));
  await user.click(await screen.findByRole("option", { name: label }));
}

it("offers those of that name and those who work there, not those in whose notes it stands", async () => {
  host.answers.people_find = async () => ({
    rows: [
      { row: { ...samir, id: 8, name: "Ilse Varnholt", organisation: "Tarn" } as never, matched: "Tarn" },
      { row: yuki, matched: "Asked about Tarn" },
    ],
    more: false,
  });
  await open({ from: samir, to: null, edit: null });
  await user.type(person(), "tarn");
  await screen.findByRole("option", { name: /Ilse Varnholt/ });
  expect(screen.queryByRole("option", { name: /Yuki/ })).toBeNull();
});

it("finds whom they know, ties them, and gives the focus back", async () => {
  const before = await open({ from: samir, to: null, edit: null });
  await waitFor(() => expect(document.activeElement).toBe(person()));
  await user.keyboard("yu");
  await screen.findByRole("option", { name: /Yuki Taniwaki/ });
  await user.keyboard("{Enter}");
  await user.click(screen.getByRole("radio", { name: "Colleague" }));
  await user.type(screen.getByLabelText("Since"), "May 2019");
  await user.type(screen.getByLabelText("How you know"), " from Samir ");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("tie")).toBeNull());
  expect(said("tie_add")).toEqual({
    person: 1,
    other: 2,
    kind: "knows",
    closeness: "colleague",
    since: "May 2019",
    until: "",
    note: "from Samir",
  });
  expect(toasts.shown).toMatchObject({ text: "Samir knows Yuki", action: { label: "Undo" } });
  await waitFor(() => expect(document.activeElement).toBe(before));
});

it("leaves out the person themselves", async () => {
  await open({ from: samir, to: null, edit: null });
  await user.type(person(), "sam");
  await screen.findByRole("option", { name: /Add “Sam”/ });
  expect(screen.getAllByRole("option")).toHaveLength(1);
});

it("turns the tie around for the ways back", async () => {
  await open({ from: samir, to: yuki, edit: null });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("How: Knows")));
  await how("Manages");
  expect(screen.getByText("Samir manages Yuki")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(dialogs.of("tie")).toBeNull());
  expect(said("tie_add")).toMatchObject({ person: 2, other: 1, kind: "reports_to" });
});

it("adds whom it does not find together with the tie, in one step", async () => {
  await open({ from: samir, to: null, edit: null });
  await user.type(person(), "nadia ferreux");
  await user.click(await screen.findByRole("option", { name: "Add “Nadia Ferreux” as a person" }));
  expect(screen.getByText("Not in your book yet. Added when you save.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(dialogs.of("tie")).toBeNull());
  expect(said("tie_add")).toMatchObject({ person: 1, other: "Nadia Ferreux" });
  expect(toasts.shown?.text).toBe("Samir knows Nadia. Nadia Ferreux is in your book");
  const undone: number[] = [];
  Object.assign(host.answers, {
    undo_operation: vi.fn(async ({ id }) => (undone.push(id), done({ operation: null, kept: [] }))),
  });
  toasts.shown?.action?.run();
  await waitFor(() => expect(undone).toEqual([41]));
});

it("says of nobody that they were added where the tie is refused", async () => {
  refused = { code: "invalid", message: "Write a date such as 2019.", field: "since" };
  await open({ from: samir, to: null, edit: null });
  await user.type(person(), "nadia");
  await user.click(await screen.findByRole("option", { name: "Add “Nadia” as a person" }));
  await user.type(screen.getByLabelText("Since"), "soon");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Write a date such as 2019.");
  expect(toasts.shown).toBeNull();
});

it("says what is wrong where it is wrong, until that changes", async () => {
  await open({ from: samir, to: null, edit: null });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(person().getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByRole("alert").textContent).toBe("Choose who it is.");
  expect(asked("tie_add")).toEqual([]);
  await user.type(person(), "yu");
  await user.click(await screen.findByRole("option", { name: /Yuki/ }));
  expect(screen.queryByRole("alert")).toBeNull();
  for (const [field, label] of [
    ["since", "Since"],
    ["until", "Until"],
    ["note", "How you know"],
  ] as const) {
    refused = { code: "invalid", message: `Wrong ${field}.`, field };
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText(`Wrong ${field}.`);
    expect(screen.getByLabelText(label).getAttribute("aria-invalid")).toBe("true");
    await user.type(screen.getByLabelText(label), "x");
    expect(screen.queryByRole("alert")).toBeNull();
  }
  refused = { code: "invalid", message: "Samir knows Yuki already. Edit that tie instead.", field: "other" };
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/already/);
  refused = { code: "disk_full", message: "The disk is full.", field: null };
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("The disk is full.");
  expect(dialogs.of("tie")).not.toBeNull();
});

it("edits a tie as it was written, seen from this end, and removes it", async () => {
  const edit: TieShown = {
    id: 9,
    with: yuki,
    kind: "reports_to",
    fromThem: true,
    how: "manages",
    closeness: "close",
    well: "close",
    since: "2019-05",
    until: null,
    years: "since May 2019",
    note: "from Ilse",
    spoken: "",
  };
  await open({ from: samir, to: null, edit });
  expect(screen.getByLabelText("How: Manages")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Since").value).toBe("May 2019");
  await user.type(screen.getByLabelText("Until"), "2026");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(dialogs.of("tie")).toBeNull());
  expect(asked("tie_edit")).toEqual([
    {
      id: 9,
      tie: {
        person: 2,
        other: 1,
        kind: "reports_to",
        closeness: "close",
        since: "May 2019",
        until: "2026",
        note: "from Ilse",
      },
    },
  ]);
  expect(toasts.shown?.text).toBe("Changed the tie of Samir and Yuki");
  dialogs.show("tie", { from: samir, to: null, edit });
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  await waitFor(() => expect(dialogs.of("tie")).toBeNull());
  expect(asked("tie_remove")).toEqual([{ id: 9 }]);
  expect(toasts.shown).toMatchObject({ text: "Removed the tie of Samir and Yuki", action: { label: "Undo" } });
});

it("closes the list first and then itself with Esc, and keeps nothing", async () => {
  await open({ from: samir, to: null, edit: null });
  await user.type(person(), "yu");
  await screen.findByRole("option", { name: /Yuki/ });
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("option")).toBeNull();
  expect(dialogs.of("tie")).not.toBeNull();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(dialogs.of("tie")).toBeNull());
  expect(asked("tie_add")).toEqual([]);
});
