// From a person to the map, to a way in, to whom they know: from their page, the list, quick search.
import { app } from "./app.svelte";
import { openIntroduce, openTie, type Face } from "./dialog.svelte";
import { route } from "./route.svelte";

/** Shows them on the map, also where the map was a list before. */
export function showOnMap(person: number): void {
  if (app.settings?.mapList) void app.set({ mapList: false });
  route.go({ view: "map", person });
}

export const wayTo = (person: number): void => route.go({ view: "map", person: null, wayTo: person });

/** Opens the dialog for somebody they know. */
export const tieFrom = (from: Face): void => openTie(from);

/** Opens the dialog that introduces them to each other. */
export const introduce = (people: Face[]): void => openIntroduce(people);
