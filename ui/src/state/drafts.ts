// What a draft is for, in words: the dialog of drafts and the settings of their templates.
import type { DraftSort } from "../host/wire.gen";

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
};

/** Those that one writes to a person at any time; the others belong to an introduction. */
export const draftSorts = (Object.keys(draftLabels) as DraftSort[]).filter((sort) => !sort.startsWith("introduction_"));
