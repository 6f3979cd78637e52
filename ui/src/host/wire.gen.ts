// The shapes that cross between page and shell. Generated from Rust; do not edit by hand.
export type Code = "invalid" | "not_found" | "stale" | "book_in_use" | "book_newer" | "book_damaged" | "disk_full" | "not_writable"
  | "file_missing" | "file_unreadable" | "file_too_large" | "no_cards" | "stopped" | "nothing_to_undo" | "no_app_for_link" | "internal";
export type KithError = { code: Code; message: string; field: string | null };   // message: plain words that may be shown as they are

export type Changes = { people: number[]; allPeople: boolean; tags: boolean; kinds: boolean; settings: boolean; backups: boolean; book: boolean };
export type Done<T> = { value: T; changes: Changes; operation: number | null };  // operation: what Undo in the toast takes back

export type BookState =
  | { type: "open"; sample: boolean; people: number; onboarded: boolean }
  | { type: "newer"; path: string; backups: Backup[] } | { type: "damaged"; path: string; keptAs: string | null; backups: Backup[] }
  | { type: "in_use"; path: string } | { type: "unavailable"; path: string; message: string };
export type Start = { book: BookState; settings: Settings; version: string; route: Route | null };
export type Route = { type: "import"; token: string } | { type: "person"; id: number };
export type Theme = "system" | "light" | "dark";
export type Settings = { theme: Theme; textScale: number /*1..2, webview zoom*/; sidebar: "auto" | "rail" | "full"; country: string /*ISO 3166 for phones, e.g. "DE"*/;
  me: Me; listFilter: PeopleFilter /*remembered*/ };
export type Me = { names: string[]; emails: string[]; phones: string[] };

export type Category = "internal" | "external";
export type Colour = "peer" | "manager" | "report" | "client" | "vendor" | "industry";    // the six --k-* colours
export type Kind = { id: number; name: string; category: Category; colour: Colour; cadenceDays: number; people: number };
export type Tag = { id: number; name: string; people: number };
export type PeopleFilter = { category: Category | null; kinds: number[]; tags: number[] };   // several kinds: any of; several tags: all of
export type PersonRow = { id: number; name: string; initials: string; colour: number /*1..6 avatar*/; photo: string | null /*hash for photo()*/;
  role: string; organisation: string; kind: { name: string; colour: Colour } | null; keptClose: boolean };
export type PeopleOutline = { total: number; everyone: number; sections: { letter: string; first: number; count: number }[] };
export type FoundRow = { row: PersonRow; matched: string | null /* what else than the name matched: "+1 202 555 0148", "optics" */ };
export type Found = { rows: FoundRow[]; more: boolean };

export type Name = { display: string; prefix: string; given: string; additional: string; family: string; suffix: string };
export type ContactKind = "email" | "phone" | "address" | "link" | "chat";
export type ContactPoint = { id: number; kind: ContactKind; value: string; label: string; preferred: boolean; opens: boolean /*contact_open works*/ };
export type Affiliation = { id: number; organisation: string; role: string; department: string; since: string | null; until: string | null }; // "2023" or "2023-05" or "2023-05-01"
export type DateKind = "birthday" | "anniversary" | "other";
export type PersonDate = { id: number; kind: DateKind; label: string; year: number | null; month: number | null; day: number | null; text: string /*as the person or card wrote it*/ };
export type Note = { id: number; body: string; createdOn: string; editedOn: string };
export type Relationship = { category: Category; kind: Kind | null; purpose: string; workplace: "in_house" | "remote" | null; keptCloseOn: string | null; cadenceDays: number | null; importance: 1 | 2 | 3 };
export type CameFrom = { card: number; file: string; number: number /*card 41*/; line: number; importedOn: string };
export type PersonPage = { id: number; name: Name; nickname: string; initials: string; colour: number; photo: string | null; headline: string /*"Founder, Pelagic Sensing"*/;
  relationship: Relationship | null; contactPoints: ContactPoint[]; affiliations: Affiliation[]; dates: PersonDate[]; notes: Note[]; tags: { id: number; name: string }[];
  cameFrom: CameFrom[]; trashedOn: string | null };
export type NewPerson = { name: string; email: string; phone: string; organisation: string; role: string };
export type PersonEdit =
  | { type: "name"; display: string; parts: Omit<Name, "display"> | null }      // parts null: kept where they still fit, else derived
  | { type: "nickname"; value: string }
  | { type: "contact_point"; id: number | null; kind: ContactKind; value: string; label: string; preferred: boolean } | { type: "remove_contact_point"; id: number }
  | { type: "move_contact_point"; id: number; to: number /*index among its kind*/ }
  | { type: "affiliation"; id: number | null; organisation: string; role: string; department: string; since: string; until: string } | { type: "remove_affiliation"; id: number }
  | { type: "date"; id: number | null; kind: DateKind; label: string; text: string } | { type: "remove_date"; id: number }   // text "14 August", "1985-04-12", "12.4.1985"
  | { type: "note"; id: number | null; body: string } | { type: "remove_note"; id: number }
  | { type: "add_tag"; name: string } | { type: "remove_tag"; id: number }
  | { type: "category"; value: Category | null } | { type: "kind"; id: number | null } | { type: "purpose"; value: string } | { type: "workplace"; value: "in_house" | "remote" | null }
  | { type: "keep_close"; kind: number; cadenceDays: number | null /*null: the kind's*/; importance: 1 | 2 | 3 } | { type: "let_go" }
  | { type: "remove_photo" };
export type Trashed = { row: PersonRow; trashedOn: string; daysLeft: number };

export type OperationKind = "add_person" | "edit_person" | "edit_people" | "trash" | "restore" | "import" | "settings" | "undo" | "redo" | "read_book";
export type Operation = { id: number; kind: OperationKind; subject: string; count: number; at: string /*ISO local date-time*/; undone: boolean; canUndo: boolean };
export type Undone = { operation: Operation; kept: { id: number; name: string }[] /*changed since, so they stayed*/ };

export type ImportProgress = { token: string; stage: "reading" | "comparing" | "importing"; done: number; total: number };
export type ImportSummary = { token: string; title: string /*"contacts.vcf" or "3 files"*/; files: number; cards: number;
  counts: { new: number; updates: number; unchanged: number; duplicates: number; unreadable: number; me: number; groups: number };
  toDecide: number; willImport: number; keepClose: number; problems: { file: string; message: string }[] /*files that could not be read at all*/ };
export type ImportStatus = "new" | "update" | "unchanged" | "duplicate" | "unreadable" | "me" | "group";
export type Decision = "add" | "update" | "merge" | "keep_both" | "skip";
export type MatchReason = "same_uid" | "same_email" | "same_phone" | "same_name";
export type ImportRow = { index: number; file: string; line: number; number: number /*card 127 of*/; of: number; name: string; subtitle: string; initials: string; colour: number;
  status: ImportStatus; reason: { why: MatchReason; with: string; detail: string } | null; message: string | null /*unreadable: why*/;
  decision: Decision; choices: Decision[]; decided: boolean; keepClose: number | null /*kind id*/; fieldsChanged: number };
export type ImportFilter = { show: "all" | "to_decide" | "updates" | "new" | "unchanged" | "skipped"; text: string };
export type Difference = { key: string; label: string; inKith: string | null; inFile: string | null; take: "kith" | "file"; conflict: boolean };
export type ImportDetails = { index: number; differences: Difference[]; same: number; contents: { label: string; value: string }[]; raw: { number: number; text: string; bad: boolean }[] };
export type ImportReport = { operation: number | null; title: string; seconds: number; added: number; updated: number; fieldsChanged: number; merged: { id: number; name: string; from: string }[]; mergedCount: number; skipped: number; unchanged: number;
  keptClose: number; photosLeftOut: number; toDecide: number /*changed meanwhile: still in the plan*/; skippedRows: { name: string; message: string }[] /*first 20*/ };

export type Backup = { name: string; takenAt: string; bytes: number; people: number | null; why: "daily" | "before_upgrade" | "before_import" | "before_restore" | "by_hand"; checked: boolean };
