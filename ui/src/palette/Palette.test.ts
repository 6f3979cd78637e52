import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aLine, aRow, aTalk, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Found, Sentence } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import type { Action, Ways } from "./options";
import Palette from "./Palette.svelte";

const user = userEvent.setup();
const samir = aRow(1, "Samir Haddoun", { organisation: "Pelagic Sensing" });
const sabine = aRow(2, "Sabine Orleth", { organisation: "St Alder Hospitals" });
let host: FakeHost;
let ways: Ways;
let actions: Action[];
let slow: (() => Promise<void>) | null;

const find = (text: string): Found => ({
  rows: [samir, sabine]
    .filter(({ name }) => name.toLowerCase().startsWith(text.trim().toLowerCase()))
    .map((row) => ({ row, matched: null })),
  more: false,
});
const talk = aTalk([1], { when: "9 March 2026" });
const log = aLine(
  { type: "log", talk },
  { words: "Log a phone call with Samir Haddoun", details: "Monday 9 March", people: [samir] },
  [
    [4, 8, "how"],
    [14, 19, "who"],
    [20, 29, "when"],
  ],
);
const understood = (text: string): Sentence | null =>
  /^log call with samir yesterday/.test(text)
    ? { question: null, refusal: null, is_new_name: false, lines: [log] }
    : null;
const field = (): HTMLInputElement => screen.getByRole("combobox");
const chosen = (): string =>
  document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.textContent ?? "";
const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

beforeEach(() => {
  slow = null;
  ways = {
    open: vi.fn(),
    event: vi.fn(),
    need: vi.fn(),
    log: vi.fn(),
    plan: vi.fn(),
    organisation: vi.fn(),
    showOnMap: vi.fn(),
    wayTo: vi.fn(),
    tie: vi.fn(),
    brief: vi.fn(),
    introduce: vi.fn(),
    draft: vi.fn(),
    say: vi.fn(),
    importFile: vi.fn(),
    lookFor: vi.fn(),
    who: vi.fn(),
  };
  actions = [
    { label: "Log a conversation", key: "Ctrl L", first: true, run: vi.fn() },
    { label: "Add a person", key: "Ctrl N", first: true, run: vi.fn() },
    { label: "Dark theme", run: vi.fn() },
  ];
  host = fakeHost({
    people_find: async ({ text }) => (await slow?.(), find(text)),
    sentence: async ({ text }) => (await slow?.(), understood(text)),
  });
  useHost(host);
  dialogs.close("search");
});

async function open(): Promise<HTMLButtonElement> {
  const before = document.createElement("button");
  document.body.append(before);
  before.focus();
  render(Palette, { actions: () => actions, ways });
  dialogs.show("search");
  await waitFor(() => expect(document.activeElement).toBe(field()));
  return before;
}

it("opens with the focus in the field, walks with the arrows, and gives the focus back", async () => {
  const before = await open();
  expect(screen.getAllByRole("option").map(({ textContent }) => tidy(textContent ?? ""))).toEqual([
    "Log a conversation Ctrl L",
    "Add a person Ctrl N",
  ]);
  expect(chosen()).toContain("Log a conversation");
  await user.keyboard("{ArrowDown}");
  expect(chosen()).toContain("Add a person");
  expect(screen.getAllByRole("option").map((option) => option.getAttribute("aria-selected"))).toEqual([
    "false",
    "true",
  ]);
  await user.keyboard("{ArrowDown}{ArrowUp}");
  expect(chosen()).toContain("Add a person");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(document.activeElement).toBe(before);
  expect(actions[1]?.run).not.toHaveBeenCalled();
});

it("begins with whom one was busy with lately, and opens the last of them", async () => {
  host.answers.people_lately = async () => [
    { row: sabine, did: "log_interaction", when: "today", talked: "October 2026" },
    { row: samir, did: "edit_person", when: "yesterday", talked: null },
  ];
  await open();
  await screen.findByRole("group", { name: "Lately" });
  expect(screen.getAllByRole("option").map(({ textContent }) => tidy(textContent ?? ""))).toEqual([
    "SO Sabine Orleth talked October 2026↵",
    "SH Samir Haddoun changed yesterday",
    "Log a conversation Ctrl L",
    "Add a person Ctrl N",
  ]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(ways.open).toHaveBeenCalledWith(2));
});

it("looks for what was typed in the notes, below everything else", async () => {
  await open();
  await user.keyboard("s");
  await screen.findByRole("option", { name: /Orleth/ });
  expect(screen.queryByRole("option", { name: /Look for/ })).toBeNull();
  await user.keyboard("a  lab");
  const last = await screen.findByRole("option", { name: "Look for “sa lab” in your notes" });
  expect(screen.getAllByRole("option").at(-1)).toBe(last);
  await user.click(last);
  await waitFor(() => expect(ways.lookFor).toHaveBeenCalledWith("sa lab"));
});

it("opens whoever was found, and runs only once the window is gone", async () => {
  const before = await open();
  let at: Element | null = null;
  vi.mocked(ways.open).mockImplementation(() => void (at = document.activeElement));
  await user.keyboard("sa");
  await screen.findByRole("option", { name: /Orleth/ });
  expect(screen.getByRole("group", { name: "People" })).toBeTruthy();
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(ways.open).toHaveBeenCalledWith(2));
  expect(at).toBe(before);
  expect(dialogs.is("search")).toBe(false);
});

it("logs a sentence at once, or opens it with a note first", async () => {
  await open();
  await user.keyboard("log call with samir yesterday");
  await screen.findByText("Log a phone call with Samir Haddoun");
  expect([...document.querySelectorAll(".tk")].map(({ textContent }) => textContent)).toEqual([
    "call",
    "samir",
    "yesterday",
  ]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(ways.say).toHaveBeenCalledWith(log));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  dialogs.show("search");
  await waitFor(() => expect(document.activeElement).toBe(field()));
  expect(field().value).toBe("");
  await user.type(field(), "log call with samir yesterday");
  await user.keyboard("{Shift>}{Enter}{/Shift}");
  await waitFor(() => expect(ways.log).toHaveBeenCalledWith([samir], talk));
  expect(ways.say).toHaveBeenCalledTimes(1);
});

it("means the newest text when Enter comes before the answer", async () => {
  await open();
  const waiting: (() => void)[] = [];
  slow = () => new Promise((done) => waiting.push(done));
  await user.keyboard("log call with samir yesterday{Enter}");
  expect(ways.say).not.toHaveBeenCalled();
  // The oldest answers come last.
  while (waiting.length > 0) waiting.pop()?.();
  await waitFor(() => expect(ways.say).toHaveBeenCalledWith(log));
  expect(actions[0]?.run).not.toHaveBeenCalled();
});

it("asks where a sentence has two meanings: Enter waits until one was chosen", async () => {
  const other = aLine({ type: "log", talk: aTalk([2]) }, { words: "Log a phone call with Sabine Orleth" });
  host.answers.sentence = async () => ({
    question: "Who is meant?",
    refusal: null,
    is_new_name: false,
    lines: [log, other],
  });
  await open();
  await user.keyboard("called sa");
  await screen.findByRole("group", { name: "Who is meant?" });
  expect(chosen()).toBe("");
  expect(screen.getByRole("status").textContent).toContain("Who is meant?");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(chosen()).toContain("Log a phone call with Samir Haddoun"));
  expect(ways.say).not.toHaveBeenCalled();
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(ways.say).toHaveBeenCalledWith(other));
});

it("says why a sentence cannot be done, and adds nobody by Enter alone", async () => {
  const person = { name: "Jonas Weber", email: "", phone: "", organisation: "", role: "" };
  const add = aLine({ type: "add", person, talk: null }, { words: "Add Jonas Weber as a person" });
  host.answers.sentence = async () => ({
    question: null,
    refusal: "Nobody is called “jonas”.",
    is_new_name: false,
    lines: [add],
  });
  await open();
  await user.keyboard("called jonas{Enter}");
  await screen.findByText("Nobody is called “jonas”.");
  expect(ways.say).not.toHaveBeenCalled();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(ways.say).toHaveBeenCalledWith(add));
});

it("underlines what is kept as note in its own way", async () => {
  const noted = aLine({ type: "log", talk }, {}, [
    [0, 6, "how"],
    [7, 12, "who"],
    [13, 15, "note"],
  ]);
  host.answers.sentence = async () => ({ question: null, refusal: null, is_new_name: false, lines: [noted] });
  await open();
  await user.keyboard("called samir 🙂🙂");
  await waitFor(() => expect(document.querySelector(".tk-note")?.textContent).toBe("🙂🙂"));
});

it("logs with the best match by its key, and leaves a letter that is being composed alone", async () => {
  await open();
  await user.keyboard("sami");
  await screen.findByRole("option", { name: /Log a conversation with Samir/ });
  await fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
  expect(dialogs.is("search")).toBe(true);
  await user.keyboard("{Control>}l{/Control}");
  await waitFor(() => expect(ways.log).toHaveBeenCalledWith([samir]));
});

it("finds a way in to the best match by its key, and asks to whom where nothing is typed", async () => {
  const way = vi.fn();
  actions = [...actions, { label: "Find a way in", key: "Ctrl I", run: way }];
  await open();
  await user.keyboard("{Control>}i{/Control}");
  await waitFor(() => expect(way).toHaveBeenCalledOnce());
  dialogs.show("search");
  await waitFor(() => expect(document.activeElement).toBe(field()));
  await user.keyboard("sami{Control>}i{/Control}");
  await waitFor(() => expect(ways.wayTo).toHaveBeenCalledWith(1));
});

it("leads from an organisation to the people there", async () => {
  host.answers.organisations_find = async ({ text, limit }) =>
    text === "pela" && limit === 3 ? [{ id: 5, name: "Pelagic Sensing", people: 4 }] : [];
  await open();
  await user.keyboard("pela");
  await screen.findByRole("group", { name: "Organisations" });
  expect(tidy(chosen())).toBe("Pelagic Sensing 4 people↵");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(ways.organisation).toHaveBeenCalledWith(5));
});

it("says that nobody was found and has the next step chosen", async () => {
  const person = { name: "Brzezin", email: "", phone: "", organisation: "", role: "" };
  const add = aLine({ type: "add", person, talk: null }, { words: "Add Brzezin as a person" });
  host.answers.sentence = async () => ({ question: null, refusal: null, is_new_name: true, lines: [add] });
  await open();
  await user.keyboard("brzezin");
  await screen.findByText(/has “brzezin” in it/);
  expect(chosen()).toContain("Add Brzezin as a person");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(ways.say).toHaveBeenCalledWith(add));
});

it("stands by what works when the book does not answer", async () => {
  Object.assign(host.answers, { people_find: () => Promise.reject({ code: "internal", message: "No.", field: null }) });
  await open();
  await user.keyboard("dark");
  await user.click(await screen.findByRole("option", { name: /Dark theme/ }));
  await waitFor(() => expect(actions[2]?.run).toHaveBeenCalledOnce());
});
