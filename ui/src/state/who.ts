// The answer to "who knows about optics" in groups, for quick search and for the dialog.
import type { WhoBy, WhoKnows, WhoRow } from "../host/wire.gen";

const titles: Record<WhoBy, string> = {
  seeks: "They look for it",
  offers: "They offer it",
  knows: "They know about it",
  tag: "In tags, roles and notes",
  role: "In tags, roles and notes",
  organisation: "In tags, roles and notes",
  note: "In tags, roles and notes",
};

export type WhoGroup = { title: string; rows: WhoRow[] };

/** The rows under their titles, in the order in which core gave them. */
export function whoGroups({ rows }: Pick<WhoKnows, "rows">): WhoGroup[] {
  const groups: WhoGroup[] = [];
  for (const row of rows) {
    const title = row.through ? "Through somebody you know" : titles[row.by];
    const group = groups.find((each) => each.title === title);
    if (group) group.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
}

/** What stands below the name: "Offers optics. Daniel knows Kirsi closely." */
export const whoWords = ({ words, through }: WhoRow): string => (through ? `${words}. ${through.words}` : words);
