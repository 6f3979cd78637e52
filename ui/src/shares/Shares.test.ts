import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Share } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import Shares from "./Shares.svelte";

const ilse = { id: 7, name: "Ilse Varnholt" };
const aShare = (id: number, more: Partial<Share> = {}): Share => ({
  id,
  title: `Thing ${id}`,
  link: "",
  note: "",
  name: `Thing ${id}`,
  people: [ilse],
  kept: "2 March",
  shared: "",
  sharedOn: null,
  ...more,
});
let host: FakeHost;
let all: Share[];
beforeEach(() => {
  all = [];
  toasts.shown = null;
  dialogs.close();
  host = fakeHost({
    shares_of: async () => all,
    share_mark: async () => done(null, 2),
    share_remove: async () => done(null, 3),
    share_open: async () => null,
  });
  useHost(host);
});
const sent = (command: string): unknown => host.calls.findLast((call) => call.command === command)?.args;

it("shows no heading while nothing is kept, only a way to keep something", async () => {
  render(Shares, { person: ilse });
  await userEvent.click(await screen.findByRole("button", { name: "Something to share" }));
  expect(screen.queryByRole("heading")).toBeNull();
  expect(dialogs.of("share")).toEqual({ people: [ilse], edit: null });
});

it("opens the link, and marks what was shared with a way back", async () => {
  const other = { id: 8, name: "Rafael Montiqué" };
  all = [aShare(1, { link: "https://a.example", note: "The part on humidity", people: [ilse, other] })];
  render(Shares, { person: ilse });
  await userEvent.click(await screen.findByRole("button", { name: "Thing 1" }));
  expect(sent("share_open")).toEqual({ id: 1 });
  screen.getByText("kept 2 March · also for Rafael Montiqué");
  await userEvent.click(screen.getByRole("checkbox", { name: "Shared: Thing 1" }));
  expect(sent("share_mark")).toEqual({ id: 1, person: 7, shared: true });
  await waitFor(() => expect(toasts.shown?.text).toBe("Shared: Thing 1"));
  expect(toasts.shown?.action?.label).toBe("Undo");
  await userEvent.click(screen.getByRole("button", { name: "Remove Thing 1 for everybody" }));
  expect(sent("share_remove")).toEqual({ id: 1 });
});

it("shows the last that were shared, and the others on demand", async () => {
  all = [1, 2, 3, 4, 5].map((id) => aShare(id, id > 1 ? { shared: "4 March", sharedOn: "2026-03-04" } : {}));
  render(Shares, { person: ilse });
  await screen.findByText("Thing 3");
  expect(screen.queryByText("Thing 5")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "All that was shared" }));
  await screen.findByText("Thing 5");
});
