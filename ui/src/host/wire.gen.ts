// Written by `cargo xtask wire` from the Rust types. Do not edit.

/** Where a person works. */
export type Affiliation = {
  /** Which. */
  id: AffiliationId;
  /** Where, '' where only a role is known. */
  organisation: string;
  /** As what. */
  role: string;
  /** In which part of it. */
  department: string;
  /** "2023", "2023-05" or "2023-05-01". */
  since: string | null;
  /** Like `since`; present: it is over. */
  until: string | null;
};

/** Where a person works, as what, since and until. */
export type AffiliationId = number;

/** A copy of the book. */
export type Backup = {
  /** Its file's name in the backups folder. */
  name: string;
  /** Local date and time. */
  takenAt: string;
  /** Size. */
  bytes: number;
  /** How many people it keeps, where it can be read. */
  people: number | null;
  /** Why it was made. */
  why: Why;
};

/** The backups and where they are. */
export type Backups = {
  /** To be read by a person, never to act on. */
  folder: string;
  /** Newest first. */
  backups: Array<Backup>;
};

/** Where the book is. */
export type BookPlace = {
  /** To be read by a person, never to act on. */
  path: string;
  /** How large it is. */
  bytes: number;
  /** How many people it keeps. */
  people: number;
};

/** The book, or why it is not open. */
export type BookState =
  | {
      type: "open";
      /** It is the sample, not the person's own. */
      sample: boolean;
      /** How many people it keeps. */
      people: number;
      /** The first days are over. */
      onboarded: boolean;
    }
  | {
      type: "newer";
      /** Where it is, to be read by a person. */
      path: string;
      /** What there is to go back to. */
      backups: Array<Backup>;
    }
  | {
      type: "damaged";
      /** Where it is, to be read by a person. */
      path: string;
      /** The name under which it was set aside. */
      keptAs: string | null;
      /** What there is to go on with. */
      backups: Array<Backup>;
    }
  | {
      type: "in_use";
      /** Where it is, to be read by a person. */
      path: string;
    }
  | {
      type: "unavailable";
      /** Where it is, to be read by a person. */
      path: string;
      /** Why, in plain words. */
      message: string;
      /** The person moved it there, and can say where it is now. */
      moved: boolean;
    };

/** A card that a person came from. */
export type CameFrom = {
  /** The source card. */
  card: SourceCardId;
  /** The file's name. */
  file: string;
  /** Position of the card in its file, from 1. */
  number: number;
  /** Its line in the file. */
  line: number;
  /** Local date of the import. */
  importedOn: string;
};

/** The version in which cards are written. */
export type CardStyle = "as_it_came" | "version_4";

/** Inside or outside of where I work. */
export type Category = "internal" | "external";

/** What a committed change touched, so that the page reruns what shows it. */
export type Changes = {
  /** The people touched, at most 200; more set `all_people`. */
  people: Array<PersonId>;
  /** So many people that everything about people is to be asked anew. */
  allPeople: boolean;
  /** The tables of which a row was touched, and `backups` where a backup was made or went. */
  tables: Array<string>;
  /** Another book is open now: everything is to be asked anew, whatever the other fields say. */
  book: boolean;
};

/** How a talk was held, from the richest to the leanest. */
export type Channel =
  | "in_person"
  | "video"
  | "phone"
  | "email"
  | "chat"
  | "text"
  | "social"
  | "not_said";

/** An open check-in as it is shown. */
export type CheckIn = {
  /** Which. */
  id: CheckInId;
  /** Rhythm or planned. */
  source: CheckInSource;
  /** Local date. */
  on: string;
  /** "09:00", where a time was said: as the clock shows it where the person is now. */
  at: string | null;
  /** Why, in my own words. */
  reason: string;
  /** It stands on Today. */
  due: boolean;
  /** "Monday 16 March", "Tuesday 10 March, 13:30", where it was put off until then. */
  snoozedTo: string | null;
  /** "Tuesday 31 March, in 3 weeks". */
  words: string;
  /** "The reminder comes Monday 16 March at 08:30.", where it is not when one would think. */
  rings: string | null;
};

/** A planned contact. */
export type CheckInId = number;

/** Where a check-in comes from. */
export type CheckInSource = "cadence" | "planned";

/** Somebody kept close and when they are next. */
export type ClosePerson = {
  /** Who. */
  person: PersonRow;
  /** "Manager · every 14 days". */
  words: string;
  /** "today", "31 March". */
  next: string;
};

/** How well two people know each other, in words; the settings say what each weighs. */
export type Closeness = "little" | "colleague" | "close" | "not_sure";

/** What the page branches on; texts are only shown. */
export type Code =
  | "invalid"
  | "not_found"
  | "stale"
  | "book_in_use"
  | "book_newer"
  | "book_damaged"
  | "row_unreadable"
  | "disk_full"
  | "not_writable"
  | "file_missing"
  | "file_unreadable"
  | "file_too_large"
  | "no_cards"
  | "stopped"
  | "nothing_to_undo"
  | "no_app_for_link"
  | "internal";

/** The six colours of kinds. */
export type Colour =
  | "peer"
  | "manager"
  | "report"
  | "client"
  | "vendor"
  | "industry";

/** Something on a day to come. */
export type ComingDate = {
  /** Local date. */
  day: string;
  /** Whose. */
  person: PersonName;
  /** "Birthday", "6 years at Northmere", "Contract review, 10:00". */
  words: string;
};

/** What kind of contact point. */
export type ContactKind = "email" | "phone" | "address" | "link" | "chat";

/** A contact point of a person page. */
export type ContactPoint = {
  /** Which. */
  id: ContactPointId;
  /** Mail, phone … */
  kind: ContactKind;
  /** As it is written. */
  value: string;
  /** "Work", "Mobile", '' for none. */
  label: string;
  /** The one to use first. */
  preferred: boolean;
  /** Whether the system can open it. */
  opens: boolean;
};

/** A person's mail, phone, address, link or chat. */
export type ContactPointId = number;

/** A birthday, an anniversary or another date of a person. */
export type DateId = number;

/** What kind of date. */
export type DateKind = "birthday" | "anniversary" | "other";

/** A day of a calendar. */
export type Day = {
  /** Local date. */
  day: string;
  /** How many check-ins stand on it. */
  checkIns: number;
  /** It has working hours. */
  working: boolean;
  /** With whom, up to five. */
  names: Array<string>;
};

/** Days on which a person does not work, whatever the weekday. */
export type DaysOff = {
  /** First day, "2026-07-20". */
  from: string;
  /** Last day, itself free. */
  to: string;
  /** The user's name for these days; may be empty. */
  label: string;
};

/** What is done with a card. */
export type Decision = "add" | "update" | "merge" | "keep_both" | "skip";

/** One edit of what is known of a person. `id: None` makes a new row. */
export type DetailEdit =
  | {
      type: "name";
      display: string;
      parts: NameParts | null;
    }
  | {
      type: "nickname";
      value: string;
    }
  | {
      type: "contact_point";
      id: ContactPointId | null;
      kind: ContactKind;
      value: string;
      label: string;
      preferred: boolean;
    }
  | {
      type: "remove_contact_point";
      id: ContactPointId;
    }
  | {
      type: "move_contact_point";
      id: ContactPointId;
      to: number;
    }
  | {
      type: "affiliation";
      id: AffiliationId | null;
      organisation: string;
      role: string;
      department: string;
      since: string;
      until: string;
    }
  | {
      type: "remove_affiliation";
      id: AffiliationId;
    }
  | {
      type: "date";
      id: DateId | null;
      kind: DateKind;
      label: string;
      text: string;
    }
  | {
      type: "remove_date";
      id: DateId;
    }
  | {
      type: "note";
      id: NoteId | null;
      body: string;
    }
  | {
      type: "remove_note";
      id: NoteId;
    }
  | {
      type: "add_tag";
      name: string;
    }
  | {
      type: "remove_tag";
      id: TagId;
    }
  | { type: "remove_photo" };

/** A field that differs. */
export type Difference = {
  /** Key for `Plan::decide_field`. */
  key: string;
  /** Name of the field, such as "Work email". */
  label: string;
  /** The value in Kith, if there is one. */
  inKith: string | null;
  /** The value in the file, if there is one. */
  inFile: string | null;
  /** Which value is taken. */
  take: Take;
  /** Whether both were changed since the last import. */
  conflict: boolean;
};

/** A committed change: its result, what it touched, and what Undo takes back. */
export type Done<T> = {
  /** The result. */
  value: T;
  /** What to show anew. */
  changes: Changes;
  /** The operation in the history; `None` where nothing changed or it cannot be undone. */
  operation: OperationId | null;
};

/** Files hover over the window, or no longer do. */
export type Dragged = {
  /** Over the window. */
  over: boolean;
};

/** What was written to a file. */
export type Exported = {
  /** How many people are in it. */
  people: number;
  /** The file's name, without where it is. */
  file: string;
};

/** A line about the whole person. */
export type Fact = {
  /** Identifies the line. */
  id: FactId;
  /** What it is about. */
  kind: FactKind;
  /** One line, 1 to 200 characters. */
  text: string;
  /** It leaves in no card, and is printed only when asked for. */
  private: boolean;
};

/** A line about the whole person. */
export type FactId = number;

/** What a line is about. */
export type FactKind = "interest" | "family" | "cause" | "other";

/** A file that could not be read. */
export type FileProblem = {
  /** Name of the file or folder. */
  file: string;
  /** The reason, as a sentence for the screen. */
  message: string;
};

/** A folder that the system can show. */
export type Folder = "book" | "backups";

/** The first window of find results. */
export type Found = {
  /** Best first. */
  rows: Array<FoundRow>;
  /** Whether there are more than these. */
  more: boolean;
};

/** A find result. */
export type FoundRow = {
  /** Who was found. */
  row: PersonRow;
  /** What matched, where it was not the name. */
  matched: string | null;
};

/** One person on a way in. */
export type Hop = {
  /** The person. */
  row: PersonRow;
  /**
   * Why the step to this person may work: "Very warm. You talked nine days ago.", "Samir knows them
   * closely, since 2019."
   */
  why: string;
  /** The user's note on that tie; '' for none. */
  note: string;
};

/** The number of cards of each status. */
export type ImportCounts = {
  new: number;
  updates: number;
  unchanged: number;
  duplicates: number;
  unreadable: number;
  me: number;
  groups: number;
};

/** The details of a row of the preview. */
export type ImportDetails = {
  /** Index of the row. */
  index: number;
  /** The differences from the person it changes. */
  differences: Array<Difference>;
  /** Number of items that are equal. */
  same: number;
  /** The values of a new card. */
  contents: Array<LabelledValue>;
  /** The first lines of a card that cannot be read. */
  raw: Array<RawLine>;
};

/** An import plan could not be made. */
export type ImportFailed = {
  /** Which. */
  token: string;
  /** Why. */
  error: KithError;
};

/** The filter of the preview. */
export type ImportFilter = {
  /** By status and decision. */
  show: Show;
  /** Words that name or subtitle must have; '' for any. */
  text: string;
};

/** How far reading, comparing or importing is. */
export type ImportProgress = {
  /** Which plan. */
  token: string;
  /** What is being done. */
  stage: Stage;
  /** So much of it. */
  done: number;
  /** All of it; 0 where not known yet. */
  total: number;
};

/** The result of an import. */
export type ImportReport = {
  /** The operation, for undo. */
  operation: OperationId | null;
  /** The plan's title. */
  title: string;
  /** Duration in seconds. Core leaves it 0, because it has no clock; the shell sets it. */
  seconds: number;
  /** Number of people added. */
  added: number;
  /** Number of people updated. */
  updated: number;
  /** Number of fields changed in updated people. */
  fieldsChanged: number;
  /** The first 20 cards that were merged. */
  merged: Array<Merged>;
  /** Number of cards that were merged. */
  mergedCount: number;
  /** Number of cards left out. */
  skipped: number;
  /** Number of cards without changes. */
  unchanged: number;
  /** Number of people who are kept close since this import. */
  keptClose: number;
  /** Number of cards whose person was changed meanwhile. They are still in the plan, to be decided. */
  toDecide: number;
  /** Number of photos that could not be decoded. The cards keep them. */
  photosLeftOut: number;
  /** The first 20 cards left out. */
  skippedRows: Array<Skipped>;
};

/** A card as a row of the preview. */
export type ImportRow = {
  /** Index of the row in the plan, from 0. */
  index: number;
  /** Name of the file. */
  file: string;
  /** Line in its file where the card starts, from 1. */
  line: number;
  /** Position of the card in its file, from 1. */
  number: number;
  /** Number of cards in its file. */
  of: number;
  /** Display name of the person; "Line 7" if the card cannot be read. */
  name: string;
  /** Role and organisation, or another value. */
  subtitle: string;
  /** One or two letters for the avatar. */
  initials: string;
  /** Colour of the avatar, 1 to 6. */
  colour: number;
  /** What the card is, compared with the book. */
  status: ImportStatus;
  /** Why it may be a duplicate, if it may be one. */
  reason: RowMatch | null;
  /** Why it cannot be read, or what kind of card it is. */
  message: string | null;
  /** What is done with it. */
  decision: Decision;
  /** The possible decisions. */
  choices: Array<Decision>;
  /** Whether the user has nothing to decide. */
  decided: boolean;
  /** The kind as which the person will be kept close, if they will be. */
  keepClose: KindId | null;
  /** Number of fields that an update changes. */
  fieldsChanged: number;
};

/** A window of the rows of the preview. */
export type ImportRows = {
  /** Number of rows that match the filter. */
  total: number;
  /** The rows of the window. */
  rows: Array<ImportRow>;
};

/** What a card is, compared with the book. */
export type ImportStatus =
  | "new"
  | "update"
  | "unchanged"
  | "duplicate"
  | "unreadable"
  | "me"
  | "group";

/** The summary of a plan. */
export type ImportSummary = {
  /** The plan's token. */
  token: string;
  /** Title for the screen: "contacts.vcf", "3 files". */
  title: string;
  /** Number of files. */
  files: number;
  /** Number of cards, unreadable ones included. */
  cards: number;
  /** Number of cards of each status. */
  counts: ImportCounts;
  /** Number of cards that the user has to decide on. */
  toDecide: number;
  /** Number of people that will be added, updated or merged. */
  willImport: number;
  /** Number of people that will be kept close. */
  keepClose: number;
  /** Files that could not be read. */
  problems: Array<FileProblem>;
};

/** An import plan is being made, or ready. */
export type ImportToken = {
  /** Which. */
  token: string;
};

/** A contact that happened. */
export type InteractionId = number;

/** What logging would do, while it is being typed. */
export type InteractionPreview = {
  /** "Tuesday 3 March, a week ago". */
  understood: string | null;
  /** Why the day cannot be taken. */
  problem: string | null;
  /** When each of the people would be next. */
  next: Array<NextCheckIn>;
};

/** Somebody who stayed as they are, because they were changed since. */
export type Kept = {
  /** Who. */
  id: PersonId;
  /** Their name. */
  name: string;
};

/** A kind of relationship, with its rhythm. */
export type Kind = {
  /** Which. */
  id: KindId;
  /** "Direct report". */
  name: string;
  /** Internal or external. */
  category: Category;
  /** One of six. */
  colour: Colour;
  /** Days between check-ins, 1–3650, for those newly kept close. */
  cadenceDays: number;
  /** How many people outside the trash are of this kind; counted in the list of kinds only. */
  people: number;
  /** How many of them are kept close; counted likewise. */
  keptClose: number;
};

/** The kind as a row shows it. */
export type KindBadge = {
  /** "Client". */
  name: string;
  /** The colour of its dot. */
  colour: Colour;
};

/** How many people of the picture have a kind of relationship. */
export type KindCount = {
  /** The kind's id. */
  id: KindId;
  /** Its name, such as "Client". */
  name: string;
  /** Its colour. */
  colour: Colour;
  /** The number of people, at least 1. */
  people: number;
};

/** A kind of relationship: peer, client, mentor … */
export type KindId = number;

/** An error as the page gets it. */
export type KithError = {
  /** What to branch on. */
  code: Code;
  /** What happened and what did not, in plain words. */
  message: string;
  /** The field that the message is about. */
  field: string | null;
};

/** Everybody that somebody knows. */
export type Knows = {
  /** The closest first, then by name; at most 200. */
  ties: Array<TieShown>;
  /** How many further ones there are. */
  more: number;
  /** Ties that are over, the last one first; at most 50. */
  over: Array<TieShown>;
  /** What Kith could draw; at most 50. */
  proposed: Array<ProposedTie>;
};

/** A field of a new card. */
export type LabelledValue = {
  /** Name of the field, such as "Work email". */
  label: string;
  /** The value as it is shown. */
  value: string;
};

/** The levels of warmth, coldest first. */
export type Level = "cold" | "cool" | "steady" | "warm" | "very_warm";

/** What was understood of a sentence; nothing is saved yet. */
export type LogUnderstood = {
  /** With whom. */
  people: Array<PersonRow>;
  /** Who else it might be. */
  others: Array<PersonRow>;
  /** How; not said where no word for it was there. */
  channel: Channel;
  /** The day, to be given to the log. */
  when: string;
  /** "Monday 9 March, yesterday". */
  whenWords: string;
  /** Characters (not bytes) of the text that were understood, from–to. */
  spans: Array<[number, number]>;
};

/** What logging did. */
export type Logged = {
  /** The conversation. */
  id: InteractionId;
  /** When each of the people is next. */
  next: Array<NextCheckIn>;
};

/** A column of the list. */
export type MapColumn =
  | "name"
  | "organisation"
  | "kind"
  | "warmth"
  | "tie"
  | "knows";

/** How far the map goes from its centre. */
export type MapDepth = "one" | "two" | "everyone";

/** A drawing whose layout has started. */
export type MapDrawn = {
  /** The number with which the page asks for its places. */
  drawing: number;
  /** Everything except the places. */
  picture: MapPicture;
};

/**
 * What the picture can be filtered by, each with its number of people or ties. People without any are
 * left out.
 */
export type MapFacets = {
  /** Kinds of relationship, in their order. */
  kinds: Array<KindCount>;
  /** States of relationships, in the order of the enum. */
  standings: Array<[Standing, number]>;
  /** Segments of warmth from 0 (no conversation) to 5, and the number of people. */
  warmth: Array<[number, number]>;
  /** Tags by name. */
  tags: Array<Tag>;
  /** The number of my own ties. */
  mine: number;
  /** The number of confirmed ties among others. */
  others: number;
  /** The number of proposed ties. */
  proposed: number;
};

/**
 * Which people the map does not fade. A person must satisfy every field. An empty list accepts
 * everybody; otherwise one element of the list must apply, for tags all of them.
 */
export type MapFilter = {
  /** Only internal or only external relationships; absent for both. */
  category: Category | null;
  /** Kinds of relationship. */
  kinds: Array<KindId>;
  /** Organisations of present jobs. */
  organisations: Array<OrganisationId>;
  /** Tags; a person must have all of them. */
  tags: Array<TagId>;
  /** Segments of warmth, 0–5. */
  warmth: Array<number>;
  /** States of the relationship. */
  standings: Array<Standing>;
  /** Whether my own ties are hidden. */
  hideMine: boolean;
  /** Whether confirmed ties among others are hidden. */
  hideOthers: boolean;
  /** Whether proposed ties are hidden. */
  hideProposed: boolean;
};

/** An organisation on the map. */
export type MapOrganisation = {
  /** The organisation's id. */
  id: OrganisationId;
  /** Its name. */
  name: string;
  /** How many people of the picture are drawn with it. A hull is drawn from two on. */
  people: number;
  /** How many of them are kept close. */
  keptClose: number;
};

/** The side panel of a person. */
export type MapPanel = {
  /** The person. */
  row: PersonRow;
  /** The warmth of my relationship; absent without logged conversation. */
  warmth: WarmthShown | null;
  /** Why they matter on the map, one sentence each: the groups they connect, whom I would lose reach to. */
  matters: Array<string>;
  /** Their current ties, the closest first; at most 200. */
  knows: Array<TieShown>;
  /** How many more ties they have. */
  more: number;
  /** If the map is around them: "Six people they know, and you. Two steps would show 31."; otherwise ''. */
  around: string;
  /** Whether the user has fixed their place. */
  pinned: boolean;
  /** How many people are pinned in total. */
  pins: number;
};

/** A person on the map. */
export type MapPerson = {
  /** The person's id. */
  id: PersonId;
  /** The display name. */
  name: string;
  /** One or two letters for the circle. */
  initials: string;
  /** Index in `MapPicture::organisations` of the first present job's organisation, if there is one. */
  organisation: number | null;
  /** The colour of the kind of relationship, if there is one. */
  colour: Colour | null;
  /** Warmth as segments, 1–5; 0 without logged conversation, or if the relationship is not active. */
  warmth: number;
  /** The circle's radius in pixels at scale 1: 5.5–16. */
  radius: number;
  /** Whether the person is kept close. */
  keptClose: boolean;
  /** Whether the user has fixed the person's place. */
  pinned: boolean;
};

/** The map without places. Places are sent separately, because computing them takes longer. */
export type MapPicture = {
  /** The view that it shows. */
  view: MapView;
  /** The people by name. */
  people: Array<MapPerson>;
  /** The ties. I am the index `people.length`. */
  ties: Array<MapTie>;
  /** The organisations of the people shown, by name. */
  organisations: Array<MapOrganisation>;
  /** What the picture can be filtered by. */
  facets: MapFacets;
  /** How many people there are in the book. */
  inBook: number;
  /** How many of them are kept close. */
  keptClose: number;
};

/** A row of the list. */
export type MapRow = {
  /** The person. */
  row: PersonRow;
  /** My tie in a word: "Strong", "Steady", "Light", "None yet". */
  tie: string;
  /** The names of at most two people whom they know best. */
  knows: Array<string>;
  /** How many more people they know. */
  more: number;
};

/** A window of the list. */
export type MapRows = {
  /** How many people match the filter. */
  total: number;
  /** The rows of the window. */
  rows: Array<MapRow>;
};

/** The order of the list. */
export type MapSort = {
  /** The column to sort by. */
  by: MapColumn;
  /** Whether in ascending order. Descending is usual for warmth, tie and knows. */
  rising: boolean;
};

/**
 * A tie on the map: two people as indexes into `MapPicture::people` (its length stands for me), the
 * strength 0–1, and how it is drawn.
 */
export type MapTie = [number, number, number, TieMark];

/** Which part of the network the map shows. */
export type MapView = {
  /** How many steps from the centre. */
  steps: MapDepth;
  /** The person in the centre; absent for me. Ignored for `Everyone`. */
  centre: PersonId | null;
};

/** Why a card may be a duplicate. */
export type MatchReason = "same_uid" | "same_email" | "same_phone" | "same_name";

/** Who I am: cards that match are not imported by default. */
export type Me = {
  /** My names. */
  names: Array<string>;
  /** My mail addresses. */
  emails: Array<string>;
  /** My phone numbers. */
  phones: Array<string>;
};

/** A card that was merged into a person. */
export type Merged = {
  /** The person. */
  id: PersonId;
  /** The person's name. */
  name: string;
  /** The name on the card. */
  from: string;
};

/** A person's name: what is shown, and the parts where they are known. */
export type Name = {
  /** As it is shown; never empty. */
  display: string;
  prefix: string;
  given: string;
  additional: string;
  family: string;
  suffix: string;
};

/** The parts of a name. */
export type NameParts = {
  prefix: string;
  given: string;
  additional: string;
  family: string;
  suffix: string;
};

/** A line about the whole person, as it is entered. */
export type NewFact = {
  /** What it is about. */
  kind: FactKind;
  /** One line, 1 to 200 characters. */
  text: string;
  /** It leaves in no card, and is printed only when asked for. */
  private: boolean;
};

/** A conversation to be logged. */
export type NewInteraction = {
  /** With whom, at least one. */
  people: Array<PersonId>;
  /** When, as typed: "today", "last tuesday 9:00", "2026-03-03". */
  when: string;
  /** How. */
  channel: Channel;
  /** How long, 1–1440 minutes, where said. */
  minutes: number | null;
  /** Who began. */
  startedBy: StartedBy;
  /** What was said, in my own words. */
  note: string;
  /** Check-ins that it answers whatever their date. */
  closes: Array<CheckInId>;
};

/** A kind as it is made or changed. */
export type NewKind = {
  /** "Board member". */
  name: string;
  /** Internal or external. */
  category: Category;
  /** One of six. */
  colour: Colour;
  /** Days between check-ins, 1–3650, for those newly kept close. */
  cadenceDays: number;
};

/** A person added by hand; all but the name may be ''. */
export type NewPerson = {
  /** The name as it is said. */
  name: string;
  /** A mail address. */
  email: string;
  /** A phone number. */
  phone: string;
  /** Where they work. */
  organisation: string;
  /** As what. */
  role: string;
};

/** A tie as a person writes it; all texts may be ''. */
export type NewTie = {
  /** One of the two: who reports, mentors, introduced, is a client. */
  person: PersonId;
  /** The other. */
  other: PersonId;
  /** What is between them. */
  kind: TieKind;
  /** How well they know each other. */
  closeness: Closeness;
  /** Since when, as typed: "2019", "May 2019", "3 May 2019". */
  since: string;
  /** Until when, likewise; not '': it is over. */
  until: string;
  /** How I know, in my own words: "from Samir". */
  note: string;
};

/** A person's next check-in. */
export type NextCheckIn = {
  /** Who. */
  id: PersonId;
  /** Their name. */
  name: string;
  /** "Thu 2 April"; absent: not kept close, or resting. */
  on: string | null;
};

/** What can be done if there is no way in. */
export type NoWayIn = {
  /** Why there is none: "Nobody in your book is known to know Judith Amsel, with up to two introductions." */
  sentence: string;
  /** At most two people to ask: those who know most people whom I do not know. */
  ask: Array<PersonRow>;
  /** At most three people who work at the same organisation. */
  colleagues: Array<PersonRow>;
  /**
   * A sentence on the colleagues: "These three work where Judith works.", "Judith is alone at Halden Fund
   * in your book."
   */
  colleaguesWords: string;
  /** A mail address or phone number of the person, for contacting them directly. */
  contact: [ContactPointId, string] | null;
};

/** A note about a person, in the user's own words. */
export type Note = {
  /** Which. */
  id: NoteId;
  /** The text. */
  body: string;
  /** Local date. */
  createdOn: string;
  /** Local date. */
  editedOn: string;
};

/** A note about a person. */
export type NoteId = number;

/** Whether notifications can be shown. */
export type Notifications = "ready" | "no_service" | "no_bus";

/** A change in the history. */
export type Operation = {
  /** Which. */
  id: OperationId;
  /** What kind of change. */
  kind: OperationKind;
  /** Whom or which file it was about. */
  subject: string;
  /** How many people it was about. */
  count: number;
  /** Local date and time. */
  at: string;
  /** It was taken back. */
  undone: boolean;
  /** It can be taken back by itself now. */
  canUndo: boolean;
};

/** One user-visible change, which Undo takes back as a whole. */
export type OperationId = number;

/** What kind of change the person made; the page words it. */
export type OperationKind =
  | "add_person"
  | "edit_person"
  | "edit_people"
  | "trash"
  | "restore"
  | "import"
  | "settings"
  | "undo"
  | "redo"
  | "read_book"
  | "log_interaction"
  | "edit_interaction"
  | "delete_interaction"
  | "plan_check_in"
  | "edit_check_in"
  | "cancel_check_in"
  | "snooze"
  | "skip"
  | "answer"
  | "kinds"
  | "add_tie"
  | "edit_tie"
  | "remove_tie"
  | "decide_ties"
  | "add_fact"
  | "edit_fact"
  | "remove_fact"
  | "pin"
  | "unpin";

/** An organisation found by its name. */
export type OrganisationFound = {
  /** Which. */
  id: OrganisationId;
  /** "St Alder Hospitals". */
  name: string;
  /** How many people outside the trash work there now. */
  people: number;
};

/** An organisation that people work for. */
export type OrganisationId = number;

/** The side panel of an organisation. */
export type OrganisationPanel = {
  /** The organisation's name. */
  name: string;
  /** How many people of the book work there now. */
  people: number;
  /** How many of them are kept close. */
  keptClose: number;
  /**
   * The organisations that their ties lead to, and how many in words: ("Orrin Pharma", "many"). At most
   * six, those with most ties first.
   */
  tiesTo: Array<[string, string]>;
  /** The people who work there, warmest first; at most 30. */
  members: Array<PersonRow>;
};

/** Which people a list shows. Several kinds: any of them; several tags: all of them. */
export type PeopleFilter = {
  /** Only internal, only external, or both. */
  category: Category | null;
  /** Kinds of relationship. */
  kinds: Array<KindId>;
  /** Tags. */
  tags: Array<TagId>;
  /** Only those kept close who have been quiet for longer than planned. */
  quiet: boolean;
  /** Only those who work there now. */
  organisation: OrganisationId | null;
};

/** The shape of the list, without its rows. */
export type PeopleOutline = {
  /** How many people the filter lets through. */
  total: number;
  /** How many there are. */
  everyone: number;
  /** How many of them are going quiet. */
  quiet: number;
  /** The letters, in order. */
  sections: Array<Section>;
};

/** A date of a person; what is not sure is absent. */
export type PersonDate = {
  /** Which. */
  id: DateId;
  /** Birthday, anniversary or other. */
  kind: DateKind;
  /** Its own name where it is of another kind. */
  label: string;
  /** Year, where known. */
  year: number | null;
  /** Month 1–12, where known. */
  month: number | null;
  /** Day 1–31, where known. */
  day: number | null;
  /** As it was written. */
  text: string;
};

/** What stands beside a person's name. */
export type PersonFace = {
  /** Who. */
  id: PersonId;
  /** The name as it is shown. */
  name: string;
  /** One or two letters for the avatar. */
  initials: string;
  /** The avatar's colour, 1 to 6. */
  colour: number;
  /** Hash to ask the photo by. */
  photo: string | null;
  /** What they do, '' where not known. */
  role: string;
  /** Where they work, '' where not known. */
  organisation: string;
  /** Whether check-ins are planned. */
  keptClose: boolean;
  /** Never asked for an introduction. */
  doNotAsk: boolean;
  /** In the trash. */
  trashed: boolean;
};

/** A person in the book. */
export type PersonId = number;

/** A person by name. */
export type PersonName = {
  /** Who. */
  id: PersonId;
  /** Their name. */
  name: string;
};

/** All that is known of a person. */
export type PersonPage = {
  /** Who. */
  id: PersonId;
  /** The name and its parts. */
  name: Name;
  /** What friends say. */
  nickname: string;
  /** For the avatar. */
  initials: string;
  /** The avatar's colour, 1 to 6. */
  colour: number;
  /** Hash to ask the photo by. */
  photo: string | null;
  /** "Founder, Pelagic Sensing". */
  headline: string;
  /** Mine to this person, where one was declared. */
  relationship: Relationship | null;
  /** In order. */
  contactPoints: Array<ContactPoint>;
  /** Present ones first. */
  affiliations: Array<Affiliation>;
  /** In order. */
  dates: Array<PersonDate>;
  /** Newest first. */
  notes: Array<Note>;
  /** By name. */
  tags: Array<TagName>;
  /** The primary card first. */
  cameFrom: Array<CameFrom>;
  /** Local date since when the person is in the trash. */
  trashedOn: string | null;
  /** How warm the tie looks; absent where no talk was logged. */
  warmth: WarmthShown | null;
  /** Open check-ins, soonest first. */
  checkIns: Array<CheckIn>;
  /** How many conversations were logged. */
  talks: number;
};

/** A person as a row of a list. */
export type PersonRow = {
  /** Who. */
  id: PersonId;
  /** The name as it is shown. */
  name: string;
  /** One or two letters for the avatar. */
  initials: string;
  /** The avatar's colour, 1 to 6. */
  colour: number;
  /** Hash to ask the photo by. */
  photo: string | null;
  /** What they do, '' where not known. */
  role: string;
  /** Where they work, '' where not known. */
  organisation: string;
  /** Kind of relationship. */
  kind: KindBadge | null;
  /** Whether check-ins are planned. */
  keptClose: boolean;
  /** Warmth, 1–5; absent where no talk was logged or the relationship rests. */
  warmth: number | null;
  /** Kept close, and quiet for longer than planned. */
  quiet: boolean;
  /** How the relationship stands today, where there is one. */
  status: Status | null;
};

/** A picture that was written to a file. */
export type PictureSaved = {
  /** The file's name, without where it is. */
  file: string;
};

/** Ties that Kith could draw. */
export type Proposals = {
  /** How many in all. */
  total: number;
  /** The likeliest first. */
  ties: Array<ProposedTie>;
};

/** A tie that Kith read somewhere and nobody has said yes or no to. */
export type ProposedTie = {
  /** One of the two. */
  person: PersonRow;
  /** The other. */
  other: PersonRow;
  /** What would be between them. */
  kind: TieKind;
  /** "works with", "reports to" … */
  how: string;
  /** How well. */
  closeness: Closeness;
  /** "colleague" … */
  well: string;
  /** Where it was read: "Same department at Tarn Biologics", "Written on Theo’s card". */
  reason: string;
  /** It begins ticked; a weak one does not. */
  likely: boolean;
};

/** A line of a card that cannot be read. */
export type RawLine = {
  /** Number of the line in the file, from 1. */
  number: number;
  /** Text of the line, cut to 200 characters. */
  text: string;
  /** Whether the unreadable card starts on this line. */
  bad: boolean;
};

/** Why now. */
export type Reason = {
  /** "42 days since the last video call". */
  head: string;
  /** It is past the day. */
  late: boolean;
  /** "you planned every 30", or ''. */
  tail: string;
};

/** Mine to one person. */
export type Relationship = {
  /** Internal or external. */
  category: Category;
  /** Which kind, where one was said. */
  kind: Kind | null;
  /** What it is for, in my own words. */
  purpose: string;
  /** In-house or remote, where said. */
  workplace: Workplace | null;
  /** Local date since when I keep this person close; absent: I do not. */
  keptCloseOn: string | null;
  /** Days between check-ins, 1–3650. */
  cadenceDays: number | null;
  /** 1 usual, 2 high, 3 highest. */
  importance: 1 | 2 | 3;
  /** How it stands today: a pause that is over is none. */
  status: Status;
  /** Local date; only while paused. */
  pausedUntil: string | null;
  /** Local date of the last conversation. */
  lastContactOn: string | null;
  /** Local date of the next check-in of the rhythm. */
  nextDueOn: string | null;
  /** "Tuesday 31 March, in 3 weeks". */
  nextWords: string | null;
  /** Never asked for an introduction. */
  doNotAsk: boolean;
};

/** One edit of my relationship to a person. */
export type RelationshipEdit =
  | {
      type: "category";
      value: Category | null;
    }
  | {
      type: "kind";
      id: KindId | null;
    }
  | {
      type: "purpose";
      value: string;
    }
  | {
      type: "workplace";
      value: Workplace | null;
    }
  | {
      type: "keep_close";
      kind: KindId;
      cadenceDays: number | null;
      importance: 1 | 2 | 3;
    }
  | { type: "let_go" }
  | {
      type: "status";
      value: Status;
      until: string;
    }
  | {
      type: "do_not_ask";
      value: boolean;
    };

/** How things stand for reminders outside the book. */
export type RemindersState = {
  /** Whether notifications can be shown. */
  notifications: Notifications;
  /** Somebody shows tray icons, so that Kith can run in the background. */
  tray: boolean;
  /** Kith starts with the session; absent where Kith cannot tell. */
  autostart: boolean | null;
  /** The system's time zone, "Europe/Oslo". */
  zone: string;
  /** The time there, "10:42". */
  localTime: string;
  /** When a reminder was last shown, "2026-03-10 10:42". */
  lastShown: string | null;
};

/** A place in the app. */
export type Route =
  | {
      type: "import";
      /** Its plan. */
      token: string;
    }
  | {
      type: "person";
      /** Who. */
      id: PersonId;
    }
  | { type: "today" };

/** Why a row may be a duplicate, and of whom. */
export type RowMatch = {
  /** What the two share. */
  why: MatchReason;
  /** The other's name. */
  with: string;
  /** The shared mail address or phone number; '' for a name or a UID. */
  detail: string;
};

/** A letter of the list, and where its people stand. */
export type Section = {
  /** "A" to "Z", or "#". */
  letter: string;
  /** Index of its first person. */
  first: number;
  /** How many. */
  count: number;
};

/** Everything that can be set. */
export type Settings = {
  /** Light or dark. */
  theme: Theme;
  /** Size of text, 0.8–2. */
  textScale: number;
  /** How the sidebar stands. */
  sidebar: Sidebar;
  /** ISO 3166 of phone numbers written without a country, '' for not known. */
  country: string;
  /** Who I am. */
  me: Me;
  /** The people list's filter. */
  listFilter: PeopleFilter;
  /** The first steps have been taken. */
  onboarded: boolean;
  /** When Kith may remind, by weekday. */
  workingHours: WorkingHours;
  /** Days on which it does not. */
  daysOff: Array<DaysOff>;
  /** Notifications are shown when a check-in is due. */
  remind: boolean;
  /** They do not say who. */
  hideNames: boolean;
  /** Closing the window leaves Kith in the tray, where there is one. */
  background: boolean;
  /** What warmth is weighed by. */
  warmth: Weights;
  /** What ties among others weigh. */
  ties: TieWeights;
  /** What the map last showed, around me. */
  mapSteps: MapDepth;
  /** The map stands as a list. */
  mapList: boolean;
  /** The map's filter. */
  mapFilter: MapFilter;
};

/** Which rows the preview shows. */
export type Show =
  | "all"
  | "to_decide"
  | "updates"
  | "new"
  | "unchanged"
  | "skipped";

/** How the sidebar stands. */
export type Sidebar = "auto" | "rail" | "full";

/** A card that was left out. */
export type Skipped = {
  /** The name on the card, or its line. */
  name: string;
  /** The reason, as a sentence for the screen. */
  message: string;
};

/** Until when to put off. */
export type Snooze =
  | {
      type: "until";
      /** Which. */
      key: SnoozeKey;
    }
  | {
      type: "on";
      /** "friday 10:00". */
      when: string;
    };

/** How far to put off. */
export type SnoozeKey =
  | "later_today"
  | "tomorrow"
  | "later_this_week"
  | "next_week"
  | "in_two_weeks"
  | "in_a_month";

/** One that makes sense now. */
export type SnoozeOption = {
  /** Which. */
  key: SnoozeKey;
  /** "Tomorrow". */
  label: string;
  /** "Wed 11 March". */
  words: string;
};

/** Settings by name, those that are to change. */
export type SomeSettings = Partial<Settings>;

/** A stored vCard that a person was imported from. */
export type SourceCardId = number;

/** The stage of an import. */
export type Stage = "reading" | "comparing" | "importing";

/** The state of a relationship, as the filter offers it. */
export type Standing =
  | "kept_close"
  | "not_kept_close"
  | "dormant"
  | "paused"
  | "ended";

/** The answer to `start`. */
export type Start = {
  /** The book, or why it is not open. */
  book: BookState;
  /** The book's settings; the usual ones where it is not open. */
  settings: Settings;
  /** Kith's version. */
  version: string;
  /** Where to begin, where a file was opened with Kith. */
  route: Route | null;
};

/** Who began a conversation. */
export type StartedBy =
  | { type: "me" }
  | {
      type: "person";
      /** Who. */
      id: PersonId;
    }
  | { type: "not_said" };

/** How a relationship stands. */
export type Status = "active" | "dormant" | "paused" | "cooling_off" | "ended";

/** A tag and how many people have it. */
export type Tag = {
  /** Which. */
  id: TagId;
  /** The word. */
  name: string;
  /** How many people outside the trash. */
  people: number;
};

/** A word that groups people. */
export type TagId = number;

/** A tag. */
export type TagName = {
  /** Which. */
  id: TagId;
  /** The word. */
  name: string;
};

/** Which of two values is taken. */
export type Take = "kith" | "file";

/** Which values are taken for all fields of all updates. */
export type TakeAll = "file" | "kith" | "fill";

/** A conversation as the timeline shows it. */
export type Talk = {
  /** Which. */
  id: InteractionId;
  /** Local date. */
  on: string;
  /** "09:00", where said. */
  at: string | null;
  /** How. */
  channel: Channel;
  /** How long, where said. */
  minutes: number | null;
  /** Who began. */
  startedBy: StartedBy;
  /** In my own words. */
  note: string;
  /** Everybody who took part. */
  people: Array<PersonName>;
};

/** Light or dark. */
export type Theme = "system" | "light" | "dark";

/** A tie between two people. */
export type TieId = number;

/** What is between two people. The directed ones read from `person` to `other`. */
export type TieKind =
  | "knows"
  | "works_with"
  | "reports_to"
  | "introduced"
  | "mentors"
  | "client_of";

/** How a tie is drawn. */
export type TieMark = "tie" | "proposed" | "reports";

/** Two people, in either order. */
export type TiePair = {
  /** One. */
  person: PersonId;
  /** The other. */
  other: PersonId;
};

/** A tie as it is seen from one of the two. */
export type TieShown = {
  /** Which. */
  id: TieId;
  /** Who is at its other end. */
  with: PersonRow;
  /** What is between them. */
  kind: TieKind;
  /** The one at the other end is the tie's `person`: reports to, mentors … the one it is seen from. */
  fromThem: boolean;
  /** "knows", "reports to", "manages", "mentored by" …: from the one it is seen from. */
  how: string;
  /** How well they know each other. */
  closeness: Closeness;
  /** "close", "colleague", "a little", "not sure". */
  well: string;
  /** "2019", "2019-05" or "2019-05-03". */
  since: string | null;
  /** Like `since`; present: it is over. */
  until: string | null;
  /** "since 2019", "2015 – 2019", ''. */
  years: string;
  /** How I know, in my own words. */
  note: string;
  /**
   * The whole of it, to be read aloud: "Gareth Pennlow knows Nadia Ferreux, VP Research at Orrin Pharma.
   * Close, since 2019. You have not talked with them yet."
   */
  spoken: string;
};

/** What the words weigh, each 0–1: chosen, not measured, hence settings. */
export type TieWeights = {
  /** Close. */
  close: number;
  /** Colleague. */
  colleague: number;
  /** A little. */
  little: number;
  /** Not sure. */
  notSure: number;
};

/** A window of what happened. */
export type Timeline = {
  /** How many there are. */
  total: number;
  /** Newest first. */
  talks: Array<Talk>;
};

/** Everything on the Today page. */
export type Today = {
  /** Local date. */
  date: string;
  /** How many people are kept close. */
  keptClose: number;
  /** How many check-ins are due. */
  due: number;
  /** The first of them, ranked. */
  rows: Array<TodayRow>;
  /** Everybody kept close, while they are few. */
  close: Array<ClosePerson>;
  /** Today and the thirteen days after it. */
  days: Array<Day>;
  /** Birthdays, anniversaries and planned check-ins of these days. */
  dates: Array<ComingDate>;
  /** How many people came in today. */
  imported: number;
};

/** A person to reach out to. */
export type TodayRow = {
  /** What is due. */
  checkIn: CheckInId;
  /** Of the rhythm, or planned. */
  source: CheckInSource;
  /** Whom. */
  person: PersonRow;
  /** Why now. */
  reason: Reason;
  /** Why, in my own words, where it was planned. */
  planned: string;
  /** First line of the last conversation's note. */
  lastNote: string;
  /** Why it stands here: "40 % over", "due today, high". */
  order: string;
  /** From what: "42 days, planned every 30". */
  orderWhy: string;
};

/** A person in the trash. */
export type Trashed = {
  /** Who. */
  row: PersonRow;
  /** Local date. */
  trashedOn: string;
  /** Days until they go for good. */
  daysLeft: number;
};

/** What was undone or done again. */
export type Undone = {
  /** The change. */
  operation: Operation;
  /** Who stayed. */
  kept: Array<Kept>;
};

/** Text that was typed and not yet saved. */
export type Unsaved = {
  /** Which field it belongs to, as the page named it. */
  key: string;
  /** The text. */
  text: string;
};

/** Somebody's warmth as an example in the settings. */
export type WarmthExample = {
  /** Who. */
  person: PersonRow;
  /** How it comes about. */
  explained: WarmthExplained;
};

/** How a warmth comes about. */
export type WarmthExplained = {
  /** Cold … very warm. */
  level: Level;
  /** 1–5. */
  segments: number;
  /** The rhythm, where there is one. */
  cadenceDays: number | null;
  /** Days after which a talk counts half. */
  halfLife: number;
  /** The newest talks. */
  parts: Array<WarmthPart>;
  /** How many further ones there are. */
  others: number;
  /** All together. */
  strength: number;
  /** The strengths at which cool, steady, warm and very warm begin. */
  begins: [number, number, number, number];
};

/** What one talk adds. */
export type WarmthPart = {
  /** Local date. */
  on: string;
  /** Days since. */
  daysAgo: number;
  /** How it was held. */
  channel: Channel;
  /** The channel's weight, 0–1. */
  weight: number;
  /** What time has left of it, 0–1. */
  fading: number;
  /** Weight times fading. */
  counts: number;
};

/** Warmth beside a name: the level, and what it comes from in short. */
export type WarmthShown = {
  /** Cold … very warm. */
  level: Level;
  /** 1–5. */
  segments: number;
  /** How many talks in the last `days`. */
  talks: number;
  /** In how many days they were counted. */
  days: number;
  /** How most of them were held, where there were any. */
  mostly: Channel | null;
};

/** A way in: people through whom I can be introduced to somebody. */
export type WayIn = {
  /** The people in order: the first is one whom I know, the last the one I want to know. */
  hops: Array<Hop>;
  /** The way in words: "2 introductions. Warmest of 3 ways.", "You know them yourself." */
  summary: string;
};

/** Ways in to somebody. */
export type WaysIn = {
  /** The person to be introduced to. */
  to: PersonRow;
  /** At most three ways, the warmest first. */
  ways: Array<WayIn>;
  /** Why better ways are not offered: "A way through Ruth Castellane is left out: paused until 1 May." */
  leftOut: Array<string>;
  /** Present if there is no way. */
  none: NoWayIn | null;
};

/** The parameters of warmth; a setting. */
export type Weights = {
  /** The weight of a conversation in person, 0–1, as for all channels. */
  inPerson: number;
  /** A video call. */
  video: number;
  /** A phone call. */
  phone: number;
  /** An e-mail. */
  email: number;
  /** A chat. */
  chat: number;
  /** A text message. */
  text: number;
  /** A social network. */
  social: number;
  /** A conversation without channel. */
  notSaid: number;
  /** The half-life as a multiple of the cadence, 0.5–5. */
  halfLifePerCadence: number;
  /** The half-life of a relationship without cadence, in days, 7–3650. */
  halfLifeWithout: number;
  /** The shortest half-life of a relationship with cadence, in days, 1–3650. */
  halfLifeLeast: number;
  /** The longest half-life of a relationship with cadence, in days, 1–3650; not below `half_life_least`. */
  halfLifeMost: number;
  /** `κ`: the strength at which warmth is 63 %, 0.1–10. */
  saturation: number;
};

/** What was understood of a typed day, and what would happen. */
export type WhenPreview = {
  /** "Tuesday 3 March, a week ago". */
  understood: string | null;
  /** Why it cannot be taken, in plain words. */
  problem: string | null;
  /** Local date. */
  on: string | null;
  /** "09:00". */
  at: string | null;
  /** When the reminder really comes, where it is not when one would think. */
  rings: string | null;
};

/** What a typed day is for. */
export type WhenPurpose = "talk" | "check_in" | "day";

/** Why a copy was made. */
export type Why =
  | "daily"
  | "before_upgrade"
  | "before_import"
  | "before_restore"
  | "by_hand";

/** The hours of one working day. */
export type WorkDay = {
  /** Start, minutes since local midnight, 0–1439. */
  from: number;
  /** End, minutes since local midnight, after `from`, at most 1440. */
  to: number;
};

/** The working hours of a week, in local time. */
export type WorkingHours = {
  /** Monday first; `None` for a day without working hours. */
  days: Array<WorkDay | null>;
};

/** Whether I meet somebody at work. */
export type Workplace = "in_house" | "remote";

/** Every command that the shell answers: its arguments and its answer. */
export interface Commands {
  /** What the page needs to draw itself for the first time. A book that is not open is tried again. */
  start: { args: {}; answer: Start };
  /** The first steps have been taken: no welcome any more. */
  onboarded: { args: {}; answer: Done<null> };
  /** Opens the sample book. */
  sample_open: { args: {}; answer: BookState };
  /** Goes back to the person's own book. */
  sample_leave: { args: {}; answer: BookState };
  /** Changes some settings. */
  settings_set: { args: { settings: SomeSettings }; answer: Done<Settings> };
  /** How many people pass the filter, and the letters and counts of the list. */
  people_outline: { args: { filter: PeopleFilter }; answer: PeopleOutline };
  /** Rows of the list from `offset` on, at most 1000. */
  people_window: { args: { filter: PeopleFilter; offset: number; limit: number }; answer: Array<PersonRow> };
  /** Who matches what was typed. */
  people_find: { args: { text: string; filter: PeopleFilter; limit: number }; answer: Found };
  /** The row of a person in the list, from 0; null where the filter leaves them out. */
  person_position: { args: { id: PersonId; filter: PeopleFilter }; answer: number | null };
  /** The kinds of relationship. */
  kinds_list: { args: {}; answer: Array<Kind> };
  /** The tags in use. */
  tags_list: { args: {}; answer: Array<Tag> };
  /** Names of organisations that begin with the text. */
  organisations_complete: { args: { text: string }; answer: Array<string> };
  /** Organisations found by their name. */
  organisations_find: { args: { text: string; limit: number }; answer: Array<OrganisationFound> };
  /** An organisation by its id. */
  organisation: { args: { id: OrganisationId }; answer: OrganisationFound };
  /** The bytes of a photo. */
  photo: { args: { hash: string }; answer: ArrayBuffer };
  /** All that is known of a person. */
  person_page: { args: { id: PersonId }; answer: PersonPage };
  /** What stands beside a person's name. */
  person_face: { args: { id: PersonId }; answer: PersonFace };
  /** Adds a person by hand. */
  person_add: { args: { person: NewPerson }; answer: Done<PersonId> };
  /** Edits what is known of a person; answers the id of a new row. */
  person_edit: { args: { id: PersonId; edit: DetailEdit }; answer: Done<number | null> };
  /** Edits what is known of several people at once. */
  people_edit: { args: { ids: Array<PersonId>; edit: DetailEdit }; answer: Done<null> };
  /** Opens a contact point with the system's program for it. */
  contact_open: { args: { id: ContactPointId }; answer: null };
  /** A source card as it came. */
  card_text: { args: { card: SourceCardId }; answer: string };
  /** What is due and what comes, at most `limit` rows. */
  today: { args: { limit: number }; answer: Today };
  /** How many check-ins are due. */
  today_count: { args: {}; answer: number };
  /** The days of a calendar, both ends included. */
  days: { args: { from: string; to: string }; answer: Array<Day> };
  /** What logging this would do. */
  interaction_preview: { args: { draft: NewInteraction }; answer: InteractionPreview };
  /** Logs a conversation. */
  interaction_log: { args: { draft: NewInteraction }; answer: Done<Logged> };
  /** Corrects a conversation. */
  interaction_edit: { args: { id: InteractionId; draft: NewInteraction }; answer: Done<null> };
  /** Deletes a conversation. */
  interaction_delete: { args: { id: InteractionId }; answer: Done<null> };
  /** Conversations with a person, newest first, from `offset` on. */
  timeline: { args: { person: PersonId; offset: number; limit: number }; answer: Timeline };
  /** How the last conversation was held. */
  last_channel: { args: {}; answer: Channel };
  /** What a sentence would log; null where it logs nothing. */
  log_understood: { args: { text: string }; answer: LogUnderstood | null };
  /** What is understood of a typed day. */
  when_preview: { args: { text: string; purpose: WhenPurpose }; answer: WhenPreview };
  /** When a rhythm would bring the next check-in, in words. */
  next_due_preview: { args: { person: PersonId; cadenceDays: number }; answer: string };
  /** Plans a check-in. */
  check_in_plan: { args: { person: PersonId; when: string; reason: string }; answer: Done<CheckInId> };
  /** Moves a check-in. */
  check_in_edit: { args: { id: CheckInId; when: string; reason: string }; answer: Done<null> };
  /** Takes a planned check-in away. */
  check_in_cancel: { args: { id: CheckInId }; answer: Done<null> };
  /** Leaves check-ins out this time. */
  check_in_skip: { args: { ids: Array<CheckInId> }; answer: Done<null> };
  /** Puts check-ins off. */
  check_in_snooze: { args: { ids: Array<CheckInId>; until: Snooze }; answer: Done<null> };
  /** Until when putting off makes sense now. */
  snooze_options: { args: {}; answer: Array<SnoozeOption> };
  /** Edits my relationship to each of these people. */
  relationship_edit: { args: { ids: Array<PersonId>; edit: RelationshipEdit }; answer: Done<null> };
  /** Adds a kind. */
  kind_add: { args: { kind: NewKind }; answer: Done<KindId> };
  /** Changes a kind. */
  kind_edit: { args: { id: KindId; kind: NewKind }; answer: Done<null> };
  /** Removes a kind that nobody is of. */
  kind_remove: { args: { id: KindId }; answer: Done<null> };
  /** Gives everybody of a kind its rhythm; answers how many that were. */
  kind_rhythm_for_all: { args: { id: KindId }; answer: Done<number> };
  /** How a person's warmth comes about; null where there is none to explain. */
  warmth_explained: { args: { person: PersonId }; answer: WarmthExplained | null };
  /** An example of warmth for the settings. */
  warmth_example: { args: {}; answer: WarmthExample | null };
  /** Short lines about the whole person. */
  facts_of: { args: { person: PersonId }; answer: Array<Fact> };
  /** Adds a line about the whole person. */
  fact_add: { args: { person: PersonId; fact: NewFact }; answer: Done<FactId> };
  /** Corrects a line about the whole person. */
  fact_edit: { args: { id: FactId; fact: NewFact }; answer: Done<null> };
  /** Removes a line about the whole person. */
  fact_remove: { args: { id: FactId }; answer: Done<null> };
  /** Everybody that somebody knows. Whoever shows it asks again too when one of those is touched. */
  ties_of: { args: { person: PersonId }; answer: Knows };
  /** Ties two people. */
  tie_add: { args: { tie: NewTie }; answer: Done<TieId> };
  /** Corrects or ends a tie. */
  tie_edit: { args: { id: TieId; tie: NewTie }; answer: Done<null> };
  /** Removes a tie. */
  tie_remove: { args: { id: TieId }; answer: Done<null> };
  /** Ties that Kith could draw, the likeliest `limit`. */
  ties_proposed: { args: { limit: number }; answer: Proposals };
  /** Says yes or no to proposed ties; answers how many were drawn. */
  ties_decide: { args: { yes: Array<TiePair>; no: Array<TiePair> }; answer: Done<number> };
  /** Begins a drawing; the one before it stops. */
  map_draw: { args: { view: MapView }; answer: MapDrawn };
  /**
   * Waits for a picture of the drawing that is newer than `after` (0: any). 32-bit floats: the
   * picture's number, the share of the work done (1: at rest), then x and y of everybody, me last.
   */
  map_places: { args: { drawing: number; after: number }; answer: ArrayBuffer };
  /** Numbers of the people whom the filter lets through. */
  map_matching: { args: { drawing: number; filter: MapFilter }; answer: Array<number> };
  /** Rows of the map's list from `offset` on. */
  map_rows: {
    args: { drawing: number; filter: MapFilter; sort: MapSort; offset: number; limit: number };
    answer: MapRows;
  };
  /** The side panel of a person. */
  map_panel: { args: { drawing: number; person: PersonId }; answer: MapPanel };
  /** The side panel of an organisation. */
  map_organisation: { args: { id: OrganisationId }; answer: OrganisationPanel };
  /** Puts somebody where they stay, in pixels at scale 1. */
  map_pin: { args: { person: PersonId; x: number; y: number }; answer: Done<null> };
  /** Lets people find their own places again: these, or everybody (null). */
  map_unpin: { args: { people: Array<PersonId> | null }; answer: Done<number> };
  /** Forgets where everybody stood, but for the pins: the next drawing begins anew. */
  map_forget: { args: {}; answer: null };
  /** Ways in to somebody. */
  ways_in: { args: { to: PersonId }; answer: WaysIn };
  /** Puts people into the trash. */
  people_trash: { args: { ids: Array<PersonId> }; answer: Done<null> };
  /** Takes people out of the trash. */
  people_restore: { args: { ids: Array<PersonId> }; answer: Done<null> };
  /** Who is in the trash, and for how many days yet. */
  trash_list: { args: {}; answer: Array<Trashed> };
  /** Drops people from the trash for good: these, or everybody (null). Answers how many. */
  trash_empty: { args: { ids: Array<PersonId> | null }; answer: Done<number> };
  /** Keeps the unsaved text of a field; null drops it. */
  unsaved_save: { args: { key: string; text: string | null }; answer: null };
  /** All texts that were not saved. */
  unsaved_list: { args: {}; answer: Array<Unsaved> };
  /** Takes the last change back. */
  undo: { args: {}; answer: Done<Undone> };
  /** Does again what was taken back last. */
  redo: { args: {}; answer: Done<Undone> };
  /** Takes one operation back; what was touched since stays. */
  undo_operation: { args: { id: OperationId }; answer: Done<Undone> };
  /** The last changes, newest first. */
  history: { args: { limit: number }; answer: Array<Operation> };
  /** Lets the person choose files; answers the token of their plan, null where none was chosen. */
  import_choose: { args: {}; answer: string | null };
  /** Lets the person choose folders; answers like `import_choose`. */
  import_choose_folder: { args: {}; answer: string | null };
  /** Begins a plan of pasted cards; answers its token. */
  import_paste: { args: { text: string }; answer: string };
  /** What the plan comes to; null while it is being worked on. */
  import_summary: { args: { token: string }; answer: ImportSummary | null };
  /** Rows of the preview from `offset` on. */
  import_rows: { args: { token: string; filter: ImportFilter; offset: number; limit: number }; answer: ImportRows };
  /** One card of the preview, in full. */
  import_details: { args: { token: string; index: number }; answer: ImportDetails };
  /** What to do with some rows, or with all that the filter shows (null). */
  import_decide: {
    args: { token: string; indexes: Array<number> | null; filter: ImportFilter; decision: Decision };
    answer: ImportSummary;
  };
  /** Which side to take in one field of an update. */
  import_decide_field: { args: { token: string; index: number; key: string; take: Take }; answer: ImportDetails };
  /** Which side to take in all updates. */
  import_take_all: { args: { token: string; take: TakeAll }; answer: ImportSummary };
  /** Whom to keep close, and as what: some rows, or all that the filter shows (null). */
  import_keep_close: {
    args: { token: string; indexes: Array<number> | null; filter: ImportFilter | null; kind: KindId | null };
    answer: ImportSummary;
  };
  /** Reads a corrected card in place of one that could not be read. */
  import_fix: { args: { token: string; index: number; text: string }; answer: ImportSummary };
  /** Imports what is decided. */
  import_apply: { args: { token: string }; answer: Done<ImportReport> };
  /** Stops reading or importing; nothing is half imported. */
  import_stop: { args: { token: string }; answer: null };
  /** Lets the plan go. */
  import_cancel: { args: { token: string }; answer: null };
  /** Writes people (null: everybody) as vCards where the person says; null where they do not. */
  export_cards: { args: { people: Array<PersonId> | null; style: CardStyle }; answer: Exported | null };
  /** Writes the whole book as JSON where the person says; null where they do not. */
  export_book: { args: {}; answer: Exported | null };
  /**
   * Puts a book read from JSON in the place of this one, which becomes a backup first; null
   * where the person chose no file.
   */
  read_book: { args: {}; answer: Done<null> | null };
  /** Saves the map's picture as PNG where the person says; null where they do not. */
  picture_save_png: { args: Uint8Array; answer: PictureSaved | null };
  /** Saves the map's picture as SVG where the person says; null where they do not. */
  picture_save_svg: { args: Uint8Array; answer: PictureSaved | null };
  /** How things stand for reminders, asked of the system just now. */
  reminders_state: { args: {}; answer: RemindersState };
  /** Starts Kith with the session, or no longer. */
  autostart_set: { args: { on: boolean }; answer: null };
  /** Shows a notification, to see that it comes. */
  reminder_test: { args: {}; answer: null };
  /** Every backup, also of a book that cannot be opened. */
  backups_list: { args: {}; answer: Backups };
  /** Makes a backup now. */
  backup_now: { args: {}; answer: Done<Backup> };
  /** Puts a backup in the book's place; the book as it is becomes a backup first. */
  backup_restore: { args: { name: string }; answer: BookState };
  /** Begins a new, empty book; the one that cannot be read stays beside it under another name. */
  book_new: { args: {}; answer: BookState };
  /** Where the open book is, and how large. */
  book_place: { args: {}; answer: BookPlace };
  /** Moves the book and its backups to a folder that the person chooses; null where they do not. */
  book_move: { args: {}; answer: BookState | null };
  /**
   * Opens the book in a folder that the person chooses, where the one it was moved to is not
   * there; null where they choose none.
   */
  book_find: { args: {}; answer: BookState | null };
  /** Shows a folder in the system's file manager. */
  show_folder: { args: { what: Folder }; answer: null };
}

/** The name of a command. */
export type CommandName = keyof Commands;

/** After which changes a shown answer is asked for again; another book makes each of them stale. */
export interface Stale {
  /** The argument that names a person: when they were touched. */
  person?: string;
  /** When anybody was touched. */
  people?: true;
  /** After each change. */
  anything?: true;
  /** When one of these tables was touched. */
  tables?: readonly string[];
}

/** What makes a command's answer stale; without an entry nothing does. */
export const stale: { readonly [Command in CommandName]?: Stale } = {
  people_outline: { people: true, tables: ["person_tags", "kinds", "relationships"] },
  people_window: {},
  people_find: { people: true, tables: ["person_tags", "kinds", "relationships"] },
  kinds_list: { people: true, tables: ["kinds", "relationships"] },
  tags_list: { people: true, tables: ["person_tags"] },
  organisation: { people: true },
  person_page: { person: "id", tables: ["person_tags", "kinds", "relationships"] },
  person_face: { person: "id", tables: ["kinds", "relationships"] },
  today: { people: true, tables: ["settings", "kinds", "relationships"] },
  today_count: { people: true, tables: ["settings"] },
  timeline: { person: "person" },
  warmth_explained: { person: "person", tables: ["settings"] },
  warmth_example: { people: true, tables: ["settings"] },
  facts_of: { person: "person" },
  ties_of: { person: "person" },
  ties_proposed: { people: true },
  map_draw: { people: true, tables: ["person_tags", "kinds", "relationships"] },
  map_organisation: { people: true },
  ways_in: { people: true, tables: ["settings"] },
  trash_list: { people: true },
  history: { anything: true },
  reminders_state: { tables: ["settings"] },
  backups_list: { tables: ["backups"] },
  book_place: { people: true },
};

/** What the shell tells the page without being asked, by name. */
export interface Told {
  /** A change of the book was committed. */
  "changed": Changes;
  /** Files hover over the window, or no longer do. */
  "drag": Dragged;
  /** Files came from outside, and their plan is being made. */
  "files-dropped": ImportToken;
  /** How far a plan or an import is. */
  "import-progress": ImportProgress;
  /** A plan can be looked at. */
  "import-ready": ImportToken;
  /** A plan could not be made. */
  "import-failed": ImportFailed;
  /** The page is to show another place. */
  "navigate": Route;
}
