// Whom the pointer rests on: passing over people, or moving the map under the pointer, is no looking at them.

/** How long it rests before others fade. Milliseconds. */
const REST = 120;

export class Dwelling {
  #over: number | null = null;
  #watched: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `say` hears of whoever is watched now. */
  constructor(readonly say: (person: number | null) => void) {}

  /** Somebody else, or nobody, is under the pointer. */
  over(person: number | null): void {
    if (person === this.#over) return;
    this.#over = person;
    clearTimeout(this.#timer);
    this.#wait();
  }

  /** The pointer moved; `away`: nobody is looked at from now on. */
  stirred(away: boolean): void {
    if (away) {
      this.forget();
      return;
    }
    // Off somebody it need not rest: the others come back in any case.
    if (this.#over === null) return;
    clearTimeout(this.#timer);
    this.#wait();
  }

  /** At once, as when the keyboard takes over from a pointer that lies about. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#over = null;
    this.#become(null);
  }

  #wait(): void {
    this.#timer = setTimeout(() => this.#become(this.#over), REST);
  }

  #become(person: number | null): void {
    if (person === this.#watched) return;
    this.#watched = person;
    this.say(person);
  }
}
