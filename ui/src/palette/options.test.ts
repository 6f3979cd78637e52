import { describe, expect, it, vi } from "vitest";
import { aLine, aRow, aTalk } from "../host/fake";
import type { Sentence, WhoKnows } from "../host/wire.gen";
import {
  groupsFor,
  isAsked,
  isNothing,
  matching,
  nothing,
  type Action,
  type Asked,
  type Group,
  type Ways,
} from "./options";

const ways: Ways = {
  open: vi.fn(),
  event: vi.fn(),
  need: vi.fn(),
  log: vi.fn(),
  plan: vi.fn(),
  organisation: vi.fn(),
  showOnMap: vi.fn(),
  wayTo: vi.fn(),
  tie: vi.fn(),
  who: vi.fn(),
  brief: vi.fn(),
  introduce: vi.fn(),
  draft: vi.fn(),
  say: vi.fn(),
  importFile: vi.fn(),
  lookFor: vi.fn(),
};
const action = (label: string, more: Partial<Action> = {}): Action => ({ label, run: vi.fn(), ...more });
const actions = [
  action("Log a conversation", { first: true, key: "Ctrl L" }),
  action("Add a person", { first: true }),
  action("Dark theme", { words: "appearance night" }),
  action("Settings: Warmth"),
  action("Settings: Working hours", { words: "days off" }),
];
const samir = aRow(1, "Samir Haddoun", { organisation: "Pelagic Sensing" });
const amir = aRow(2, "Amir Dastgheb", { organisation: "Bench & Signal" });
const asked = (more: Partial<Asked>): Asked => ({ ...nothing, ...more });
const said = (groups: Group[]): string[] =>
  groups.flatMap(({ title, options }) => [
    `${title}:`,
    ...options.map(({ label, sub, end }) =>
      [label.map(({ text }) => text).join(""), sub, end].filter(Boolean).join(" | "),
    ),
  ]);
const talk = aTalk([1], { when: "9 March 2026" });
const log = aLine(
  { type: "log", talk },
  { words: "Log a phone call with Samir Haddoun", details: "Monday 9 March, length not said", people: [samir] },
);
const sentence = (more: Partial<Sentence> = {}): Sentence => ({
  question: null,
  refusal: null,
  is_new_name: false,
  lines: [log],
  ...more,
});

describe("what quick search offers", () => {
  it("begins with what one does most", () => {
    expect(said(groupsFor(nothing, actions, ways))).toEqual(["Do:", "Log a conversation", "Add a person"]);
  });

  it("leads from a name to the person and to what can be done with them", () => {
    const groups = groupsFor(
      asked({
        text: "sa",
        people: [
          { row: samir, matched: null },
          { row: aRow(3, "Bo Dahl"), matched: "Sales lead" },
        ],
      }),
      actions,
      ways,
    );
    expect(said(groups)).toEqual([
      "People:",
      "Samir Haddoun | Pelagic Sensing",
      "Bo Dahl | Sales lead",
      "Do:",
      "Log a conversation with Samir",
      "Plan a check-in with Samir",
      "Show Samir on the map",
      "Find a way in to Samir",
      "Write a draft to Samir",
      "Add who Samir knows",
    ]);
    groups[0]?.options[0]?.run();
    expect(ways.open).toHaveBeenLastCalledWith(1);
    groups[1]?.options[0]?.run();
    expect(ways.log).toHaveBeenLastCalledWith([samir]);
    groups[1]?.options[1]?.run();
    expect(ways.plan).toHaveBeenLastCalledWith(samir);
    groups[1]?.options.slice(2).forEach(({ run }) => run());
    expect(
      [vi.mocked(ways.showOnMap), vi.mocked(ways.wayTo), vi.mocked(ways.tie)].map(({ mock }) => mock.lastCall),
    ).toEqual([[1], [1], [samir]]);
  });

  it("says a sentence in full, and the other ways to mean it", () => {
    const other = aLine(
      { type: "log", talk: aTalk([2]) },
      { words: "Log a phone call with Amir Dastgheb", people: [amir] },
    );
    const lines = [log, other];
    const text = "log call with samir yesterday";
    const groups = groupsFor(asked({ text, sentence: sentence({ lines }) }), actions, ways);
    expect(said(groups)).toEqual([
      "Do:",
      "Log a phone call with Samir Haddoun | Monday 9 March, length not said",
      "The same, with a note first",
      "Log a phone call with Amir Dastgheb",
    ]);
    groups[0]?.options.forEach(({ run }) => run());
    expect(vi.mocked(ways.say).mock.calls).toEqual([[log], [other]]);
    expect(ways.log).toHaveBeenLastCalledWith([samir], talk);
    const isOf = groupsFor(asked({ text, sentence: sentence({ lines, question: "Which Amir?" }) }), actions, ways);
    expect(said(isOf)[0]).toBe("Which Amir?:");
  });

  it("leads to where a sentence leads, and does the rest", () => {
    const line = (type: "way" | "map" | "tie" | "open" | "plan_dialog"): Sentence =>
      sentence({ lines: [aLine({ type, person: 2 }, { people: [amir] })] });
    for (const type of ["way", "map", "tie", "open", "plan_dialog"] as const)
      groupsFor(asked({ text: "x", sentence: line(type) }), [], ways)[0]?.options[0]?.run();
    expect(
      [ways.wayTo, ways.showOnMap, ways.tie, ways.open, ways.plan].map(
        (way) => vi.mocked<(whom: never) => void>(way).mock.lastCall,
      ),
    ).toEqual([[2], [2], [amir], [2], [amir]]);
  });

  it("puts other ways on below what was found where a sentence cannot be done", () => {
    const person = { name: "Jonas", email: "", phone: "", organisation: "", role: "" };
    const add = aLine({ type: "add", person, talk: null }, { words: "Add Jonas as a person" });
    const refused = sentence({ refusal: "Nobody is called “jonas”.", lines: [add] });
    const all = asked({ text: "dark jonas", people: [{ row: samir, matched: null }], sentence: refused });
    expect(said(groupsFor(all, [], ways))).toEqual([
      "Or:",
      "Samir Haddoun | Pelagic Sensing",
      "Instead:",
      "Add Jonas as a person",
    ]);
    expect(isAsked(all)).toBe(true);
    expect(isAsked(asked({ text: "x", sentence: sentence() }))).toBe(false);
    expect(isNothing(all, [])).toBe(false);
  });

  it("leads with adding somebody new, where the sentence says what is done with them", () => {
    const ana = { name: "Ana", email: "", phone: "", organisation: "", role: "" };
    const promise = { owedBy: "me" as const, what: "The notes", people: [-1], when: "" };
    const intent = { type: "several" as const, new: [ana], all: [{ type: "promise" as const, promise }] };
    const line = aLine(intent, { words: "Add Ana, and promise Ana: “The notes”" });
    const refused = sentence({ refusal: "Nobody is called “ana”.", lines: [line] });
    const all = asked({ text: "promise ana the notes", people: [{ row: samir, matched: null }], sentence: refused });
    const groups = groupsFor(all, [], ways);
    expect(said(groups)).toEqual([
      "Instead:",
      "Add Ana, and promise Ana: “The notes”",
      "Or:",
      "Samir Haddoun | Pelagic Sensing",
    ]);
    expect(isAsked(all)).toBe(true);
    groups[0]?.options[0]?.run();
    expect(ways.say).toHaveBeenLastCalledWith(line);
  });

  it("finds organisations: after people of that name, before everything else", () => {
    const alder = { id: 7, name: "St Alder Hospitals", people: 6 };
    const groups = groupsFor(
      asked({
        text: "al",
        people: [{ row: aRow(4, "Alma Ruud"), matched: null }],
        organisations: [alder, { id: 8, name: "Allard", people: 1 }],
      }),
      actions,
      ways,
    );
    expect(said(groups).slice(0, 5)).toEqual([
      "People:",
      "Alma Ruud | Fenwick Grey",
      "Organisations:",
      "St Alder Hospitals | 6 people",
      "Allard | 1 person",
    ]);
    expect(groups[1]?.options[0]?.label).toContainEqual({ text: "Al", hit: true });
    groups[1]?.options[0]?.run();
    expect(ways.organisation).toHaveBeenLastCalledWith(7);
    const only = asked({
      text: "dark",
      people: [{ row: samir, matched: "a dark room" }],
      organisations: [{ id: 9, name: "Dark Matter Labs", people: 2 }],
    });
    expect(said(groupsFor(only, actions, ways))).toEqual([
      "Organisations:",
      "Dark Matter Labs | 2 people",
      "Do:",
      "Dark theme",
      "People:",
      "Samir Haddoun | a dark room",
    ]);
    expect(isNothing(asked({ text: "zz", organisations: [alder] }), actions)).toBe(false);
    expect(said(groupsFor(asked({ text: "zz", organisations: [alder] }), actions, ways))).toEqual([
      "Organisations:",
      "St Alder Hospitals | 6 people",
    ]);
  });

  it("finds needs by their words, and leads to them", () => {
    const needs = [{ id: 4, title: "Run a pilot", state: "open" as const, words: "No date", outcome: "" }];
    const groups = groupsFor(asked({ text: "pilot", needs }), actions, ways);
    expect(said(groups)).toEqual(["Needs:", "Run a pilot | No date"]);
    groups[0]?.options[0]?.run();
    expect(ways.need).toHaveBeenLastCalledWith(4);
    expect(isNothing(asked({ text: "pilot", needs }), actions)).toBe(false);
  });

  it("puts what the app does before people in whose notes the word stands", () => {
    expect(
      said(groupsFor(asked({ text: "dark", people: [{ row: samir, matched: "a dark room" }] }), actions, ways)),
    ).toEqual(["Do:", "Dark theme", "People:", "Samir Haddoun | a dark room"]);
  });

  it("offers to add whom it does not find, after what else has the word", () => {
    const person = { name: "Brzezin", email: "", phone: "", organisation: "", role: "" };
    const add = aLine({ type: "add", person, talk: null }, { words: "Add Brzezin as a person" });
    const newName = sentence({ is_new_name: true, lines: [add] });
    const empty = asked({ text: " brzezin ", sentence: newName });
    expect(isNothing(empty, actions)).toBe(true);
    const groups = groupsFor(empty, actions, ways);
    expect(said(groups)).toEqual(["Do:", "Add Brzezin as a person", "Import a file"]);
    groups[0]?.options[0]?.run();
    expect(ways.say).toHaveBeenLastCalledWith(add);
    const also = asked({ text: "dark", sentence: newName });
    expect(isNothing(also, actions)).toBe(false);
    expect(said(groupsFor(also, actions, ways))).toEqual(["Do:", "Dark theme"]);
    expect(said(groupsFor(asked({ text: "ben knows priya" }), actions, ways))).toEqual([
      "Do:",
      "Look for “ben knows priya” in People",
      "Import a file",
    ]);
    expect(isNothing(nothing, [])).toBe(false);
  });
});

describe("who knows about something", () => {
  const who = (more: Partial<WhoKnows> = {}): WhoKnows => ({
    topic: "optics",
    summary: "",
    rows: [],
    more: false,
    mine: [],
    ...more,
  });
  const ask = aLine({ type: "who", asked: "knows", topic: "optics" }, { words: "Who knows about “optics”" });
  const text = "who knows about optics";

  it("is answered with rows: where it stands, and the way in to whoever is an introduction away", () => {
    const rows: WhoKnows["rows"] = [
      { row: samir, by: "offers", words: "Offers optics", through: null },
      { row: amir, by: "tag", words: "Tag “optics”", through: { person: 1, words: "Samir knows Amir closely." } },
    ];
    const answer = who({ summary: "One offers it, one an introduction away", rows });
    const groups = groupsFor(asked({ text, sentence: sentence({ lines: [ask] }), who: answer }), actions, ways);
    expect(said(groups)).toEqual([
      "Do:",
      "Who knows about “optics” | One offers it, one an introduction away",
      "They offer it:",
      "Samir Haddoun | Offers optics | Pelagic Sensing",
      "Through somebody you know:",
      "Amir Dastgheb | Tag “optics”. Samir knows Amir closely. | Way in",
    ]);
    groups[0]?.options[0]?.run();
    expect(ways.who).toHaveBeenLastCalledWith("knows", "optics");
    groups[2]?.options[0]?.run();
    expect(ways.wayTo).toHaveBeenLastCalledWith(2);
  });

  it("says that it is nobody", () => {
    const groups = groupsFor(asked({ text, sentence: sentence({ lines: [ask] }), who: who() }), actions, ways);
    expect(said(groups)).toEqual(["Do:", "Who knows about “optics” | Nobody in your book, as far as is written down"]);
  });
});

describe("actions of the app", () => {
  const found = (text: string): string[] => matching(actions, text).map(({ label }) => label);
  it("are found by the beginnings of their words, in any order, and by others one might use", () => {
    expect(found("the da")).toEqual(["Dark theme"]);
    expect(found("NIGHT")).toEqual(["Dark theme"]);
    expect(found("settings")).toEqual(["Settings: Warmth", "Settings: Working hours"]);
    expect(found("off")).toEqual(["Settings: Working hours"]);
    expect(found("heme")).toEqual([]);
    expect(found("ni")).toEqual([]);
    expect(found("wo")).toEqual(["Settings: Working hours"]);
    expect(matching([action("Search the list"), action("Theme")], "the").map(({ label }) => label)).toEqual([
      "Theme",
      "Search the list",
    ]);
  });
});
