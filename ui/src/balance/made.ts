// Balance made up for tests.
import type { Balance, BalanceStructure, PersonRow } from "../host/wire.gen";

const aPerson = (id: number, name: string): PersonRow => ({
  id,
  name,
  initials: name.slice(0, 1),
  colour: 1,
  photo: null,
  role: "",
  organisation: "",
  kind: null,
  keptClose: false,
  warmth: null,
  quiet: false,
  status: null,
  statusWords: "",
});

export const aBalance = (more: Partial<Balance> = {}): Balance => ({
  people: 40,
  figures: [
    {
      figure: "circles",
      title: "Close circles against rhythm",
      words: "A guide, not a target.",
      enough: true,
      known: "24 kept close",
      groups: [{ label: "Closest", value: "5 of 5", bar: 1, note: "Usually about weekly." }],
      how: "By the rhythm you planned.",
    },
    {
      figure: "kinds",
      title: "Kinds of relationship",
      words: "Client is more than half.",
      enough: true,
      known: "12 of 40",
      groups: [
        { label: "Client", value: "8", bar: 1, note: "" },
        { label: "Peer", value: "4", bar: 0.5, note: "" },
      ],
      how: "Everybody for whom you chose a kind.",
    },
    {
      figure: "met",
      title: "How you met",
      words: "Not enough yet: it needs 15 people, three so far.",
      enough: false,
      known: "3 of 40",
      groups: [],
      how: "After Uzzi and Dunlap 2005.",
    },
  ],
  variety: [
    {
      figure: "kinds",
      title: "Kind",
      varied: 0.89,
      sums: "Blau 0.44",
      most: "Client",
      few: ["Mentor"],
      note: "",
      known: "12 of 40",
    },
    {
      figure: "countries",
      title: "Country",
      varied: null,
      sums: "",
      most: "",
      few: [],
      note: "Not enough yet: it needs ten people with a country in their address, none so far.",
      known: "0 of 40",
    },
  ],
  varietyWords: "Varied by kind.",
  varietyHow: "Blau 1977.",
  giveTakeWords: "About even overall.",
  giveTake: [
    { row: aPerson(3, "Ana Brook"), words: "About even", given: 1, received: 0.8, sums: "given 5.0, received 4.0" },
  ],
  giveTakeHow: "What you noted.",
  ...more,
});

export const aStructure = (more: Partial<BalanceStructure> = {}): BalanceStructure => ({
  headline: "Your people come from many circles. One of them holds people you reach no other way.",
  words: "Of 34 people you have a tie to, about 30 lead somewhere the others do not.",
  measures: [{ name: "Constraint", value: "0.07", meaning: "How far your ties are bound up with one another." }],
  source: "Counted from your 34 ties. After Burt 1992 and Borgatti 1997.",
  connectors: [
    {
      row: aPerson(5, "Gareth Pennlow"),
      lines: ["If Gareth goes quiet, you lose reach to 14 people."],
      between: "on 12 % of the shortest ways between others",
    },
  ],
  connectorsTotal: 3,
  connectorsHow: "Hopcroft and Tarjan 1973.",
  holes: [],
  holesTotal: 0,
  holesWords: "Between all your groups some tie is noted.",
  holesHow: "Burt 1992.",
  ...more,
});
