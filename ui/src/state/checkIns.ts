// What can be done with a check-in from more than one place, and what the toast then says.
import { host } from "../host/host";
import type { Snooze, SnoozeOption } from "../host/wire.gen";
import { count } from "../shared/counts";
import { spoken } from "../shared/names";
import { attempt, toasts } from "./toast.svelte";

/** One person by name, several check-ins by number. */
const whose = (ids: readonly number[], name: string): string =>
  ids.length === 1 && name ? spoken(name) : count(ids.length, "check-in");

/** This time is left out; the rhythm goes on from today. True when it was done. */
export async function skip(ids: number[], name: string): Promise<boolean> {
  const done = await attempt(host.ask("check_in_skip", { ids }));
  if (done) toasts.done(`Skipped ${whose(ids, name)} this time`, done.operation);
  return done !== undefined;
}

/** Not today, but then. True when it was done. */
export async function snooze(ids: number[], until: Snooze, name: string): Promise<boolean> {
  const then = await untilWords(until);
  const done = await attempt(host.ask("check_in_snooze", { ids, until }));
  if (done) toasts.done(`Snoozed ${whose(ids, name)}${then ? ` until ${then}` : ""}`, done.operation);
  return done !== undefined;
}

/** The times that make sense now, with the day each of them means. */
export async function snoozeChoices(): Promise<SnoozeOption[]> {
  return (await attempt(host.ask("snooze_options"))) ?? [];
}

/** "Wed 11 March": the host's own words; none where it has none to give. */
async function untilWords(until: Snooze): Promise<string> {
  if (until.type === "until") {
    const options = await host.ask("snooze_options").catch(() => []);
    return options.find(({ key }) => key === until.key)?.words ?? "";
  }
  const preview = await host.ask("when_preview", { text: until.when, purpose: "check_in" }).catch(() => null);
  return preview?.understood?.split(",")[0] ?? "";
}
