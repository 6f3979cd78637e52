// Which changes make a shown answer stale. The table of commands says it, in Rust.
import type { Args } from "./host";
import { stale, type Changes, type CommandName } from "./wire.gen";

/** Whether a change may have touched this person. */
export const touchesPerson = (changes: Changes, id: number): boolean =>
  changes.book || changes.allPeople || changes.people.includes(id);

/** Whether a change may have touched any list of people. */
export const touchesPeople = (changes: Changes): boolean =>
  changes.book || changes.allPeople || changes.people.length > 0;

/** Whether what the command answered to these arguments may be another by now. */
export function isStale<C extends CommandName>(command: C, args: Args<C>, changes: Changes): boolean {
  const by = stale[command];
  if (!by) return false;
  if (changes.book || by.anything) return true;
  if (by.people && touchesPeople(changes)) return true;
  if (by.person !== undefined && touchesPerson(changes, Number(args[by.person as keyof Args<C>]))) return true;
  return by.tables?.some((table) => changes.tables.includes(table)) ?? false;
}
