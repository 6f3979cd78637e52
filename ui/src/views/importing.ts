// The ways into Import that begin in the page.
import { host } from "../host/host";
import { route } from "../state/route.svelte";
import { attempt } from "../state/toast.svelte";

/** Cards that were pasted outside of a text field. */
export async function importPasted(event: ClipboardEvent): Promise<void> {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!/^\s*BEGIN:VCARD/im.test(text)) return;
  event.preventDefault();
  const token = await attempt(host.ask("import_paste", { text }));
  if (token) route.go({ view: "import", token });
}

/** Asks for a file or a folder and shows its preview. */
export async function importFrom(folder: boolean): Promise<void> {
  const token = await attempt(folder ? host.ask("import_choose_folder") : host.ask("import_choose"));
  if (token) route.go({ view: "import", token });
}
