// What can be done with people on the map, and what the toast then says.
import { host } from "../host/host";
import { firstName } from "../shared/names";
import { attempt, toasts } from "../state/toast.svelte";
import { people } from "./words";

export async function pinThere(of: { id: number; name: string }, x: number, y: number): Promise<void> {
  const done = await attempt(host.ask("map_pin", { person: of.id, x, y }));
  if (done) toasts.done(`Pinned ${firstName(of.name)} here`, done.operation);
}

export async function letGo(of: { id: number; name: string }): Promise<void> {
  const done = await attempt(host.ask("map_unpin", { people: [of.id] }));
  if (done) toasts.done(`${firstName(of.name)} is no longer pinned`, done.operation);
}

export async function letAllGo(): Promise<void> {
  const done = await attempt(host.ask("map_unpin", { people: null }));
  if (done) toasts.done(done.value === 0 ? "Nobody was pinned" : `${people(done.value)} let go`, done.operation);
}

/** `picture` draws it; the host asks where it shall go. */
export async function savePicture(
  format: "png" | "svg",
  picture: (format: "png" | "svg") => Promise<Uint8Array>,
): Promise<void> {
  const bytes = await attempt(picture(format));
  const saved = bytes && (await attempt(host.ask(`picture_save_${format}`, bytes)));
  if (saved) toasts.say(`The map is saved as ${saved.file}`);
}
