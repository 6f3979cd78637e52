// What the window knows from start on: the state of the book, the settings, the version.
import { flushSync } from "svelte";
import { asKithError, host } from "../host/host";
import { shownOpening } from "../host/opening";
import type { BookOpened, BookState, HourClock, Route, Settings } from "../host/wire.gen";
import { renewFor } from "./book.svelte";
import { onChange } from "./changes";
import { dialogs } from "./dialog.svelte";
import { drafts } from "./drafts.svelte";
import { personAt, route, type Place } from "./route.svelte";
import { attempt, toasts } from "./toast.svelte";

/** Where one begins: Today, or the welcome and the empty list while nobody is in the book. */
const beginning = (book: BookState): Place =>
  book.type === "open" && book.people > 0 ? { view: "today" } : { view: "people", person: null };

/** Where the shell leads. */
function placeOf(to: Route): Place {
  if (to.type === "import") return { view: "import", token: to.token };
  if (to.type === "need") return { view: "needs", need: to.id, ...(to.step !== null && { step: to.step }) };
  return to.type === "person" ? personAt(to.id, to.promise === null ? null : "promises") : { view: "today" };
}

/** A promise that is to get another day is asked for it; before a planned talk stands its brief. */
function askedBy(to: Route): void {
  if (to.type !== "person") return;
  if (to.promise !== null) dialogs.show("anotherDay", to.promise);
  else if (to.brief) dialogs.show("brief", to.id);
}

/** Goes where the shell leads. */
export function follow(to: Route): void {
  route.go(placeOf(to));
  askedBy(to);
}

/** Which opening of a book this is; null where none is open. */
const openingOf = (book: BookState): number | null => (book.type === "open" ? book.opening : null);

class App {
  book = $state.raw<BookState | null>(null);
  settings = $state.raw<Settings | null>(null);
  version = $state("");
  /** Files hover over the window. */
  dragging = $state(false);
  /** That notifications cannot be shown was said and put away. */
  knowsQuiet = $state(false);

  /** The day with which a week begins, 0 for Monday. */
  get weekStart(): number {
    const start = this.settings?.weekStart ?? this.settings?.systemCustoms.weekStart ?? "monday";
    return { monday: 0, saturday: 5, sunday: 6 }[start];
  }

  /** How times of day are shown. */
  get hourClock(): HourClock {
    return this.settings?.hourClock ?? this.settings?.systemCustoms.hourClock ?? "twenty_four";
  }

  async start(): Promise<void> {
    const begun = await host.ask("start");
    this.settings = begun.settings;
    this.version = begun.version;
    this.#show(begun.book);
    route.replace(begun.route ? placeOf(begun.route) : beginning(begun.book));
    if (begun.route) askedBy(begun.route);
  }

  /** What `start` could not answer is said in the whole window, which would be empty otherwise. */
  failed(thrown: unknown): void {
    if (this.book?.type === "open") toasts.fail(thrown);
    else this.book = { type: "unavailable", path: "", message: asKithError(thrown).message, moved: false };
  }

  /** Saves some settings; they hold at once and are put back when they could not be saved. */
  async set(settings: Partial<Settings>): Promise<void> {
    const before = this.settings;
    if (before) this.settings = { ...before, ...settings };
    try {
      this.settings = (await host.ask("settings_set", { settings })).value;
    } catch (thrown) {
      this.settings = before;
      toasts.fail(thrown);
    }
  }

  /**
   * Has another book opened (the sample, a backup, from another folder) and shows it, at its beginning or where
   * `at` says. What was just typed is kept in the one before. Null where none was opened, which has been said then.
   */
  async open(ask: () => Promise<BookState | null>, at?: Place): Promise<BookState | null> {
    await drafts.flush();
    const book = (await attempt(ask())) ?? null;
    if (!book) return null;
    this.#show(book);
    if (at && book.type === "open") route.replace(at);
    return book;
  }

  /** The shell says that another book is open, whoever asked for it. */
  opened({ book, settings, forImport }: BookOpened): void {
    this.settings = settings;
    this.#show(book);
    if (forImport) toasts.say("Cards are imported into your own book. It is open again, and the sample is left.");
  }

  #show(book: BookState): void {
    const opening = openingOf(book);
    if (opening !== shownOpening()) {
      // What names rows of the one before leaves the window first, while anything that it still asks for in
      // leaving is refused; only then is the other one asked.
      this.book = null;
      flushSync();
      renewFor(opening);
      route.replace(beginning(book));
      if (opening !== null) drafts.load().catch(() => undefined);
    }
    this.book = book;
  }
}

export const app = new App();

/** Keeps settings and the book's state true when something else changed them, or opened another book. */
export function followBook(): () => void {
  const stop = host.on("book-opened", (opened) => app.opened(opened));
  const stopChanges = onChange((changes) => {
    if (!changes.tables.includes("settings")) return;
    host.ask("start").then(
      ({ book, settings }) => {
        if (openingOf(book) !== shownOpening()) return;
        app.settings = settings;
        app.book = book;
      },
      (thrown: unknown) => app.failed(thrown),
    );
  });
  return () => (stop(), stopChanges());
}
