// What can be done with the whole book from more than one place, and what the toast then says.
import { host } from "../host/host";
import { count } from "../shared/counts";
import { app } from "../state/app.svelte";
import { attempt, toasts } from "../state/toast.svelte";

export async function exportPeople(style: "as_it_came" | "version_4" = "as_it_came"): Promise<void> {
  const written = await attempt(host.ask("export_cards", { people: null, style }));
  if (written) toasts.say(`${count(written.people, "person", "people")} written to ${written.file}`);
}

export async function exportBook(): Promise<void> {
  const written = await attempt(host.ask("export_book"));
  if (written) toasts.say(`Your book is written to ${written.file}`);
}

/** True when it was done. */
export async function backUp(): Promise<boolean> {
  const done = await attempt(host.ask("backup_now"));
  if (done) toasts.say("Backed up and checked");
  return done !== undefined;
}

/** Asks for a folder and moves the book there; it stays open, or the window says why it is not. */
export async function move(): Promise<void> {
  const book = await attempt(host.ask("book_move"));
  if (!book) return;
  if (book.type !== "open") return app.opened(book);
  app.book = book;
  toasts.say("Moved, with its backups. The old file stays where it was, as “book before moving.kith”");
}

/** Opens the book with invented people, or comes back from it. */
export async function sample(open: boolean): Promise<void> {
  const book = await attempt(open ? host.ask("sample_open") : host.ask("sample_leave"));
  if (book) app.opened(book);
}
