// The ways into Import that begin in the page.
import { host } from "../host/host";
import { route } from "../state/route.svelte";
import { attempt } from "../state/toast.svelte";

/** Asks for a file or a folder and shows its preview. */
export async function importFrom(folder: boolean): Promise<void> {
  const token = await attempt(folder ? host.importChooseFolder() : host.importChoose());
  if (token) route.go({ view: "import", token });
}
