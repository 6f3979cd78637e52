// What can be done with the whole book from more than one place, and what the toast then says.
import { asKithError, host } from "../host/host";
import type { Backup, BookState } from "../host/wire.gen";
import { count, when } from "../shared/counts";
import { app } from "../state/app.svelte";
import type { Place } from "../state/route.svelte";
import { attempt, toasts } from "../state/toast.svelte";

const yourBook: Place = { view: "settings", section: "book" };

export async function exportPeople(style: "as_it_came" | "version_4" = "as_it_came"): Promise<void> {
  const written = await attempt(host.ask("export_cards", { people: null, style }));
  if (written) toasts.say(`${count(written.people, "person", "people")} written to ${written.file}`);
}

export async function exportBook(): Promise<void> {
  const written = await attempt(host.ask("export_book"));
  if (written) toasts.say(`Your book is written to ${written.file}`);
}

/** The network for other programs: GraphML is one file, CSV two in a folder. `withAttributes`: with one's own. */
export async function exportNetwork(form: "graphml" | "csv", withAttributes: boolean): Promise<void> {
  const command = form === "graphml" ? "export_graphml" : "export_network_csv";
  const written = await attempt(
    host.ask(command, { withAttributes }).catch((thrown: unknown) => {
      if (asKithError(thrown).code !== "stopped") throw thrown;
      toasts.say("Stopped. No file was written.");
      return null;
    }),
  );
  if (!written) return;
  const files = form === "csv" ? `${written.file} and a file of their ties` : written.file;
  toasts.say(`${count(written.people, "person", "people")} written to ${files}`);
}

/** True when it was done. */
export async function backUp(): Promise<boolean> {
  const done = await attempt(host.ask("backup_now"));
  if (done) toasts.say("Backed up and checked");
  return done !== undefined;
}

/** Asks for a folder and moves the book there; it stays open, or the window says why it is not. */
export async function move(): Promise<void> {
  const book = await app.open(() => host.ask("book_move"), yourBook);
  if (book?.type !== "open") return;
  toasts.say("Moved, with its backups. The old file stays where it was, as “book before moving.kith”");
}

/** Opens the book with invented people, or comes back from it. */
export async function sample(open: boolean): Promise<void> {
  await app.open(() => (open ? host.ask("sample_open") : host.ask("sample_leave")));
}

/** Puts a backup in the book's place. */
export const restore = ({ name, takenAt }: Pick<Backup, "name" | "takenAt">): Promise<void> =>
  replace(() => host.ask("backup_restore", { name }), `Your book is as it was ${when(takenAt, app.hourClock)}`);

/** Puts a whole book that was exported in the book's place, where a file is chosen. */
export const readBook = (): Promise<void> => replace(() => host.ask("read_book"), "The book was read");

/** The book as it is becomes a backup first, which Undo restores. One stays where such things are done. */
async function replace(ask: () => Promise<BookState | null>, words: string): Promise<void> {
  const book = await app.open(ask, yourBook);
  if (book?.type !== "open") return;
  const before = await host.ask("backups_list").then(
    ({ backups }) => backups.find(({ why }) => why === "before_restore") ?? null,
    () => null,
  );
  toasts.say(words, before && { label: "Undo", run: () => void restore(before) });
}
