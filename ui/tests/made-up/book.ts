/** Made-up backups, history and places for the tests of Settings and of a book that cannot be opened. */
import { done, type Answers } from "../../src/host/fake";
import type { Backup, BookState, Operation } from "../../src/host/wire.gen";

const DAY = 86_400_000;
/** A stamp in local time, so many days ago. */
const stamp = (ago: number, time: string): string =>
  `${new Date(Date.now() - ago * DAY).toISOString().slice(0, 10)}T${time}`;
const backup = (ago: number, time: string, why: Backup["why"], people: number | null = 214): Backup => ({
  name: `b${ago}${why}`,
  takenAt: stamp(ago, time),
  bytes: 6_200_000 - ago * 40_000,
  people,
  why,
  ahead: false,
});
const backups: Backup[] = [
  backup(0, "08:31:00", "daily"),
  backup(4, "08:34:00", "before_import", 1),
  ...Array.from({ length: 9 }, (_, at) => backup(10 + at, "08:30:00", "daily")),
];
const step = (id: number, kind: Operation["kind"], subject: string, count: number, ago: number): Operation => ({
  id,
  kind,
  subject,
  count,
  what: "",
  at: stamp(ago, "10:41:00"),
  undone: false,
  canUndo: kind !== "undo",
});

export const damaged: Extract<BookState, { type: "damaged" }> = {
  type: "damaged",
  path: "~/.local/share/app.kith.Kith/book.kith",
  keptAs: null,
  backups,
};
export const missing: Extract<BookState, { type: "unavailable" }> = {
  type: "unavailable",
  path: "/media/stick/Kith/book.kith",
  message: "The folder of your book is not there. If it is on a drive or a server, connect that and try again.",
  moved: true,
};
/** A book whose file another one has replaced while it was open. */
export const replaced: Extract<BookState, { type: "lost" }> = {
  type: "lost",
  path: damaged.path,
  how: "replaced",
  there: 60,
  backups: [backup(0, "09:00:00", "rescued"), ...backups],
};
const open: BookState = { type: "open", sample: false, people: 214, onboarded: true, opening: 1 };

/** What Settings ask a host of the book. */
export function madeUpBook(): Answers {
  return {
    history: async () => [
      step(9, "trash", "Pavel Drenko", 1, 0),
      step(7, "import", "contacts.vcf", 213, 1),
      step(4, "undo", "Bo Tennerud", 1, 4),
    ],
    undo_operation: async ({ id }) =>
      done({ operation: { ...step(id, "import", "contacts.vcf", 213, 1), undone: true }, kept: [] }, 10),
    backups_list: async () => ({ folder: "~/.local/share/app.kith.Kith/backups/book", backups }),
    backup_restore: async () => open,
    book_go_on: async () => ({ ...open, people: 60 }),
    book_look: async () => replaced,
    book_new: async () => ({ ...open, people: 0, onboarded: false }),
    book_place: async () => ({ path: damaged.path, bytes: 6_200_000, people: 214 }),
    book_move: async () => open,
    book_find: async () => open,
    kinds_list: async () => [],
    reminders_state: async () => ({
      notifications: "ready",
      tray: true,
      autostart: false,
      zone: "Europe/Oslo",
      localTime: "09:10",
      lastShown: null,
    }),
    trash_empty: async () => done(2),
    warmth_example: async () => null,
  };
}
