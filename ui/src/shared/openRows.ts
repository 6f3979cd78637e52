// The arithmetic of a long list in which some rows are open: every row is `row` high, an open one more than that.

/** Open rows in their order; `above[n]` is how much the first n of them add. */
export type Stack = { row: number; at: readonly number[]; above: readonly number[] };

export function stack(row: number, open: Iterable<readonly [index: number, more: number]>): Stack {
  const sorted = [...open].filter(([, more]) => more > 0).sort(([a], [b]) => a - b);
  const above = [0];
  for (const [, more] of sorted) above.push((above.at(-1) ?? 0) + more);
  return { row, at: sorted.map(([index]) => index), above };
}

/** How many open rows stand before row `index`. */
function openBefore(at: readonly number[], index: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where row `index` begins. */
export const topOf = (of: Stack, index: number): number => index * of.row + (of.above[openBefore(of.at, index)] ?? 0);

export const heightOf = (of: Stack, total: number): number => topOf(of, total);

/** The row at a height. */
export function rowAt(of: Stack, total: number, y: number): number {
  let low = 0;
  let high = Math.max(0, total - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(of, middle) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows to draw, with some to spare on both sides; `last` is one past the end. */
export function inView(
  of: Stack,
  total: number,
  scroll: number,
  height: number,
  spare = 6,
): { first: number; last: number } {
  if (total === 0) return { first: 0, last: 0 };
  const first = Math.max(0, rowAt(of, total, scroll) - spare);
  const last = Math.min(total, rowAt(of, total, scroll + Math.max(height, of.row)) + spare + 1);
  return { first, last };
}

/** Where to scroll so that row `index` is seen, with as much of what is open in it as fits; null when it is. */
export function scrollTo(of: Stack, index: number, scroll: number, height: number): number | null {
  const top = topOf(of, index);
  const bottom = topOf(of, index + 1);
  if (top < scroll) return top;
  if (bottom > scroll + height) return Math.min(top, bottom - height);
  return null;
}
