// What is said of lines about the whole person.
import type { FactKind } from "../host/wire.gen";

/** The kinds in the order in which they are shown: what one line is, and how several are headed. */
export const kindWords: Record<FactKind, { one: string; several: string; hint: string }> = {
  interest: { one: "Interest", several: "Interests", hint: "Long rides before sunrise" },
  family: { one: "Family", several: "Family", hint: "Her father is in care" },
  cause: { one: "Cause", several: "Causes", hint: "A coding club for girls" },
  other: { one: "Other", several: "Other", hint: "Writes with a fountain pen" },
};
