import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommandName, KindListed, NewKind } from "../host/wire.gen";
import { hearChanges } from "../state/changes";
import { toasts } from "../state/toast.svelte";
import { peopleWords, readDays, rhythmNote, severalOf } from "./kinds";
import Kinds from "./Kinds.svelte";

const user = userEvent.setup();
let host: FakeHost;
let kinds: KindListed[];
const asked = (command: CommandName): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
const changed = (): void => void setTimeout(() => host.emit("changed", { ...noChanges, tables: ["kinds"] }));
const refuse = (message: string, field: string): Promise<never> => Promise.reject({ code: "invalid", message, field });

beforeEach(() => {
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  toasts.shown = null;
  kinds = [
    { id: 1, name: "Client", category: "external", colour: "client", cadenceDays: 45, people: 11, keptClose: 11 },
    { id: 2, name: "Recruiter", category: "external", colour: "vendor", cadenceDays: 180, people: 0, keptClose: 0 },
  ];
  const checked = ({ name, cadenceDays }: NewKind): Promise<never> | null =>
    name === ""
      ? refuse("Write a name.", "name")
      : cadenceDays < 1 || cadenceDays > 3650
        ? refuse("Between 1 and 3,650 days.", "cadenceDays")
        : null;
  host = fakeHost({
    kinds_list: async () => kinds,
    kind_boundaries: async () => [],
    kind_edit: async ({ id, kind: next }) => {
      await checked(next);
      kinds = kinds.map((each) => (each.id === id ? { ...each, ...next } : each));
      changed();
      return done(null, 3);
    },
    kind_add: async ({ kind: next }) => {
      await checked(next);
      kinds = [...kinds, { ...next, id: 3, people: 0, keptClose: 0 }];
      changed();
      return done(3, 4);
    },
    kind_remove: async ({ id }) => {
      if ((kinds.find((each) => each.id === id)?.people ?? 0) > 0)
        return refuse("11 people are clients. Give them another kind first.", "id");
      kinds = kinds.filter((each) => each.id !== id);
      changed();
      return done(null, 5);
    },
    kind_rhythm_for_all: async () => done(11, 6),
  });
  useHost(host);
  return hearChanges();
});
async function days(name: string, text: string): Promise<HTMLInputElement> {
  const field = await screen.findByLabelText<HTMLInputElement>(`${name}, days`);
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
  return field;
}
async function menu(name: string): Promise<HTMLElement> {
  await user.click(await screen.findByRole("button", { name: `More for ${name}` }));
  return screen.findByRole("menu");
}

it("says at the field which days cannot be, and keeps the old rhythm", async () => {
  render(Kinds);
  for (const text of ["0", "100000"]) {
    const field = await days("Client", text);
    await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("Between 1 and 3,650 days."));
    expect(field.value).toBe(text);
    expect(field.getAttribute("aria-invalid")).toBe("true");
  }
  await days("Client", "often");
  await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("Write a number of days, such as 30."));
  expect(kinds[0]?.cadenceDays).toBe(45);
  await user.type(screen.getByLabelText("Client, days"), "{Escape}");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>("Client, days").value).toBe("45");
});

it("tells for whom a new rhythm holds, and changes the others too when asked, with a way back", async () => {
  render(Kinds);
  await days("Client", "030");
  await screen.findByText("Clients from now on: every 30 days. Those you already keep close stay as they are.");
  expect(screen.getByLabelText<HTMLInputElement>("Client, days").value).toBe("30");
  await user.click(screen.getByRole("button", { name: "Change those too" }));
  expect(asked("kind_rhythm_for_all")).toEqual([{ id: 1 }]);
  await waitFor(() =>
    expect(toasts.shown).toMatchObject({
      text: "11 people you keep close: every 30 days now",
      action: { label: "Undo" },
    }),
  );
  expect(screen.queryByText(/from now on/)).toBeNull();
});

it("says so where nobody had another rhythm", async () => {
  Object.assign(host.answers, { kind_rhythm_for_all: async () => done(0, 6) });
  render(Kinds);
  await days("Client", "30");
  await user.click(await screen.findByRole("button", { name: "Change those too" }));
  await waitFor(() =>
    expect(toasts.shown).toMatchObject({ text: "Nobody you keep close had another rhythm", action: null }),
  );
});

it("drops the note when the rhythm is taken back, and has none where nobody is kept close", async () => {
  render(Kinds);
  await days("Client", "30");
  await screen.findByText(/from now on/);
  kinds = kinds.map((kind) => (kind.id === 1 ? { ...kind, cadenceDays: 45 } : kind));
  host.emit("changed", { ...noChanges, tables: ["kinds"] });
  await waitFor(() => expect(screen.queryByText(/from now on/)).toBeNull());
  await days("Recruiter", "90");
  await waitFor(() => expect(kinds[1]?.cadenceDays).toBe(90));
  expect(screen.queryByText(/from now on/)).toBeNull();
});

it("adds a kind by keyboard, with what is wrong at its field", async () => {
  render(Kinds);
  await user.click(screen.getByRole("button", { name: "Add a kind of your own" }));
  const name = screen.getByLabelText("Name of the new kind");
  expect(document.activeElement).toBe(name);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("Write a name."));
  expect(name.getAttribute("aria-invalid")).toBe("true");
  await user.keyboard("Board member");
  await user.click(screen.getByRole("radio", { name: "Teal" }));
  await user.clear(screen.getByLabelText("Days"));
  await user.type(screen.getByLabelText("Days"), "0{Enter}");
  await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("Between 1 and 3,650 days."));
  expect(name.getAttribute("aria-invalid")).toBe("false");
  await user.type(screen.getByLabelText("Days"), "{Backspace}60{Enter}");
  await screen.findByText("Board member");
  expect(asked("kind_add").at(-1)).toEqual({
    kind: { name: "Board member", category: "external", colour: "report", cadenceDays: 60 },
  });
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add a kind of your own" }));
});

it("renames, recolours and moves a kind", async () => {
  render(Kinds);
  await user.click(within(await menu("Client")).getByRole("menuitem", { name: "Rename" }));
  const dialog = await screen.findByRole("dialog");
  await user.clear(within(dialog).getByLabelText("Name"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(within(dialog).getByRole("alert").textContent).toBe("Write a name."));
  await user.type(within(dialog).getByLabelText("Name"), "Customer{Enter}");
  await screen.findByText("Customer");
  await user.click(within(await menu("Customer")).getByRole("menuitemcheckbox", { name: "Internal" }));
  await waitFor(() =>
    expect(kinds[0]).toMatchObject({ name: "Customer", category: "internal", colour: "client", cadenceDays: 45 }),
  );
  await user.click(within(await menu("Customer")).getByRole("menuitem", { name: "Colour" }));
  await user.click(await screen.findByRole("menuitemcheckbox", { name: "Blue" }));
  await waitFor(() => expect(kinds[0]?.colour).toBe("manager"));
});

it("removes a kind nobody is of, and says why not where somebody is", async () => {
  render(Kinds);
  await user.click(within(await menu("Client")).getByRole("menuitem", { name: "Remove" }));
  await waitFor(() =>
    expect(toasts.shown).toMatchObject({ bad: true, text: "11 people are clients. Give them another kind first." }),
  );
  await user.click(within(await menu("Recruiter")).getByRole("menuitem", { name: "Remove" }));
  await waitFor(() => expect(screen.queryByText("Recruiter")).toBeNull());
  expect(toasts.shown).toMatchObject({ text: "Recruiters are no longer a kind", action: { label: "Undo" } });
});

describe("the words", () => {
  it("count people", () => {
    expect(rhythmNote({ name: "Manager", cadenceDays: 1 })).toBe(
      "Managers from now on: every day. Those you already keep close stay as they are.",
    );
    expect(rhythmNote({ name: "Alumni", cadenceDays: 1400 })).toBe(
      "“Alumni” from now on: every 1,400 days. Those you already keep close stay as they are.",
    );
    expect([0, 1, 1200].map(peopleWords)).toEqual(["Nobody yet", "1", "1,200"]);
    expect(severalOf("Industry contact")).toBe("Industry contacts");
  });
  it("read days", () => {
    expect(["30", "030", "30 days", "1,000", "1 day"].map(readDays)).toEqual([30, 30, 30, 1000, 1]);
    for (const text of ["", "-3", "3.5", "a month", "1e3", "12345678901"]) expect(() => readDays(text), text).toThrow();
  });
});
