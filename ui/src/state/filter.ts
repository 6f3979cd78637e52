// The filter of the list of people.
import type { PeopleFilter } from "../host/wire.gen";

/** Lets everybody through. */
export const noFilter: PeopleFilter = { category: null, kinds: [], tags: [], quiet: false, organisation: null };

export const isFiltered = ({ category, kinds, tags, quiet, organisation }: PeopleFilter): boolean =>
  category !== null || kinds.length > 0 || tags.length > 0 || quiet || organisation !== null;
