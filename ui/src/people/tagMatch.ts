// Which tags the written beginning may mean.

export type TagChoice = { name: string; people: number; fresh: boolean };

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Tags that begin with the text, then those that have a word that does, then a new one of that name. */
export function tagChoices(
  typed: string,
  all: readonly { name: string; people: number }[],
  taken: readonly string[],
  limit = 6,
): TagChoice[] {
  const text = typed.trim();
  if (text === "") return [];
  const key = plain(text);
  const free = all.filter((tag) => !taken.some((name) => plain(name) === plain(tag.name)));
  const begins = free.filter((tag) => plain(tag.name).startsWith(key));
  const inside = free.filter((tag) => !begins.includes(tag) && plain(tag.name).includes(` ${key}`));
  const choices: TagChoice[] = [...begins, ...inside]
    .slice(0, limit)
    .map((tag) => ({ name: tag.name, people: tag.people, fresh: false }));
  const known = [...all.map((tag) => tag.name), ...taken].some((name) => plain(name) === key);
  return known ? choices : [...choices, { name: text, people: 0, fresh: true }];
}

/** The rest of the best match, shown pale behind the caret; empty when the match does not begin with the text. */
export function ghost(typed: string, best: TagChoice | undefined): string {
  if (!best || best.fresh || typed === "" || !plain(best.name).startsWith(plain(typed))) return "";
  return best.name.slice(typed.length);
}
