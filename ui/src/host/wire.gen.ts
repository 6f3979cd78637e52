// Written by `cargo xtask wire` from the Rust types. Do not edit.

export type Affiliation = { id: AffiliationId, organisation: string, role: string, department: string, since: string | null, until: string | null };

export type AffiliationId = number;

export type Backup = { name: string, takenAt: string, bytes: number, people: number | null, why: Why };

export type Backups = { folder: string, backups: Array<Backup> };

export type BookPlace = { path: string, bytes: number, people: number };

export type BookState = { "type": "open", sample: boolean, people: number, onboarded: boolean } | { "type": "newer", path: string, backups: Array<Backup> } | { "type": "damaged", path: string, keptAs: string | null, backups: Array<Backup> } | { "type": "in_use", path: string } | { "type": "unavailable", path: string, message: string, moved: boolean };

export type CameFrom = { card: SourceCardId, file: string, number: number, line: number, importedOn: string };

export type CardStyle = "as_it_came" | "version_4";

export type Category = "internal" | "external";

export type Changes = { people: Array<PersonId>, allPeople: boolean, tags: boolean, kinds: boolean, settings: boolean, backups: boolean, book: boolean };

export type Channel = "in_person" | "video" | "phone" | "email" | "chat" | "text" | "social" | "not_said";

export type CheckIn = { id: CheckInId, source: CheckInSource, on: string, at: string | null, reason: string, due: boolean, snoozedTo: string | null, words: string, rings: string | null };

export type CheckInId = number;

export type CheckInSource = "cadence" | "planned";

export type ClosePerson = { person: PersonRow, words: string, next: string };

export type Closeness = "little" | "colleague" | "close" | "not_sure";

export type Code = "invalid" | "not_found" | "stale" | "book_in_use" | "book_newer" | "book_damaged" | "disk_full" | "not_writable" | "file_missing" | "file_unreadable" | "file_too_large" | "no_cards" | "stopped" | "nothing_to_undo" | "no_app_for_link" | "internal";

export type Colour = "peer" | "manager" | "report" | "client" | "vendor" | "industry";

export type ComingDate = { day: string, person: PersonName, words: string };

export type ContactKind = "email" | "phone" | "address" | "link" | "chat";

export type ContactPoint = { id: ContactPointId, kind: ContactKind, value: string, label: string, preferred: boolean, opens: boolean };

export type ContactPointId = number;

export type DateId = number;

export type DateKind = "birthday" | "anniversary" | "other";

export type Day = { day: string, checkIns: number, working: boolean, names: Array<string> };

export type DaysOff = { from: string, to: string, label: string };

export type Decision = "add" | "update" | "merge" | "keep_both" | "skip";

export type Difference = { key: string, label: string, inKith: string | null, inFile: string | null, take: Take, conflict: boolean };

export type Done<T> = { value: T, changes: Changes, operation: OperationId | null };

export type Draft = { key: string, text: string };

export type Dragged = { over: boolean };

export type Exported = { people: number, file: string };

export type FileProblem = { file: string, message: string };

export type Folder = "book" | "backups";

export type Found = { rows: Array<FoundRow>, more: boolean };

export type FoundRow = { row: PersonRow, matched: string | null };

export type Hop = { row: PersonRow, why: string, note: string };

export type ImportCounts = { new: number, updates: number, unchanged: number, duplicates: number, unreadable: number, me: number, groups: number };

export type ImportDetails = { index: number, differences: Array<Difference>, same: number, contents: Array<LabelledValue>, raw: Array<RawLine> };

export type ImportFailed = { token: string, error: KithError };

export type ImportFilter = { show: Show, text: string };

export type ImportProgress = { token: string, stage: Stage, done: number, total: number };

export type ImportReport = { operation: OperationId | null, title: string, seconds: number, added: number, updated: number, fieldsChanged: number, merged: Array<Merged>, mergedCount: number, skipped: number, unchanged: number, keptClose: number, toDecide: number, photosLeftOut: number, skippedRows: Array<Skipped> };

export type ImportRow = { index: number, file: string, line: number, number: number, of: number, name: string, subtitle: string, initials: string, colour: number, status: ImportStatus, reason: RowMatch | null, message: string | null, decision: Decision, choices: Array<Decision>, decided: boolean, keepClose: KindId | null, fieldsChanged: number };

export type ImportRows = { total: number, rows: Array<ImportRow> };

export type ImportStatus = "new" | "update" | "unchanged" | "duplicate" | "unreadable" | "me" | "group";

export type ImportSummary = { token: string, title: string, files: number, cards: number, counts: ImportCounts, toDecide: number, willImport: number, keepClose: number, problems: Array<FileProblem> };

export type ImportToken = { token: string };

export type InteractionId = number;

export type InteractionPreview = { understood: string | null, problem: string | null, next: Array<NextCheckIn> };

export type Kept = { id: PersonId, name: string };

export type Kind = { id: KindId, name: string, category: Category, colour: Colour, cadenceDays: number, people: number, keptClose: number };

export type KindBadge = { name: string, colour: Colour };

export type KindCount = { id: KindId, name: string, colour: Colour, people: number };

export type KindId = number;

export type KithError = { code: Code, message: string, field: string | null };

export type Knows = { ties: Array<TieShown>, more: number, over: Array<TieShown>, proposed: Array<ProposedTie> };

export type LabelledValue = { label: string, value: string };

export type Level = "cold" | "cool" | "steady" | "warm" | "very_warm";

export type LogUnderstood = { people: Array<PersonRow>, others: Array<PersonRow>, channel: Channel, when: string, whenWords: string, spans: Array<[number, number]> };

export type Logged = { id: InteractionId, next: Array<NextCheckIn> };

export type MapColumn = "name" | "organisation" | "kind" | "warmth" | "tie" | "knows";

export type MapDepth = "one" | "two" | "everyone";

export type MapDrawn = { drawing: number, picture: MapPicture };

export type MapFacets = { kinds: Array<KindCount>, standings: Array<[Standing, number]>, warmth: Array<[number, number]>, tags: Array<Tag>, mine: number, others: number, proposed: number };

export type MapFilter = { category: Category | null, kinds: Array<KindId>, organisations: Array<OrganisationId>, tags: Array<TagId>, warmth: Array<number>, standings: Array<Standing>, hideMine: boolean, hideOthers: boolean, hideProposed: boolean };

export type MapOrganisation = { id: OrganisationId, name: string, people: number, keptClose: number };

export type MapPanel = { row: PersonRow, warmth: WarmthShown | null, matters: Array<string>, knows: Array<TieShown>, more: number, around: string, pinned: boolean, pins: number };

export type MapPerson = { id: PersonId, name: string, initials: string, organisation: number | null, colour: Colour | null, warmth: number, radius: number, keptClose: boolean, pinned: boolean };

export type MapPicture = { view: MapView, people: Array<MapPerson>, ties: Array<MapTie>, organisations: Array<MapOrganisation>, facets: MapFacets, inBook: number, keptClose: number };

export type MapRow = { row: PersonRow, tie: string, knows: Array<string>, more: number };

export type MapRows = { total: number, rows: Array<MapRow> };

export type MapSort = { by: MapColumn, rising: boolean };

export type MapTie = [number, number, number, TieMark];

export type MapView = { steps: MapDepth, centre: PersonId | null };

export type MatchReason = "same_uid" | "same_email" | "same_phone" | "same_name";

export type Me = { names: Array<string>, emails: Array<string>, phones: Array<string> };

export type Merged = { id: PersonId, name: string, from: string };

export type Name = { display: string, prefix: string, given: string, additional: string, family: string, suffix: string };

export type NameParts = { prefix: string, given: string, additional: string, family: string, suffix: string };

export type NewInteraction = { people: Array<PersonId>, when: string, channel: Channel, minutes: number | null, startedBy: StartedBy, note: string, closes: Array<CheckInId> };

export type NewKind = { name: string, category: Category, colour: Colour, cadenceDays: number };

export type NewPerson = { name: string, email: string, phone: string, organisation: string, role: string };

export type NewTie = { person: PersonId, other: PersonId, kind: TieKind, closeness: Closeness, since: string, until: string, note: string };

export type NextCheckIn = { id: PersonId, name: string, on: string | null };

export type NoWayIn = { sentence: string, ask: Array<PersonRow>, colleagues: Array<PersonRow>, colleaguesWords: string, contact: [ContactPointId, string] | null };

export type Note = { id: NoteId, body: string, createdOn: string, editedOn: string };

export type NoteId = number;

export type Notifications = "ready" | "no_service" | "no_bus";

export type Operation = { id: OperationId, kind: OperationKind, subject: string, count: number, at: string, undone: boolean, canUndo: boolean };

export type OperationId = number;

export type OperationKind = "add_person" | "edit_person" | "edit_people" | "trash" | "restore" | "import" | "settings" | "undo" | "redo" | "read_book" | "log_interaction" | "edit_interaction" | "delete_interaction" | "plan_check_in" | "edit_check_in" | "cancel_check_in" | "snooze" | "skip" | "answer" | "kinds" | "add_tie" | "edit_tie" | "remove_tie" | "decide_ties" | "pin" | "unpin";

export type OrganisationFound = { id: OrganisationId, name: string, people: number };

export type OrganisationId = number;

export type OrganisationPanel = { name: string, people: number, keptClose: number, tiesTo: Array<[string, string]>, members: Array<PersonRow> };

export type PeopleFilter = { category: Category | null, kinds: Array<KindId>, tags: Array<TagId>, quiet: boolean, organisation: OrganisationId | null };

export type PeopleOutline = { total: number, everyone: number, quiet: number, sections: Array<Section> };

export type PersonDate = { id: DateId, kind: DateKind, label: string, year: number | null, month: number | null, day: number | null, text: string };

export type PersonEdit = { "type": "name", display: string, parts: NameParts | null } | { "type": "nickname", value: string } | { "type": "contact_point", id: ContactPointId | null, kind: ContactKind, value: string, label: string, preferred: boolean } | { "type": "remove_contact_point", id: ContactPointId } | { "type": "move_contact_point", id: ContactPointId, to: number } | { "type": "affiliation", id: AffiliationId | null, organisation: string, role: string, department: string, since: string, until: string } | { "type": "remove_affiliation", id: AffiliationId } | { "type": "date", id: DateId | null, kind: DateKind, label: string, text: string } | { "type": "remove_date", id: DateId } | { "type": "note", id: NoteId | null, body: string } | { "type": "remove_note", id: NoteId } | { "type": "add_tag", name: string } | { "type": "remove_tag", id: TagId } | { "type": "category", value: Category | null } | { "type": "kind", id: KindId | null } | { "type": "purpose", value: string } | { "type": "workplace", value: Workplace | null } | { "type": "keep_close", kind: KindId, cadenceDays: number | null, importance: 1 | 2 | 3 } | { "type": "let_go" } | { "type": "status", value: Status, until: string } | { "type": "remove_photo" } | { "type": "do_not_ask", value: boolean };

export type PersonId = number;

export type PersonName = { id: PersonId, name: string };

export type PersonPage = { id: PersonId, name: Name, nickname: string, initials: string, colour: number, photo: string | null, headline: string, relationship: Relationship | null, contactPoints: Array<ContactPoint>, affiliations: Array<Affiliation>, dates: Array<PersonDate>, notes: Array<Note>, tags: Array<TagName>, cameFrom: Array<CameFrom>, trashedOn: string | null, warmth: WarmthShown | null, checkIns: Array<CheckIn>, talks: number };

export type PersonRow = { id: PersonId, name: string, initials: string, colour: number, photo: string | null, role: string, organisation: string, kind: KindBadge | null, keptClose: boolean, warmth: number | null, quiet: boolean, status: Status | null };

export type PictureSaved = { file: string };

export type Proposals = { total: number, ties: Array<ProposedTie> };

export type ProposedTie = { person: PersonRow, other: PersonRow, kind: TieKind, how: string, closeness: Closeness, well: string, reason: string, likely: boolean };

export type RawLine = { number: number, text: string, bad: boolean };

export type Reason = { head: string, late: boolean, tail: string };

export type Relationship = { category: Category, kind: Kind | null, purpose: string, workplace: Workplace | null, keptCloseOn: string | null, cadenceDays: number | null, importance: 1 | 2 | 3, status: Status, pausedUntil: string | null, lastContactOn: string | null, nextDueOn: string | null, nextWords: string | null, doNotAsk: boolean };

export type RemindersState = { notifications: Notifications, tray: boolean, autostart: boolean | null, zone: string, localTime: string, lastShown: string | null };

export type Route = { "type": "import", token: string } | { "type": "person", id: PersonId } | { "type": "today" };

export type RowMatch = { why: MatchReason, with: string, detail: string };

export type Section = { letter: string, first: number, count: number };

export type Settings = { theme: Theme, textScale: number, sidebar: Sidebar, country: string, me: Me, listFilter: PeopleFilter, onboarded: boolean, workingHours: WorkingHours, daysOff: Array<DaysOff>, remind: boolean, hideNames: boolean, background: boolean, warmth: Weights, ties: TieWeights, mapSteps: MapDepth, mapList: boolean, mapFilter: MapFilter };

export type Show = "all" | "to_decide" | "updates" | "new" | "unchanged" | "skipped";

export type Sidebar = "auto" | "rail" | "full";

export type Skipped = { name: string, message: string };

export type Snooze = { "type": "until", key: SnoozeKey } | { "type": "on", when: string };

export type SnoozeKey = "later_today" | "tomorrow" | "later_this_week" | "next_week" | "in_two_weeks" | "in_a_month";

export type SnoozeOption = { key: SnoozeKey, label: string, words: string };

export type SourceCardId = number;

export type Stage = "reading" | "comparing" | "importing";

export type Standing = "kept_close" | "not_kept_close" | "dormant" | "paused" | "ended";

export type Start = { book: BookState, settings: Settings, version: string, route: Route | null };

export type StartedBy = { "type": "me" } | { "type": "person", id: PersonId } | { "type": "not_said" };

export type Status = "active" | "dormant" | "paused" | "cooling_off" | "ended";

export type Tag = { id: TagId, name: string, people: number };

export type TagId = number;

export type TagName = { id: TagId, name: string };

export type Take = "kith" | "file";

export type TakeAll = "file" | "kith" | "fill";

export type Talk = { id: InteractionId, on: string, at: string | null, channel: Channel, minutes: number | null, startedBy: StartedBy, note: string, people: Array<PersonName> };

export type Theme = "system" | "light" | "dark";

export type TieId = number;

export type TieKind = "knows" | "works_with" | "reports_to" | "introduced" | "mentors" | "client_of";

export type TieMark = "tie" | "proposed" | "reports";

export type TiePair = { person: PersonId, other: PersonId };

export type TieShown = { id: TieId, with: PersonRow, kind: TieKind, fromThem: boolean, how: string, closeness: Closeness, well: string, since: string | null, until: string | null, years: string, note: string, spoken: string };

export type TieWeights = { close: number, colleague: number, little: number, notSure: number };

export type Timeline = { total: number, talks: Array<Talk> };

export type Today = { date: string, keptClose: number, due: number, rows: Array<TodayRow>, close: Array<ClosePerson>, days: Array<Day>, dates: Array<ComingDate>, imported: number };

export type TodayRow = { checkIn: CheckInId, source: CheckInSource, person: PersonRow, reason: Reason, planned: string, lastNote: string, order: string, orderWhy: string };

export type Trashed = { row: PersonRow, trashedOn: string, daysLeft: number };

export type Undone = { operation: Operation, kept: Array<Kept> };

export type WarmthExample = { person: PersonRow, explained: WarmthExplained };

export type WarmthExplained = { level: Level, segments: number, cadenceDays: number | null, halfLife: number, parts: Array<WarmthPart>, others: number, strength: number, begins: [number, number, number, number] };

export type WarmthPart = { on: string, daysAgo: number, channel: Channel, weight: number, fading: number, counts: number };

export type WarmthShown = { level: Level, segments: number, talks: number, days: number, mostly: Channel | null };

export type WayIn = { hops: Array<Hop>, summary: string };

export type WaysIn = { to: PersonRow, ways: Array<WayIn>, leftOut: Array<string>, none: NoWayIn | null };

export type Weights = { inPerson: number, video: number, phone: number, email: number, chat: number, text: number, social: number, notSaid: number, halfLifePerCadence: number, halfLifeWithout: number, halfLifeLeast: number, halfLifeMost: number, saturation: number };

export type WhenPreview = { understood: string | null, problem: string | null, on: string | null, at: string | null, rings: string | null };

export type WhenPurpose = "talk" | "check_in" | "day";

export type Why = "daily" | "before_upgrade" | "before_import" | "before_restore" | "by_hand";

export type WorkDay = { from: number, to: number };

export type WorkingHours = { days: Array<WorkDay | null> };

export type Workplace = "in_house" | "remote";

/** Every command that the shell answers. */
export type CommandName =
  | "start"
  | "onboarded"
  | "sample_open"
  | "sample_leave"
  | "settings_set"
  | "people_outline"
  | "people_window"
  | "people_find"
  | "person_position"
  | "kinds_list"
  | "tags_list"
  | "organisations_complete"
  | "organisations_find"
  | "organisation"
  | "photo"
  | "person_page"
  | "person_add"
  | "person_edit"
  | "people_edit"
  | "contact_open"
  | "card_text"
  | "today"
  | "today_count"
  | "days"
  | "interaction_preview"
  | "interaction_log"
  | "interaction_edit"
  | "interaction_delete"
  | "timeline"
  | "last_channel"
  | "log_understood"
  | "when_preview"
  | "next_due_preview"
  | "check_in_plan"
  | "check_in_edit"
  | "check_in_cancel"
  | "check_in_skip"
  | "check_in_snooze"
  | "snooze_options"
  | "kind_add"
  | "kind_edit"
  | "kind_remove"
  | "kind_rhythm_for_all"
  | "warmth_explained"
  | "warmth_example"
  | "ties_of"
  | "tie_add"
  | "tie_edit"
  | "tie_remove"
  | "ties_proposed"
  | "ties_decide"
  | "map_draw"
  | "map_places"
  | "map_matching"
  | "map_rows"
  | "map_panel"
  | "map_organisation"
  | "map_pin"
  | "map_unpin"
  | "map_forget"
  | "ways_in"
  | "people_trash"
  | "people_restore"
  | "trash_list"
  | "trash_empty"
  | "draft_save"
  | "drafts"
  | "undo"
  | "redo"
  | "undo_operation"
  | "history"
  | "import_choose"
  | "import_choose_folder"
  | "import_paste"
  | "import_summary"
  | "import_rows"
  | "import_details"
  | "import_decide"
  | "import_decide_field"
  | "import_take_all"
  | "import_keep_close"
  | "import_fix"
  | "import_apply"
  | "import_stop"
  | "import_cancel"
  | "export_cards"
  | "export_book"
  | "read_book"
  | "picture_save_png"
  | "picture_save_svg"
  | "reminders_state"
  | "autostart_set"
  | "reminder_test"
  | "backups_list"
  | "backup_now"
  | "backup_restore"
  | "book_new"
  | "book_place"
  | "book_move"
  | "book_find"
  | "show_folder";
