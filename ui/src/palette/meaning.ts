// What a sentence asks for, and of whom: "way in to gareth". Logging has its own sentences, which core understands.

/** Something quick search can do with one person. */
export type Doing = "way" | "map" | "plan" | "tie" | "open";
export type Meant = { does: Doing; name: string };

const sentences: [RegExp, Doing][] = [
  [/^(?:find )?(?:an? |the )?(?:way|route|path|intro|introduction)(?: in)? to (.+)$/i, "way"],
  [/^who knows (.+)$/i, "way"],
  [/^(?:plan )?(?:a )?check[- ]?in with (.+)$/i, "plan"],
  [/^plan (?:with )?(.+)$/i, "plan"],
  [/^(?:show |find )?(.+) on (?:the |my )?map$/i, "map"],
  [/^map (.+)$/i, "map"],
  [/^(?:add )?who(?: does)? (.+?) knows?$/i, "tie"],
  [/^(?:add |draw )?(?:a )?tie (?:(?:to|from|with|for) )?(.+)$/i, "tie"],
  [/^(?:open|show|go to) (.+)$/i, "open"],
];

/** What the text asks for besides a name; null where it may be a name alone. */
export function meaning(text: string): Meant | null {
  const said = text.trim().replace(/\s+/g, " ").replace(/\?$/, "").trim();
  for (const [pattern, does] of sentences) {
    const name = pattern.exec(said)?.[1]?.trim();
    if (name) return { does, name };
  }
  return null;
}
