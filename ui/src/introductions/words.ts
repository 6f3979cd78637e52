// The words of introductions beside those that core says.
import type { DraftSort, Introduction, IntroductionSide } from "../host/wire.gen";
import { firstName, spoken } from "../shared/names";
import type { Face } from "../state/dialog.svelte";

/** Of a form that begins one. */
export const beginTitle = (by: Introduction["by"], people: readonly Face[]): string => {
  const [first] = people;
  if (by === "them") return `Ask ${spoken(first?.name ?? "")} for an introduction`;
  return people.length === 1 && first ? `Introduce ${spoken(first.name)}` : "Introduce two people";
};

/** "to Nadia Ferreux, through Gareth". */
export const wayWords = (people: readonly Face[]): string => {
  const to = `To ${spoken(people.at(-1)?.name ?? "")}`;
  const between = people.slice(1, -1).map(({ name }) => firstName(name));
  return between.length > 0 ? `${to}, through ${between.join(" and ")}` : to;
};

/** What the draft that asks somebody, perhaps once more, is for: of a way in there are words to forward too. */
export const asksBy = (by: Introduction["by"], again = false): DraftSort[] =>
  by === "me"
    ? [again ? "introduction_ask_again" : "introduction_ask"]
    : [again ? "introduction_way_in_again" : "introduction_way_in", "introduction_forward"];

export const saidBy = ({ row }: IntroductionSide): string => firstName(row.name);
