// A part of the page in a file of its own, read when it is first wanted.

/** What is in the file, once it was read. */
export type Piece<Default> = { readonly value: Default | null; load: () => Promise<Default> };

/** What is there from the start. */
export const atHand = <Default>(value: Default): Piece<Default> => ({ value, load: async () => value });

/** The default export of a file, such as a component. */
export function piece<Default>(read: () => Promise<{ default: Default }>): Piece<Default> {
  let value = $state.raw<Default | null>(null);
  let reading: Promise<Default> | null = null;
  return {
    get value() {
      return value;
    },
    load: () =>
      (reading ??= read().then(
        ({ default: read }) => (value = read),
        // It can be tried again.
        (thrown: unknown) => {
          reading = null;
          throw thrown;
        },
      )),
  };
}
