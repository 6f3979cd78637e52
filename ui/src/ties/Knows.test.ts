import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aRow, done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommandName, NewTie, PersonTies, ProposedTie, TieShown } from "../host/wire.gen";
import { now } from "../state/day.svelte";

import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import Knows from "./Knows.svelte";
import { asTyped } from "./words";

const user = userEvent.setup();
const samir = aRow(1, "Samir Haddoun");
const tie = (id: number, name: string, more: Partial<TieShown> = {}): TieShown => ({
  id,
  with: aRow(id + 100, name),
  kind: "knows",
  fromThem: false,
  how: "knows",
  closeness: "close",
  well: "close",
  since: null,
  until: null,
  years: "",
  note: "",
  spoken: "",
  ...more,
});
const maybe = (id: number, name: string, more: Partial<ProposedTie> = {}): ProposedTie => ({
  person: samir,
  other: aRow(id + 100, name),
  kind: "works_with",
  how: "works with",
  closeness: "colleague",
  well: "colleague",
  reason: "Same department",
  likely: true,
  ...more,
});
let host: FakeHost;
let known: PersonTies;
const asked = (command: CommandName): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
const changed = (...people: number[]): void => host.emit("changed", { ...noChanges, people });

beforeEach(() => {
  known = {
    ties: [
      tie(1, "Gareth Pennlow"),
      tie(2, "Yuki Taniwaki", {
        kind: "reports_to",
        fromThem: true,
        closeness: "colleague",
        well: "colleague",
        since: "2022",
        years: "since 2022",
      }),
    ],
    more: 0,
    over: [],
    proposed: [],
  };
  host = fakeHost({
    ties_of: async () => known,
    tie_edit: async () => done(null, 5),
    tie_remove: async () => done(null, 6),
    ties_decide: async ({ yes }) => done(yes.length, 7),
  });
  useHost(host);
  dialogs.close("tie");
  toasts.shown = null;
  route.replace({ view: "people", person: 1 });
  return hearChanges();
});
async function open(): Promise<void> {
  render(Knows, { person: samir });
  await screen.findByRole("heading", { name: "Knows" });
  await waitFor(() => expect(screen.queryByRole("button", { name: "Tie" })).toBeTruthy());
}
const row = (name: string): HTMLElement => screen.getByText(name).closest("li") as HTMLElement;

it("shows whom they know, how well, and how where that is more than knowing", async () => {
  await open();
  expect(row("Gareth Pennlow").textContent).toMatch(/close/);
  expect(within(row("Yuki Taniwaki")).getByText("reports to Samir, since 2022")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Gareth Pennlow" }));
  expect(route.at).toEqual({ view: "people", person: 101 });
});

it("edits from how well they know each other, and adds", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: /Yuki Taniwaki: colleague\. Edit/ }));
  expect(dialogs.of("tie")).toMatchObject({ from: { id: 1 }, to: null, edit: { id: 2 } });
  await user.click(screen.getByRole("button", { name: "Tie" }));
  expect(dialogs.of("tie")).toMatchObject({ from: { id: 1 }, to: null, edit: null });
});

it("ends a tie today, takes it up again and removes it, each with a way back", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "More about the tie to Yuki Taniwaki" }));
  await user.click(await screen.findByRole("menuitem", { name: "It is over" }));
  await waitFor(() =>
    expect(asked("tie_edit")).toEqual([
      {
        id: 2,
        tie: {
          person: 102,
          other: 1,
          kind: "reports_to",
          closeness: "colleague",
          since: "2022",
          until: asTyped(now.day),
          note: "",
        } satisfies NewTie,
      },
    ]),
  );
  expect(toasts.shown).toMatchObject({ text: "The tie of Samir and Yuki is over", action: { label: "Undo" } });
  known = {
    ...known,
    ties: [tie(1, "Gareth Pennlow")],
    over: [tie(2, "Yuki Taniwaki", { kind: "works_with", since: "2012", until: "2018", years: "2012 – 2018" })],
  };
  changed(1);
  await user.click(await screen.findByRole("button", { name: "Earlier (1)" }));
  expect(screen.getByText("worked with Samir, 2012 – 2018")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "More about the tie to Yuki Taniwaki" }));
  await user.click(await screen.findByRole("menuitem", { name: "It still holds" }));
  await waitFor(() => expect(asked("tie_edit").at(-1)).toEqual({ id: 2, tie: expect.objectContaining({ until: "" }) }));
  await user.click(screen.getByRole("button", { name: "More about the tie to Gareth Pennlow" }));
  await user.click(await screen.findByRole("menuitem", { name: "Remove" }));
  await waitFor(() =>
    expect(toasts.shown).toMatchObject({ text: "Removed the tie of Samir and Gareth", action: { label: "Undo" } }),
  );
});

it("says yes or no to what was read somewhere, and the focus goes on", async () => {
  known = {
    ...known,
    proposed: [
      maybe(5, "Hannah Iwobi"),
      maybe(6, "Theo Marangos", {
        person: aRow(106, "Theo Marangos"),
        other: samir,
        kind: "reports_to",
        reason: "Written on Theo’s card",
      }),
    ],
  };
  await open();
  expect(screen.getByText("works with Samir · Same department")).toBeTruthy();
  expect(screen.getByText("reports to Samir · Written on Theo’s card")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Yes, Samir knows Hannah Iwobi" }));
  await waitFor(() => expect(asked("ties_decide")).toEqual([{ yes: [{ person: 1, other: 105 }], no: [] }]));
  expect(toasts.shown).toMatchObject({ text: "Drawn: the tie of Samir and Hannah", action: { label: "Undo" } });
  known = { ...known, proposed: known.proposed.slice(1) };
  changed(1);
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Yes, Samir knows Theo Marangos" })),
  );
  await user.click(screen.getByRole("button", { name: "No, Samir does not know Theo Marangos" }));
  await waitFor(() => expect(asked("ties_decide").at(-1)).toEqual({ yes: [], no: [{ person: 106, other: 1 }] }));
  expect(toasts.shown?.text).toBe("No tie of Theo and Samir. Kith does not ask again");
  known = { ...known, proposed: [] };
  changed(1);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Tie" })));
});

it("folds many, says how many further there are, and moves with the arrows", async () => {
  known = { ...known, ties: Array.from({ length: 23 }, (_, at) => tie(at, `Person ${at} X`)) };
  await open();
  const names = (): HTMLElement[] => [
    ...screen.getByRole("list", { name: "Whom Samir knows" }).querySelectorAll<HTMLElement>("[data-stop]"),
  ];
  expect(names()).toHaveLength(8);
  names()[0]?.focus();
  await user.keyboard("{ArrowDown}{End}{ArrowDown}{ArrowUp}");
  expect(document.activeElement).toBe(names()[6]);
  expect(names().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, -1, -1, -1, 0, -1]);
  await user.click(screen.getByRole("button", { name: "Show all 23" }));
  await waitFor(() => expect(document.activeElement).toBe(names()[8]));
  expect(names()).toHaveLength(23);
  known = { ...known, more: 4800 };
  changed(1);
  await screen.findByText("The 23 closest of 4,823.");
});

it("says that nobody is known, and when it could not be read", async () => {
  known = { ties: [], more: 0, over: [], proposed: [] };
  await open();
  expect(screen.getByText("Nobody yet, as far as Kith knows.")).toBeTruthy();
  Object.assign(host.answers, {
    ties_of: () => Promise.reject({ code: "internal", message: "The disk did not answer.", field: null }),
  });
  render(Knows, { person: aRow(3, "Bo Dahl") });
  await screen.findByText("The disk did not answer.");
});

it("reads again when one of those it shows changes, and only then", async () => {
  await open();
  changed(77);
  changed(101);
  await waitFor(() => expect(asked("ties_of")).toHaveLength(2));
  known = { ...known, ties: [tie(1, "Gareth Renamed")] };
  changed(1);
  await screen.findByText("Gareth Renamed");
  expect(asked("ties_of")).toHaveLength(3);
});
