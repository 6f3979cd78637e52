import type { OpenerSort } from "../host/wire.gen";

/** Sorts whose text the user wrote. The others are said by Kith, in its own letters. */
const ownWords: ReadonlySet<OpenerSort> = new Set([
  "promise",
  "answer",
  "lent",
  "next_time",
  "share",
  "goal",
  "last_talk",
  "interest",
]);

export const isOwn = ({ sort }: { sort: OpenerSort }): boolean => ownWords.has(sort);
