// The owner of everything on the page that belongs to the book that is open. What is chosen, open, typed, said or
// scrolled to names rows of that book: where another one is opened, it is made anew, and nothing of it is left over.
// What belongs to the window instead stands in a list in tests/house.test.ts, which finds everything else.
import { showOpening, shownOpening } from "../host/opening";

const renewals: (() => void)[] = [];

/**
 * State of the page that belongs to one book: `make` makes it now and for every other book. What it answers stands
 * for the one of the book that is open, and is used like it; methods that still run stay with the one they began in.
 * `leave` ends what the old one has begun, such as a timer.
 */
export function ofBook<T extends object>(make: () => T, leave: (old: T) => void = () => undefined): T {
  let held = $state.raw(make());
  renewals.push(() => {
    leave(held);
    held = make();
  });
  return new Proxy({} as T, {
    get: (_, key) => {
      const value: unknown = Reflect.get(held, key, held);
      return typeof value === "function" ? (value.bind(held) as unknown) : value;
    },
    set: (_, key, value) => Reflect.set(held, key, value, held),
    has: (_, key) => Reflect.has(held, key),
    getPrototypeOf: () => Reflect.getPrototypeOf(held),
    getOwnPropertyDescriptor: (_, key) => {
      const own = Reflect.getOwnPropertyDescriptor(held, key);
      return own && { ...own, configurable: true };
    },
    defineProperty: (_, key, property) => Reflect.defineProperty(held, key, property),
  });
}

/** Another book is open now, or none: everything that belongs to one is made anew. True where it was another. */
export function renewFor(opening: number | null): boolean {
  if (opening === shownOpening()) return false;
  showOpening(opening);
  for (const renew of renewals) renew();
  return true;
}
