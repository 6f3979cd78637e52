// Which of the names that are in use the written beginning may mean.

/** A name that may be meant. `end` is what stands beside it; `fresh`: nothing is called so yet. */
export type Completion = { name: string; end: string; fresh: boolean };

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Names that begin with the text, then those that have a word that does, then a new one of that name. */
export function completions(
  typed: string,
  all: readonly { name: string; end: string }[],
  taken: readonly string[],
  limit = 6,
): Completion[] {
  const text = typed.trim();
  if (text === "") return [];
  const key = plain(text);
  const free = all.filter(({ name }) => !taken.some((other) => plain(other) === plain(name)));
  const begins = free.filter(({ name }) => plain(name).startsWith(key));
  const inside = free.filter((each) => !begins.includes(each) && plain(each.name).includes(` ${key}`));
  const choices: Completion[] = [...begins, ...inside]
    .slice(0, limit)
    .map(({ name, end }) => ({ name, end, fresh: false }));
  const known = [...all.map(({ name }) => name), ...taken].some((name) => plain(name) === key);
  return known ? choices : [...choices, { name: text, end: "", fresh: true }];
}

/** The rest of the best match, shown pale behind the caret; empty when the match does not begin with the text. */
export function ghost(typed: string, best: Completion | undefined): string {
  if (!best || best.fresh || typed === "" || !plain(best.name).startsWith(plain(typed))) return "";
  return best.name.slice(typed.length);
}
