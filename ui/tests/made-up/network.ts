/** Made-up people in ten organisations, who knows whom, and what Kith proposes, for tests of the map. */
import { aRow } from "../../src/host/fake";
import type { Closeness, Colour, Level, PersonRow, Standing, TieKind, TieShown } from "../../src/host/wire.gen";

export type Someone = {
  row: PersonRow;
  organisation: number;
  kind: number;
  warmth: number;
  standing: Standing;
  tags: number[];
};
export type Tied = { a: number; b: number; well: Closeness; kind: TieKind; since: string; proposed?: string };

export const kinds: { id: number; name: string; colour: Colour }[] = [
  { id: 1, name: "Peer", colour: "peer" },
  { id: 2, name: "Manager", colour: "manager" },
  { id: 3, name: "Direct report", colour: "report" },
  { id: 4, name: "Client", colour: "client" },
  { id: 5, name: "Vendor", colour: "vendor" },
  { id: 6, name: "Industry contact", colour: "industry" },
];
export const tags = ["drift", "founder", "optics"].map((name, at) => ({ id: at + 1, name, people: 0 }));
/** Each: the organisation, the kind of its people, and "Name, Role, warmth" of each. */
export const places: [string, number, string[]][] = [
  [
    "Northmere",
    1,
    [
      "Ruth Castellane, Chief Commercial Officer, 4, 2",
      "Kofi Amenuvor, Product Lead, 4",
      "Sofia Lindqvern, Optics Engineer, 5, 3",
      "Meenal Dasrath, Product Manager, 4, 3",
      "Tomasz Wilczyn, Field Lead, 3",
      "Siddharth Velloor, Data Lead, 4",
      "Joaquín Beltrame, Sales Lead, 2",
      "Tamsin Eversholt, Finance, 3",
      "Aoife Brannock, Design, 3",
      "Hugo Lindemar, Support, 2",
      "Priya Ranganath, Quality, 2",
      "Bo Tennerud, Test Engineer, 3, 3",
      "Clara Vossberg, Director, 2, 2",
      "Ivo Maretić, Research, 1",
      "Nils Åkerlund, Logistics, 1",
    ],
  ],
  [
    "Tarn Biologics",
    4,
    [
      "Ilse Varnholt, Director of Laboratories, 3",
      "Hannah Iwobi, Lab Manager, 2",
      "Rafael Montiqué, Head of Quality, 3",
      "Edda Krönlein, Scientist, 2",
      "Marco Ferrandi, Scientist, 1",
      "Oona Salmivaara, Purchasing, 1",
      "Pavel Drenko, Scientist, 2",
    ],
  ],
  [
    "St Alder Hospitals",
    4,
    [
      "Leonie Marchwald, Clinical Engineer, 3",
      "Elif Sarıkan, Head of Devices, 3",
      "Sabine Orleth, Clinical Engineer, 2",
      "Jonas Reuterfeld, Procurement, 2",
      "Amalia Rosvik, Nurse Educator, 1",
      "Victor Halloran, Facilities, 1",
    ],
  ],
  [
    "Orrin Pharma",
    4,
    [
      "Nadia Ferreux, VP Research, 1",
      "Gregor Tannhauer, Scientist, 1",
      "Lucía Armendáriz, Scientist, 1",
      "Beth Coldwell, Regulatory, 1",
      "Quentin Marsac, Scientist, 1",
    ],
  ],
  [
    "Open Metrology Forum",
    6,
    [
      "Gareth Pennlow, Committee Chair, 3",
      "Helena Prokš, Secretary, 3",
      "Jonas Witterick, Drafting Lead, 2",
      "Adaeze Umeh, Programme, 2",
      "Malte Friberg, Treasurer, 1",
      "Rosa Quintal, Editor, 1",
      "Owen Trevanion, Member, 2",
    ],
  ],
  [
    "Pelagic Sensing",
    6,
    [
      "Samir Haddoun, Founder, 5",
      "Astrid Nygårdson, Engineer, 3",
      "Kenji Morioka, Engineer, 2",
      "Lotte Verbruggen, Operations, 1",
    ],
  ],
  [
    "Corvane Optics",
    5,
    [
      "Daniel Osterby, Supply Lead, 2",
      "Theo Marangos, Account Manager, 1",
      "Amir Dastgheb, Engineer, 3",
      "Wiebke Hansemann, Quality, 2",
      "Piet Roelofsen, Sales, 1",
    ],
  ],
  [
    "Veld Logistics",
    5,
    [
      "Amara Nwokedi, Regional Manager, 2",
      "Stefan Brucker, Dispatcher, 2",
      "Ines Carvalhal, Planner, 2",
      "Rui Pestana, Driver, 1",
    ],
  ],
  ["Bench & Signal", 6, ["Yuki Taniwaki, Editor, 3", "Freya Lindholt, Reporter, 2", "Caspar Wendt, Photographer, 1"]],
  [
    "Halden Fund",
    4,
    ["Judith Amsel, Partner, 0", "Leif Storhaug, Analyst, 0", "Marit Bakke, Associate, 0", "Anders Qvale, Partner, 0"],
  ],
];
const known = [
  "Gareth Pennlow>Nadia Ferreux close 2019",
  "Gareth Pennlow>Samir Haddoun close 2021",
  "Gareth Pennlow>Yuki Taniwaki colleague",
  "Gareth Pennlow>Helena Prokš colleague 2017",
  "Gareth Pennlow>Jonas Witterick little",
  "Gareth Pennlow>Adaeze Umeh little",
  "Samir Haddoun>Tomasz Wilczyn little",
  "Samir Haddoun>Yuki Taniwaki colleague",
  "Samir Haddoun>Astrid Nygårdson close",
  "Ilse Varnholt>Hannah Iwobi close",
  "Ilse Varnholt>Leonie Marchwald colleague",
  "Ilse Varnholt>Kofi Amenuvor little",
  "Hannah Iwobi>Nadia Ferreux not_sure",
  "Leonie Marchwald>Elif Sarıkan colleague",
  "Elif Sarıkan>Helena Prokš little",
  "Daniel Osterby>Amara Nwokedi colleague",
  "Daniel Osterby>Samir Haddoun little",
  "Sofia Lindqvern>Leonie Marchwald colleague",
  "Joaquín Beltrame>Ruth Castellane colleague",
  "Amir Dastgheb>Rafael Montiqué little",
  "Kofi Amenuvor>Jonas Witterick little",
  "Helena Prokš>Beth Coldwell colleague",
  "Yuki Taniwaki>Daniel Osterby little",
  "Judith Amsel>Leif Storhaug colleague",
  "Judith Amsel>Marit Bakke close",
];
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

export const people: Someone[] = places.flatMap(([organisation, kind, list], at) =>
  list.map((text) => {
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
export const named = (name: string): number => people.findIndex(({ row }) => row.name === name);
export const ties: Tied[] = [
  ...known.map((text): Tied => {
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
export const well: Record<Closeness, [string, number]> = {
  close: ["close", 0.8],
  colleague: ["colleague", 0.5],
  little: ["a little", 0.25],
  not_sure: ["not sure", 0.4],
};
export const strength = (warmth: number): number => [0, 0.06, 0.2, 0.4, 0.6, 0.85][warmth] ?? 0;
export const levels: Level[] = ["cold", "cool", "steady", "warm", "very_warm"];

export const tieOf = (tie: Tied, from: number): TieShown => {
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
  const [closeness] = well[tie.well];
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
    spoken: [
      `${me.name} ${how} ${other.name}, ${other.role} at ${other.organisation}.`,
      `${closeness[0]!.toUpperCase()}${closeness.slice(1)}${years && `, ${years}`}.`,
      ...(other.warmth === null ? ["You have not talked with them yet."] : []),
    ].join(" "),
  };
};
