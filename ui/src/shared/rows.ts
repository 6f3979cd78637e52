// The arithmetic of a long list: rows of one height, under headings of another.

export type Section = { label: string; first: number; count: number };
export type Sizes = { row: number; head: number };

/** How many headings stand above row `index`, its own included. */
function headsAbove(sections: readonly Section[], index: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.first ?? Infinity) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where row `index` begins. */
export const topOf = (sections: readonly Section[], { row, head }: Sizes, index: number): number =>
  index * row + headsAbove(sections, index) * head;

export const heightOf = (sections: readonly Section[], { row, head }: Sizes, total: number): number =>
  total * row + sections.length * head;

/** The row at a height; the nearest one where there is a heading or nothing. */
export function rowAt(sections: readonly Section[], sizes: Sizes, total: number, y: number): number {
  let low = 0;
  let high = Math.max(0, total - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(sections, sizes, middle) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows to draw, with some to spare on both sides; `last` is one past the end. */
export function inView(
  sections: readonly Section[],
  sizes: Sizes,
  total: number,
  scroll: number,
  height: number,
  spare = 6,
): { first: number; last: number } {
  if (total === 0) return { first: 0, last: 0 };
  const first = Math.max(0, rowAt(sections, sizes, total, scroll) - spare);
  const last = Math.min(total, rowAt(sections, sizes, total, scroll + Math.max(height, sizes.row)) + spare + 1);
  return { first, last };
}

/** Where to scroll so that row `index` is seen, below the heading that sticks to the top; null when it is. */
export function scrollTo(
  sections: readonly Section[],
  sizes: Sizes,
  index: number,
  scroll: number,
  height: number,
): number | null {
  const top = topOf(sections, sizes, index);
  const above = sections.length > 0 ? sizes.head : 0;
  if (top - above < scroll) return Math.max(0, top - above);
  if (top + sizes.row > scroll + height) return top + sizes.row - height;
  return null;
}

/** The row a key leads to from `index`, or null when the key does not move. */
export function moved(key: string, index: number, total: number, page: number): number | null {
  if (total === 0) return null;
  const to = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: total - 1,
  }[key];
  return to === undefined ? null : Math.min(total - 1, Math.max(0, to));
}
