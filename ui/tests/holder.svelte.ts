// Runes for tests that are plain modules.
let value = $state(0);
export const holder = {
  get value(): number {
    return value;
  },
  set value(next: number) {
    value = next;
  },
  root: (made: () => void): (() => void) => $effect.root(made),
};
