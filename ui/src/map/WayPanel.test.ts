import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aRow, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Hop, WaysIn } from "../host/wire.gen";

import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import WayPanel from "./WayPanel.svelte";

const user = userEvent.setup();
const nadia = aRow(9, "Nadia Ferreux", { role: "VP Research", organisation: "Orrin Pharma" });
const samir = aRow(1, "Samir Haddoun", { role: "Founder", organisation: "Pelagic Sensing" });
const gareth = aRow(2, "Gareth Pennlow");
const hop = (row: Hop["row"], why: string, note = ""): Hop => ({ row, why, note });
const found = (more: Partial<WaysIn> = {}): WaysIn => ({
  to: nadia,
  ways: [
    {
      hops: [
        hop(samir, "Very warm. You talked nine days ago."),
        hop(gareth, "Samir knows them closely.", "two years on the drafting group"),
        hop(nadia, "Gareth knows them closely."),
      ],
      summary: "2 introductions. Warmest of 2 ways.",
    },
    { hops: [hop(gareth, "Steady."), hop(nadia, "Gareth knows them closely.")], summary: "1 introduction." },
  ],
  leftOut: [],
  none: null,
  ...more,
});
const nobody = found({
  to: aRow(7, "Judith Amsel"),
  ways: [],
  none: {
    sentence: "Nobody in your book is known to know Judith Amsel, with up to two introductions.",
    ask: [gareth, samir],
    colleagues: [nadia],
    colleaguesWords: "Nadia works where Judith works.",
    contact: [44, "judith@halden.example"],
  },
});

let host: FakeHost;
let answer: () => Promise<WaysIn>;
const onway = vi.fn();
const onmarked = vi.fn();
const onclose = vi.fn();
const open = (to = 9): ReturnType<typeof render> => render(WayPanel, { to, onclose, onway, onmarked });
const lines = (): string[] =>
  within(screen.getByRole("list", { name: "The way" }))
    .getAllByRole("heading")
    .map(({ textContent }) => textContent ?? "");

beforeEach(() => {
  vi.clearAllMocks();
  answer = async () => found();
  host = fakeHost({ ways_in: () => answer(), contact_open: async () => null });
  useHost(host);
  dialogs.close("log");
  dialogs.close("tie");
  dialogs.close("plan");
  toasts.shown = null;
  route.go({ view: "map", person: null, wayTo: 9 });
});

it("shows the way hop by hop, with the reasons and what I noted, and tells the map whom it leads through", async () => {
  open();
  expect(await screen.findByRole("heading", { name: "A way in to Nadia Ferreux" })).toBeTruthy();
  expect(lines()).toEqual(["You", "Samir Haddoun", "Gareth Pennlow", "Nadia Ferreux"]);
  expect(screen.getByText("Founder · Pelagic Sensing")).toBeTruthy();
  expect(screen.getByText("two years on the drafting group").classList).toContain("own");
  expect(screen.getByText("2 introductions. Warmest of 2 ways.")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe(
    "A way in to Nadia Ferreux. 2 introductions. Warmest of 2 ways. 1 of 2.",
  );
  expect(onway).toHaveBeenLastCalledWith([1, 2, 9]);
  expect(onmarked).not.toHaveBeenCalledWith(expect.arrayContaining([1]));
});

it("steps through the other ways, by the button and by the arrows", async () => {
  open();
  const others = await screen.findByRole("button", { name: /Other ways/ });
  await user.click(others);
  expect(lines()).toEqual(["You", "Gareth Pennlow", "Nadia Ferreux"]);
  expect(onway).toHaveBeenLastCalledWith([2, 9]);
  expect(screen.getByRole("button", { name: "Log with Gareth" })).toBeTruthy();
  await user.keyboard("{ArrowRight}");
  expect(onway).toHaveBeenLastCalledWith([1, 2, 9]);
  await user.keyboard("{ArrowLeft}");
  expect(onway).toHaveBeenLastCalledWith([2, 9]);
});

it("leads to the page, the log dialog and a check-in of the first hop", async () => {
  open();
  await user.click(await screen.findByRole("button", { name: "Log with Samir" }));
  expect(dialogs.of("log")?.people).toEqual([samir]);
  await user.click(screen.getByRole("button", { name: "Gareth Pennlow" }));
  expect(route.at).toEqual({ view: "people", person: 2 });
  await user.click(screen.getByRole("button", { name: "Plan a check-in with Samir" }));
  expect(route.at).toEqual({ view: "people", person: 1 });
  expect(dialogs.of("plan")).toBe(1);
});

it("asks again when something changes, and keeps the way one was looking at without telling the map anew", async () => {
  const stop = hearChanges();
  open();
  await user.click(await screen.findByRole("button", { name: /Other ways/ }));
  const told = onway.mock.calls.length;
  answer = async () => found({ leftOut: ["A way through Ruth Castellane is left out: paused until 1 May."] });
  host.emit("changed", { ...noChanges, people: [4] });
  expect(await screen.findByText(/Ruth Castellane is left out/)).toBeTruthy();
  expect(lines()).toEqual(["You", "Gareth Pennlow", "Nadia Ferreux"]);
  expect(onway.mock.calls.length).toBe(told);
  answer = async () => found({ ways: found().ways.slice(0, 1) });
  host.emit("changed", { ...noChanges, people: [4] });
  await waitFor(() => expect(onway).toHaveBeenLastCalledWith([1, 2, 9]));
  expect(screen.queryByRole("button", { name: /Other ways/ })).toBeNull();
  stop();
});

it("says honestly that there is none, and what can be done", async () => {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  answer = async () => nobody;
  const { unmount } = open(7);
  expect(await screen.findByRole("heading", { name: "No way in to Judith Amsel yet" })).toBeTruthy();
  expect(
    screen.getByText(
      "Nobody in your book is known to know Judith Amsel, with up to two introductions. " +
        "Someone may; Kith only knows what you have told it.",
    ),
  ).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe(
    "No way in to Judith Amsel yet. Nobody in your book is known to know Judith Amsel, with up to two introductions.",
  );
  expect(screen.getByRole("heading", { name: "Ask Gareth or Samir" })).toBeTruthy();
  expect(onmarked).toHaveBeenLastCalledWith([2, 1]);
  await user.click(screen.getByRole("button", { name: "Log what Samir says" }));
  expect(dialogs.of("log")?.people).toEqual([samir]);
  expect(screen.getByText("Nadia works where Judith works. One tie is enough to begin.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Add a tie" }));
  expect(dialogs.of("tie")).toMatchObject({ from: { id: 7 }, to: null, edit: null });
  await user.click(screen.getByRole("button", { name: "Copy the address" }));
  expect(write).toHaveBeenCalledWith("judith@halden.example");
  await user.click(screen.getByRole("button", { name: "Write a mail" }));
  expect(host.calls).toContainEqual({ command: "contact_open", args: { id: 44 } });
  unmount();
  expect(onmarked).toHaveBeenLastCalledWith([]);
});

it("stays within what is known: one to ask, no colleagues, a number, nothing at all", async () => {
  answer = async () =>
    found({
      to: aRow(7, "Judith Amsel"),
      ways: [],
      none: {
        sentence: "Nobody.",
        ask: [gareth],
        colleagues: [],
        colleaguesWords: "",
        contact: [5, "+1 202 555 0101"],
      },
    });
  open(7);
  expect(await screen.findByText("Gareth knows the most people outside your own circles.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Log what they say" })).toBeTruthy();
  expect(screen.getByText("One tie is enough to begin.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Copy the number" })).toBeTruthy();
});

it("says what went wrong and tries again", async () => {
  answer = () => Promise.reject({ code: "internal", message: "The book did not answer.", field: null });
  open();
  expect(await screen.findByText("The book did not answer.")).toBeTruthy();
  answer = async () => found();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "A way in to Nadia Ferreux" })).toBeTruthy();
});

it("closes kindly when the person is gone, and by Esc", async () => {
  answer = () =>
    Promise.reject({ code: "not_found", message: "This person is not in your book any more.", field: null });
  open();
  await waitFor(() => expect(onclose).toHaveBeenCalledTimes(1));
  expect(toasts.shown).toMatchObject({ text: "This person is not in your book any more.", bad: false });
});

it("shows nothing of one person while it looks for another", async () => {
  const { rerender } = open();
  await screen.findByRole("heading", { name: "A way in to Nadia Ferreux" });
  await user.click(screen.getByRole("button", { name: /Other ways/ }));
  let tell: (ways: WaysIn) => void = () => undefined;
  answer = () => new Promise((resolve) => (tell = resolve));
  await rerender({ to: 2 });
  expect(screen.getByRole("heading", { name: "A way in" })).toBeTruthy();
  expect(onway).toHaveBeenLastCalledWith([]);
  tell(found({ to: gareth, ways: [{ hops: [hop(gareth, "Steady.")], summary: "You know them yourself." }] }));
  expect(await screen.findByText("You know them yourself.")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("A way in to Gareth Pennlow. You know them yourself.");
  screen.getByRole("button", { name: "Close" }).focus();
  await user.keyboard("{Escape}");
  expect(onclose).toHaveBeenCalledTimes(1);
});
