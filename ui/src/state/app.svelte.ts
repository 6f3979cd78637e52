// What the window knows from start on: the state of the book, the settings, the version.
import { asKithError, host } from "../host/host";
import type { BookState, Route, Settings } from "../host/wire.gen";
import { onChange } from "./changes";
import { route, type Place } from "./route.svelte";
import { toasts } from "./toast.svelte";

/** Where one begins: Today, or the welcome and the empty list while nobody is in the book. */
const beginning = (book: BookState): Place =>
  book.type === "open" && book.people > 0 ? { view: "today" } : { view: "people", person: null };

/** Where the shell leads. */
export function placeOf(to: Route): Place {
  if (to.type === "import") return { view: "import", token: to.token };
  return to.type === "person" ? { view: "people", person: to.id } : { view: "today" };
}

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

  async start(): Promise<void> {
    const begun = await host.ask("start");
    this.settings = begun.settings;
    this.version = begun.version;
    this.book = begun.book;
    if (begun.route) route.replace(placeOf(begun.route));
    else route.replace(beginning(begun.book));
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

  /** Another book is open now (sample, restored): everything is read anew. */
  opened(book: BookState): void {
    this.book = book;
    route.replace(beginning(book));
  }
}

export const app = new App();

/** Keeps settings and the book's state true when something else changed them. */
export function followBook(): () => void {
  return onChange((changes) => {
    if (!changes.tables.includes("settings") && !changes.book) return;
    host.ask("start").then(
      (begun) => {
        app.settings = begun.settings;
        app.book = begun.book;
      },
      (thrown: unknown) => app.failed(thrown),
    );
  });
}
