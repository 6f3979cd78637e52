// What the import says about itself.
import type {
  Decision,
  ImportFilter,
  ImportProgress,
  ImportReport,
  ImportRow,
  ImportSummary,
  MatchReason,
  SignAgainst,
} from "../host/wire.gen";
import { count, number, size } from "../shared/counts";

export const people = (n: number): string => count(n, "person", "people");
export const cards = (n: number): string => count(n, "card");

const list = (parts: string[]): string => parts.join(", ");

/** "214 cards: 180 new, 31 updates, 2 possible duplicates, 1 unreadable" */
export function summaryWords({ cards: all, counts }: Pick<ImportSummary, "cards" | "counts">): string {
  const parts = [
    counts.new > 0 && `${number(counts.new)} new`,
    counts.updates > 0 && count(counts.updates, "update"),
    counts.duplicates > 0 && count(counts.duplicates, "possible duplicate"),
    counts.unchanged > 0 && `${number(counts.unchanged)} unchanged`,
    counts.groups > 0 && count(counts.groups, "group"),
    counts.me > 0 && (counts.me === 1 ? "1 is you" : `${number(counts.me)} are you`),
    counts.unreadable > 0 && `${number(counts.unreadable)} unreadable`,
  ].filter((part): part is string => typeof part === "string");
  return parts.length === 0 ? cards(all) : `${cards(all)}: ${list(parts)}`;
}

/** Below the summary once some are kept close. */
export function closeWords({ willImport, keepClose }: Pick<ImportSummary, "willImport" | "keepClose">): string {
  const come = `${people(willImport)} ${willImport === 1 ? "comes" : "come"} in`;
  return `${come}. You keep ${number(keepClose)} of them close so far.`;
}

/** The button that imports. Groups come in as tags and are not counted. */
export const importWords = ({ willImport, keepClose }: Pick<ImportSummary, "willImport" | "keepClose">): string =>
  willImport === 0
    ? "Import"
    : keepClose > 0
      ? `Import ${number(willImport)}, keep ${number(keepClose)} close`
      : `Import ${people(willImport)}`;

export type Show = ImportFilter["show"];

/** What can be shown; what there is none of is left out, except what everybody looks for. */
export function segments(summary: ImportSummary, skipped: number): { value: Show; label: string }[] {
  const { counts } = summary;
  const all: { value: Show; word: string; n: number; always?: boolean }[] = [
    { value: "all", word: "All", n: summary.cards, always: true },
    { value: "to_decide", word: "To decide", n: summary.toDecide, always: counts.duplicates + counts.unreadable > 0 },
    { value: "updates", word: "Updates", n: counts.updates },
    { value: "new", word: "New", n: counts.new },
    { value: "unchanged", word: "Unchanged", n: counts.unchanged },
    { value: "skipped", word: "Skipped", n: skipped },
  ];
  return all
    .filter(({ n, always }) => always || n > 0)
    .map(({ value, word, n }) => ({ value, label: `${word} ${number(n)}` }));
}

export const statusWords: Record<ImportRow["status"], string> = {
  new: "New",
  update: "Update",
  unchanged: "Unchanged",
  duplicate: "Possible duplicate",
  unreadable: "Unreadable",
  me: "This is you",
  group: "Group",
};

/** A group of people comes in as a tag. */
export const choiceWords = (decision: Decision, status: ImportRow["status"]): string =>
  status === "group" && decision === "add" ? "Add as tag" : decisionWords[decision];
export const decisionWords: Record<Decision, string> = {
  add: "Add",
  update: "Update",
  merge: "Merge",
  keep_both: "Keep both",
  skip: "Skip",
};

const sameAs: Record<MatchReason, string> = {
  same_uid: "Same card as",
  same_email: "Same email as",
  same_phone: "Same phone as",
  same_name: "Same name as",
};
const yours: Record<MatchReason, string> = {
  same_uid: "This card is your own",
  same_email: "The card has your own mail address",
  same_phone: "The card has your own number",
  same_name: "The card has your own name",
};

const butOther: Record<SignAgainst, string> = {
  birthday: "another birthday",
  generation: "another generation (Jr., Sr.)",
  title: "another title",
  given_name: "another given name",
  writing: "the name written otherwise",
};

/** "Same email as Leonie Marchwald", "Same phone as Mario Rossi, but another birthday" */
export function reasonWords({ status, reason }: Pick<ImportRow, "status" | "reason">): string {
  if (!reason) return "";
  if (status === "me") return yours[reason.why];
  return `${sameAs[reason.why]} ${reason.with}${reason.against ? `, but ${butOther[reason.against]}` : ""}`;
}

/** What becomes of those that nobody decided about, where there are some. */
export const undecidedWords = ({ toDecide, counts }: Pick<ImportSummary, "toDecide" | "counts">): string =>
  toDecide > 0 && counts.duplicates > 0 ? "Possible duplicates left undecided stay apart." : "";

export const fieldsWords = (n: number): string =>
  n === 0 ? "Nothing that you see changes" : `${count(n, "field")} ${n === 1 ? "changes" : "change"}`;

/** Who the row is about: an unreadable card has only its line. */
export const rowTitle = (row: Pick<ImportRow, "name" | "line" | "number">): string =>
  row.name || (row.line > 0 ? `Line ${row.line}` : `Card ${row.number}`);

/** The quiet line under it. */
export function rowWords(row: ImportRow, severalFiles: boolean): string {
  const words =
    row.status === "unreadable"
      ? `Card ${number(row.number)} of ${number(row.of)}`
      : row.status === "duplicate"
        ? reasonWords(row) || row.subtitle
        : row.status === "me"
          ? row.subtitle || "The card looks like your own"
          : row.message
            ? row.message
            : row.status === "update" && row.decision === "update"
              ? fieldsWords(row.fieldsChanged)
              : row.subtitle;
  // A row that has only its line to be told by says of which file.
  return [words, severalFiles || row.status === "unreadable" ? row.file : ""].filter(Boolean).join(" · ");
}

/** What is read out for a row, before its decision. */
export const rowSpoken = (row: ImportRow): string =>
  [rowTitle(row), statusWords[row.status].toLowerCase(), row.status === "unreadable" ? row.message : reasonWords(row)]
    .filter(Boolean)
    .join(", ");

const doing: Record<ImportProgress["stage"], string> = {
  reading: "Reading the cards. Nothing is saved while this runs.",
  comparing: "Comparing with your book. Nothing is saved while this runs.",
  importing: "Bringing them in. It is all or nothing: Stop leaves your book as it was.",
};
export const stageWords = (stage: ImportProgress["stage"]): string => doing[stage];

/** How far it is: files are measured, cards are counted. */
export function farWords({ stage, done, total }: Pick<ImportProgress, "stage" | "done" | "total">): {
  done: string;
  of: string;
} {
  if (stage !== "importing") return { done: size(done), of: total > 0 ? `of ${size(total)}` : "so far" };
  return { done: number(done), of: total > 0 ? `of ${cards(total)}` : "so far" };
}

/** "about 4 seconds left", once enough is known to say so. */
export function leftWords(done: number, total: number, ms: number): string {
  if (done <= 0 || total <= 0 || done >= total || ms < 1500) return "";
  const seconds = Math.ceil((ms * (total - done)) / done / 1000);
  if (seconds < 60) return `about ${count(seconds, "second")} left`;
  return `about ${count(Math.round(seconds / 60), "minute")} left`;
}

/** The report's title: "23 people are here", "23 new, 4 merged". A merged card is no further person. */
export function reportTitle({ added, updated, mergedCount }: ImportReport): string {
  const parts = [
    added > 0 && `${number(added)} new`,
    updated > 0 && `${number(updated)} brought up to date`,
    mergedCount > 0 && `${number(mergedCount)} merged`,
  ].filter((part): part is string => typeof part === "string");
  if (parts.length === 0) return "Nothing was imported";
  if (parts.length > 1 || added === 0) return list(parts);
  return added === 1 ? "1 person is here" : `${number(added)} people are here`;
}
export const secondsWords = (seconds: number): string =>
  seconds < 0.1
    ? "in a moment"
    : seconds < 10
      ? `in ${seconds.toFixed(1)} seconds`
      : `in ${count(Math.round(seconds), "second")}`;

export function mergedWords({ merged, mergedCount }: Pick<ImportReport, "merged" | "mergedCount">): string {
  const [first] = merged;
  if (!first) return "";
  const into =
    first.from && first.from !== first.name ? `${first.from} into ${first.name}` : `One card went into ${first.name}`;
  return mergedCount === 1 ? `${into}.` : `${into}, and ${number(mergedCount - 1)} more.`;
}

/** "About three conversations a fortnight", from how often each is to be seen. */
export function fortnightWords(cadences: readonly number[]): string {
  const talks = cadences.reduce((sum, days) => sum + 14 / Math.max(1, days), 0);
  if (talks === 0) return "";
  const small = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
  const n = Math.round(talks);
  if (n === 0) return "Less than one conversation a fortnight.";
  return `About ${small[n] ?? number(n)} ${n === 1 ? "conversation" : "conversations"} a fortnight.`;
}
