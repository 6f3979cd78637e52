// A list that is one tab stop: the arrows lead from row to row, each row's own stop is its box or what is marked with
// `data-stop`.

const stops = (list: HTMLElement | undefined): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>("[data-stop], .check") ?? []),
];

/** The row a key leads to, or null where it means nothing here. */
export function rowAfter(event: KeyboardEvent, at: number, total: number): number | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || total === 0)
    return null;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: total - 1 }[event.key];
  return to === undefined ? null : Math.min(total - 1, Math.max(0, to));
}

export const focusRow = (list: HTMLElement | undefined, row: number): void => stops(list)[row]?.focus();

/** In which row something is. */
export const rowOf = (list: HTMLElement | undefined, target: EventTarget | null): number =>
  [...(list?.children ?? [])].findIndex((row) => target instanceof Node && row.contains(target));
