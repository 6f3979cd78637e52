// A link that was dropped on the window: it is kept to share, with whose page is open, or with whom one says.
import { host } from "../host/host";
import { openShare, type Face } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";

export async function keepLink(title: string, link: string): Promise<void> {
  const { at } = route;
  const person = at.view === "people" ? at.person : null;
  const face = person === null ? null : await host.ask("person_face", { id: person }).catch(() => null);
  const people: Face[] = face === null || face.trashed ? [] : [face];
  openShare(people, null, { title, link });
}
