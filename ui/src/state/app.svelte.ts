// What the window knows from start on: the state of the book, the settings, the version.
import { host } from "../host/host";
import type { BookState, PersonName, Settings, Talk } from "../host/wire.gen";
import { onChange } from "./changes";
import { route } from "./route.svelte";
import { toasts } from "./toast.svelte";

/** What the log dialog begins with: with whom, which check-ins it answers, or the talk that is being edited. */
export type Logging = { people: PersonName[]; closes: number[]; edit: Talk | null };

class App {
  book = $state.raw<BookState | null>(null);
  settings = $state.raw<Settings | null>(null);
  version = $state("");
  /** Files hover over the window. */
  dragging = $state(false);
  /** The dialog for a new person is open. */
  adding = $state(false);
  /** The log dialog is open. */
  logging = $state.raw<Logging | null>(null);
  /** Quick search (Ctrl K) is open. */
  searching = $state(false);

  async start(): Promise<void> {
    const begun = await host.start();
    this.settings = begun.settings;
    this.version = begun.version;
    this.book = begun.book;
    if (begun.route?.type === "import") route.replace({ view: "import", token: begun.route.token });
    if (begun.route?.type === "person") route.replace({ view: "people", person: begun.route.id });
  }

  /** Saves some settings; they hold at once and are put back when they could not be saved. */
  async set(settings: Partial<Settings>): Promise<void> {
    const before = this.settings;
    if (before) this.settings = { ...before, ...settings };
    try {
      this.settings = (await host.settingsSet(settings)).value;
    } catch (thrown) {
      this.settings = before;
      toasts.fail(thrown);
    }
  }

  /** Another book is open now (sample, restored): everything is read anew. */
  opened(book: BookState): void {
    this.book = book;
    route.replace({ view: "people", person: null });
  }
}

export const app = new App();

/** Keeps settings and the book's state true when something else changed them. */
export function followBook(): () => void {
  return onChange((changes) => {
    if (!changes.settings && !changes.book) return;
    void host.start().then((begun) => {
      app.settings = begun.settings;
      app.book = begun.book;
    });
  });
}
