// Which of the names that are in use the written beginning may mean.

/** A name that may be meant. `end` is what stands beside it; `fresh`: nothing is called so yet. */
export type Completion = { name: string; end: string; fresh: boolean };

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The name that the text is, then those that begin with it; then a new one of that name, and last those with a word
 * that begins with it: the first is taken, and what is taken unseen has to be what was typed. What is among the
 * `taken` is meant itself, and none of the others.
 */
export function completions(
  typed: string,
  all: readonly { name: string; end: string }[],
  taken: readonly string[],
  limit = 6,
): Completion[] {
  const text = typed.trim();
  if (text === "") return [];
  const key = plain(text);
  if (taken.some((name) => plain(name) === key)) return [];
  const free = all.filter(({ name }) => !taken.some((other) => plain(other) === plain(name)));
  const isIt = (name: string): boolean => plain(name) === key;
  const starting = free.filter(({ name }) => plain(name).startsWith(key));
  const begins = [...starting.filter(({ name }) => isIt(name)), ...starting.filter(({ name }) => !isIt(name))];
  const inside = free.filter((each) => !begins.includes(each) && plain(each.name).includes(` ${key}`));
  const known = all.some(({ name }) => isIt(name));
  const used = ({ name, end }: { name: string; end: string }): Completion => ({ name, end, fresh: false });
  return [
    ...begins.slice(0, limit).map(used),
    ...(known ? [] : [{ name: text, end: "", fresh: true }]),
    ...inside.slice(0, Math.max(0, limit - begins.length)).map(used),
  ];
}

/** The rest of the best match, shown pale behind the caret; empty when the match does not begin with the text. */
export function ghost(typed: string, best: Completion | undefined): string {
  if (!best || best.fresh || typed === "" || !plain(best.name).startsWith(plain(typed))) return "";
  return best.name.slice(typed.length);
}
