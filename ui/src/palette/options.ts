// What quick search offers for what was typed: pure, so that every case can be tested without a window.
import FileUp from "@lucide/svelte/icons/file-up";
import BuildingComplex from "@lucide/svelte/icons/building-complex";
import Pencil from "@lucide/svelte/icons/pencil";
import UserPlus from "@lucide/svelte/icons/user-plus";
import type { Component } from "svelte";
import type { Channel, FoundRow, LogUnderstood, OrganisationFound, PersonRow } from "../host/wire.gen";
import { capital, count } from "../shared/counts";
import { asName, firstName, spoken, together } from "../shared/names";
import { doings } from "../state/doings";
import { ctrl } from "../state/keys";
import { hits, words, type Piece } from "./matching";
import type { Doing } from "./meaning";

export type Icon = Component<Record<string, unknown>>;
/**
 * Something the whole app can do. `words` are others one might look for; `first` stands there before anything is
 * typed.
 */
export type Action = { label: string; key?: string; words?: string; icon?: Icon; first?: boolean; run: () => void };

/** What quick search can do with people and talks; the views say how. */
export type Ways = {
  open: (person: number) => void;
  /** Opens the log dialog with these people, and how and when where that is known. */
  log: (people: PersonRow[], begin?: { channel: Channel; when: string }) => void;
  plan: (person: PersonRow) => void;
  /** Shows everybody who works there. */
  organisation: (id: number) => void;
  showOnMap: (person: number) => void;
  wayTo: (person: number) => void;
  /** Opens the dialog for who they know. */
  tie: (person: PersonRow) => void;
  /** Logs at once. */
  logNow: (people: PersonRow[], channel: Channel, when: string) => void;
  add: (name: string) => void;
  importFile: () => void;
  /** Shows who has these words in what is known of them. */
  lookFor: (words: string) => void;
  /** "a phone call". */
  talk: (channel: Channel) => string;
};

export type Option = {
  id: string;
  label: Piece[];
  sub?: string;
  end?: string;
  key?: string;
  face?: PersonRow;
  icon?: Icon;
  run: () => void;
};
export type Group = { title: string; options: Option[] };
export type Asked = {
  text: string;
  people: FoundRow[];
  organisations: OrganisationFound[];
  talk: LogUnderstood | null;
  meant: { does: Doing; people: PersonRow[] } | null;
};

export const nothing: Asked = { text: "", people: [], organisations: [], talk: null, meant: null };
export const withNote = "note";
export const withBest = "log";
export const wayToBest = "way";
const mostActions = 6;
const fewActions = 3;

const plain = (text: string): Piece[] => [{ text }];
const asOption = (action: Action): Option => ({
  id: `do ${action.label}`,
  label: plain(action.label),
  run: action.run,
  ...(action.key && { key: action.key }),
  ...(action.icon && { icon: action.icon }),
});

/**
 * Actions all of whose typed words begin a word of theirs: those first that begin with what was typed, then those that
 * have
 * it in their label, then, from three letters on, those one might look for by another word.
 */
export function matching(actions: readonly Action[], text: string): Action[] {
  const typed = words(text);
  if (typed.length === 0) return actions.filter(({ first }) => first);
  const begins = (all: readonly string[]): boolean => typed.every((word) => all.some((each) => each.startsWith(word)));
  const rank = ({ label, words: others = "" }: Action): number => {
    const own = words(label);
    if (typed.every((word, at) => own[at]?.startsWith(word))) return 0;
    if (begins(own)) return 1;
    return typed.join("").length > 2 && begins([...own, ...words(others)]) ? 2 : 3;
  };
  return [0, 1, 2].flatMap((wanted) => actions.filter((action) => rank(action) === wanted)).slice(0, mostActions);
}

function personOption({ row, matched }: FoundRow, text: string): Option {
  return {
    id: `person ${row.id}`,
    label: hits(spoken(row.name), text),
    end: spoken(matched ?? row.organisation),
    face: row,
    run: () => undefined,
  };
}

function organisationOption({ id, name, people }: OrganisationFound, text: string, ways: Ways): Option {
  return {
    id: `organisation ${id}`,
    label: hits(spoken(name), text),
    end: count(people, "person", "people"),
    icon: BuildingComplex,
    run: () => ways.organisation(id),
  };
}

/** The sentence: what Enter will do, said in full, and the ways beside it. */
function talkOptions(talk: LogUnderstood, ways: Ways): Option[] {
  const names = together(talk.people.map(({ name }) => spoken(name)));
  const [only, ...more] = talk.people;
  const begin = { channel: talk.channel, when: talk.when };
  const others = more.length > 0 ? [] : talk.others.slice(0, 3);
  return [
    {
      id: "talk",
      label: [{ text: `Log ${ways.talk(talk.channel)} with ${names}`, strong: true }],
      sub: `${capital(talk.whenWords)}, length not said`,
      ...(only && { face: only }),
      run: () => ways.logNow(talk.people, talk.channel, talk.when),
    },
    {
      id: withNote,
      label: plain("The same, with a note first"),
      icon: Pencil,
      key: "Shift ↵",
      run: () => ways.log(talk.people, begin),
    },
    ...others.map((other): Option => ({
      id: `instead ${other.id}`,
      label: plain(`With ${spoken(other.name)} instead`),
      end: spoken(other.organisation),
      face: other,
      run: () => ways.logNow([other], talk.channel, talk.when),
    })),
  ];
}

/** What is done with whom, the name standing out: "Find a way in to Gareth". */
function sentence(does: Doing | "log", name: string): Piece[] {
  const [before, after] = doings[does].sentence;
  return [...plain(before), { text: name, strong: true }, ...(after ? plain(after) : [])];
}

/** What was asked for, with whom it may mean: the likeliest first. */
function meantOptions({ does, people }: { does: Doing; people: PersonRow[] }, ways: Ways): Option[] {
  return people.map((row): Option => {
    const run: Record<Doing, () => void> = {
      way: () => ways.wayTo(row.id),
      plan: () => ways.plan(row),
      map: () => ways.showOnMap(row.id),
      tie: () => ways.tie(row),
      open: () => ways.open(row.id),
    };
    return {
      id: `meant ${row.id}`,
      end: spoken(row.organisation),
      face: row,
      label: sentence(does, spoken(row.name)),
      run: run[does],
    };
  });
}

function bestOptions(best: PersonRow, ways: Ways): Option[] {
  const name = firstName(best.name);
  const option = (does: Doing | "log", run: () => void): Pick<Option, "label" | "icon" | "run"> => ({
    label: sentence(does, name),
    icon: doings[does].icon,
    run,
  });
  return [
    { id: withBest, key: ctrl("L"), ...option("log", () => ways.log([best])) },
    { id: "plan", ...option("plan", () => ways.plan(best)) },
    { id: "map", ...option("map", () => ways.showOnMap(best.id)) },
    { id: wayToBest, key: ctrl("I"), ...option("way", () => ways.wayTo(best.id)) },
    { id: "tie", ...option("tie", () => ways.tie(best)) },
  ];
}

export function groupsFor(
  { text, people, organisations, talk, meant }: Asked,
  actions: readonly Action[],
  ways: Ways,
): Group[] {
  const found = people.map((row): Option => ({ ...personOption(row, text), run: () => ways.open(row.row.id) }));
  const places = organisations.map((each) => organisationOption(each, text, ways));
  const does = matching(actions, text).map(asOption);
  const group = (title: string, options: Option[]): Group[] => (options.length > 0 ? [{ title, options }] : []);
  if (text.trim() === "") return group("Do", does);
  if (talk) return [...group("Do", talkOptions(talk, ways)), ...group("Or", [...found, ...places, ...does])];
  if (meant) return [...group("Do", meantOptions(meant, ways)), ...group("Or", [...found, ...places, ...does])];
  const best = people.find(({ matched }) => matched === null)?.row;
  if (best)
    return [
      ...group("People", found),
      ...group("Organisations", places),
      ...group("Do", [...bestOptions(best, ways), ...does.slice(0, fewActions)]),
    ];
  // Nobody by that name: what the app can do comes before people in whose notes the word stands, but after an
  // organisation of that name.
  if (places.length + does.length + found.length > 0)
    return [...group("Organisations", places), ...group("Do", does), ...group("People", found)];
  const name = asName(text);
  return group("Do", [
    { id: "add", label: plain(`Add “${spoken(name)}” as a person`), icon: UserPlus, run: () => ways.add(name) },
    { id: "import", label: plain("Import a file"), icon: FileUp, run: ways.importFile },
  ]);
}

/** Nothing of all that is in the book. */
export const isNothing = ({ text, people, organisations, talk, meant }: Asked, actions: readonly Action[]): boolean =>
  text.trim() !== "" &&
  !talk &&
  !meant &&
  people.length + organisations.length === 0 &&
  matching(actions, text).length === 0;
