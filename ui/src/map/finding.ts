// Finding a name on the map while it is typed.
import type { MapPicture } from "../host/wire.gen";

export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

export type Finding = { key: string; label: string; words: string } & ({ person: number } | { organisation: number });

/** The best first: a name that begins so, then a word in it, then anywhere. */
function rank(name: string, key: string): number | null {
  const at = name.indexOf(key);
  if (at < 0) return null;
  return at === 0 ? 0 : name[at - 1] === " " ? 1 : 2;
}

const names = new WeakMap<MapPicture, { people: string[]; organisations: string[] }>();
/** Folded once a picture: there may be 50,000 of them. */
function foldedNames(picture: MapPicture): { people: string[]; organisations: string[] } {
  const known = names.get(picture) ?? {
    people: picture.people.map(({ name }) => folded(name)),
    organisations: picture.organisations.map(({ name }) => folded(name)),
  };
  names.set(picture, known);
  return known;
}

/** People and organisations of the picture by what was typed. */
export function find(picture: MapPicture, text: string, limit = 8): Finding[] {
  const key = folded(text);
  if (key === "") return [];
  const known = foldedNames(picture);
  const ranked = (list: string[]): { at: number; rank: number }[] =>
    list
      .flatMap((name, at) => {
        const found = rank(name, key);
        return found === null ? [] : [{ at, rank: found }];
      })
      .sort((a, b) => a.rank - b.rank || a.at - b.at)
      .slice(0, limit);
  const people = ranked(known.people).map(({ at, rank }) => ({ rank, of: picture.people[at] }));
  const places = ranked(known.organisations).map(({ at, rank }) => ({ rank, of: picture.organisations[at] }));
  const found: { rank: number; finding: Finding }[] = [];
  for (const { rank, of } of people)
    if (of)
      found.push({
        rank,
        finding: {
          key: `p${of.id}`,
          label: of.name,
          words: of.organisation === null ? "" : (picture.organisations[of.organisation]?.name ?? ""),
          person: of.id,
        },
      });
  for (const { rank, of } of places)
    if (of)
      found.push({
        rank,
        finding: {
          key: `o${of.id}`,
          label: of.name,
          words: of.people === 1 ? "1 person" : `${of.people} people`,
          organisation: of.id,
        },
      });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ finding }) => finding);
}
