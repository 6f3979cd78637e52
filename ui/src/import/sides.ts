// Two cards beside each other, a line for each field in which they differ.
import type { LabelledValue } from "../host/wire.gen";

export type Side = { label: string; earlier: string[]; own: string[] };

/** Fields in the order of the earlier card, then those that only the other has; `same`: how many values both have. */
export function sidesOf(
  earlier: readonly LabelledValue[],
  own: readonly LabelledValue[],
): { differing: Side[]; same: number } {
  const labels = [...new Set([...earlier, ...own].map(({ label }) => label))];
  const of = (all: readonly LabelledValue[], label: string): string[] =>
    all.filter((each) => each.label === label).map(({ value }) => value);
  let same = 0;
  const differing = labels.flatMap((label): Side[] => {
    const [before, after] = [of(earlier, label), of(own, label)];
    same += after.filter((value) => before.includes(value)).length;
    const side = {
      label,
      earlier: before.filter((value) => !after.includes(value)),
      own: after.filter((value) => !before.includes(value)),
    };
    return side.earlier.length + side.own.length > 0 ? [side] : [];
  });
  return { differing, same };
}
