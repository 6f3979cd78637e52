// Who could meet, and the balance: the parts of Needs beside the needs.
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aBalance, aStructure } from "../balance/made";
import { aRow, done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { BalanceCircle, CouldMeet } from "../host/wire.gen";
import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import NeedsView from "./NeedsView.svelte";

let host: FakeHost;
let meet: CouldMeet;
beforeEach(() => {
  dialogs.close();
  meet = {
    pairs: [],
    more: false,
    notProposed: [],
    words: "Two people offer something, and nobody looks for anything.",
  };
  host = fakeHost({
    goals: async () => ({ open: [], finished: [], gaps: "" }),
    balance: async () => aBalance(),
    balance_structure: async () => aStructure(),
    balance_people: async () => ({ rows: [aRow(7, "Samir Haddoun")], total: 8 }),
    could_meet: async () => meet,
  });
  useHost(host);
});
const user = userEvent.setup();
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("has three tabs, and reads only what is shown", async () => {
  render(NeedsView, { need: null });
  const tabs = screen.getByRole("navigation", { name: "Needs" });
  await user.click(within(tabs).getByRole("button", { name: "Balance" }));
  expect(route.at).toEqual({ view: "needs", need: null, part: "balance" });
  await user.click(within(tabs).getByRole("button", { name: "Could meet" }));
  expect(route.at).toEqual({ view: "needs", need: null, part: "meet" });
  expect(asked("balance")).toEqual([]);
});

it("shows the figures before the structure arrives", async () => {
  let arrive: (value: ReturnType<typeof aStructure>) => void = () => undefined;
  host.answers.balance_structure = () => new Promise((done) => (arrive = done));
  render(NeedsView, { need: null, part: "balance" });
  expect(await screen.findByText("Client is more than half.")).toBeTruthy();
  expect(screen.queryByText(/Your people come from/)).toBeNull();
  arrive(aStructure());
  expect(await screen.findByText(/Your people come from many circles/)).toBeTruthy();
  expect(screen.getByText("If Gareth goes quiet, you lose reach to 14 people.")).toBeTruthy();
  expect(screen.getByText("1 of 3")).toBeTruthy();
  expect(asked("goals")).toEqual([]);
});

it("leads from a value to its people, and from them to their pages", async () => {
  render(NeedsView, { need: null, part: "balance" });
  const bar = await screen.findByRole("button", { name: "Client: 8. Show these people" });
  await user.click(bar);
  expect(asked("balance_people")).toEqual([{ figure: "kinds", label: "Client" }]);
  const people = await screen.findByRole("list", { name: "Client" });
  expect(within(people).getByText("and 7 more")).toBeTruthy();
  await user.click(within(people).getByRole("button", { name: "Samir Haddoun" }));
  expect(route.at).toEqual({ view: "people", person: 7 });
  await user.click(screen.getByRole("button", { name: "Client: 8. Hide these people" }));
  expect(screen.queryByRole("list", { name: "Client" })).toBeNull();
});

it("leads from what few have to people, each with why", async () => {
  host.answers.balance_leads = async () => ({
    words: "",
    leads: [{ row: aRow(8, "Gareth Pennlow"), why: "Knows Mei." }],
    how: "First those who have it.",
  });
  render(NeedsView, { need: null, part: "balance" });
  await user.click(await screen.findByRole("button", { name: "Mentor: who leads there" }));
  expect(asked("balance_leads")).toEqual([{ figure: "kinds", label: "Mentor" }]);
  const leads = await screen.findByRole("list", { name: "Who leads to Mentor" });
  expect(within(leads).getByText("Knows Mei.")).toBeTruthy();
  await user.click(within(leads).getByRole("button", { name: "Gareth Pennlow" }));
  expect(route.at).toEqual({ view: "people", person: 8 });
});

it("shows a hole with its two groups, and introduces whom one knows in them", async () => {
  const circle = (id: number, name: string, words: string): BalanceCircle => ({
    words,
    rows: [aRow(id, name)],
    total: 4,
    known: { id, name },
  });
  const hole = {
    words: "Four people of Orrin and four around Eva: no tie between them is noted.",
    circles: [circle(3, "Ben Okoro", "four people of Orrin"), circle(4, "Eva Bench", "four people around Eva")],
  };
  host.answers.balance_structure = async () => aStructure({ holes: [hole], holesTotal: 1, holesWords: "" });
  render(NeedsView, { need: null, part: "balance" });
  await user.click(await screen.findByRole("button", { name: "Show these people" }));
  const people = screen.getByRole("list", { name: "four people of Orrin" });
  expect(within(people).getByText("and 3 more")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Introduce Ben Okoro and Eva Bench" }));
  expect(dialogs.of("introduce")?.people.map(({ id }) => id)).toEqual([3, 4]);
});

it("says how each figure is counted a click away, and what is missing where too little is known", async () => {
  render(NeedsView, { need: null, part: "balance" });
  await user.click(await screen.findByRole("button", { name: "How this is counted: How open your network is" }));
  const how = await screen.findByRole("dialog", { name: "How open your network is" });
  expect(within(how).getByText("0.07")).toBeTruthy();
  expect(within(how).getByText(/After Burt 1992/)).toBeTruthy();
  expect(screen.getByText("Not enough yet: it needs 15 people, three so far.")).toBeTruthy();
  expect(screen.getByText(/it needs ten people with a country/)).toBeTruthy();
});

it("says where the balance could not be read, and tries again", async () => {
  const answers = host.answers;
  answers.balance = () => Promise.reject({ code: "internal", message: "The disk is gone.", field: null });
  render(NeedsView, { need: null, part: "balance" });
  expect(await screen.findByText("The disk is gone.")).toBeTruthy();
  answers.balance = async () => aBalance();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Client is more than half.")).toBeTruthy();
});

it("brings two together by the introduction form, with the reason", async () => {
  const why = "Ana Brook looks for optics. Ben Okoro offers Optics.";
  const [offers, seeks] = [aRow(3, "Ben Okoro"), aRow(4, "Ana Brook")];
  meet = { ...meet, pairs: [{ offers, offered: "Optics", seeks, sought: "optics", line: 9, why }] };
  render(NeedsView, { need: null, part: "meet" });
  await user.click(await screen.findByRole("button", { name: "Introduce Ben Okoro and Ana Brook" }));
  await waitFor(() => expect(dialogs.of("introduce")).toMatchObject({ by: "me", why }));
  expect(dialogs.of("introduce")?.people.map(({ id }) => id)).toEqual([4, 3]);
});

it("says what is missing where nobody could meet", async () => {
  render(NeedsView, { need: null, part: "meet" });
  expect(await screen.findByRole("heading", { name: "Nobody to bring together yet" })).toBeTruthy();
  expect(screen.getByText(/nobody looks for anything/)).toBeTruthy();
});

it("leaves two out for good, says who is left out and why, and takes it back", async () => {
  const [offers, seeks] = [aRow(3, "Ben Okoro"), aRow(4, "Ana Brook")];
  const [eva, kai] = [
    { id: 5, name: "Eva Bench" },
    { id: 6, name: "Kai Larsen" },
  ];
  meet = {
    ...meet,
    pairs: [{ offers, offered: "Optics", seeks, sought: "optics", line: 9, why: "why" }],
    notProposed: [
      { people: [eva, kai], why: "You said on 3 March: not these two.", refused: true },
      { people: [eva, { id: 7, name: "Mei Tan" }], why: "You asked Kith not to ask Mei Tan.", refused: false },
    ],
  };
  host.answers.introduction_refuse = async () => done(null, 5);
  host.answers.introduction_allow = async () => done(null, 6);
  render(NeedsView, { need: null, part: "meet" });
  await user.click(await screen.findByRole("button", { name: "Not these two: Ben Okoro and Ana Brook" }));
  expect(asked("introduction_refuse")).toEqual([{ one: 3, other: 4 }]);
  expect(screen.getByText("You asked Kith not to ask Mei Tan.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Propose again" }));
  expect(asked("introduction_allow")).toEqual([{ one: 5, other: 6 }]);
});

it("shows how far the structure is where it takes long, stops it, and takes it up again", async () => {
  let refuse: (error: unknown) => void = () => undefined;
  host.answers.balance_structure = () => new Promise((_, no) => (refuse = no));
  host.answers.slow_stop = async () => null;
  render(NeedsView, { need: null, part: "balance" });
  await screen.findByText("Client is more than half.");
  expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  host.emit("slow-progress", { what: "network_export", done: 1, total: 4 });
  host.emit("slow-progress", { what: "structure", done: 1, total: 4 });
  const bar = await screen.findByRole("progressbar", { name: "Looking at who connects your people" });
  expect(bar.getAttribute("value")).toBe("25");
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(asked("slow_stop")).toEqual([{ what: "structure" }]);
  refuse({ code: "stopped", message: "Stopped before it was counted.", field: null });
  host.answers.balance_structure = async () => aStructure();
  await user.click(await screen.findByRole("button", { name: "Count it" }));
  const open = await screen.findByText(/Your people come from many circles/);
  // What arrives late pushes nothing down.
  const variety = screen.getByRole("heading", { name: "Variety" });
  expect(variety.compareDocumentPosition(open) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

it("stops the structure that is left, and runs no two of them beside each other", async () => {
  const steps: string[] = [];
  host.answers.balance_structure = () => {
    steps.push("structure");
    return new Promise(() => undefined);
  };
  host.answers.slow_stop = async () => {
    steps.push("stop");
    return null;
  };
  const deaf = hearChanges();
  const { unmount } = render(NeedsView, { need: null, part: "balance" });
  await screen.findByText("Client is more than half.");
  await waitFor(() => expect(steps).toEqual(["structure"]));
  host.emit("changed", { ...noChanges, people: [7] });
  host.emit("changed", { ...noChanges, people: [8] });
  await waitFor(() => expect(steps).toEqual(["structure", "stop", "structure"]));
  deaf();
  unmount();
  await waitFor(() => expect(steps.at(-1)).toBe("stop"));
});
