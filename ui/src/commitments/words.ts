// How the page speaks of promises. Whether one is late, and how one ended, the host has decided.
import type { Commitment, MoveCounts } from "../host/wire.gen";
import { firstNames, together } from "../shared/names";
import { ways } from "../state/channels";

type With = Pick<Commitment, "people">;

/** "Samir", "Samir and Gareth": whom it is with. */
export const withWords = ({ people }: With): string => together(firstNames(people.map(({ name }) => name)));

/** Where it comes from, with whom else, and how its day was moved: "Video call, 12 February · Moved from 12 to 16". */
export function fromWords({ channel, agreed, people, moved }: Commitment, person: number): string {
  const others = people.filter(({ id }) => id !== person);
  const parts = [
    channel ? `${ways[channel].title}, ${agreed}` : `Agreed ${agreed}`,
    others.length > 0 ? `also with ${withWords({ people: others })}` : "",
    moved,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** How another day counts; nothing where none is counted. */
export function countsWords(counts: MoveCounts, agreed: boolean): string {
  if (counts === "not_at_all") return "";
  if (counts === "late") return "Its day has passed, so it counts as late.";
  return agreed ? "Before the day has passed, so it is not late." : "Without that it counts from the day it has now.";
}
