import { describe, expect, it } from "vitest";
import { aRow } from "../host/fake";
import type { KindListed, RelationshipEdit } from "../host/wire.gen";
import { Choosing, daysOf, firstKind, proposed } from "./choosing.svelte";

const kinds: KindListed[] = [
  { id: 1, name: "Peer", category: "internal", colour: "peer", cadenceDays: 30, people: 0, keptClose: 0 },
  {
    id: 6,
    name: "Industry contact",
    category: "external",
    colour: "industry",
    cadenceDays: 90,
    people: 0,
    keptClose: 0,
  },
];

const keep = (kind: number, cadenceDays: number | null): RelationshipEdit => ({
  type: "keep_close",
  kind,
  cadenceDays,
  importance: 1,
  next: "",
});

describe("whom to keep close", () => {
  it("proposes those with the fullest rows, and nobody kept close already", () => {
    const rows = [
      aRow(1, "Ada Ek", { organisation: "", role: "" }),
      aRow(2, "Bo Lind", { keptClose: true }),
      aRow(3, "Cai Moe"),
      aRow(4, "Dag Ny", { kind: { name: "Peer", colour: "peer" } }),
    ];
    expect(proposed(rows).map(({ id }) => id)).toEqual([4, 3, 1]);
    expect(proposed(rows, 1).map(({ id }) => id)).toEqual([4]);
  });
  it("begins with the kind they have, else the calmest", () => {
    expect(firstKind(aRow(1, "Ada Ek"), kinds)).toBe(6);
    expect(firstKind(aRow(1, "Ada Ek", { kind: { name: "Peer", colour: "peer" } }), kinds)).toBe(1);
    expect(firstKind(aRow(1, "Ada Ek"), [])).toBeNull();
  });
  it("follows the kind until something is typed", () => {
    expect(daysOf({ kind: 1, days: null }, kinds)).toBe(30);
    expect(daysOf({ kind: 1, days: "45" }, kinds)).toBe(45);
    expect(daysOf({ kind: 1, days: "soon" }, kinds)).toBeNull();
    expect(daysOf({ kind: 1, days: "0" }, kinds)).toBeNull();
  });
  it("takes those with the same kind and rhythm in one step", () => {
    const choosing = new Choosing();
    for (const id of [1, 2, 3]) choosing.toggle(aRow(id, `P ${id}`), kinds);
    choosing.change(2, { days: "45" });
    choosing.change(3, { days: "90" });
    expect(choosing.groups(kinds)).toEqual([
      { ids: [1, 3], edit: keep(6, null) },
      { ids: [2], edit: keep(6, 45) },
    ]);
    choosing.toggle(aRow(2, "P 2"), kinds);
    expect(choosing.chosen.size).toBe(2);
  });
});
