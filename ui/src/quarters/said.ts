// What is said of a quarter while it is written.
import type { QuarterShown, Statement } from "../host/wire.gen";

export type Said = { steps: Partial<Record<Statement, number>>; line: string; intention: string };

/** What the book has of it. */
export const saidOf = ({ statements, line, intention }: QuarterShown): Said => ({
  steps: Object.fromEntries(statements.flatMap(({ statement, step }) => (step === null ? [] : [[statement, step]]))),
  line,
  intention,
});

/** As it is kept until it is saved; the same for the same answers, whatever came first. */
export const writtenSaid = ({ steps, line, intention }: Said): string =>
  JSON.stringify({ steps: Object.fromEntries(Object.entries(steps).sort()), line, intention });

export function readSaid(text: string | null | undefined): Said | null {
  if (!text) return null;
  try {
    const { steps, line, intention } = JSON.parse(text) as Partial<Said>;
    return typeof steps === "object" && typeof line === "string" && typeof intention === "string"
      ? { steps, line, intention }
      : null;
  } catch {
    return null;
  }
}

/** "4", "no occasion". */
export const stepWords = (step: number): string => (step === 0 ? "no occasion" : String(step));
