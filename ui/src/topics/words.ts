// The words of topics.
import type { Stance } from "../host/wire.gen";

/** In the order in which they are shown. `mine` is the heading of one's own. */
export const stances: { stance: Stance; heading: string; mine: string; field: string }[] = [
  { stance: "offers", heading: "Offers", mine: "You offer", field: "Topic on offer" },
  { stance: "seeks", heading: "Looks for", mine: "You look for", field: "Topic looked for" },
  { stance: "knows", heading: "Knows about", mine: "You know about", field: "Topic known" },
];
