// The words of reflections.
import type { Listening } from "../host/wire.gen";

/** How one listened, in the order in which it is asked: after the talk, and as a row of the trend. */
export const ways: { value: Listening; label: string; means: string; row: string; rowMeans: string }[] = [
  {
    value: "reflected",
    label: "Reflected",
    means: "said it back",
    row: "Reflecting",
    rowMeans: "Saying back what you heard",
  },
  { value: "asked", label: "Asked", means: "opened it up", row: "Asking", rowMeans: "Opening it up" },
  { value: "advised", label: "Advised", means: "gave an answer", row: "Advising", rowMeans: "Offering an answer" },
  { value: "deflected", label: "Deflected", means: "moved it along", row: "Deflecting", rowMeans: "Moving it along" },
];
export const labelOf = (listened: Listening): string => ways.find(({ value }) => value === listened)?.label ?? listened;

/** A dot of the trend, in pixels: none for none, larger for more, of one size from four on. */
export const dotSize = (count: number): number => [0, 5, 8, 11, 14][Math.min(count, 4)] ?? 0;
