// The list by organisation, and what pages of people copy and call things.
import { host } from "../host/host";
import type { Category, PersonName } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { openLog } from "../state/dialog.svelte";
import { noFilter, sortOf } from "../state/filter";
import { route } from "../state/route.svelte";
import { attempt, toasts } from "../state/toast.svelte";
import { listing } from "./listing.svelte";
import { spoken } from "./words";

/** Opens the log dialog. */
export function logWith(whom: PersonName[]): void {
  openLog(whom);
}

/** The list shows only those who work there now. */
export function onlyFrom(organisation: number): void {
  listing.text = "";
  listing.active = 0;
  void app.set({ listFilter: { ...noFilter, sort: sortOf(app.settings), organisation } });
  route.go({ view: "people", person: null });
}

/** The same by name, as it stands on a page; whoever typed it may just have been the last one there. */
export async function onlyFromNamed(name: string): Promise<void> {
  const found = await attempt(host.ask("organisations_find", { text: name, limit: 20 }));
  const same = found?.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (same) onlyFrom(same.id);
  else if (found) toasts.say(`Nobody else is known at ${spoken(name)}`);
}

export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.say("Copied");
  } catch {
    toasts.say("This could not be copied");
  }
}

export const categoryWords: Record<Category, string> = { internal: "Internal", external: "External" };
export const workplaceWords = { in_house: "Works in-house", remote: "Works remotely" } as const;
