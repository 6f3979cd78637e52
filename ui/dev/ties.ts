// Made-up ties. ?ties=none, ?ties=40 (that many more of the first person), ?ties=many (5,000); ?proposed=0 or how many in the dialog, else those of the map.
import { done } from "../src/host/fake";
import type { Host } from "../src/host/host";
import type { Closeness, Knows, NewTie, PersonRow, ProposedTie, TieKind, TieShown } from "../src/host/wire.gen";

type Kept = NewTie & { id: number };
const hows: Record<TieKind, [string, string]> = {
  knows: ["knows", "knows"],
  works_with: ["works with", "works with"],
  reports_to: ["reports to", "manages"],
  introduced: ["introduced", "was introduced by"],
  mentors: ["mentors", "is mentored by"],
  client_of: ["is a client of", "has as a client"],
};
const wells: Record<Closeness, string> = {
  close: "close",
  colleague: "colleague",
  little: "a little",
  not_sure: "not sure",
};
const order: Closeness[] = ["close", "colleague", "not_sure", "little"];
const tie = (
  id: number,
  person: number,
  other: number,
  kind: TieKind,
  closeness: Closeness,
  since = "",
  until = "",
  note = "",
): Kept => ({ id, person, other, kind, closeness, since, until, note });
const reasons: [TieKind, Closeness, string, boolean][] = [
  ["works_with", "colleague", "Same department at Tarn Biologics", true],
  ["reports_to", "colleague", "Written on their card", true],
  ["knows", "little", "Both in your talk on 26 February", true],
  ["works_with", "colleague", "Same department at St Alder Hospitals", true],
  ["knows", "not_sure", "Only the same phone number at work", false],
  ["works_with", "close", "Same organisation, 4 people in all", true],
];

/** `rowOf`: how somebody stands in lists; `changed`: these people changed. */
export function madeUpTies(
  query: URLSearchParams,
  rowOf: (id: number) => PersonRow | null,
  changed: (ids: number[]) => void,
): Partial<Host> {
  let next = 1000;
  let ties: Kept[] =
    query.get("ties") === "none"
      ? []
      : [
          tie(1, 1, 5, "knows", "close", "2019", "", "from Daniel, at the Forum dinner in Lisbon"),
          tie(2, 1, 7, "works_with", "colleague", "2022"),
          tie(3, 9, 1, "reports_to", "colleague"),
          tie(4, 1, 11, "knows", "little"),
          tie(5, 3, 1, "client_of", "close", "2015-05"),
          tie(6, 1, 20, "works_with", "colleague", "2012", "2018-06"),
          tie(7, 22, 1, "mentors", "close", "", "2016"),
          ...Array.from({ length: query.get("ties") === "many" ? 190 : Number(query.get("ties") ?? 7) || 0 }, (_, at) =>
            tie(100 + at, 1, 30 + at, "knows", order[at % 4] ?? "close"),
          ),
        ];
  let proposed: ProposedTie[] = Array.from({ length: Number(query.get("proposed") ?? 6) }, (_, at) => {
    const [kind, closeness, reason, likely] = reasons[at % reasons.length]!;
    const [person, other] = [rowOf(1 + (at % 90)), rowOf(100 + ((at * 7 + Math.floor(at / 90)) % 90))];
    return person && other
      ? [{ person, other, kind, how: hows[kind][0], closeness, well: wells[closeness], reason, likely }]
      : [];
  }).flat();

  function shown(of: Kept, from: number): TieShown[] {
    const fromThem = of.person !== from;
    const row = rowOf(fromThem ? of.person : of.other);
    if (!row) return [];
    const years = of.until
      ? of.since
        ? `${of.since} – ${of.until}`
        : `until ${of.until}`
      : of.since
        ? `since ${of.since}`
        : "";
    const how = hows[of.kind][fromThem ? 1 : 0];
    return [
      {
        id: of.id,
        with: row,
        kind: of.kind,
        fromThem,
        how,
        closeness: of.closeness,
        well: wells[of.closeness],
        since: of.since || null,
        until: of.until || null,
        years,
        note: of.note,
        spoken: `${rowOf(from)?.name} ${how} ${row.name}, ${row.role} at ${row.organisation}. ${wells[of.closeness]}, ${years}`,
      },
    ];
  }
  function check(of: NewTie, own: number | null): void {
    for (const field of ["since", "until"] as const)
      if (of[field] && !/\d{4}$/.test(of[field]))
        throw { code: "invalid", message: "Write a date such as 2019, May 2019 or 3 May 2019.", field };
    const there = ties.find(
      (each) =>
        each.id !== own &&
        !each.until &&
        [each.person, each.other].sort().join() === [of.person, of.other].sort().join(),
    );
    if (there && !of.until)
      throw {
        code: "invalid",
        message: `${rowOf(there.person)?.name} ${hows[there.kind][0]} ${rowOf(there.other)?.name} already. Edit that tie instead.`,
        field: "other",
      };
  }
  const ends = (of: { person: number; other: number }): number[] => [of.person, of.other];

  return {
    tiesOf: async (person): Promise<Knows> => {
      const mine = ties
        .filter((each) => each.person === person || each.other === person)
        .sort((a, b) => order.indexOf(a.closeness) - order.indexOf(b.closeness));
      return {
        ties: mine.filter(({ until }) => !until).flatMap((each) => shown(each, person)),
        more: query.get("ties") === "many" ? 4800 : 0,
        over: mine.filter(({ until }) => until).flatMap((each) => shown(each, person)),
        proposed: proposed.filter((each) => each.person.id === person || each.other.id === person),
      };
    },
    tieAdd: async (of) => (
      check(of, null),
      (ties = [...ties, { ...of, id: ++next }]),
      changed(ends(of)),
      done(next, 1)
    ),
    tieEdit: async (id, of) => (
      check(of, id),
      (ties = ties.map((each) => (each.id === id ? { ...of, id } : each))),
      changed(ends(of)),
      done(null, 1)
    ),
    tieRemove: async (id) => {
      const gone = ties.find((each) => each.id === id);
      ties = ties.filter((each) => each.id !== id);
      changed(gone ? ends(gone) : []);
      return done(null, 1);
    },
    ...(query.has("proposed") && {
      tiesProposed: async (limit) => ({ total: proposed.length, ties: proposed.slice(0, limit) }),
    }),
    tiesDecide: async (yes, no) => {
      const is = (list: { person: number; other: number }[], of: ProposedTie): boolean =>
        list.some((pair) => pair.person === of.person.id && pair.other === of.other.id);
      ties = [
        ...ties,
        ...proposed
          .filter((each) => is(yes, each))
          .map((each) => tie(++next, each.person.id, each.other.id, each.kind, each.closeness)),
      ];
      proposed = proposed.filter((each) => !is(yes, each) && !is(no, each));
      changed([...yes, ...no].flatMap(ends));
      return done(yes.length, 1);
    },
  };
}
