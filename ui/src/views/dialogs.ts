// The component of every dialog. What each begins with is in state/dialog.svelte.ts.
import type { Component } from "svelte";
import LogDialog from "../interactions/LogDialog.svelte";
import AddPerson from "../people/AddPerson.svelte";
import type { DialogName } from "../state/dialog.svelte";
import ProposedDialog from "../ties/ProposedDialog.svelte";
import TieDialog from "../ties/TieDialog.svelte";
import KeysDialog from "./KeysDialog.svelte";
import SearchDialog from "./SearchDialog.svelte";
import SeekDialog from "./SeekDialog.svelte";

/** All but the new check-in, which opens beside its button on the page of a person. */
export const dialogComponents: Record<Exclude<DialogName, "plan">, Component> = {
  log: LogDialog,
  tie: TieDialog,
  proposed: ProposedDialog,
  way: SeekDialog,
  keys: KeysDialog,
  search: SearchDialog,
  add: AddPerson,
};
