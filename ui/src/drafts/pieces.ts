// A draft as it is drawn: words of the template, parts that were filled, and what is marked.
import type { DraftMark, DraftPiece } from "../host/wire.gen";

export const wordsOf = (pieces: readonly DraftPiece[]): string => pieces.map(({ words }) => words).join("");

/** A run of a text that is drawn in one way. */
export type Run = { words: string; filled: boolean; why: string | null };

/** The pieces cut where a mark begins or ends. */
export function runs(pieces: readonly DraftPiece[], marks: readonly DraftMark[]): Run[] {
  const all: Run[] = [];
  let at = 0;
  for (const { part, words } of pieces) {
    const end = at + words.length;
    const cuts = marks.flatMap(({ from, to }) => [from, to]).filter((cut) => cut > at && cut < end);
    const edges = [at, ...new Set(cuts.sort((a, b) => a - b)), end];
    for (const [index, from] of edges.slice(0, -1).entries()) {
      const to = edges[index + 1] ?? end;
      const mark = marks.find((mark) => mark.from <= from && to <= mark.to);
      all.push({ words: words.slice(from - at, to - at), filled: part !== null, why: mark?.why ?? null });
    }
    at = end;
  }
  return all.filter(({ words }) => words !== "");
}
