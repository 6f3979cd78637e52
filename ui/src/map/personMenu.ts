// What the menu of somebody on the map offers.
import Orbit from "@lucide/svelte/icons/orbit";
import Pin from "@lucide/svelte/icons/pin";
import PinOff from "@lucide/svelte/icons/pin-off";
import Plus from "@lucide/svelte/icons/plus";
import Route from "@lucide/svelte/icons/route";
import Spline from "@lucide/svelte/icons/spline";
import UserRound from "@lucide/svelte/icons/user-round";
import type { MenuItem } from "../shared/Menu.svelte";
import { firstName, spoken } from "../shared/names";

type Does = {
  open: () => void;
  log: () => void;
  tie: () => void;
  way: () => void;
  /** Null where nobody can be pinned. */ pin: (() => void) | null;
  around: () => void;
};

export function personItems(name: string, pinned: boolean, does: Does): MenuItem[] {
  return [
    { heading: spoken(name) },
    { label: "Open page", icon: UserRound, end: "O", run: does.open },
    { label: "Log a conversation", icon: Plus, end: "L", run: does.log },
    { label: `Add who ${firstName(name)} knows…`, icon: Spline, end: "T", run: does.tie },
    { label: "Find a way in", icon: Route, end: "W", run: does.way },
    "line",
    ...(does.pin
      ? [
          pinned
            ? { label: "Let go", icon: PinOff, end: "P", run: does.pin }
            : { label: "Pin here", icon: Pin, end: "P", run: does.pin },
        ]
      : []),
    { label: `Show around ${firstName(name)}`, icon: Orbit, end: "1 step", run: does.around },
  ];
}
