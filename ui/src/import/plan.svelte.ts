// The import that the page looks at: its summary, the rows that came into view, what is open and where the focus is.
// The plan itself stays with the host; it is asked for by its token. The last one is kept while the book is open,
// so that one can look elsewhere and come back.
import { tick } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import { asKithError, host } from "../host/host";
import type {
  Decision,
  ImportDetails,
  ImportFilter,
  ImportProgress,
  ImportReport,
  ImportRow,
  ImportSummary,
  KithError,
  Take,
} from "../host/wire.gen";
import { ofBook } from "../state/book.svelte";
import { attempt, toasts } from "../state/toast.svelte";

const chunk = 100;

export class Plan {
  readonly token: string;
  summary = $state.raw<ImportSummary | null>(null);
  progress = $state.raw<ImportProgress | null>(null);
  failed = $state.raw<KithError | null>(null);
  report = $state.raw<ImportReport | null>(null);
  importing = $state(false);

  filter = $state.raw<ImportFilter>({ show: "all", text: "" });
  total = $state(0);
  /** Whether the list was read; until then nothing is known of it. */
  listed = $state(false);
  skipped = $state(0);
  /** The position in the list that has the focus. */
  active = $state(0);
  /** The position opened last: it is brought into view as it grows. */
  opened = $state<number | null>(null);
  /** Open positions, and how high what they show is. */
  open = new SvelteMap<number, number>();
  details = new SvelteMap<number, ImportDetails>();
  /** Positions whose raw card is being corrected. */
  fixing = new SvelteMap<number, boolean>();
  /** Who is kept close, by the index in the plan: index → kind. */
  kept = new SvelteMap<number, number>();
  lastKind: number | null = null;

  #pages = $state.raw(new Map<number, ImportRow[]>());
  #asked = new Set<number>();
  #round = 0;

  constructor(token: string) {
    this.token = token;
  }

  /** Follows the host until the returned function is called, and asks how things stand. */
  follow(): () => void {
    const mine = (token: string): boolean => token === this.token;
    const stops = [
      host.on("import-progress", (progress) => mine(progress.token) && (this.progress = progress)),
      host.on("import-ready", ({ token }) => mine(token) && void this.look()),
      host.on("import-failed", ({ token, error }) => mine(token) && (this.failed = error)),
    ];
    if (!this.summary && !this.failed) void this.look();
    return () => stops.forEach((stop) => stop());
  }

  async look(): Promise<void> {
    try {
      const summary = await host.ask("import_summary", { token: this.token });
      if (!summary) return;
      this.failed = null;
      this.progress = null;
      this.#take(summary);
      await this.relist();
    } catch (thrown) {
      this.failed = asKithError(thrown);
    }
  }

  #take(summary: ImportSummary): void {
    this.summary = summary;
    void host
      .ask("import_rows", { token: this.token, filter: { show: "skipped", text: "" }, offset: 0, limit: 1 })
      .then(
        ({ total }) => (this.skipped = total),
        () => undefined,
      );
  }

  /** Shows something else, from its top. */
  show(filter: Partial<ImportFilter>): void {
    this.filter = { ...this.filter, ...filter };
    this.active = 0;
    void this.relist();
  }

  /** Reads the list anew; what was open closes, because rows may stand elsewhere now. */
  async relist(): Promise<void> {
    const round = ++this.#round;
    this.open.clear();
    this.opened = null;
    this.fixing.clear();
    this.details.clear();
    try {
      const { total, rows } = await host.ask("import_rows", {
        token: this.token,
        filter: this.filter,
        offset: 0,
        limit: chunk,
      });
      if (round !== this.#round) return;
      this.#asked = new Set([0]);
      this.#put(0, rows, true);
      this.total = total;
      this.listed = true;
      this.active = Math.min(this.active, Math.max(0, total - 1));
    } catch (thrown) {
      if (round === this.#round) this.failed = asKithError(thrown);
    }
  }

  #put(page: number, rows: ImportRow[], alone = false): void {
    this.#pages = alone ? new Map([[page, rows]]) : new Map(this.#pages).set(page, rows);
    for (const row of rows) {
      if (row.keepClose !== null) this.kept.set(row.index, row.keepClose);
      else this.kept.delete(row.index);
    }
  }

  /** Among those to decide, updates that were decided here stay drawn, though the host no longer lists them. */
  #gone(page: number): number {
    if (this.filter.show !== "to_decide") return 0;
    let gone = 0;
    for (const [at, rows] of this.#pages)
      if (at < page) gone += rows.filter((row) => row.decided && row.status === "update").length;
    return gone;
  }

  want(first: number, last: number): void {
    const round = this.#round;
    for (let page = Math.floor(first / chunk); page * chunk < Math.min(last, this.total); page++) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      host
        .ask("import_rows", {
          token: this.token,
          filter: this.filter,
          offset: page * chunk - this.#gone(page),
          limit: chunk,
        })
        .then(
          ({ rows }) => round === this.#round && this.#put(page, rows),
          () => this.#asked.delete(page),
        );
    }
  }

  row(position: number): ImportRow | undefined {
    return this.#pages.get(Math.floor(position / chunk))?.[position % chunk];
  }

  #patch(position: number, change: Partial<ImportRow>): void {
    const page = Math.floor(position / chunk);
    const rows = this.#pages.get(page);
    const row = rows?.[position % chunk];
    if (!rows || !row) return;
    const next = [...rows];
    next[position % chunk] = { ...row, ...change };
    this.#pages = new Map(this.#pages).set(page, next);
  }

  async decide(position: number, decision: Decision): Promise<void> {
    const row = this.row(position);
    if (!row) return;
    this.#patch(position, { decision, decided: true });
    try {
      this.#take(
        await host.ask("import_decide", { token: this.token, indexes: [row.index], filter: this.filter, decision }),
      );
      if (decision === "skip") this.kept.delete(row.index);
      this.details.delete(position);
      if (this.open.has(position)) await this.fetch(position);
    } catch (thrown) {
      this.#patch(position, { decision: row.decision, decided: row.decided });
      toasts.fail(thrown);
    }
  }

  /** The same decision for all that is shown. */
  async decideShown(decision: Decision): Promise<void> {
    await this.#all(host.ask("import_decide", { token: this.token, indexes: null, filter: this.filter, decision }));
  }

  async takeAll(take: "file" | "kith" | "fill"): Promise<void> {
    await this.#all(host.ask("import_take_all", { token: this.token, take }));
  }

  async #all(command: Promise<ImportSummary>): Promise<void> {
    const summary = await attempt(command);
    if (!summary) return;
    this.#take(summary);
    await this.relist();
  }

  async fetch(position: number): Promise<void> {
    const row = this.row(position);
    if (!row || this.details.has(position)) return;
    const round = this.#round;
    const details = await attempt(host.ask("import_details", { token: this.token, index: row.index }));
    if (details && round === this.#round) this.details.set(position, details);
  }

  toggle(position: number, open = !this.open.has(position)): void {
    if (!open) {
      this.open.delete(position);
      this.fixing.delete(position);
    } else if (!this.open.has(position)) {
      this.open.set(position, 0);
      this.opened = position;
      void this.fetch(position);
    }
  }

  /** Opens an unreadable card for correction, or shuts it again. */
  fix(position: number, on: boolean): void {
    if (on) this.toggle(position, true);
    if (on) this.fixing.set(position, true);
    else this.fixing.delete(position);
  }

  async takeField(position: number, key: string, take: Take): Promise<void> {
    const row = this.row(position);
    const before = this.details.get(position);
    if (!row || !before) return;
    this.details.set(position, {
      ...before,
      differences: before.differences.map((each) => (each.key === key ? { ...each, take } : each)),
    });
    try {
      const details = await host.ask("import_decide_field", { token: this.token, index: row.index, key, take });
      this.details.set(position, details);
      this.#patch(position, {
        decided: true,
        fieldsChanged: details.differences.filter((each) => each.take !== "kith").length,
      });
      const summary = await host.ask("import_summary", { token: this.token });
      if (summary) this.#take(summary);
    } catch (thrown) {
      this.details.set(position, before);
      toasts.fail(thrown);
    }
  }

  /** Reads a corrected card; what is still wrong is the answer. */
  async readFixed(position: number, text: string): Promise<string | null> {
    const row = this.row(position);
    if (!row) return null;
    try {
      this.#take(await host.ask("import_fix", { token: this.token, index: row.index, text }));
      await this.relist();
      await tick();
      return null;
    } catch (thrown) {
      return asKithError(thrown).message;
    }
  }

  /** Keeps these rows of the plan close as one kind, or no longer. */
  async keep(indexes: number[], kind: number | null): Promise<void> {
    if (indexes.length === 0) return;
    const before = new Map(indexes.map((index) => [index, this.kept.get(index)]));
    indexes.forEach((index) => (kind === null ? this.kept.delete(index) : this.kept.set(index, kind)));
    if (kind !== null) this.lastKind = kind;
    try {
      this.summary = await host.ask("import_keep_close", { token: this.token, indexes, filter: null, kind });
    } catch (thrown) {
      before.forEach((was, index) => (was === undefined ? this.kept.delete(index) : this.kept.set(index, was)));
      toasts.fail(thrown);
    }
  }

  /** The indexes in the plan of all rows from one position to another. */
  async indexes(from: number, to: number): Promise<number[]> {
    const indexes: number[] = [];
    const last = Math.max(from, to);
    for (let at = Math.min(from, to); at <= last; at += chunk) {
      const { rows } = await host.ask("import_rows", {
        token: this.token,
        filter: this.filter,
        offset: at,
        limit: Math.min(chunk, last + 1 - at),
      });
      indexes.push(...rows.filter((row) => canKeep(row)).map((row) => row.index));
    }
    return indexes;
  }

  /** The next position after `from` that waits for a decision, among those already here; then from the top. */
  nextToDecide(from: number): number | null {
    const waits = (position: number): boolean => this.row(position)?.decided === false;
    const loaded = [...this.#pages.keys()]
      .sort((a, b) => a - b)
      .flatMap((page) => (this.#pages.get(page) ?? []).map((_, at) => page * chunk + at));
    return (
      loaded.find((position) => position > from && waits(position)) ??
      loaded.find((position) => position <= from && waits(position)) ??
      null
    );
  }

  /** How many cards bring something: people, and groups that become tags. */
  get coming(): number {
    return this.summary
      ? Math.max(this.summary.willImport, this.summary.cards - this.summary.counts.unchanged - this.skipped)
      : 0;
  }

  async import(): Promise<void> {
    if (this.importing || this.coming === 0) return;
    this.importing = true;
    this.progress = null;
    try {
      this.report = (await host.ask("import_apply", { token: this.token })).value;
    } catch (thrown) {
      const error = asKithError(thrown);
      if (error.code === "stopped") toasts.say("Stopped. Nothing was imported.");
      else toasts.fail(thrown);
    } finally {
      this.importing = false;
      this.progress = null;
    }
  }

  /** Back to the cards after the report: what changed meanwhile waits to be decided anew. */
  async again(): Promise<void> {
    this.report = null;
    this.kept.clear();
    this.filter = { show: "to_decide", text: "" };
    await this.look();
  }
}

/** Whether somebody who comes in can be kept close. */
export const canKeep = (row: ImportRow): boolean =>
  row.decision !== "skip" && row.status !== "group" && row.status !== "unreadable";

const kept = ofBook<{ last: Plan | null }>(() => ({ last: null }));

/** The plan of a token; the same one when it is asked for again. */
export function planOf(token: string): Plan {
  const plan = kept.last?.token === token ? kept.last : new Plan(token);
  kept.last = plan;
  return plan;
}
