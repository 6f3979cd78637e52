// What quick search offers besides an answer: whom one was busy with lately, and the word in all notes.
import NotebookText from "@lucide/svelte/icons/notebook-text";
import type { Lately, OperationKind } from "../host/wire.gen";
import { spoken } from "../shared/names";
import type { Group, Ways } from "./options";

/** What was done last with somebody, before "today": "added today". Every other change is "changed". */
const did: Partial<Record<OperationKind, string>> = {
  add_person: "added",
  log_interaction: "logged",
  plan_check_in: "planned",
  snooze: "snoozed",
  restore: "brought back",
};

/** Before anything is typed: the people of the last changes. */
export function latelyGroups(people: readonly Lately[], ways: Ways): Group[] {
  if (people.length === 0) return [];
  const options = people.map(({ row, did: kind, when, talked }) => ({
    id: `lately ${row.id}`,
    label: [{ text: spoken(row.name) }],
    end: talked === null ? `${did[kind] ?? "changed"} ${when}` : `talked ${talked}`,
    face: row,
    run: () => ways.open(row.id),
  }));
  return [{ title: "Lately", options }];
}

/** Below everything else: who has the typed words in their notes and talks. */
export function notesGroups(text: string, ways: Ways): Group[] {
  const words = text.trim().replace(/\s+/g, " ");
  // A single letter is in every note.
  if (words.length < 2) return [];
  return [
    {
      title: "Notes",
      options: [
        {
          id: "notes",
          label: [{ text: `Look for “${words}” in your notes` }],
          icon: NotebookText,
          run: () => ways.lookFor(words),
        },
      ],
    },
  ];
}
