// A made-up host, for tests. Nothing that ships imports it.
import type { Answer, Args, Host } from "./host";
import type {
  Changes,
  CommandName,
  Done,
  NewInteraction,
  PersonSummary,
  PersonPage,
  PersonRow,
  Relationship,
  StatusNow,
  SentenceLine,
  SentencePart,
  Settings,
  Told,
} from "./wire.gen";

/** What a made-up host answers to some commands. */
export type Answers = { [C in CommandName]?: (args: Args<C>) => Promise<Answer<C>> };

export type FakeHost = Host & {
  /** Tells the page something, as the shell would. */
  emit<E extends keyof Told>(event: E, payload: Told[E]): void;
  /** Every command that was asked for, oldest first, with its arguments; `{}` without any. */
  calls: { command: CommandName; args: unknown }[];
  /** What it answers from now on; a test may replace one. */
  answers: Answers;
};

export const noChanges: Changes = { people: [], allPeople: false, tables: [], book: false };
export const done = <T>(value: T, operation: number | null = null, changes: Partial<Changes> = {}): Done<T> => ({
  value,
  operation,
  changes: { ...noChanges, ...changes },
});

/** Answers what `answers` has an answer for, and refuses the rest. */
export function fakeHost(answers: Answers = {}): FakeHost {
  const handlers = new Map<string, Set<(payload: never) => void>>();
  const fake: FakeHost = {
    answers,
    calls: [],
    ask: (command, ...[args = {}]) => {
      fake.calls.push({ command, args });
      const answer = fake.answers[command] as ((args: unknown) => Promise<never>) | undefined;
      return answer
        ? answer(args)
        : Promise.reject({ code: "internal", message: `${command} is not answered here`, field: null });
    },
    on: (event, handler) => {
      const set = handlers.get(event) ?? new Set();
      handlers.set(event, set.add(handler));
      return () => set.delete(handler);
    },
    emit: (event, payload) => handlers.get(event)?.forEach((handler) => handler(payload as never)),
  };
  return fake;
}

export const aFace = (id: number, name: string, more: Partial<PersonSummary> = {}): PersonSummary => {
  const { initials, colour, photo, role, organisation, keptClose } = aRow(id, name);
  return { id, name, initials, colour, photo, role, organisation, keptClose, doNotAsk: false, trashed: false, ...more };
};

export const aRow = (id: number, name: string, more: Partial<PersonRow> = {}): PersonRow => ({
  id,
  name,
  initials: name
    .split(" ")
    .map((word) => word[0] ?? "")
    .join("")
    .slice(0, 2),
  colour: (id % 6) + 1,
  photo: null,
  role: "Analyst",
  organisation: "Fenwick Grey",
  kind: null,
  keptClose: false,
  warmth: null,
  quiet: false,
  status: null,
  statusWords: "",
  ...more,
});

export const aPage = (id: number, name: string, more: Partial<PersonPage> = {}): PersonPage => ({
  id,
  name: {
    display: name,
    prefix: "",
    given: name.split(" ")[0] ?? "",
    additional: "",
    family: name.split(" ").slice(1).join(" "),
    suffix: "",
  },
  nickname: "",
  initials: aRow(id, name).initials,
  colour: aRow(id, name).colour,
  photo: null,
  headline: "",
  relationship: null,
  contactPoints: [],
  affiliations: [],
  dates: [],
  dateNotice: { own: null, usual: "same_day" },
  notes: [],
  tags: [],
  cameFrom: [],
  trashedOn: null,
  warmth: null,
  checkIns: [],
  learned: null,
  talks: 0,
  standing: aStanding({
    status: more.relationship?.status ?? "active",
    pausedUntil: more.relationship?.pausedUntil ?? null,
  }),
  ...more,
});

export const aStanding = (more: Partial<StatusNow> = {}): StatusNow => ({
  status: "active",
  words: "",
  until: "",
  pausedUntil: null,
  since: "",
  reason: "",
  diedOn: null,
  remembered: false,
  purposeOver: false,
  ...more,
});

export const aRelationship = (more: Partial<Relationship> = {}): Relationship => ({
  category: "external",
  kind: null,
  purpose: "",
  purposeEndsOn: null,
  workplace: null,
  keptCloseOn: null,
  cadenceDays: null,
  latestDays: null,
  importance: 1,
  status: "active",
  pausedUntil: null,
  lastContactOn: null,
  nextDueOn: null,
  nextWords: null,
  doNotAsk: false,
  ...more,
});

/** The settings of a new book. */
export const theSettings = (more: Partial<Settings> = {}): Settings => ({
  theme: "system",
  textScale: 1,
  sidebar: "auto",
  country: "DE",
  dateOrder: null,
  weekStart: null,
  hourClock: null,
  systemCustoms: { region: "DE", dateOrder: "day_first", weekStart: "monday", hourClock: "twenty_four" },
  me: { names: [], emails: [], phones: [] },
  listFilter: {
    category: null,
    kinds: [],
    tags: [],
    quiet: false,
    noTalkForAYear: false,
    organisation: null,
    keptClose: false,
    archived: false,
    sort: "name",
  },
  onboarded: true,
  ties: { close: 0.8, colleague: 0.5, little: 0.25, notSure: 0.4 },
  mapSteps: "two",
  mapList: false,
  mapFilter: {
    category: null,
    kinds: [],
    organisations: [],
    tags: [],
    warmth: [],
    standings: [],
    hideMine: false,
    hideOthers: false,
    hideProposed: false,
  },
  workingHours: { days: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? { from: 540, to: 1020 } : null)) },
  daysOff: [],
  comfortablePerDay: 3,
  weekdayShares: ["full", "full", "full", "full", "full", "full", "full"],
  levelDays: true,
  revivePerWeek: 1,
  remind: true,
  dateNotice: "same_day",
  wordsAMinute: 140,
  showReflect: true,
  draftTemplates: {},
  hideNames: false,
  background: false,
  warmth: {
    inPerson: 1,
    video: 0.8,
    phone: 0.6,
    email: 0.35,
    chat: 0.35,
    text: 0.35,
    social: 0.35,
    notSaid: 0.35,
    halfLifePerCadence: 1.5,
    halfLifeWithout: 90,
    halfLifeLeast: 30,
    halfLifeMost: 365,
    saturation: 1.5,
  },
  ...more,
});

export const aTalk = (people: number[], more: Partial<NewInteraction> = {}): NewInteraction => ({
  people,
  when: "today",
  channel: "phone",
  title: "",
  minutes: null,
  startedBy: { type: "not_said" },
  note: "",
  attempt: false,
  closes: [],
  ...more,
});

/** A line with this intent; `parts` are ranges of characters and what they say. */
export const aLine = (
  intent: SentenceLine["intent"],
  more: Partial<SentenceLine> = {},
  parts: [number, number, SentencePart["kind"]][] = [],
): SentenceLine => ({
  intent,
  words: "Log a phone call",
  details: "",
  done: "Logged a phone call with Samir",
  people: [],
  parts: parts.map(([from, to, kind]) => ({ from, to, kind })),
  ...more,
});
