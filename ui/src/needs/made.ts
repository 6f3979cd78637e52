// Needs made up for tests.
import type { Covered, Goal, GoalPart, GoalPerson, GoalStep, Helper, PersonRow } from "../host/wire.gen";

export const isOpen: Covered = {
  level: "open",
  words: "Nobody yet.",
  act: { type: "who_could_help" },
  label: "Who could help",
  people: [],
};

export const aHelper = (row: PersonRow, more: Partial<Helper> = {}): Helper => ({
  row,
  role: "knows",
  counts: true,
  words: "",
  ...more,
});

export const aPart = (id: number, what: string, more: Partial<GoalPart> = {}): GoalPart => ({
  id,
  help: "know_how",
  what,
  helpers: [],
  covered: isOpen,
  ...more,
});

export const inNeed = (row: PersonRow, more: Partial<GoalPerson> = {}): GoalPerson => ({
  row,
  shares: false,
  say: null,
  interest: null,
  roles: ["knows"],
  ...more,
});

export const aStep = (id: number, what: string, more: Partial<GoalStep> = {}): GoalStep => ({
  id,
  goal: 4,
  title: "Run a pilot",
  doer: "me",
  person: null,
  what,
  dueOn: null,
  dueWords: "",
  tone: "plain",
  dayText: "",
  done: "",
  ...more,
});

export const aNeed = (more: Partial<Goal> = {}): Goal => ({
  id: 4,
  title: "Run a pilot",
  why: "",
  state: "open",
  dueOn: null,
  dayText: "",
  summary: "No date.",
  outcome: "",
  parts: [],
  people: [],
  influences: [],
  steps: [],
  talks: [],
  ...more,
});
