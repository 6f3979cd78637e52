// Pausing, ending, resting and taking up again: what is asked of the host, and what the toast then says.
import { host } from "../host/host";
import type { Done, Status, WhenPreview } from "../host/wire.gen";
import { attempt, toasts } from "../state/toast.svelte";
import { who } from "./actions";
import { weekdayWords } from "./words";

/** Whom it is about: one person by name, several by number. */
export type About = { ids: number[]; name: string };

const asked = ({ ids }: About, value: Status, until = ""): Promise<Done<unknown>> => {
  const [id] = ids;
  const edit = { type: "status", value, until } as const;
  return ids.length === 1 && id !== undefined ? host.personEdit(id, edit) : host.peopleEdit(ids, edit);
};
const are = ({ ids, name }: About): string => `${who(ids, name)} ${ids.length === 1 ? "is" : "are"}`;

/** Rejects where the date cannot be taken, for the field to say it. */
export async function pause(about: About, until: string, understood: WhenPreview | null): Promise<void> {
  const { operation } = await asked(about, "paused", until);
  toasts.done(`${are(about)} paused${understood?.on ? ` until ${weekdayWords(understood.on)}` : ""}`, operation);
}

const words: Record<"active" | "dormant" | "ended", (about: About) => string> = {
  active: (about) => `You are in touch with ${who(about.ids, about.name)} again`,
  dormant: (about) => `${are(about)} resting for now`,
  ended: (about) => `Ended with ${who(about.ids, about.name)}`,
};
export async function setStatus(about: About, value: "active" | "dormant" | "ended"): Promise<boolean> {
  const done = await attempt(asked(about, value));
  if (done) toasts.done(words[value](about), done.operation);
  return done !== undefined;
}
