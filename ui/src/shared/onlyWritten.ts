/**
 * A list in which one entry is being written, an old or a new one: what else was left empty goes. `at` is where the
 * one stands then.
 */
export function onlyWritten<T>(all: readonly T[], one: T, isWritten: (each: T) => boolean): { all: T[]; at: number } {
  const place = all.indexOf(one);
  const before = (place < 0 ? all : all.slice(0, place)).filter(isWritten);
  const after = place < 0 ? [] : all.slice(place + 1).filter(isWritten);
  return { all: [...before, one, ...after], at: before.length };
}
