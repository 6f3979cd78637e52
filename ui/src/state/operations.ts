// The words of every kind of change: for the history in Settings, and for what undo and redo took back.
import type { HourClock, Operation, OperationKind, Settings } from "../host/wire.gen";
import { count, number, when } from "../shared/counts";

type Change = Pick<Operation, "kind" | "subject" | "count"> & Partial<Pick<Operation, "what">>;

/** A sentence about a past change, in pieces: `strong` is whom or what it was about. */
export type Said = { before: string; strong: string; after: string };

/** `subject`: whom or what it was about, by name, or empty; `count`: how many people or things. */
type About = {
  subject: string;
  count: number;
  /** The person by name, or the number of people; "someone" who is gone for good has no name any more. */
  who: string;
};
type Words = {
  /** In the history: "Moved Pavel Drenko to the trash". */
  past: (about: About, clock: HourClock) => Said;
  /** After "Taken back: ", "moving Pavel Drenko to the trash". */
  step: (about: About) => string;
};

const people = (n: number): string => count(n, "person", "people");
const said = (before: string, strong = "", after = ""): Said => ({ before, strong, after });

/** A change of settings is about one of them, by its own name. */
const settingWords: Partial<Record<keyof Settings, string>> = {
  theme: "the theme",
  textScale: "the text size",
  country: "the phone country",
  dateOrder: "how dates in numbers are read",
  weekStart: "the day on which a week begins",
  hourClock: "how times are shown",
  me: "what Kith knows about you",
  workingHours: "the working hours",
  daysOff: "the days off",
  comfortablePerDay: "how many a day are comfortable",
  weekdayShares: "the easy weekdays",
  levelDays: "whether the days are levelled",
  revivePerWeek: "how many are worth reviving",
  remind: "whether you are reminded",
  dateNotice: "when you are told of dates",
  draftTemplates: "the words of drafts",
  wordsAMinute: "how fast you speak",
  showReflect: "whether Reflect is in the sidebar",
  hideNames: "names in notifications",
  background: "running in the background",
  warmth: "how warmth is counted",
  ties: "what ties count",
};
const settingNamed = (name: string): string =>
  (settingWords as Record<string, string | undefined>)[name] ?? "a setting";

const operations: Record<OperationKind, Words> = {
  add_person: {
    past: ({ who }) => said("Added ", who),
    step: ({ who }) => `adding ${who}`,
  },
  edit_person: {
    past: ({ who }) => said("Changed ", who),
    step: ({ who }) => `a change to ${who}`,
  },
  edit_people: {
    past: ({ who }) => said("Changed ", who),
    step: ({ who }) => `a change to ${who}`,
  },
  trash: {
    past: ({ who }) => said("Moved ", who, " to the trash"),
    step: ({ who }) => `moving ${who} to the trash`,
  },
  restore: {
    past: ({ who }) => said("Brought ", who, " back"),
    step: ({ who }) => `bringing ${who} back`,
  },
  import: {
    past: ({ subject, count }) => said("Imported ", subject || "cards", count > 0 ? `, ${people(count)}` : ""),
    step: ({ subject }) => `the import of ${subject}`,
  },
  settings: {
    past: ({ subject }) => said("Changed ", settingNamed(subject)),
    step: () => "a change in Settings",
  },
  read_book: {
    past: ({ subject }) => said("Read the book ", subject),
    step: () => "reading a book",
  },
  restore_backup: {
    past: ({ subject }, clock) => said("Went back to the backup of ", when(subject, clock)),
    step: () => "going back to a backup",
  },
  log_interaction: {
    past: ({ who }) => said("Logged a conversation with ", who),
    step: ({ who }) => `a conversation with ${who}`,
  },
  edit_interaction: {
    past: ({ who }) => said("Changed a conversation with ", who),
    step: ({ who }) => `a change to a conversation with ${who}`,
  },
  delete_interaction: {
    past: ({ who }) => said("Removed a conversation with ", who),
    step: ({ who }) => `deleting a conversation with ${who}`,
  },
  plan_check_in: {
    past: ({ who }) => said("Planned a check-in with ", who),
    step: ({ who }) => `a check-in with ${who}`,
  },
  edit_check_in: {
    past: ({ who }) => said("Moved the check-in with ", who),
    step: ({ who }) => `a change to a check-in with ${who}`,
  },
  cancel_check_in: {
    past: ({ who }) => said("Cancelled a check-in with ", who),
    step: ({ who }) => `cancelling a check-in with ${who}`,
  },
  snooze: {
    past: ({ who }) => said("Snoozed ", who),
    step: ({ who }) => `snoozing ${who}`,
  },
  skip: {
    past: ({ who }) => said("Skipped ", who, " this time"),
    step: ({ who }) => `skipping ${who}`,
  },
  refuse_revival: {
    past: ({ who }) => said("Not now: ", who),
    step: ({ who }) => `that ${who} is not now`,
  },
  level_days: {
    past: ({ count: n }) => said("Levelled the days: ", count(n, "check-in"), " moved"),
    step: () => "levelling the days",
  },
  lengthen_rhythms: {
    past: ({ who }) => said("Lengthened the rhythm of ", who),
    step: ({ who }) => `lengthening the rhythm of ${who}`,
  },
  keep_rhythm: {
    past: ({ who }) => said("Kept the rhythm of ", who),
    step: ({ who }) => `keeping the rhythm of ${who}`,
  },
  fresh_start: {
    past: ({ count: n }) => said("Began from today: ", people(n)),
    step: () => "beginning from today",
  },
  answer: {
    past: ({ who }) => said("Marked ", who, " as done"),
    step: ({ who }) => `an answer to a reminder of ${who}`,
  },
  kinds: {
    past: ({ subject }) => said("Changed kinds of people: ", subject),
    step: () => "a change to the kinds",
  },
  add_tie: {
    past: ({ who }) => said("Drew the tie of ", who),
    step: ({ who }) => `the tie of ${who}`,
  },
  edit_tie: {
    past: ({ who }) => said("Changed the tie of ", who),
    step: ({ who }) => `a change to the tie of ${who}`,
  },
  remove_tie: {
    past: ({ who }) => said("Removed the tie of ", who),
    step: ({ who }) => `removing the tie of ${who}`,
  },
  decide_ties: {
    past: ({ count: n }) => said("Decided on ", count(n, "proposed tie")),
    step: ({ count: n }) => `what you said of ${n === 1 ? "a proposed tie" : `${number(n)} proposed ties`}`,
  },
  add_topic: {
    past: ({ who }) => said("Added a topic of ", who),
    step: ({ who }) => `a topic of ${who}`,
  },
  remove_topic: {
    past: ({ who }) => said("Removed a topic of ", who),
    step: ({ who }) => `removing a topic of ${who}`,
  },
  my_topics: {
    past: () => said("Changed what you offer, look for or know about"),
    step: () => "a change to your topics",
  },
  rename_topic: {
    past: ({ subject }) => said("Renamed the topic ", subject),
    step: ({ subject }) => `renaming the topic ${subject}`,
  },
  edit_attribute: {
    past: ({ subject }) => said("Changed the attribute ", subject),
    step: ({ subject }) => `a change to the attribute ${subject}`,
  },
  set_attribute: {
    past: ({ who }) => said("Said an attribute of ", who),
    step: ({ who }) => `an attribute of ${who}`,
  },
  set_communication: {
    past: ({ who }) => said("Said how to talk with ", who),
    step: ({ who }) => `how to talk with ${who}`,
  },
  add_fact: {
    past: ({ who }) => said("Added a line about ", who),
    step: ({ who }) => `a line about ${who}`,
  },
  edit_fact: {
    past: ({ who }) => said("Changed a line about ", who),
    step: ({ who }) => `a change to a line about ${who}`,
  },
  remove_fact: {
    past: ({ who }) => said("Removed a line about ", who),
    step: ({ who }) => `removing a line about ${who}`,
  },
  add_event: {
    past: ({ subject }) => said("Wrote down the event ", subject),
    step: ({ subject }) => `the event ${subject}`,
  },
  edit_event: {
    past: ({ subject }) => said("Changed the event ", subject),
    step: ({ subject }) => `a change to the event ${subject}`,
  },
  remove_event: {
    past: ({ subject }) => said("Removed the event ", subject),
    step: ({ subject }) => `removing the event ${subject}`,
  },
  set_how_met: {
    past: ({ who }) => said("Said how you met ", who),
    step: ({ who }) => `how you met ${who}`,
  },
  answer_first_step: {
    past: ({ who }) => said("A first step with ", who),
    step: ({ who }) => `a first step with ${who}`,
  },
  let_follow_ups_be: {
    past: ({ who }) => said("Let the follow-up with ", who, " be"),
    step: ({ who }) => `letting the follow-up with ${who} be`,
  },
  set_reflection: {
    past: ({ who }) => said("Reflected on a conversation with ", who),
    step: ({ who }) => `the reflection on a conversation with ${who}`,
  },
  answer_quarter: {
    past: ({ subject }) => said("Answered the quarter ", subject),
    step: ({ subject }) => `the answers of the quarter ${subject}`,
  },
  add_pitch: {
    past: ({ subject }) => said("Added the pitch ", subject),
    step: ({ subject }) => `the pitch ${subject}`,
  },
  edit_pitch: {
    past: ({ subject }) => said("Changed the pitch ", subject),
    step: ({ subject }) => `a change to the pitch ${subject}`,
  },
  remove_pitch: {
    past: ({ subject }) => said("Removed the pitch ", subject),
    step: ({ subject }) => `removing the pitch ${subject}`,
  },
  add_commitment: {
    past: ({ who }) => said("Added a promise with ", who),
    step: ({ who }) => `a promise with ${who}`,
  },
  edit_commitment: {
    past: ({ who }) => said("Changed a promise with ", who),
    step: ({ who }) => `a change to a promise with ${who}`,
  },
  move_commitment: {
    past: ({ who }) => said("Gave a promise with ", who, " another day"),
    step: ({ who }) => `another day for a promise with ${who}`,
  },
  keep_commitment: {
    past: ({ who }) => said("A promise with ", who, " was kept"),
    step: ({ who }) => `that a promise with ${who} was kept`,
  },
  break_commitment: {
    past: ({ who }) => said("A promise with ", who, " did not come about"),
    step: ({ who }) => `that a promise with ${who} did not come about`,
  },
  drop_commitment: {
    past: ({ who }) => said("Let a promise with ", who, " go"),
    step: ({ who }) => `letting a promise with ${who} go`,
  },
  set_next_line: {
    past: ({ who }) => said("Changed the line for next time with ", who),
    step: ({ who }) => `the line for next time with ${who}`,
  },
  add_share: {
    past: ({ who }) => said("Kept something to share with ", who),
    step: ({ who }) => `something to share with ${who}`,
  },
  edit_share: {
    past: ({ who }) => said("Changed something to share with ", who),
    step: ({ who }) => `a change to something to share with ${who}`,
  },
  remove_share: {
    past: ({ who }) => said("Removed something to share with ", who),
    step: ({ who }) => `removing something to share with ${who}`,
  },
  mark_shared: {
    past: ({ who }) => said("Shared something with ", who),
    step: ({ who }) => `that something was shared with ${who}`,
  },
  unmark_shared: {
    past: ({ who }) => said("Something is to be shared with ", who, " again"),
    step: ({ who }) => `that something is to be shared with ${who} again`,
  },
  rest_opener: {
    past: ({ who }) => said("Let a line to begin with ", who, " rest"),
    step: ({ who }) => `that a line to begin with ${who} rests`,
  },
  reopen_commitment: {
    past: ({ who }) => said("Opened a promise with ", who, " again"),
    step: ({ who }) => `opening a promise with ${who} again`,
  },
  add_exchange: {
    past: ({ who }) => said("Wrote down give and take with ", who),
    step: ({ who }) => `give and take with ${who}`,
  },
  edit_exchange: {
    past: ({ who }) => said("Changed give and take with ", who),
    step: ({ who }) => `a change to give and take with ${who}`,
  },
  remove_exchange: {
    past: ({ who }) => said("Removed give and take with ", who),
    step: ({ who }) => `removing give and take with ${who}`,
  },
  return_exchange: {
    past: ({ who }) => said("Something lent came back: ", who),
    step: ({ who }) => `that something lent came back from ${who}`,
  },
  settle_exchanges: {
    past: ({ who }) => said("Called give and take with ", who, " settled"),
    step: ({ who }) => `settling give and take with ${who}`,
  },
  unsettle_exchanges: {
    past: ({ who }) => said("Counted give and take with ", who, " again"),
    step: ({ who }) => `counting give and take with ${who} again`,
  },
  set_boundaries: {
    past: ({ who }) => said("Said the boundaries with ", who),
    step: ({ who }) => `saying the boundaries with ${who}`,
  },
  add_conflict: {
    past: ({ who }) => said("Noted a conflict of interest with ", who),
    step: ({ who }) => `noting a conflict of interest with ${who}`,
  },
  edit_conflict: {
    past: ({ who }) => said("Changed a conflict of interest with ", who),
    step: ({ who }) => `changing a conflict of interest with ${who}`,
  },
  remove_conflict: {
    past: ({ who }) => said("Removed a conflict of interest with ", who),
    step: ({ who }) => `removing a conflict of interest with ${who}`,
  },
  set_nature: {
    past: ({ who }) => said("Said the nature of it with ", who),
    step: ({ who }) => `saying the nature of it with ${who}`,
  },
  add_introduction: {
    past: ({ subject }) => said("Began an introduction of ", subject || "two people"),
    step: ({ subject }) => `an introduction of ${subject || "two people"}`,
  },
  step_introduction: {
    past: ({ subject }) => said("Took an introduction of ", subject || "two people", " further"),
    step: ({ subject }) => `a step of the introduction of ${subject || "two people"}`,
  },
  edit_introduction: {
    past: ({ subject }) => said("Changed why to introduce ", subject || "two people"),
    step: ({ subject }) => `a change to the introduction of ${subject || "two people"}`,
  },
  refuse_introduction: {
    past: ({ subject }) => said("Not to be introduced: ", subject || "two people"),
    step: ({ subject }) => `“not these two” of ${subject || "two people"}`,
  },
  allow_introduction: {
    past: ({ subject }) => said("May be introduced again: ", subject || "two people"),
    step: ({ subject }) => `that ${subject || "two people"} may be introduced`,
  },
  remove_introduction: {
    past: ({ subject }) => said("Removed the introduction of ", subject || "two people"),
    step: ({ subject }) => `removing the introduction of ${subject || "two people"}`,
  },
  add_goal: {
    past: ({ subject }) => said("Wrote down a need: ", subject),
    step: ({ subject }) => `the need ${subject}`,
  },
  edit_goal: {
    past: ({ subject }) => said("Changed the need ", subject),
    step: ({ subject }) => `a change to the need ${subject}`,
  },
  close_goal: {
    past: ({ subject }) => said("Finished the need ", subject),
    step: ({ subject }) => `finishing the need ${subject}`,
  },
  reopen_goal: {
    past: ({ subject }) => said("Opened the need ", subject, " again"),
    step: ({ subject }) => `opening the need ${subject} again`,
  },
  remove_goal: {
    past: ({ subject }) => said("Removed the need ", subject),
    step: ({ subject }) => `removing the need ${subject}`,
  },
  add_goal_step: {
    past: ({ subject }) => said("Added a step of ", subject),
    step: ({ subject }) => `a step of ${subject}`,
  },
  edit_goal_step: {
    past: ({ subject }) => said("Changed a step of ", subject),
    step: ({ subject }) => `a change to a step of ${subject}`,
  },
  finish_goal_step: {
    past: ({ subject }) => said("A step was done of ", subject),
    step: ({ subject }) => `that a step was done of ${subject}`,
  },
  reopen_goal_step: {
    past: ({ subject }) => said("Opened a step again of ", subject),
    step: ({ subject }) => `opening a step again of ${subject}`,
  },
  remove_goal_step: {
    past: ({ subject }) => said("Removed a step of ", subject),
    step: ({ subject }) => `removing a step of ${subject}`,
  },
  pin: {
    past: ({ who }) => said("Pinned ", who, " on the map"),
    step: ({ who }) => `pinning ${who} on the map`,
  },
  unpin: {
    past: ({ who }) => said("Unpinned ", who, " on the map"),
    step: ({ who }) => `unpinning ${who} on the map`,
  },
  undo: {
    past: ({ subject }) => said("Took a change back", "", subject ? `: ${subject}` : ""),
    step: () => "the last step",
  },
  redo: {
    past: ({ subject }) => said("Did a change again", "", subject ? `: ${subject}` : ""),
    step: () => "the last step",
  },
};

const about = ({ subject, count: n }: Change): About => ({
  subject,
  count: n,
  who: n > 1 ? people(n) : subject || "someone",
});

/** A past change, for the history in Settings; what it did follows a colon. */
export function operationWords(change: Change, clock: HourClock): Said {
  const said = operations[change.kind].past(about(change), clock);
  return change.what ? { ...said, after: `${said.after}: ${change.what}` } : said;
}

/** What a step was, so that "Taken back: …" can be understood. */
export const stepWords = (change: Change): string => operations[change.kind].step(about(change));
