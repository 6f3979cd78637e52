// What can be done with people from more than one place, and what the toast then says.
import { host } from "../host/host";
import type { DetailEdit, Done, RelationshipEdit, Status } from "../host/wire.gen";
import { count } from "../shared/counts";
import { spoken } from "../shared/names";
import { attempt, toasts } from "./toast.svelte";

/** Whom it is about: one person by name, several by number. */
export type About = { ids: number[]; name: string };

const people = (n: number): string => count(n, "person", "people");

/** One person by name, several by number. */
export const who = (ids: readonly number[], name: string): string =>
  ids.length === 1 && name ? spoken(name) : people(ids.length);

/** "Samir Haddoun is", "3 people are". */
export const whoAre = ({ ids, name }: About): string => `${who(ids, name)} ${ids.length === 1 ? "is" : "are"}`;

/** True when it was done. */
export async function moveToTrash(ids: number[], name: string): Promise<boolean> {
  const done = await attempt(host.ask("people_trash", { ids }));
  if (done) toasts.done(`${whoAre({ ids, name })} in the trash for 30 days`, done.operation);
  return done !== undefined;
}

export async function bringBack(ids: number[], name: string): Promise<void> {
  const done = await attempt(host.ask("people_restore", { ids }));
  if (done) toasts.done(`${whoAre({ ids, name })} back`, done.operation);
}

export async function exportCards(ids: number[], style: "as_it_came" | "version_4"): Promise<void> {
  const written = await attempt(host.ask("export_cards", { people: ids, style }));
  if (written) toasts.say(`${people(written.people)} written to ${written.file}`);
}

/** The same edit for several people; `words` says it, as in "3 people tagged optics". */
export async function editAll(ids: number[], edit: DetailEdit, words: string): Promise<void> {
  const done = await attempt(host.ask("people_edit", { ids, edit }));
  if (done) toasts.done(words, done.operation);
}

/** The same for what I declared about them. */
export async function declareAll(ids: number[], edit: RelationshipEdit, words: string): Promise<void> {
  const done = await attempt(host.ask("relationship_edit", { ids, edit }));
  if (done) toasts.done(words, done.operation);
}

/** Whether Kith may propose to ask them for introductions. */
export async function askThem(id: number, name: string, may: boolean): Promise<void> {
  const done = await attempt(host.ask("relationship_edit", { ids: [id], edit: { type: "do_not_ask", value: !may } }));
  if (done)
    toasts.done(
      may
        ? `Kith may propose to ask ${spoken(name)} again`
        : `Kith does not propose to ask ${spoken(name)} for introductions`,
      done.operation,
    );
}

/** What is said with a status: until when and since which day, as typed, and why. */
export type StatusSaid = { until?: string; on?: string; reason?: string };

/** Asks for another status. Rejects where what is said with it cannot be. */
export const askStatus = (
  { ids }: About,
  value: Status,
  { until = "", on = "", reason = "" }: StatusSaid = {},
): Promise<Done<unknown>> => host.ask("relationship_edit", { ids, edit: { type: "status", value, until, on, reason } });

type Said = "active" | "dormant" | "ended" | "died" | "archived";
const statusWords: Record<Said, (about: About) => string> = {
  active: ({ ids, name }) => `You are in touch with ${who(ids, name)} again`,
  dormant: (about) => `${whoAre(about)} resting for now`,
  ended: ({ ids, name }) => `Ended with ${who(ids, name)}`,
  died: ({ ids, name }) => `${who(ids, name)} stays in your book, and nothing is due any more`,
  archived: (about) => `${whoAre(about)} archived`,
};
/** What a toast says of a status that was set. */
export const statusSaid = (about: About, value: Said): string => statusWords[value](about);

export async function setStatus(about: About, value: Said, words?: string): Promise<boolean> {
  const done = await attempt(askStatus(about, value));
  if (done) toasts.done(words ?? statusWords[value](about), done.operation);
  return done !== undefined;
}

/** Takes up again whoever rests, came to an end, is archived, or was said to have died: each is said in its own way. */
export function takeUp(about: About, from: Status): Promise<boolean> {
  const words =
    from === "archived"
      ? `${whoAre(about)} out of the archive`
      : from === "died"
        ? `It is no longer said that ${who(about.ids, about.name)} died`
        : undefined;
  return setStatus(about, "active", words);
}

/** The purpose was expected to be over and is not: Kith does not ask again. */
export const notYetOver = (id: number, name: string): Promise<void> =>
  declareAll([id], { type: "purpose_ends", on: "" }, `It goes on with ${spoken(name)}`);
