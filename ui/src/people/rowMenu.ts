// What the menu of a row of the list offers: only what makes sense for this person now.
import CircleDashed from "@lucide/svelte/icons/circle-dashed";
import FileUp from "@lucide/svelte/icons/file-up";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Pause from "@lucide/svelte/icons/pause";
import Plus from "@lucide/svelte/icons/plus";
import RotateCcw from "@lucide/svelte/icons/rotate-ccw";
import RouteIcon from "@lucide/svelte/icons/route";
import Spline from "@lucide/svelte/icons/spline";
import Trash2 from "@lucide/svelte/icons/trash-2";
import UserRound from "@lucide/svelte/icons/user-round";
import Waypoints from "@lucide/svelte/icons/waypoints";
import type { PersonRow } from "../host/wire.gen";
import type { MenuItem } from "../shared/Menu.svelte";
import { firstName } from "../shared/names";
import { showOnMap, tieFrom, wayTo } from "../state/ways";
import { exportCards, logWith } from "./actions";
import { setStatus } from "./status";
import { spoken } from "./words";

type Does = {
  open: () => void;
  choose: () => void;
  trash: () => void;
  introductions: () => void;
  ask: (what: "pause" | "end") => void;
};

/** `notAsked`: they are not asked for introductions, as far as that was read. */
export function rowItems(row: PersonRow, chosen: boolean, notAsked: boolean, does: Does): MenuItem[] {
  const resting = row.status !== null && row.status !== "active";
  return [
    { heading: spoken(row.name) },
    { label: "Open", icon: UserRound, end: "Enter", run: does.open },
    { label: "Log a conversation", icon: Plus, end: "L", run: () => logWith([{ id: row.id, name: row.name }]) },
    { label: chosen ? "Do not choose" : "Choose", icon: ListChecks, end: "Space", run: does.choose },
    { label: "Export card", icon: FileUp, run: () => void exportCards([row.id], "as_it_came") },
    "line",
    { label: "Show on the map", icon: Waypoints, run: () => showOnMap(row.id) },
    { label: "Find a way in", icon: RouteIcon, run: () => wayTo(row.id) },
    { label: `Add who ${firstName(row.name)} knows…`, icon: Spline, run: () => tieFrom(row) },
    {
      label: `Do not ask ${firstName(row.name)} for introductions`,
      checked: notAsked,
      closes: true,
      run: does.introductions,
    },
    "line",
    ...(resting
      ? [
          {
            label: "Take up again",
            icon: RotateCcw,
            run: () => void setStatus({ ids: [row.id], name: row.name }, "active"),
          },
        ]
      : []),
    ...(!resting && row.keptClose
      ? [
          { label: "Pause until…", icon: Pause, run: () => does.ask("pause") },
          { label: "End it…", icon: CircleDashed, run: () => does.ask("end") },
        ]
      : []),
    { label: "Move to trash", icon: Trash2, danger: true, end: "Delete", run: does.trash },
  ];
}
