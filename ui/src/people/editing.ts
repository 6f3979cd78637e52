// One person's page while it is edited: every change is one command, and one step to undo.
import { host } from "../host/host";
import type { ContactKind, DetailEdit, RelationshipEdit } from "../host/wire.gen";
import { toasts } from "../state/toast.svelte";

/** Makes the change; rejects with what is wrong, for a field to say it. */
export type Edit = (edit: DetailEdit) => Promise<unknown>;

export const editor =
  (id: number): Edit =>
  (edit) =>
    host.ask("person_edit", { id, edit });

/** The same for what I declared about them. */
export const declarer =
  (id: number) =>
  (edit: RelationshipEdit): Promise<unknown> =>
    host.ask("relationship_edit", { ids: [id], edit });

/** Makes the change and says it in a toast with Undo; a failure is said too. */
export async function editAloud(id: number, edit: DetailEdit, words: string): Promise<void> {
  try {
    const { operation } = await host.ask("person_edit", { id, edit });
    toasts.done(words, operation);
  } catch (thrown) {
    toasts.fail(thrown);
  }
}

export const contactWords: Record<ContactKind, { name: string; add: string; labels: string[]; open: string }> = {
  email: { name: "Email", add: "Mail address", labels: ["work", "home", "other"], open: "Write a mail" },
  phone: { name: "Phone", add: "Phone number", labels: ["mobile", "work", "home", "assistant", "fax"], open: "Call" },
  address: { name: "Address", add: "Postal address", labels: ["work", "home", "other"], open: "Open" },
  link: { name: "Link", add: "Link", labels: ["website", "profile", "blog", "other"], open: "Open the link" },
  chat: { name: "Chat", add: "Chat name", labels: ["work", "home", "other"], open: "Open the chat" },
};
