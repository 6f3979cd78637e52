import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aRow, done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost, type Args } from "../host/host";
import type { ProposedTie, TiePair } from "../host/wire.gen";

import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import ProposedDialog from "./ProposedDialog.svelte";

const user = userEvent.setup();
const maybe = (at: number, likely: boolean): ProposedTie => ({
  person: aRow(at, `One ${at}`),
  other: aRow(at + 5000, `Two ${at}`),
  kind: "works_with",
  how: "works with",
  closeness: "colleague",
  well: "colleague",
  reason: "Same department",
  likely,
});
let host: FakeHost;
let ties: ProposedTie[];
let undone: number[];
const decided = (): Args<"ties_decide">[] =>
  host.calls.filter(({ command }) => command === "ties_decide").map(({ args }) => args as Args<"ties_decide">);
const pair = (at: number): TiePair => ({ person: at, other: at + 5000 });
const boxes = (): HTMLElement[] => screen.getAllByRole("checkbox");
const ticks = (): string =>
  boxes()
    .map((box) => (box.getAttribute("aria-checked") === "true" ? "x" : "-"))
    .join("");

beforeEach(() => {
  ties = [1, 2, 3, 4, 5, 6].map((at) => maybe(at, at !== 5));
  undone = [];
  host = fakeHost({
    ties_proposed: async ({ limit }) => ({ total: ties.length, ties: ties.slice(0, limit) }),
    ties_decide: async ({ yes, no }) => {
      const gone = [...yes, ...no].map(({ person }) => person);
      ties = ties.filter(({ person }) => !gone.includes(person.id));
      setTimeout(() => host.emit("changed", { ...noChanges, people: gone }));
      return done(yes.length, 9);
    },
    undo_operation: async ({ id }) => (
      undone.push(id),
      done({
        operation: { id, kind: "decide_ties", subject: "", count: 5, what: "", at: "", undone: true, canUndo: false },
        kept: [],
      })
    ),
  });
  useHost(host);
  dialogs.close("proposed");
  toasts.shown = null;
  return hearChanges();
});
async function open(): Promise<void> {
  render(ProposedDialog);
  dialogs.show("proposed");
  await screen.findByRole("dialog");
}

it("begins with the likely ones ticked, and accepts those that are", async () => {
  await open();
  await screen.findByRole("heading", { name: "Six ties Kith could draw" });
  expect(ticks()).toBe("xxxx-x");
  await waitFor(() => expect(document.activeElement).toBe(boxes()[0]));
  await user.keyboard(" {ArrowDown}{End}{ArrowUp}");
  expect(document.activeElement).toBe(boxes()[4]);
  await user.keyboard(" ");
  expect(ticks()).toBe("-xxxxx");
  await user.click(screen.getByRole("button", { name: "Accept 5" }));
  await waitFor(() => expect(decided()).toEqual([{ yes: [2, 3, 4, 5, 6].map(pair), no: [] }]));
  expect(toasts.shown).toMatchObject({ text: "5 ties drawn", action: { label: "Undo" } });
  await screen.findByRole("heading", { name: "One tie Kith could draw" });
  expect(ticks()).toBe("-");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(undone).toEqual([9]));
  expect(dialogs.is("proposed")).toBe(true);
});

it("refuses those that are ticked, and says when nothing is left", async () => {
  ties = [maybe(1, true), maybe(2, true)];
  await open();
  await user.click(await screen.findByRole("button", { name: "Not these" }));
  await waitFor(() => expect(decided()).toEqual([{ yes: [], no: [1, 2].map(pair) }]));
  await screen.findByRole("heading", { name: "Nothing to look through" });
  expect(toasts.shown?.text).toBe("2 ties put away. Kith does not ask again");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Close" })));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(dialogs.is("proposed")).toBe(false));
});

it("ticks all or none, and does nothing with none", async () => {
  await open();
  await screen.findByRole("button", { name: "Accept 5" });
  await user.click(screen.getByRole("button", { name: "None" }));
  expect(ticks()).toBe("------");
  await user.click(screen.getByRole("button", { name: "Accept 0" }));
  await user.click(screen.getByRole("button", { name: "Not these" }));
  expect(decided()).toEqual([]);
  boxes()[0]?.focus();
  await user.keyboard("{Control>}a{/Control}");
  expect(ticks()).toBe("xxxxxx");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(decided()).toEqual([{ yes: [1, 2, 3, 4, 5, 6].map(pair), no: [] }]));
});

it("takes 200 at a time and goes on, with what was unticked left so", async () => {
  ties = Array.from({ length: 450 }, (_, at) => maybe(at + 1, true));
  await open();
  await screen.findByText("200 ticked, the likeliest 200 of 450 here");
  await user.click(boxes()[0] as HTMLElement);
  const list = screen.getByRole("list", { name: "Ties Kith could draw" });
  list.scrollTop = 900;
  await user.click(screen.getByRole("button", { name: "Accept 199" }));
  await waitFor(() => expect(list.scrollTop).toBe(0));
  await screen.findByText("199 ticked, the likeliest 200 of 251 here");
  expect(boxes()[0]?.getAttribute("aria-label")).toBe("One 1 works with Two 1, colleague. Same department");
  expect(boxes()[0]?.getAttribute("aria-checked")).toBe("false");
});

it("can be ticked anywhere in the row", async () => {
  await open();
  await user.click(await screen.findByText("One 3"));
  expect(ticks()).toBe("xx-x-x");
});
