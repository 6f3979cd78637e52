// Made-up backups, history and places. ?book=damaged|newer|in_use|unavailable|missing shows the book not open.
import { done, theSettings } from "../src/host/fake";
import type { Host } from "../src/host/host";
import type { Backup, BookState, Operation } from "../src/host/wire.gen";
import { madeUpSettings } from "./settings";

const day = (ago: number, time: string): string => {
  const at = new Date(Date.now() - ago * 86_400_000);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}T${time}`;
};
const backup = (ago: number, time: string, why: Backup["why"], people: number | null = 214): Backup =>
  ({ name: `b${ago}${why}`, takenAt: day(ago, time), bytes: 6_200_000 - ago * 40_000, people, why }) as Backup;
const backups: Backup[] = [
  backup(0, "08:31:00", "daily"),
  backup(1, "08:29:00", "daily"),
  backup(4, "08:34:00", "before_import", 1),
  backup(8, "09:02:00", "before_upgrade", 1),
  ...Array.from({ length: 9 }, (_, at) => backup(10 + at, "08:30:00", "daily")),
];
const step = (
  id: number,
  kind: Operation["kind"],
  subject: string,
  count: number,
  ago: number,
  undone = false,
): Operation => ({ id, kind, subject, count, at: day(ago, "10:41:00"), undone, canUndo: !undone && kind !== "undo" });

export function madeUpHouse(query: URLSearchParams): Partial<Host> {
  const path = "~/.local/share/app.kith.Kith/book.kith";
  const closed: Record<string, BookState> = {
    damaged: {
      type: "damaged",
      path,
      keptAs: query.has("kept") ? "book.damaged-2026-03-10.kith" : null,
      backups: query.has("none") ? [] : backups,
    },
    newer: { type: "newer", path, backups },
    in_use: { type: "in_use", path },
    unavailable: {
      type: "unavailable",
      path,
      message: "The disk is full. Make some room, then try again.",
      moved: false,
    },
    missing: {
      type: "unavailable",
      path: "/media/stick/Kith/book.kith",
      message: "The folder of your book is not there. If it is on a drive or a server, connect that and try again.",
      moved: true,
    },
  };
  const book = closed[query.get("book") ?? ""];
  return {
    ...madeUpSettings(query),
    ...(book && {
      start: async () => ({
        book,
        settings: theSettings({ theme: (query.get("theme") ?? "system") as "system" }),
        version: "0.1.0",
        route: null,
      }),
    }),
    history: async () => [
      step(9, "trash", "Pavel Drenko", 1, 0),
      step(8, "edit_person", "Samir Haddoun", 1, 0),
      step(7, "import", "contacts.vcf", 213, 1, query.has("undone")),
      step(6, "edit_people", "", 12, 1),
      step(5, "settings", "", 0, 3),
      step(4, "undo", "Bo Tennerud", 1, 4),
      step(3, "add_person", "Bo Tennerud", 1, 12, true),
      step(2, "read_book", "kith-book.json", 40, 40),
    ],
    undoOperation: async (id) => done({ operation: step(id, "import", "contacts.vcf", 213, 1, true), kept: [] }, 10),
    backupsList: async () => ({ folder: "~/.local/share/app.kith.Kith/backups/book", backups }),
    backupNow: async () => done(backup(0, "09:10:00", "by_hand")),
    backupRestore: async () => ({ type: "open", sample: false, people: 214, onboarded: true }),
    bookPlace: async () => ({ path, bytes: 6_200_000, people: 214 }),
    bookMove: async () => ({ type: "open", sample: false, people: 214, onboarded: true }),
    bookFind: async () => ({ type: "open", sample: false, people: 214, onboarded: true }),
    showFolder: async () => null,
    trashEmpty: async () => done(2),
    exportCards: async () => ({ people: 214, file: "people.vcf" }),
    exportBook: async () => ({ file: "book.json" }),
    readBook: async () => null,
  };
}
