// What a draft is for, in words: the dialog of drafts and the settings of their templates.
import type { DraftSort } from "../host/wire.gen";

export const draftLabels: Record<DraftSort, string> = {
  connection: "Connection request",
  check_in: "Check-in",
  congratulation: "Congratulation",
  thanks: "Thanks",
  offer: "Offer",
  follow_up: "Follow-up",
};

export const draftSorts = Object.keys(draftLabels) as DraftSort[];
