// Names and other words inside sentences.

const asRead = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Short enough, and unable to turn the sentence around. */
export function spoken(name: string): string {
  const plain = name.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cc}]/gu, "").trim();
  return shortened(plain);
}

/** At most so many letters, as a reader counts them: a drawn one is never cut in half. */
export function shortened(text: string, most = 60): string {
  if (text.length <= most) return text;
  const letters: string[] = [];
  for (const { segment } of asRead.segment(text)) {
    letters.push(segment);
    if (letters.length > most)
      return `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
  }
  return text;
}

/** How one would speak of someone: the first word of the name, unless it is a title or an initial. */
export function firstName(name: string): string {
  const [first = "", ...others] = spoken(name).split(/\s+/);
  return others.length === 0 || (first.length > 1 && !first.endsWith(".") && !/^(dr|prof|mr|mrs|ms)$/i.test(first))
    ? first
    : spoken(name);
}

/** First names where they tell these people apart, else the whole ones. */
export function firstNames(names: readonly string[]): string[] {
  const first = names.map(firstName);
  return first.map((name, at) => (first.indexOf(name) === first.lastIndexOf(name) ? name : spoken(names[at] ?? name)));
}

/**
 * "Ilse", "Ilse and Hannah", "Ilse, Hannah and Bo", "Ilse, Hannah and 3 others". `total`: how many there are, where not
 * all are named.
 */
export function together(names: readonly string[], total = names.length): string {
  if (total <= 3 && total === names.length) return listed(names);
  const some = names.slice(0, 2);
  const others = total - some.length;
  return `${some.join(", ")} and ${others} ${others === 1 ? "other" : "others"}`;
}

/** "One", "one and two", "one, two and three": all of them. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** A name as one would write it: "brzezin" becomes "Brzezin", what has capitals stays. */
export const asName = (text: string): string => {
  const one = text.trim().replace(/\s+/g, " ");
  return one === one.toLowerCase() ? one.replace(/(^|[\s-])\p{L}/gu, (first) => first.toUpperCase()) : one;
};
