// Which part of a text was meant by what was typed, whatever its accents and capitals.

import type { SentencePart } from "../host/wire.gen";

export type PartKind = SentencePart["kind"];

/** A part of a line: `hit` is what was typed, `strong` the one word that matters. */
export type Piece = { text: string; hit?: boolean; strong?: boolean };

const own: Record<string, string> = { ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th" };

/** One letter without its accents, small; often one letter, sometimes two or none. */
const bare = (letter: string): string => {
  const small = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return own[small] ?? small;
};
const folded = (text: string): string => [...text].map(bare).join("");

/** The words of a text, folded. */
export const words = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The name in pieces, with those marked that begin a word of it as typed. */
export function hits(name: string, typed: string): Piece[] {
  const letters = [...name];
  const marked = letters.map(() => false);
  for (const word of words(typed)) {
    const start = letters.findIndex(
      (_, at) =>
        (at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? "")) &&
        folded(letters.slice(at).join("")).startsWith(word),
    );
    if (start < 0) continue;
    let covered = 0;
    for (let at = start; at < letters.length; at++) {
      const length = bare(letters[at] ?? "").length;
      // An accent of its own goes with its letter.
      if (covered >= word.length && length > 0) break;
      marked[at] = true;
      covered += length;
    }
  }
  return runs(letters, marked).map(({ text, on }) => (on ? { text, hit: true } : { text }));
}

/** A text in pieces: those that were understood, and what each says. Ranges are in characters. */
export function parted(text: string, parts: readonly SentencePart[]): { text: string; kind: PartKind | null }[] {
  const letters = [...text];
  const pieces: { text: string; kind: PartKind | null }[] = [];
  let at = 0;
  const add = (to: number, kind: PartKind | null): void => {
    const piece = letters.slice(at, to).join("");
    if (piece) pieces.push({ text: piece, kind });
    at = Math.max(at, to);
  };
  for (const { from, to, kind } of parts) {
    add(from, null);
    add(to, kind);
  }
  add(letters.length, null);
  return pieces;
}

function runs(letters: readonly string[], marked: readonly boolean[]): { text: string; on: boolean }[] {
  const all: { text: string; on: boolean }[] = [];
  letters.forEach((letter, at) => {
    const last = all.at(-1);
    const on = marked[at] ?? false;
    if (last?.on === on) last.text += letter;
    else all.push({ text: letter, on });
  });
  return all;
}
