// Whom to keep close after an import: who is proposed, who is chosen, and as what.
import { SvelteMap } from "svelte/reactivity";
import { host, type Args } from "../host/host";
import type { GroupEdit, Kind, PersonRow, RelationshipEdit } from "../host/wire.gen";
import { noFilter } from "../state/filter";
import { usualKind } from "../state/kinds";

export type Chosen = {
  row: PersonRow;
  kind: number | null;
  /** What was typed; null follows the kind. */ days: string | null;
};

/** Those with the fullest rows first, then by name; whoever is kept close already is left out. */
export function proposed(rows: readonly PersonRow[], most = 12): PersonRow[] {
  const full = (row: PersonRow): number =>
    (row.kind ? 2 : 0) + (row.organisation ? 1 : 0) + (row.role ? 1 : 0) + (row.photo ? 1 : 0);
  return rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => !row.keptClose)
    .sort((a, b) => full(b.row) - full(a.row) || a.at - b.at)
    .slice(0, most)
    .map(({ row }) => row);
}

export const propose = async (first: Args<"people_window">): Promise<PersonRow[]> =>
  proposed(await host.ask("people_window", first));
export const find = async (text: string): Promise<PersonRow[]> =>
  (await host.ask("people_find", { text, filter: noFilter, limit: 12 })).rows
    .map(({ row }) => row)
    .filter((row) => !row.keptClose);

/** The days that hold for one who is chosen; null when what was typed is no number of days. */
export function daysOf({ kind, days }: Pick<Chosen, "kind" | "days">, kinds: readonly Kind[]): number | null {
  if (days !== null) return /^\d{1,4}$/.test(days.trim()) && Number(days) > 0 ? Number(days) : null;
  return kinds.find(({ id }) => id === kind)?.cadenceDays ?? null;
}

/** The kind one begins with: what they are already, else the usual one. */
export function firstKind(row: PersonRow, kinds: readonly Kind[]): number | null {
  const own = kinds.find(({ name }) => name === row.kind?.name);
  return (own ?? usualKind(kinds))?.id ?? null;
}

export class Choosing {
  chosen = new SvelteMap<number, Chosen>();

  toggle(row: PersonRow, kinds: readonly Kind[]): void {
    if (!this.chosen.delete(row.id)) this.chosen.set(row.id, { row, kind: firstKind(row, kinds), days: null });
  }

  change(id: number, change: Partial<Chosen>): void {
    const now = this.chosen.get(id);
    if (now) this.chosen.set(id, { ...now, ...change });
  }

  /** Everybody with a kind and a rhythm, those with the same together, so that it takes as few steps as can be. */
  groups(kinds: readonly Kind[]): GroupEdit[] {
    const groups = new Map<string, GroupEdit>();
    for (const { row, kind, days } of this.chosen.values()) {
      const real = daysOf({ kind, days }, kinds);
      if (kind === null || real === null) continue;
      const cadenceDays = real === kinds.find(({ id }) => id === kind)?.cadenceDays ? null : real;
      const key = `${kind}/${cadenceDays}`;
      const edit: RelationshipEdit = { type: "keep_close", kind, cadenceDays, importance: 1, next: "" };
      const group = groups.get(key) ?? { ids: [], edit };
      group.ids.push(row.id);
      groups.set(key, group);
    }
    return [...groups.values()];
  }
}
