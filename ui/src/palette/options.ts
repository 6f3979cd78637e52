// What quick search offers for what was typed: pure, so that every case can be tested without a window.
import ArrowLeftRight from "@lucide/svelte/icons/arrow-left-right";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import Compass from "@lucide/svelte/icons/compass";
import FileUp from "@lucide/svelte/icons/file-up";
import BuildingComplex from "@lucide/svelte/icons/building-complex";
import Lightbulb from "@lucide/svelte/icons/lightbulb";
import Search from "@lucide/svelte/icons/search";
import Pencil from "@lucide/svelte/icons/pencil";
import UserPlus from "@lucide/svelte/icons/user-plus";
import type { Component } from "svelte";
import type {
  DraftSort,
  EventRow,
  FoundRow,
  GoalRow,
  NewInteraction,
  OrganisationFound,
  PersonRow,
  Sentence,
  SentenceLine,
  WhoAsked,
  WhoKnows,
  WhoRow,
} from "../host/wire.gen";
import { count } from "../shared/counts";
import { firstName, spoken } from "../shared/names";
import type { Face } from "../state/dialog.svelte";
import { doings } from "../state/doings";
import { ctrl } from "../state/keys";
import { whoGroups, whoWords } from "../state/who";
import { hits, words, type Piece } from "./matching";

export type Icon = Component<Record<string, unknown>>;
/**
 * Something the whole app can do. `words` are others one might look for; `first` stands there before anything is
 * typed.
 */
export type Action = { label: string; key?: string; words?: string; icon?: Icon; first?: boolean; run: () => void };

/** What quick search can do with people and talks; the views say how. */
export type Ways = {
  open: (person: number) => void;
  /** Opens the log dialog with these people, and the rest of the talk where that is known. */
  log: (people: PersonRow[], begin?: NewInteraction) => void;
  plan: (person: PersonRow) => void;
  /** Shows an event and who was there. */
  event: (id: number) => void;
  /** Shows a need. */
  need: (id: number) => void;
  /** Shows everybody who works there. */
  organisation: (id: number) => void;
  showOnMap: (person: number) => void;
  wayTo: (person: number) => void;
  /** Opens what to read before a talk with them. */
  brief: (person: number) => void;
  draft: (person: Face, sort?: DraftSort) => void;
  /** Opens the dialog for who they know. */
  tie: (person: PersonRow) => void;
  /** Opens the dialog that introduces them to each other. */
  introduce: (people: PersonRow[]) => void;
  /** Shows who knows about a topic, or looks for it. */
  who: (asked: WhoAsked, topic: string) => void;
  /** Does what a sentence says, at once. */
  say: (line: SentenceLine) => void;
  importFile: () => void;
  /** Shows who has these words in what is known of them. */
  lookFor: (words: string) => void;
};

export type Option = {
  id: string;
  label: Piece[];
  sub?: string;
  end?: string;
  key?: string;
  face?: PersonRow;
  icon?: Icon;
  /** The line of a sentence, whose parts are underlined while it is active. */
  line?: SentenceLine;
  run: () => void;
};
export type Group = { title: string; options: Option[] };
export type Asked = {
  text: string;
  people: FoundRow[];
  organisations: OrganisationFound[];
  /** Events whose name or place has the words; none where nothing was asked of them. */
  events?: EventRow[];
  /** Needs that have the words; none where nothing was asked of them. */
  needs?: GoalRow[];
  sentence: Sentence | null;
  /** The answer, where it is asked who knows about something. */
  who: WhoKnows | null;
};

/** What can be done with the best match of a name. */
type Doing = "way" | "draft" | "map" | "plan" | "tie" | "log";

export const nothing: Asked = { text: "", people: [], organisations: [], sentence: null, who: null };
export const withNote = "note";
export const withBest = "log";
export const wayToBest = "way";
const mostActions = 6;
/** How many of each group of an answer stand there. */
const fewAnswers = 4;
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

function needOption({ id, title, words }: GoalRow, text: string, ways: Ways): Option {
  return {
    id: `need ${id}`,
    label: hits(title, text),
    end: words,
    icon: Compass,
    run: () => ways.need(id),
  };
}

function eventOption({ id, name, words }: EventRow, text: string, ways: Ways): Option {
  return {
    id: `event ${id}`,
    label: hits(spoken(name), text),
    end: words,
    icon: CalendarDays,
    run: () => ways.event(id),
  };
}

/** What a sentence may mean: what Enter does, said in full, and the ways beside it. */
function sentenceOptions({ lines, question }: Sentence, who: WhoKnows | null, ways: Ways): Option[] {
  return lines.flatMap((line, index): Option[] => {
    const [face] = line.people;
    const icon = iconOf(line.intent);
    const option: Option = {
      id: `sentence ${index}`,
      label: index === 0 || question !== null ? [{ text: line.words, strong: true }] : plain(line.words),
      ...((line.details || (index === 0 && who)) && { sub: line.details || whoSummary(who) }),
      ...(face ? { face } : icon && { icon }),
      line,
      run: () => run(line, ways),
    };
    const { intent } = line;
    if (index > 0 || intent.type !== "log" || question !== null) return [option];
    return [
      option,
      {
        id: withNote,
        label: plain("The same, with a note first"),
        icon: Pencil,
        key: "Shift ↵",
        line,
        run: () => ways.log(line.people, intent.talk),
      },
    ];
  });
}

const whoSummary = (who: WhoKnows | null): string => who?.summary || "Nobody in your book, as far as is written down";

/** The first of an answer, in their groups; whoever is an introduction away leads to the way in. */
function answerGroups(who: WhoKnows | null, ways: Ways): Group[] {
  const option = (found: WhoRow): Option => ({
    id: `who ${found.row.id}`,
    label: [{ text: spoken(found.row.name), strong: true }],
    sub: whoWords(found),
    end: found.through ? "Way in" : spoken(found.row.organisation),
    face: found.row,
    run: () => (found.through ? ways.wayTo(found.row.id) : ways.open(found.row.id)),
  });
  const groups = who ? whoGroups(who) : [];
  return groups.map(({ title, rows }) => ({ title, options: rows.slice(0, fewAnswers).map(option) }));
}

/** That of what is done first, where it is several things; of somebody new. */
function iconOf(intent: SentenceLine["intent"]): Icon | undefined {
  if (intent.type !== "several") return icons[intent.type];
  const [first] = intent.all;
  return intent.new.length > 0 || !first ? UserPlus : icons[first.type];
}

const icons: Partial<Record<SentenceLine["intent"]["type"], Icon>> = {
  add: UserPlus,
  event: CalendarDays,
  need: Compass,
  give: ArrowLeftRight,
  plan: doings.plan.icon,
  promise: doings.promise.icon,
  log: doings.log.icon,
  who: Lightbulb,
};

/** Ways on that mean the sentence itself, where somebody is new or in the trash. */
const surely: readonly SentenceLine["intent"]["type"][] = ["several", "restore"];

/** What leads somewhere is the page's; the rest is done at once. */
function run(line: SentenceLine, ways: Ways): void {
  const { intent } = line;
  const [first] = line.people;
  switch (intent.type) {
    case "open":
      return ways.open(intent.person);
    case "way":
      return ways.wayTo(intent.person);
    case "map":
      return ways.showOnMap(intent.person);
    case "brief":
      return ways.brief(intent.person);
    case "draft":
      return first && ways.draft(first, intent.sort);
    case "tie":
      return first && ways.tie(first);
    case "introduce":
      return ways.introduce(line.people);
    case "who":
      return ways.who(intent.asked, intent.topic);
    case "plan_dialog":
      return first && ways.plan(first);
    case "add":
    case "archive":
    case "cool_off":
    case "end":
    case "event":
    case "give":
    case "keep_close":
    case "let_go":
    case "next_time":
    case "log":
    case "my_topic":
    case "need":
    case "pause":
    case "plan":
    case "promise":
    case "rest":
    case "restore":
    case "several":
    case "snooze":
    case "tag":
    case "take_up":
    case "topic":
    case "trash":
    case "untag":
      return ways.say(line);
  }
}

/** What is done with whom, the name standing out: "Find a way in to Gareth". */
function doingWords(does: Doing, name: string): Piece[] {
  const [before, after] = doings[does].sentence;
  return [...plain(before), { text: name, strong: true }, ...(after ? plain(after) : [])];
}

function bestOptions(best: PersonRow, ways: Ways): Option[] {
  const name = firstName(best.name);
  const option = (does: Doing, run: () => void): Pick<Option, "label" | "icon" | "run"> => ({
    label: doingWords(does, name),
    icon: doings[does].icon,
    run,
  });
  return [
    { id: withBest, key: ctrl("L"), ...option("log", () => ways.log([best])) },
    { id: "plan", ...option("plan", () => ways.plan(best)) },
    { id: "map", ...option("map", () => ways.showOnMap(best.id)) },
    { id: wayToBest, key: ctrl("I"), ...option("way", () => ways.wayTo(best.id)) },
    { id: "draft", ...option("draft", () => ways.draft(best)) },
    { id: "tie", ...option("tie", () => ways.tie(best)) },
  ];
}

export function groupsFor(
  { text, people, organisations, events = [], needs = [], sentence, who }: Asked,
  actions: readonly Action[],
  ways: Ways,
): Group[] {
  const found = people.map((row): Option => ({ ...personOption(row, text), run: () => ways.open(row.row.id) }));
  const places = organisations.map((each) => organisationOption(each, text, ways));
  const held = events.map((each) => eventOption(each, text, ways));
  const needed = needs.map((each) => needOption(each, text, ways));
  const does = matching(actions, text).map(asOption);
  const group = (title: string, options: Option[]): Group[] => (options.length > 0 ? [{ title, options }] : []);
  if (text.trim() === "") return group("Do", does);
  const said = sentence ? sentenceOptions(sentence, who, ways) : [];
  const others = [...found, ...places, ...held, ...needed, ...does];
  if (sentence?.is_new_name && others.length === 0) return group("Do", [...said, importFile(ways)]);
  // What adds somebody, or brings them back, and does what was said is likelier than what was found.
  const leads = sentence?.lines[0] && surely.includes(sentence.lines[0].intent.type);
  if (sentence?.refusal && leads) return [...group("Instead", said), ...group("Or", others)];
  if (sentence?.refusal) return [...group("Or", others), ...group("Instead", said)];
  if (said.length > 0 && !sentence?.is_new_name)
    return [...group(sentence?.question ?? "Do", said), ...answerGroups(who, ways), ...group("Or", others)];
  const best = people.find(({ matched }) => matched === null)?.row;
  if (best)
    return [
      ...group("People", found),
      ...group("Organisations", places),
      ...group("Events", held),
      ...group("Needs", needed),
      ...group("Do", [...bestOptions(best, ways), ...does.slice(0, fewActions)]),
    ];
  // Nobody by that name: what the app can do comes before people in whose notes the word stands, but after an
  // organisation of that name.
  if (others.length > 0)
    return [
      ...group("Organisations", places),
      ...group("Events", held),
      ...group("Needs", needed),
      ...group("Do", does),
      ...group("People", found),
    ];
  return group("Do", [lookFor(text, ways), importFile(ways)]);
}

/** What is not understood is looked for: nothing else should follow from Enter. */
const lookFor = (text: string, ways: Ways): Option => ({
  id: "look",
  label: plain(`Look for “${text.trim()}” in People`),
  icon: Search,
  run: () => ways.lookFor(text.trim()),
});

const importFile = (ways: Ways): Option => ({
  id: "import",
  label: plain("Import a file"),
  icon: FileUp,
  run: ways.importFile,
});

/** Whether Enter waits until a line was chosen: something is asked, or cannot be done as it was said. */
export const isAsked = ({ sentence }: Asked): boolean => sentence?.refusal != null || sentence?.question != null;

/** Nothing of all that is in the book. */
export const isNothing = (
  { text, people, organisations, events = [], needs = [], sentence }: Asked,
  actions: readonly Action[],
): boolean =>
  text.trim() !== "" &&
  (!sentence || sentence.is_new_name) &&
  people.length + organisations.length + events.length + needs.length === 0 &&
  matching(actions, text).length === 0;
