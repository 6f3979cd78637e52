// What a draft is for, in words: the dialog of drafts and the settings of their templates.
import type { DraftSort } from "../host/wire.gen";

export const draftLabels: Record<DraftSort, string> = {
  connection: "Connection request",
  check_in: "Check-in",
  congratulation: "Congratulation",
  thanks: "Thanks",
  offer: "Offer",
  follow_up: "Follow-up",
  first_meeting: "First meeting",
  first_offer: "First offer",
  first_question: "First question",
  first_finding: "First finding",
  first_sit_in: "Sitting in",
};

/** Those to choose from; a first step is begun from where it is offered. */
export const draftSorts = (Object.keys(draftLabels) as DraftSort[]).filter((sort) => !sort.startsWith("first_"));
