// Five steps between two words.

/** "rather structured", "between structured and dynamic": a step in words. */
export function stepWords(step: number, { low, high }: { low: string; high: string }): string {
  if (step === 3) return `between ${low} and ${high}`;
  return `${step === 1 || step === 5 ? "very" : "rather"} ${step < 3 ? low : high}`;
}
