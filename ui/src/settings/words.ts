// What Settings says: changes of the past, backups, keys.
import type { Backup, Operation } from "../host/wire.gen";
import { count, size } from "../shared/counts";

const people = (n: number): string => count(n, "person", "people");

/** A sentence about a past change, in pieces: `strong` is whom or what it was about. */
export type Said = { before: string; strong: string; after: string };
const said = (before: string, strong = "", after = ""): Said => ({ before, strong, after });

/** A change of settings is about one of them, by its own name. */
const settingWords: Record<string, string> = {
  theme: "the theme",
  textScale: "the text size",
  country: "the phone country",
  me: "what Kith knows about you",
  workingHours: "the working hours",
  daysOff: "the days off",
  remind: "whether you are reminded",
  hideNames: "names in notifications",
  background: "running in the background",
  warmth: "how warmth is counted",
  ties: "what ties count",
};

export function operationWords({ kind, subject, count: n }: Pick<Operation, "kind" | "subject" | "count">): Said {
  const who = n > 1 ? people(n) : subject || "someone";
  switch (kind) {
    case "add_person":
      return said("Added ", who);
    case "edit_person":
      return said("Changed ", who);
    case "edit_people":
      return said("Changed ", who);
    case "trash":
      return said("Moved ", who, " to the trash");
    case "restore":
      return said("Brought ", who, " back");
    case "import":
      return said("Imported ", subject || "cards", n > 0 ? `, ${people(n)}` : "");
    case "settings":
      return said("Changed ", settingWords[subject] ?? "a setting");
    case "log_interaction":
      return said("Logged a conversation with ", who);
    case "edit_interaction":
      return said("Changed a conversation with ", who);
    case "delete_interaction":
      return said("Removed a conversation with ", who);
    case "plan_check_in":
      return said("Planned a check-in with ", who);
    case "edit_check_in":
      return said("Moved the check-in with ", who);
    case "cancel_check_in":
      return said("Cancelled a check-in with ", who);
    case "snooze":
      return said("Snoozed ", who);
    case "skip":
      return said("Skipped ", who, " this time");
    case "answer":
      return said("Marked ", who, " as done");
    case "kinds":
      return said("Changed kinds of people: ", subject);
    case "add_tie":
      return said("Drew the tie of ", who);
    case "edit_tie":
      return said("Changed the tie of ", who);
    case "remove_tie":
      return said("Removed the tie of ", who);
    case "decide_ties":
      return said("Decided on ", count(n, "proposed tie"));
    case "pin":
      return said("Pinned ", who, " on the map");
    case "unpin":
      return said("Unpinned ", who, " on the map");
    case "read_book":
      return said("Read the book ", subject);
    case "undo":
      return said("Took a change back", "", subject ? `: ${subject}` : "");
    case "redo":
      return said("Did a change again", "", subject ? `: ${subject}` : "");
    default:
      return said("Changed ", who);
  }
}

const why: Record<Backup["why"], string> = {
  daily: "Once a day",
  before_upgrade: "Before a newer Kith",
  before_import: "Before an import",
  before_restore: "Before another one was restored",
  by_hand: "Made by you",
};

export const backupWords = (backup: Pick<Backup, "why" | "people">): string =>
  [why[backup.why] ?? "", backup.people === null ? "cannot be read" : people(backup.people)].filter(Boolean).join(", ");

export const placeWords = ({ people: n, bytes }: { people: number; bytes: number }): string =>
  `${people(n)}, ${size(bytes)}`;

export const leftWords = (days: number): string => (days <= 0 ? "goes today" : count(days, "day") + " left");

/** Text sizes that the two buttons lead through. */
export const scales = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** The next size up or down from where one is. */
export function nextScale(now: number, step: 1 | -1): number {
  const near = 0.001;
  const next =
    step > 0 ? scales.find((scale) => scale > now + near) : [...scales].reverse().find((scale) => scale < now - near);
  return next ?? now;
}

/** A list as it is written in one line: "mara@holm.example, m.holm@work.example". */
export const listed = (values: readonly string[]): string => values.join(", ");
export const unlisted = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((value) => value.trim())
      .filter(Boolean),
  ),
];
