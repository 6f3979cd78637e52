// The port: all the page can ask of the shell, one function a command. Everything but host/tauri.ts
// talks to this interface, so a test puts a made-up host in its place.
import type {
  Backup,
  BookState,
  Changes,
  Channel,
  Day,
  Decision,
  Done,
  Found,
  ImportDetails,
  ImportFilter,
  ImportProgress,
  ImportReport,
  ImportRow,
  ImportSummary,
  InteractionPreview,
  Kind,
  KithError,
  Knows,
  LogUnderstood,
  Logged,
  MapDrawn,
  MapFilter,
  MapPanel,
  MapRows,
  MapSort,
  MapView,
  NewInteraction,
  NewKind,
  NewPerson,
  NewTie,
  Operation,
  OrganisationFound,
  OrganisationPanel,
  PeopleFilter,
  PeopleOutline,
  PersonEdit,
  PersonPage,
  PersonRow,
  Proposals,
  RemindersState,
  Route,
  Settings,
  Snooze,
  SnoozeOption,
  Start,
  Tag,
  TiePair,
  Timeline,
  Today,
  Trashed,
  Undone,
  WarmthExample,
  WarmthExplained,
  WaysIn,
  WhenPreview,
  WhenPurpose,
} from "./wire.gen";

/** What the shell tells the page without being asked. */
export interface Events {
  changed: Changes;
  drag: { over: boolean };
  "files-dropped": { token: string };
  "import-progress": ImportProgress;
  "import-ready": { token: string };
  "import-failed": { token: string; error: KithError };
  navigate: Route;
}

export interface Host {
  on<E extends keyof Events>(event: E, handler: (payload: Events[E]) => void): () => void;

  start(): Promise<Start>;
  settingsSet(settings: Partial<Settings>): Promise<Done<Settings>>;
  sampleOpen(): Promise<BookState>;
  sampleLeave(): Promise<BookState>;
  onboarded(): Promise<Done<null>>;

  peopleOutline(filter: PeopleFilter): Promise<PeopleOutline>;
  peopleWindow(filter: PeopleFilter, offset: number, limit: number): Promise<PersonRow[]>;
  peopleFind(text: string, filter: PeopleFilter, limit: number): Promise<Found>;
  personPosition(id: number, filter: PeopleFilter): Promise<number | null>;
  kindsList(): Promise<Kind[]>;
  tagsList(): Promise<Tag[]>;
  organisationsComplete(text: string): Promise<string[]>;
  organisationsFind(text: string, limit: number): Promise<OrganisationFound[]>;
  organisation(id: number): Promise<OrganisationFound>;
  photo(hash: string): Promise<ArrayBuffer>;

  personPage(id: number): Promise<PersonPage>;
  personAdd(person: NewPerson): Promise<Done<number>>;
  personEdit(id: number, edit: PersonEdit): Promise<Done<number | null>>;
  peopleEdit(ids: number[], edit: PersonEdit): Promise<Done<null>>;
  peopleTrash(ids: number[]): Promise<Done<null>>;
  peopleRestore(ids: number[]): Promise<Done<null>>;
  trashList(): Promise<Trashed[]>;
  trashEmpty(ids: number[] | null): Promise<Done<number>>;
  contactOpen(id: number): Promise<null>;
  cardText(card: number): Promise<string>;
  draftSave(key: string, text: string | null): Promise<null>;
  drafts(): Promise<{ key: string; text: string }[]>;

  today(limit: number): Promise<Today>;
  todayCount(): Promise<number>;
  days(from: string, to: string): Promise<Day[]>;
  interactionPreview(draft: NewInteraction): Promise<InteractionPreview>;
  interactionLog(draft: NewInteraction): Promise<Done<Logged>>;
  interactionEdit(id: number, draft: NewInteraction): Promise<Done<null>>;
  interactionDelete(id: number): Promise<Done<null>>;
  timeline(person: number, offset: number, limit: number): Promise<Timeline>;
  lastChannel(): Promise<Channel>;
  whenPreview(text: string, purpose: WhenPurpose): Promise<WhenPreview>;
  nextDuePreview(person: number, cadenceDays: number): Promise<string>;
  checkInPlan(person: number, when: string, reason: string): Promise<Done<number>>;
  checkInEdit(id: number, when: string, reason: string): Promise<Done<null>>;
  checkInCancel(id: number): Promise<Done<null>>;
  checkInSkip(ids: number[]): Promise<Done<null>>;
  checkInSnooze(ids: number[], until: Snooze): Promise<Done<null>>;
  snoozeOptions(): Promise<SnoozeOption[]>;
  warmthExplained(person: number): Promise<WarmthExplained | null>;
  warmthExample(): Promise<WarmthExample | null>;
  kindAdd(kind: NewKind): Promise<Done<number>>;
  kindEdit(id: number, kind: NewKind): Promise<Done<null>>;
  kindRemove(id: number): Promise<Done<null>>;
  kindRhythmForAll(id: number): Promise<Done<number>>;
  logUnderstood(text: string): Promise<LogUnderstood | null>;
  tiesOf(person: number): Promise<Knows>;
  tieAdd(tie: NewTie): Promise<Done<number>>;
  tieEdit(id: number, tie: NewTie): Promise<Done<null>>;
  tieRemove(id: number): Promise<Done<null>>;
  tiesProposed(limit: number): Promise<Proposals>;
  tiesDecide(yes: TiePair[], no: TiePair[]): Promise<Done<number>>;

  /** Begins a drawing; the one before it stops. */
  mapDraw(view: MapView): Promise<MapDrawn>;
  /**
   * Waits for a picture newer than `after` (0: any): [its number, the share of the work done (1: at rest), x, y, x, y
   * … and me last].
   */
  mapPlaces(drawing: number, after: number): Promise<Float32Array>;
  /** Numbers of the people whom the filter lets through. */
  mapMatching(drawing: number, filter: MapFilter): Promise<number[]>;
  mapRows(drawing: number, filter: MapFilter, sort: MapSort, offset: number, limit: number): Promise<MapRows>;
  mapPanel(drawing: number, person: number): Promise<MapPanel>;
  mapOrganisation(id: number): Promise<OrganisationPanel>;
  mapPin(person: number, x: number, y: number): Promise<Done<null>>;
  /** Null: everybody. */
  mapUnpin(people: number[] | null): Promise<Done<number>>;
  /** Forgets where everybody stood, but for the pins: the next drawing begins anew. */
  mapForget(): Promise<null>;
  /** Where the person says; null where they do not. */
  pictureSave(format: "png" | "svg", picture: Uint8Array): Promise<{ file: string } | null>;
  waysIn(to: number): Promise<WaysIn>;

  remindersState(): Promise<RemindersState>;
  autostartSet(on: boolean): Promise<null>;
  reminderTest(): Promise<null>;

  undo(): Promise<Done<Undone>>;
  redo(): Promise<Done<Undone>>;
  undoOperation(id: number): Promise<Done<Undone>>;
  history(limit: number): Promise<Operation[]>;

  importChoose(): Promise<string | null>;
  importChooseFolder(): Promise<string | null>;
  importPaste(text: string): Promise<string>;
  importSummary(token: string): Promise<ImportSummary | null>;
  importRows(
    token: string,
    filter: ImportFilter,
    offset: number,
    limit: number,
  ): Promise<{ total: number; rows: ImportRow[] }>;
  importDetails(token: string, index: number): Promise<ImportDetails>;
  importDecide(
    token: string,
    indexes: number[] | null,
    filter: ImportFilter,
    decision: Decision,
  ): Promise<ImportSummary>;
  importDecideField(token: string, index: number, key: string, take: "kith" | "file"): Promise<ImportDetails>;
  importTakeAll(token: string, take: "file" | "kith" | "fill"): Promise<ImportSummary>;
  importKeepClose(token: string, indexes: number[], kind: number | null): Promise<ImportSummary>;
  importFix(token: string, index: number, text: string): Promise<ImportSummary>;
  importApply(token: string): Promise<Done<ImportReport>>;
  importStop(token: string): Promise<null>;
  importCancel(token: string): Promise<null>;

  exportCards(
    people: number[] | null,
    style: "as_it_came" | "version_4",
  ): Promise<{ people: number; file: string } | null>;
  exportBook(): Promise<{ file: string } | null>;
  readBook(): Promise<Done<null> | null>;
  backupsList(): Promise<{ folder: string; backups: Backup[] }>;
  backupNow(): Promise<Done<Backup>>;
  backupRestore(name: string): Promise<BookState>;
  bookNew(): Promise<BookState>;
  bookPlace(): Promise<{ path: string; bytes: number; people: number }>;
  /** Asks where to; null where nowhere was chosen. */
  bookMove(): Promise<BookState | null>;
  /** Asks where a moved book is that is not found; null where nowhere was chosen. */
  bookFind(): Promise<BookState | null>;
  showFolder(what: "book" | "backups"): Promise<null>;
}

/** The host in use; a live binding, so `host.undo()` anywhere speaks to the one set at start. */
export let host: Host;

/** Called once by main.ts, and by tests with a made-up one. */
export function useHost(next: Host): void {
  host = next;
}

/** Every command rejects with a KithError; anything else that was thrown becomes one. */
export function asKithError(thrown: unknown): KithError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown)
    return thrown as KithError;
  return { code: "internal", message: "Something in Kith went wrong. Nothing you saved is lost.", field: null };
}
