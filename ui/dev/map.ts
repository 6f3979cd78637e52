// A made-up map: 60 people in ten organisations. ?map=empty nobody kept close, one, broken, slow (arranging for seconds), many (10,000).
import { aRow, done, noChanges } from "../src/host/fake";
import type { Events, Host } from "../src/host/host";
import type {
  Channel,
  Closeness,
  Colour,
  Level,
  MapFilter,
  MapPerson,
  MapPicture,
  MapRow,
  MapSort,
  MapTie,
  MapView,
  PersonRow,
  Standing,
  TieKind,
  TieShown,
} from "../src/host/wire.gen";

type Someone = {
  row: PersonRow;
  organisation: number;
  kind: number;
  warmth: number;
  standing: Standing;
  tags: number[];
};
type Tied = { a: number; b: number; well: Closeness; kind: TieKind; since: string; proposed?: string };

const kinds: { id: number; name: string; colour: Colour }[] = [
  { id: 1, name: "Peer", colour: "peer" },
  { id: 2, name: "Manager", colour: "manager" },
  { id: 3, name: "Direct report", colour: "report" },
  { id: 4, name: "Client", colour: "client" },
  { id: 5, name: "Vendor", colour: "vendor" },
  { id: 6, name: "Industry contact", colour: "industry" },
];
const tags = ["drift", "founder", "optics"].map((name, at) => ({ id: at + 1, name, people: 0 }));
/** Each: the organisation, the kind of its people, and "Name, Role, warmth" of each. */
const places: [string, number, string][] = [
  [
    "Northmere",
    1,
    "Ruth Castellane, Chief Commercial Officer, 4, 2|Kofi Amenuvor, Product Lead, 4|Sofia Lindqvern, Optics Engineer, 5, 3|Meenal Dasrath, Product Manager, 4, 3|Tomasz Wilczyn, Field Lead, 3|Siddharth Velloor, Data Lead, 4|Joaquín Beltrame, Sales Lead, 2|Tamsin Eversholt, Finance, 3|Aoife Brannock, Design, 3|Hugo Lindemar, Support, 2|Priya Ranganath, Quality, 2|Bo Tennerud, Test Engineer, 3, 3|Clara Vossberg, Director, 2, 2|Ivo Maretić, Research, 1|Nils Åkerlund, Logistics, 1",
  ],
  [
    "Tarn Biologics",
    4,
    "Ilse Varnholt, Director of Laboratories, 3|Hannah Iwobi, Lab Manager, 2|Rafael Montiqué, Head of Quality, 3|Edda Krönlein, Scientist, 2|Marco Ferrandi, Scientist, 1|Oona Salmivaara, Purchasing, 1|Pavel Drenko, Scientist, 2",
  ],
  [
    "St Alder Hospitals",
    4,
    "Leonie Marchwald, Clinical Engineer, 3|Elif Sarıkan, Head of Devices, 3|Sabine Orleth, Clinical Engineer, 2|Jonas Reuterfeld, Procurement, 2|Amalia Rosvik, Nurse Educator, 1|Victor Halloran, Facilities, 1",
  ],
  [
    "Orrin Pharma",
    4,
    "Nadia Ferreux, VP Research, 1|Gregor Tannhauer, Scientist, 1|Lucía Armendáriz, Scientist, 1|Beth Coldwell, Regulatory, 1|Quentin Marsac, Scientist, 1",
  ],
  [
    "Open Metrology Forum",
    6,
    "Gareth Pennlow, Committee Chair, 3|Helena Prokš, Secretary, 3|Jonas Witterick, Drafting Lead, 2|Adaeze Umeh, Programme, 2|Malte Friberg, Treasurer, 1|Rosa Quintal, Editor, 1|Owen Trevanion, Member, 2",
  ],
  [
    "Pelagic Sensing",
    6,
    "Samir Haddoun, Founder, 5|Astrid Nygårdson, Engineer, 3|Kenji Morioka, Engineer, 2|Lotte Verbruggen, Operations, 1",
  ],
  [
    "Corvane Optics",
    5,
    "Daniel Osterby, Supply Lead, 2|Theo Marangos, Account Manager, 1|Amir Dastgheb, Engineer, 3|Wiebke Hansemann, Quality, 2|Piet Roelofsen, Sales, 1",
  ],
  [
    "Veld Logistics",
    5,
    "Amara Nwokedi, Regional Manager, 2|Stefan Brucker, Dispatcher, 2|Ines Carvalhal, Planner, 2|Rui Pestana, Driver, 1",
  ],
  ["Bench & Signal", 6, "Yuki Taniwaki, Editor, 3|Freya Lindholt, Reporter, 2|Caspar Wendt, Photographer, 1"],
  [
    "Halden Fund",
    4,
    "Judith Amsel, Partner, 0|Leif Storhaug, Analyst, 0|Marit Bakke, Associate, 0|Anders Qvale, Partner, 0",
  ],
];
const known = `Gareth Pennlow>Nadia Ferreux close 2019|Gareth Pennlow>Samir Haddoun close 2021|Gareth Pennlow>Yuki Taniwaki colleague|Gareth Pennlow>Helena Prokš colleague 2017|Gareth Pennlow>Jonas Witterick little|Gareth Pennlow>Adaeze Umeh little|Samir Haddoun>Tomasz Wilczyn little|Samir Haddoun>Yuki Taniwaki colleague|Samir Haddoun>Astrid Nygårdson close|Ilse Varnholt>Hannah Iwobi close|Ilse Varnholt>Leonie Marchwald colleague|Ilse Varnholt>Kofi Amenuvor little|Hannah Iwobi>Nadia Ferreux not_sure|Leonie Marchwald>Elif Sarıkan colleague|Elif Sarıkan>Helena Prokš little|Daniel Osterby>Amara Nwokedi colleague|Daniel Osterby>Samir Haddoun little|Sofia Lindqvern>Leonie Marchwald colleague|Joaquín Beltrame>Ruth Castellane colleague|Amir Dastgheb>Rafael Montiqué little|Kofi Amenuvor>Jonas Witterick little|Helena Prokš>Beth Coldwell colleague|Yuki Taniwaki>Daniel Osterby little|Judith Amsel>Leif Storhaug colleague|Judith Amsel>Marit Bakke close`;
const reports = [
  "Sofia Lindqvern>Ruth Castellane",
  "Meenal Dasrath>Ruth Castellane",
  "Kofi Amenuvor>Clara Vossberg",
  "Theo Marangos>Daniel Osterby",
];
const proposed = [
  "Rafael Montiqué>Hannah Iwobi>works_with>Same department",
  "Wiebke Hansemann>Daniel Osterby>works_with>Same department",
  "Elif Sarıkan>Jonas Reuterfeld>knows>Both in your talk on 26 February",
  "Sabine Orleth>Leonie Marchwald>works_with>Same department",
  "Helena Prokš>Elif Sarıkan>knows>Only the same phone number at work",
  "Astrid Nygårdson>Kenji Morioka>works_with>Same organisation, 4 people in all",
];

const people: Someone[] = places.flatMap(([organisation, kind, list], at) =>
  list.split("|").map((text) => {
    const [name = "", role = "", warmth = "0", own = ""] = text.split(", ");
    const of = own ? Number(own) : kind;
    const close = Number(warmth) > 1 || name === "Nadia Ferreux";
    return {
      organisation: at,
      kind: of,
      warmth: Number(warmth),
      standing: close ? "kept_close" : "not_kept_close",
      tags: role === "Founder" ? [2] : /Engineer|Optics/.test(role) ? [3, ...(Number(warmth) > 2 ? [1] : [])] : [],
      row: aRow(0, name, {
        role,
        organisation,
        kind: Number(warmth) > 0 ? kinds.find(({ id }) => id === of)! : null,
        keptClose: close,
        warmth: Number(warmth) || null,
      }),
    } satisfies Someone;
  }),
);
people.forEach((each, at) => Object.assign(each.row, { id: at + 1, colour: (at % 6) + 1 }));
/** Role, organisation and name of each, so that their pages say the same. */
export const onTheMap = people.map(({ row }): [string, string, string] => [row.role, row.organisation, row.name]);
const named = (name: string): number => people.findIndex(({ row }) => row.name === name);
const ties: Tied[] = [
  ...known.split("|").map((text): Tied => {
    const [, a = "", b = "", well = "", , since = ""] =
      /^(.+)>(.+) (close|colleague|little|not_sure)( (\d+))?$/.exec(text) ?? [];
    return { a: named(a), b: named(b), well: well as Closeness, kind: "knows", since };
  }),
  ...reports.map((text): Tied => ({
    a: named(text.split(">")[0]!),
    b: named(text.split(">")[1]!),
    well: "colleague",
    kind: "reports_to",
    since: "",
  })),
  ...proposed.map((text): Tied => {
    const [a = "", b = "", kind = "", reason = ""] = text.split(">");
    return { a: named(a), b: named(b), well: "colleague", kind: kind as TieKind, since: "", proposed: reason };
  }),
  // Colleagues who have met.
  ...people.flatMap((each, at): Tied[] =>
    at > 0 && people[at - 1]?.organisation === each.organisation
      ? [{ a: at, b: at - 1, well: "little", kind: "works_with", since: "" }]
      : [],
  ),
];
const well: Record<Closeness, [string, number]> = {
  close: ["close", 0.8],
  colleague: ["colleague", 0.5],
  little: ["a little", 0.25],
  not_sure: ["not sure", 0.4],
};
const strength = (warmth: number): number => [0, 0.06, 0.2, 0.4, 0.6, 0.85][warmth] ?? 0;
const levels: Level[] = ["cold", "cool", "steady", "warm", "very_warm"];

const tieOf = (tie: Tied, from: number): TieShown => {
  const me = people[from]!.row;
  const other = people[tie.a === from ? tie.b : tie.a]!.row;
  const fromThem = tie.a !== from;
  const how =
    tie.kind === "reports_to"
      ? fromThem
        ? "manages"
        : "reports to"
      : tie.kind === "works_with"
        ? "works with"
        : "knows";
  const years = tie.since && `since ${tie.since}`;
  return {
    id: ties.indexOf(tie) + 1,
    with: other,
    kind: tie.kind,
    fromThem,
    how,
    closeness: tie.well,
    well: well[tie.well][0],
    since: tie.since || null,
    until: null,
    years,
    note: "",
    spoken: `${me.name} ${how} ${other.name}, ${other.role} at ${other.organisation}. ${well[tie.well][0][0]!.toUpperCase()}${well[tie.well][0].slice(1)}${years && `, ${years}`}.${other.warmth === null ? " You have not talked with them yet." : ""}`,
  };
};

export function madeUpMap(
  query: URLSearchParams,
  emit: <E extends keyof Events>(event: E, payload: Events[E]) => void,
): Partial<Host> {
  const scene = query.get("map") ?? "";
  const pins = new Map<number, [number, number]>();
  const drawings = new Map<number, { picture: MapPicture; indexes: number[] }>();
  const tell = (ids: number[]): void => void setTimeout(() => emit("changed", { ...noChanges, people: ids }));
  let asked = 0;
  const all = scene === "one" ? [named("Samir Haddoun")] : people.map((_, at) => at);
  const close = (at: number): boolean => scene !== "empty" && people[at]!.row.keptClose;
  const next = (of: Set<number>): Set<number> =>
    new Set(
      [
        ...of,
        ...ties.filter(({ a, b, proposed }) => !proposed && (of.has(a) || of.has(b))).flatMap(({ a, b }) => [a, b]),
      ].filter((at) => all.includes(at)),
    );

  function whom({ steps, centre }: MapView): number[] {
    if (steps === "everyone") return all;
    const first = centre === null ? new Set(all.filter(close)) : next(new Set([centre - 1]));
    return [...(steps === "two" ? next(first) : first)];
  }
  function draw(view: MapView): { picture: MapPicture; indexes: number[] } {
    if (scene === "many") return manyPeople(view);
    const indexes = whom(view).sort((a, b) => people[a]!.row.name.localeCompare(people[b]!.row.name));
    const here = places
      .map(([name], at) => ({
        id: at + 1,
        name,
        people: indexes.filter((each) => people[each]!.organisation === at).length,
        keptClose: indexes.filter((each) => people[each]!.organisation === at && close(each)).length,
        at,
      }))
      .filter(({ people }) => people > 0);
    const number = new Map(indexes.map((at, number) => [at, number]));
    const shown: MapPerson[] = indexes.map((at) => {
      const { row, organisation, kind, warmth } = people[at]!;
      return {
        id: row.id,
        name: row.name,
        initials: row.initials,
        organisation: here.findIndex((each) => each.at === organisation),
        colour: warmth === 0 ? null : kinds.find(({ id }) => id === kind)!.colour,
        warmth,
        radius: [5.5, 5.5, 7.5, 10, 13, 16][warmth] ?? 5.5,
        keptClose: close(at),
        pinned: pins.has(row.id),
      };
    });
    const mine = indexes.flatMap((at): MapTie[] =>
      people[at]!.warmth > 0 ? [[indexes.length, number.get(at)!, strength(people[at]!.warmth), "tie"]] : [],
    );
    const others = ties.flatMap(({ a, b, well: how, kind, proposed }): MapTie[] =>
      number.has(a) && number.has(b)
        ? [
            [
              number.get(a)!,
              number.get(b)!,
              well[how][1],
              proposed ? "proposed" : kind === "reports_to" ? "reports" : "tie",
            ],
          ]
        : [],
    );
    const count = <T>(list: T[], of: (at: number) => T[]): [T, number][] =>
      list
        .map((each): [T, number] => [each, indexes.filter((at) => of(at).includes(each)).length])
        .filter(([, many]) => many > 0);
    return {
      indexes,
      picture: {
        view,
        people: shown,
        ties: [...mine, ...others],
        organisations: here.map(({ id, name, people, keptClose }) => ({ id, name, people, keptClose })),
        inBook: scene === "nobody" ? 0 : scene === "empty" ? 213 : all.length,
        keptClose: all.filter(close).length,
        facets: {
          kinds: count(
            kinds.map(({ id }) => id),
            (at) => (people[at]!.warmth > 0 ? [people[at]!.kind] : []),
          ).map(([id, many]) => ({ ...kinds.find((kind) => kind.id === id)!, people: many })),
          standings: count<Standing>(["kept_close", "not_kept_close"], (at) => [people[at]!.standing]),
          warmth: count([0, 1, 2, 3, 4, 5], (at) => [people[at]!.warmth]),
          tags: count([1, 2, 3], (at) => people[at]!.tags).map(([id, many]) => ({ ...tags[id - 1]!, people: many })),
          mine: mine.length,
          others: others.filter(([, , , mark]) => mark !== "proposed").length,
          proposed: others.filter(([, , , mark]) => mark === "proposed").length,
        },
      },
    };
  }
  /** Organisations on a ring, their people in a spiral; around somebody, those they know on a ring. */
  function stand(of: { picture: MapPicture; indexes: number[] }): number[] {
    const { picture } = of;
    const { centre } = picture.view;
    const ring = picture.organisations.length;
    const seen = new Map<number, number>();
    const around = picture.people.filter(({ id }) => id !== centre);
    const at = picture.people.flatMap((person) => {
      const pinned = pins.get(person.id);
      if (pinned) return pinned;
      if (centre !== null && person.id === centre) return [0, 0];
      if (centre !== null) {
        const turn = ((around.indexOf(person) + 1) / (around.length + 1)) * 2 * Math.PI - Math.PI / 2;
        return [Math.cos(turn) * 220, Math.sin(turn) * 220];
      }
      const place = person.organisation ?? 0;
      const nth = seen.get(place) ?? 0;
      seen.set(place, nth + 1);
      const turn = (place / ring) * 2 * Math.PI - Math.PI / 2;
      const far = picture.people.length > 500 ? 1400 : 290;
      const spiral = 25 * Math.sqrt(nth) * (picture.people.length > 500 ? 0.35 : 1);
      return [Math.cos(turn) * far + Math.cos(nth * 2.4) * spiral, Math.sin(turn) * far + Math.sin(nth * 2.4) * spiral];
    });
    return [...at, ...(centre === null ? [0, 0] : [0, -220])];
  }
  function manyPeople(view: MapView): { picture: MapPicture; indexes: number[] } {
    const indexes = Array.from({ length: view.steps === "everyone" ? 10_214 : 400 }, (_, at) => at % people.length);
    const shown = indexes.map((at, number): MapPerson => ({
      id: number + 1,
      name: number < people.length ? people[at]!.row.name : `${people[at]!.row.name} ${number}`,
      initials: people[at]!.row.initials,
      organisation: people[at]!.organisation,
      colour: number < 60 ? kinds[people[at]!.kind - 1]!.colour : null,
      warmth: number < 60 ? people[at]!.warmth : 0,
      radius: number < 60 ? 10 : 5.5,
      keptClose: number < 60 && people[at]!.row.keptClose,
      pinned: false,
    }));
    const few = shown.flatMap((_, at): MapTie[] =>
      at < 60 ? [[shown.length, at, 0.4, "tie"]] : at % 3 === 0 ? [[at, at - 7, 0.25, "tie"]] : [],
    );
    return {
      indexes,
      picture: {
        view,
        people: shown,
        ties: few,
        organisations: places.map(([name], at) => ({
          id: at + 1,
          name,
          people: shown.filter(({ organisation }) => organisation === at).length,
          keptClose: 3,
        })),
        facets: {
          kinds: kinds.map((kind) => ({ ...kind, people: 10 })),
          standings: [
            ["kept_close", 40],
            ["not_kept_close", shown.length - 40],
          ],
          warmth: [],
          tags: [],
          mine: 60,
          others: few.length - 60,
          proposed: 0,
        },
        inBook: 10_214,
        keptClose: 40,
      },
    };
  }
  const passes = (at: number, filter: MapFilter): boolean => {
    const { row, kind, organisation, warmth, standing, tags: own } = people[at]!;
    const any = <T>(list: T[], one: T): boolean => list.length === 0 || list.includes(one);
    return (
      any(filter.kinds, kind) &&
      any(filter.organisations, organisation + 1) &&
      any(filter.warmth, warmth) &&
      any(filter.standings, standing) &&
      filter.tags.every((tag) => own.includes(tag)) &&
      (filter.category === null || (filter.category === "internal") === (row.kind !== null && kind < 4))
    );
  };
  const ofDrawing = (id: number): { picture: MapPicture; indexes: number[] } =>
    drawings.get(id) ??
    (() => {
      throw { code: "stopped", message: "Another map is being drawn.", field: null };
    })();
  const rowOf = (at: number): MapRow => {
    const mine = ties
      .filter(({ a, b, proposed }) => !proposed && (a === at || b === at))
      .map((tie) => tieOf(tie, at))
      .sort((a, b) => well[b.closeness][1] - well[a.closeness][1]);
    const { warmth } = people[at]!;
    return {
      row: people[at]!.row,
      tie:
        warmth > 3
          ? "Strong"
          : warmth === 3
            ? "Steady"
            : warmth > 0 && people[at]!.row.keptClose
              ? "Light"
              : "None yet",
      knows: mine.slice(0, 2).map((tie) => tie.with.name),
      more: Math.max(0, mine.length - 2),
    };
  };
  const compare =
    ({ by, rising }: MapSort) =>
    (a: MapRow, b: MapRow): number => {
      const text =
        by === "organisation"
          ? a.row.organisation.localeCompare(b.row.organisation)
          : by === "kind"
            ? (a.row.kind?.name ?? "").localeCompare(b.row.kind?.name ?? "")
            : by === "name"
              ? a.row.name.localeCompare(b.row.name)
              : by === "knows"
                ? a.knows.length + a.more - b.knows.length - b.more
                : (a.row.warmth ?? 0) - (b.row.warmth ?? 0);
      return (rising ? text : -text) || a.row.name.localeCompare(b.row.name);
    };
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

  return {
    mapDraw: async (view) => {
      if (scene === "broken") throw { code: "internal", message: "The disk did not answer.", field: null };
      const drawn = draw(view);
      drawings.set(++asked, drawn);
      return { drawing: asked, picture: drawn.picture };
    },
    mapPlaces: async (drawing, after) => {
      const drawn = ofDrawing(drawing);
      const slow = scene === "slow" || scene === "many";
      if (slow) await pause(700);
      return new Float32Array([after + 1, slow ? Math.min(1, (after + 1) / 5) : 1, ...stand(drawn)]);
    },
    mapMatching: async (drawing, filter) =>
      ofDrawing(drawing).indexes.flatMap((at, number) => (passes(at, filter) ? [number] : [])),
    mapRows: async (drawing, filter, sort, offset, limit) => {
      const rows = ofDrawing(drawing)
        .indexes.filter((at) => passes(at, filter))
        .map(rowOf)
        .sort(compare(sort));
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    mapPanel: async (drawing, person) => {
      const { picture } = ofDrawing(drawing);
      const at = (person - 1) % people.length;
      const { row, warmth } = people[at]!;
      const knows = ties
        .filter(({ a, b, proposed }) => !proposed && (a === at || b === at))
        .map((tie) => tieOf(tie, at))
        .sort((a, b) => well[b.closeness][1] - well[a.closeness][1]);
      const by: Channel[] = ["in_person", "video", "email"];
      return {
        row,
        warmth:
          warmth === 0
            ? null
            : {
                level: levels[warmth - 1]!,
                segments: warmth,
                talks: warmth > 2 ? warmth - 1 : 0,
                days: 90,
                mostly: by[at % 3]!,
              },
        matters:
          row.name === "Gareth Pennlow"
            ? ["They link three groups that do not otherwise meet: the Forum, Orrin Pharma and Bench & Signal."]
            : [],
        knows,
        more: 0,
        around:
          picture.view.steps === "one"
            ? `${knows.length} people they know, and you. Two steps would show ${whom({ steps: "two", centre: person }).length}.`
            : `${picture.people.length - 1} people, and you.`,
        pinned: pins.has(person),
        pins: pins.size,
      };
    },
    mapOrganisation: async (id) => {
      const members = people.filter(({ organisation }) => organisation === id - 1).map(({ row }) => row);
      return {
        name: places[id - 1]![0],
        people: members.length,
        keptClose: members.filter(({ keptClose }) => keptClose).length,
        tiesTo: [
          ["Orrin Pharma", "many"],
          ["Bench & Signal", "some"],
          ["Northmere", "a few"],
        ],
        members,
      };
    },
    mapPin: async (person, x, y) => (pins.set(person, [x, y]), tell([person]), done(null, 1)),
    mapUnpin: async (ids) => {
      const gone = ids ?? [...pins.keys()];
      gone.forEach((id) => pins.delete(id));
      tell(gone);
      return done(gone.length, 1);
    },
    mapForget: async () => null,
    pictureSave: async (format) => ({ file: `map.${format}` }),
    tiesProposed: async (limit) => {
      const list = scene === "plain" ? [] : ties.filter(({ proposed }) => proposed);
      return {
        total: list.length,
        ties: list.slice(0, limit).map((tie) => ({
          person: people[tie.a]!.row,
          other: people[tie.b]!.row,
          kind: tie.kind,
          how: tie.kind === "works_with" ? "works with" : "knows",
          closeness: tie.well,
          well: well[tie.well][0],
          reason: tie.proposed ?? "",
          likely: true,
        })),
      };
    },
  };
}
