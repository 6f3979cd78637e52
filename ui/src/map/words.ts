// What the map says about itself.
import type { MapFacets, MapFilter, MapOrganisation, MapPicture, Standing } from "../host/wire.gen";
import { capital, count, number } from "../shared/counts";

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/** "six", "1,130": a number as it stands in a sentence. */
export const inWords = (n: number): string => small[n] ?? number(n);
export const people = (n: number): string => count(n, "person", "people");
/** "Six people", "One person". */
export const peopleInWords = (n: number): string => `${inWords(n)} ${n === 1 ? "person" : "people"}`;

export const noMapFilter: MapFilter = {
  category: null,
  kinds: [],
  organisations: [],
  tags: [],
  warmth: [],
  standings: [],
  hideMine: false,
  hideOthers: false,
  hideProposed: false,
};

/** Whether the filter lets some people through and others not; hidden ties alone fade nobody. */
export const picks = (filter: MapFilter): boolean =>
  filter.category !== null ||
  [filter.kinds, filter.organisations, filter.tags, filter.warmth, filter.standings].some((list) => list.length > 0);
const hidden = (filter: MapFilter): number =>
  [filter.hideMine, filter.hideOthers, filter.hideProposed].filter(Boolean).length;
export const isSet = (filter: MapFilter): boolean => picks(filter) || hidden(filter) > 0;

export const standingWords: Record<Standing, string> = {
  kept_close: "Kept close",
  not_kept_close: "Not kept close",
  dormant: "Dormant",
  paused: "Paused",
  ended: "Ended",
};
/** Five steps are too fine to choose by. */
export const warmths: { label: string; steps: number[] }[] = [
  { label: "Warm or warmer", steps: [4, 5] },
  { label: "Steady", steps: [3] },
  { label: "Cold and cool", steps: [1, 2] },
  { label: "No talk yet", steps: [0] },
];
const levels = ["No talk yet", "Cold", "Cool", "Steady", "Warm", "Very warm"];
export const warmthWord = (warmth: number): string => levels[warmth] ?? "";

/** "Client, Industry contact", "Client and 3 more", "Filter" where nothing is chosen. */
export function filterLabel(filter: MapFilter, facets: MapFacets, organisations: readonly MapOrganisation[]): string {
  const named = <T>(ids: readonly T[], all: readonly { id: T; name: string }[]): string[] =>
    ids.map((id) => all.find((each) => each.id === id)?.name).filter((name) => name !== undefined);
  const chosen = [
    ...(filter.category ? [capital(filter.category)] : []),
    ...named(filter.kinds, facets.kinds),
    ...filter.standings.map((standing) => standingWords[standing]),
    ...warmths.filter(({ steps }) => steps.some((step) => filter.warmth.includes(step))).map(({ label }) => label),
    ...named(filter.organisations, organisations),
    ...named(filter.tags, facets.tags),
  ];
  const [first, second] = chosen;
  if (first === undefined) return isSet(filter) ? "Some ties hidden" : "Filter";
  if (second === undefined) return first;
  return chosen.length === 2 ? `${first}, ${second}` : `${first} and ${chosen.length - 1} more`;
}

/** From how many people on the map is dust, with names where one comes closer. */
export const dust = 2000;
export function dustWords({ people: shown, keptClose }: MapPicture): string {
  const close = shown.filter((person) => person.keptClose).length || keptClose;
  const coloured =
    close === 0
      ? ""
      : close === 1
        ? "Coloured: the one you keep close. Grey: everyone else. "
        : `Coloured: the ${number(close)} you keep close. Grey: everyone else. `;
  return `${people(shown.length)}. ${coloured}Come closer to see names.`;
}

/** What the map is, for those who do not see it. */
export function mapLabel({ people: shown, organisations }: MapPicture): string {
  const places = organisations.filter((each) => each.people > 1).length;
  return `Map of ${people(shown.length)}${places > 0 ? ` in ${count(places, "organisation")}` : ""}`;
}

/** "You pinned two others too." */
export const alsoPinned = (others: number): string =>
  others <= 0 ? "" : `You pinned ${others === 1 ? "one other person" : `${inWords(others)} others`} too.`;
