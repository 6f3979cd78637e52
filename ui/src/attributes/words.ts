/** The names in a text with commas or line breaks between them. */
export const split = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
