// How the page says boundaries and conflicts of interest.
import type { Boundaries, ConflictLevel, Handling, Sharing } from "../host/wire.gen";

export const nothingSaid: Boundaries = { sharing: null, offLimits: [], hours: null, zone: "" };

export const sharingWords: Record<Sharing, { label: string; means: string }> = {
  work_only: { label: "Work only", means: "Plans, numbers, what the work needs" },
  some_of_me: { label: "Some of me", means: "Also how I am, and small things" },
  openly: { label: "Openly", means: "What I would tell a friend" },
};

export const levelWords: Record<ConflictLevel, string> = {
  actual: "Conflict of interest",
  potential: "Possible conflict of interest",
  perceived: "Could look like a conflict of interest",
};

export const handlingWords: Record<Handling, string> = {
  excluded: "Nothing is proposed across it: no way in, no opener.",
  managed: "Handled as you say, and said where it matters.",
};
