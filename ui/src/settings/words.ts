// What Settings say of backups, text sizes and lists.
import type { Backup } from "../host/wire.gen";
import { count, size } from "../shared/counts";

const people = (n: number): string => count(n, "person", "people");

const why: Record<Backup["why"], string> = {
  daily: "Once a day",
  before_upgrade: "Before a newer Kith",
  before_import: "Before an import",
  before_restore: "Before another one was restored",
  by_hand: "Made by you",
  rescued: "When the file was lost",
  kept: "When the file was lost",
};

export const backupWords = (backup: Pick<Backup, "why" | "people" | "ahead">): string =>
  [
    why[backup.why] ?? "",
    backup.people === null ? "cannot be read" : people(backup.people),
    backup.ahead ? "the date is of a wrong clock" : "",
  ]
    .filter(Boolean)
    .join(", ");

export const placeWords = ({ people: n, bytes }: { people: number; bytes: number }): string =>
  `${people(n)}, ${size(bytes)}`;

export const leftWords = (days: number): string => (days <= 0 ? "goes today" : count(days, "day") + " of use left");

/** Text sizes that the two buttons lead through. */
export const scales = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** The next size up or down from where one is. */
export function nextScale(now: number, step: 1 | -1): number {
  const near = 0.001;
  const next =
    step > 0 ? scales.find((scale) => scale > now + near) : [...scales].reverse().find((scale) => scale < now - near);
  return next ?? now;
}

/** A list as it is written in one line: "mara@holm.example, m.holm@work.example". */
export const listed = (values: readonly string[]): string => values.join(", ");
export const unlisted = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((value) => value.trim())
      .filter(Boolean),
  ),
];
