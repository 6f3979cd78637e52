// The component of every dialog, each in a file of its own. What each begins with is in state/dialog.svelte.ts.
import type { Component } from "svelte";
import type { DialogName } from "../state/dialog.svelte";
import { piece, type Piece } from "./piece.svelte";

type Name = Exclude<DialogName, "plan">;

/** All but the new check-in, which opens beside its button on the page of a person. */
export const dialogPieces: Record<Name, Piece<Component>> = {
  log: piece(() => import("./LogDialog.svelte")),
  tie: piece(() => import("../ties/TieDialog.svelte")),
  promise: piece(() => import("./PromiseDialog.svelte")),
  share: piece(() => import("./ShareDialog.svelte")),
  introduce: piece(() => import("./IntroduceDialog.svelte")),
  anotherDay: piece(() => import("../commitments/MoveDialog.svelte")),
  tellThem: piece(() => import("../commitments/TellDialog.svelte")),
  brokenPromise: piece(() => import("../commitments/BrokenDialog.svelte")),
  countedPromises: piece(() => import("../commitments/CountedDialog.svelte")),
  event: piece(() => import("./EventDialog.svelte")),
  events: piece(() => import("../events/EventsDialog.svelte")),
  draft: piece(() => import("../drafts/DraftDialog.svelte")),
  reflection: piece(() => import("./ReflectionDialog.svelte")),
  brief: piece(() => import("./BriefDialog.svelte")),
  fit: piece(() => import("../load/FitDialog.svelte")),
  level: piece(() => import("../load/LevelDialog.svelte")),
  proposed: piece(() => import("../ties/ProposedDialog.svelte")),
  who: piece(() => import("../topics/WhoDialog.svelte")),
  way: piece(() => import("./SeekDialog.svelte")),
  keys: piece(() => import("./KeysDialog.svelte")),
  search: piece(() => import("./SearchDialog.svelte")),
  keepClose: piece(() => import("../people/KeepCloseDialog.svelte")),
  add: piece(() => import("../people/AddPerson.svelte")),
};

/** Those that a key opens and in which one types at once: read before they are wanted. */
export const typedInAtOnce: Name[] = ["search", "log", "add", "way", "promise", "share", "introduce", "anotherDay"];
