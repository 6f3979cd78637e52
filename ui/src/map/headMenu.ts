// What the ⋯ menu above the map offers.
import Image from "@lucide/svelte/icons/image";
import PinOff from "@lucide/svelte/icons/pin-off";
import RotateCcw from "@lucide/svelte/icons/rotate-ccw";
import Spline from "@lucide/svelte/icons/spline";
import type { MenuItem } from "../shared/Menu.svelte";

type Does = { save: (format: "png" | "svg") => void; anew: () => void; letAllGo: () => void; propose: () => void };

/** `drawn`: there is a picture to save, not a list; `proposed`: how many ties Kith proposes. */
export function headItems(drawn: boolean, pinned: boolean, proposed: number, does: Does): MenuItem[] {
  const onMap: MenuItem[] = [
    { label: "Save as picture (PNG)", icon: Image, run: () => does.save("png") },
    { label: "Save as picture (SVG)", icon: Image, run: () => does.save("svg") },
    "line",
    { label: "Arrange anew", icon: RotateCcw, run: does.anew },
  ];
  return [
    ...(drawn ? onMap : []),
    ...(pinned ? [{ label: "Let all pins go", icon: PinOff, run: does.letAllGo }] : []),
    {
      label: "Ties that Kith proposes…",
      icon: Spline,
      ...(proposed > 0 && { end: String(proposed) }),
      run: does.propose,
    },
  ];
}
