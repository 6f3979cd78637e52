// The filter and the order of the list of people.
import type { PeopleFilter, PeopleSort, Settings } from "../host/wire.gen";

/** Lets everybody through, by name. */
export const noFilter: PeopleFilter = {
  category: null,
  kinds: [],
  tags: [],
  quiet: false,
  noTalkForAYear: false,
  organisation: null,
  keptClose: false,
  archived: false,
  sort: "name",
};

/** The orders of the list: `label` in the menu, `by` in a sentence. */
export const sorts: { value: PeopleSort; label: string; by: string }[] = [
  { value: "name", label: "Name", by: "by name" },
  { value: "surname", label: "Surname", by: "by surname" },
  { value: "last_talk", label: "Last talk", by: "by last talk" },
  { value: "next_check_in", label: "Next check-in", by: "by next check-in" },
  { value: "warmth", label: "Warmth", by: "by warmth" },
  { value: "added", label: "Added", by: "by when they were added" },
];

/** The order that the list has now; it stays where a filter goes. */
export const sortOf = (settings: Settings | null | undefined): PeopleSort => settings?.listFilter.sort ?? "name";

export const isFiltered = (filter: PeopleFilter): boolean => {
  const { category, kinds, tags, quiet, noTalkForAYear, organisation, keptClose, archived } = filter;
  const some = quiet || noTalkForAYear || keptClose || archived;
  return category !== null || kinds.length > 0 || tags.length > 0 || organisation !== null || some;
};
