import { describe, expect, it } from "vitest";
import type { MapFilter, MapPerson, MapPicture } from "../host/wire.gen";
import { alsoPinned, dustWords, filterLabel, isSet, mapLabel, noMapFilter, peopleInWords, picks } from "./words";

const facets: MapPicture["facets"] = {
  kinds: [
    { id: 1, name: "Client", colour: "client", ringed: false, people: 2 },
    { id: 2, name: "Peer", colour: "peer", ringed: false, people: 1 },
  ],
  standings: [],
  warmth: [],
  tags: [{ id: 5, name: "optics", people: 1 }],
  mine: 0,
  others: 0,
  proposed: 0,
};
const organisations: MapPicture["organisations"] = [
  { id: 9, name: "Orrin Pharma", people: 5, keptClose: 1 },
  { id: 10, name: "Halden Fund", people: 1, keptClose: 0 },
];
const filter = (more: Partial<MapFilter>): MapFilter => ({ ...noMapFilter, ...more });
const picture = (people: number, close: number): MapPicture => ({
  view: { steps: "everyone", centre: null },
  people: Array.from({ length: people }, (_, at) => ({ keptClose: at < close }) as MapPerson),
  ties: [],
  organisations,
  facets,
  inBook: people,
  keptClose: close,
});

describe("the filter", () => {
  it("names what is chosen, as far as there is room", () => {
    expect(filterLabel(noMapFilter, facets, organisations)).toBe("Filter");
    expect(filterLabel(filter({ kinds: [1, 2] }), facets, organisations)).toBe("Client, Peer");
    expect(filterLabel(filter({ kinds: [1], organisations: [9], tags: [5] }), facets, organisations)).toBe(
      "Client and 2 more",
    );
    expect(filterLabel(filter({ warmth: [4, 5], category: "external" }), facets, organisations)).toBe(
      "External, Warm or warmer",
    );
    expect(filterLabel(filter({ hideMine: true }), facets, organisations)).toBe("Some ties hidden");
  });

  it("fades nobody when it only hides ties", () => {
    expect([picks(filter({ hideProposed: true })), isSet(filter({ hideProposed: true }))]).toEqual([false, true]);
    expect(picks(filter({ standings: ["paused"] }))).toBe(true);
    expect(isSet(noMapFilter)).toBe(false);
  });
});

it("says how many there are", () => {
  expect(peopleInWords(1)).toBe("one person");
  expect(peopleInWords(40)).toBe("40 people");
  expect(dustWords(picture(10_214, 40))).toBe(
    "10,214 people. Coloured: the 40 you keep close. Grey: everyone else. Come closer to see names.",
  );
  expect(dustWords(picture(2001, 0))).toBe("2,001 people. Come closer to see names.");
  expect(mapLabel(picture(60, 1))).toBe("Map of 60 people in 1 organisation");
  expect([0, 1, 2].map(alsoPinned)).toEqual(["", "You pinned one other person too.", "You pinned two others too."]);
});
