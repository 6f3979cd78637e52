// What a draft is for, in words: the dialog of drafts and the settings of their templates.
import type { DraftMark, DraftSort } from "../host/wire.gen";
import { count } from "../shared/counts";

export const draftLabels: Record<DraftSort, string> = {
  connection: "Connection request",
  check_in: "Check-in",
  congratulation: "Congratulation",
  thanks: "Thanks",
  offer: "Offer",
  follow_up: "Follow-up",
  introduction_ask: "Introduction: ask first",
  introduction_way_in: "Introduction: ask for one",
  introduction_forward: "Introduction: to forward",
  introduction_make: "Introduction: make it",
  introduction_ask_again: "Introduction: ask once more",
  introduction_way_in_again: "Introduction: ask for one once more",
  introduction_no: "Introduction: after a no",
  first_meeting: "First meeting",
  first_offer: "First offer",
  first_question: "First question",
  first_finding: "First finding",
  first_sit_in: "Sitting in",
};

/**
 * Those to choose from at any time. The others are begun from where they are offered: an introduction, or a first step.
 */
export const draftSorts = (Object.keys(draftLabels) as DraftSort[]).filter(
  (sort) => !/^(introduction|first)_/.test(sort),
);

/** One calm line about what is marked: what is off limits first, since it was said so. */
export function warning(marks: readonly DraftMark[]): string {
  const offLimits = [...new Set(marks.filter(({ sort }) => sort === "off_limits").map(({ why }) => why))];
  const hidden = marks.filter(({ sort }) => sort === "private");
  const [first] = hidden;
  const tells = first ? `${count(hidden.length, "word", "words")} may tell of something private. ${first.why}` : "";
  return [...offLimits.map((why) => `${why}.`), tells].filter(Boolean).join(" ");
}
