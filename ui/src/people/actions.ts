// What can be done with people from more than one place, and what the toast then says.
import { host } from "../host/host";
import type { Category, PersonEdit, PersonName } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { noFilter } from "../state/filter";
import { route } from "../state/route.svelte";
import { attempt, toasts } from "../state/toast.svelte";
import { listing } from "./listing.svelte";
import { people, spoken } from "./words";

/** One person by name, several by number. */
export const who = (ids: readonly number[], name: string): string =>
  ids.length === 1 && name ? spoken(name) : people(ids.length);

/** Opens the log dialog. */
export function logWith(whom: PersonName[]): void {
  app.logging = { people: whom, closes: [], edit: null };
}

/** The list shows only those who work there now. */
export function onlyFrom(organisation: number): void {
  listing.text = "";
  listing.active = 0;
  void app.set({ listFilter: { ...noFilter, organisation } });
  route.go({ view: "people", person: null });
}

/** The same by name, as it stands on a page; whoever typed it may just have been the last one there. */
export async function onlyFromNamed(name: string): Promise<void> {
  const found = await attempt(host.organisationsFind(name, 20));
  const same = found?.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (same) onlyFrom(same.id);
  else if (found) toasts.say(`Nobody else is known at ${spoken(name)}`);
}

export async function moveToTrash(ids: number[], name: string): Promise<boolean> {
  const done = await attempt(host.peopleTrash(ids));
  if (done)
    toasts.done(`${who(ids, name)} ${ids.length === 1 ? "is" : "are"} in the trash for 30 days`, done.operation);
  return done !== undefined;
}

export async function bringBack(ids: number[], name: string): Promise<void> {
  const done = await attempt(host.peopleRestore(ids));
  if (done) toasts.done(`${who(ids, name)} ${ids.length === 1 ? "is" : "are"} back`, done.operation);
}

export async function exportCards(ids: number[], style: "as_it_came" | "version_4"): Promise<void> {
  const written = await attempt(host.exportCards(ids, style));
  if (written) toasts.say(`${people(written.people)} written to ${written.file}`);
}

/** The same edit for several people; `words` says it, as in "3 people tagged optics". */
export async function editAll(ids: number[], edit: PersonEdit, words: string): Promise<void> {
  const done = await attempt(host.peopleEdit(ids, edit));
  if (done) toasts.done(words, done.operation);
}

/** Whether Kith may propose to ask them for introductions. */
export async function askThem(id: number, name: string, may: boolean): Promise<void> {
  const done = await attempt(host.personEdit(id, { type: "do_not_ask", value: !may }));
  if (done)
    toasts.done(
      may
        ? `Kith may propose to ask ${spoken(name)} again`
        : `Kith does not propose to ask ${spoken(name)} for introductions`,
      done.operation,
    );
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
