// The arrow keys of a group of radio buttons, of which one is the tab stop.

export type Radios = {
  /** How many there are. */
  count: number;
  /** The place of the one that is chosen, from 0; negative where none is. */
  at: number;
  /** Where the arrows begin where none is chosen. */
  begin?: number;
  /** They stand for more and less: up is more, and the ends are ends. Else down goes on, and around. */
  isScale?: boolean;
  choose: (at: number) => void;
  /** Where none may be chosen: Delete and Backspace choose none. */
  clear?: () => void;
};

const more = ["ArrowRight", "ArrowDown"];
const less = ["ArrowLeft", "ArrowUp"];

/** For the `onkeydown` of the group: chooses by the arrows, and the focus goes along. */
export function radioKeys(
  event: KeyboardEvent,
  { count, at, begin = 0, isScale = false, choose, clear }: Radios,
): void {
  if (clear && (event.key === "Delete" || event.key === "Backspace")) {
    event.preventDefault();
    return clear();
  }
  if (!more.includes(event.key) && !less.includes(event.key)) return;
  event.preventDefault();
  const isUpOrDown = event.key === "ArrowUp" || event.key === "ArrowDown";
  const by = more.includes(event.key) === (isScale && isUpOrDown) ? -1 : 1;
  const next =
    at < 0 ? begin : isScale ? Math.min(count - 1, Math.max(0, at + by)) : (at + by + count) % Math.max(1, count);
  choose(next);
  (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=radio]")[next]?.focus();
}
