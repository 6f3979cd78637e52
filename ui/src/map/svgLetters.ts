// The typefaces that a saved picture holds, so that it looks the same where Kith is not installed.

/** A typeface in a file of its own. */
export type Letters = {
  /** The name under which the picture uses it. */
  readonly family: string;
  /** The file as a data address. */
  readonly data: string;
};

/** Letters beyond those of Western Europe, which stand in a second file: about the ranges of tokens.css. */
const BEYOND =
  /[\u0100-\u0151\u0154-\u02BA\u02BD-\u02FF\u1E00-\u1EFF\u2020\u20A0-\u20C0\u2113\u2C60-\u2C7F\uA720-\uA7FF]/;

/** The typefaces that these words need. Letters of other scripts are drawn with what the reader's system has. */
export async function lettersOf(words: readonly string[]): Promise<Letters[]> {
  const latin = await import("../styles/fonts/inter-latin-opsz.woff2?inline");
  const letters = [{ family: "Inter Kith", data: latin.default }];
  if (!words.some((each) => BEYOND.test(each))) return letters;
  const beyond = await import("../styles/fonts/inter-latin-ext-opsz.woff2?inline");
  return [...letters, { family: "Inter Kith More", data: beyond.default }];
}
