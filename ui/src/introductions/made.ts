// Made-up introductions, for tests. Nothing that ships imports it.
import type { Introduction, IntroductionSide, IntroductionsOf, PersonRow } from "../host/wire.gen";

export const aSide = (row: PersonRow, more: Partial<IntroductionSide> = {}): IntroductionSide => ({
  row,
  title: `Ask ${row.name}`,
  words: "",
  said: "",
  answer: null,
  waiting: false,
  mayAsk: true,
  mayAnswer: true,
  mayTellNo: false,
  mine: true,
  beforeAsking: [],
  earlier: [],
  ...more,
});

export const anIntroduction = (id: number, title: string, more: Partial<Introduction> = {}): Introduction => ({
  id,
  by: "me",
  stage: "asking",
  title,
  about: "You introduce them, since 1 March",
  next: "Ask Samir",
  why: "Samir needs coating capacity",
  sides: [],
  done: 0,
  steps: 6,
  mayMake: false,
  mayTell: false,
  mayThank: false,
  mayRest: true,
  mayTakeUp: false,
  madeOn: null,
  made: "",
  outcome: "",
  thanked: "",
  ...more,
});

export const introductionsOf = (more: Partial<IntroductionsOf> = {}): IntroductionsOf => ({
  open: [],
  made: [],
  rested: [],
  events: [],
  proposed: [],
  ...more,
});
