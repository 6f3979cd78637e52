// Written by `cargo xtask wire` from the Rust types. Do not edit.

/** What to do next about a part. */
export type Act =
  | {
      type: "write";
      /** To whom. */
      person: PersonId;
    }
  | {
      type: "keep_close";
      /** Whom. */
      person: PersonId;
    }
  | {
      type: "ask";
      /** Who introduces. */
      bridge: PersonId;
      /** To whom. */
      to: PersonId;
    }
  | {
      type: "way_in";
      /** To whom. */
      to: PersonId;
    }
  | { type: "who_could_help" };

/** Where a person works. */
export type Affiliation = {
  /** Its id. */
  id: AffiliationId;
  /** The organisation; '' if only a role is known. */
  organisation: string;
  /** The role, such as "Founder". */
  role: string;
  /** The department. */
  department: string;
  /** "2023", "2023-05" or "2023-05-01". */
  since: string | null;
  /** Like `since`; absent while they work there. */
  until: string | null;
};

/** Where a person works, as what, since and until. */
export type AffiliationId = number;

/** An attribute with its choices. */
export type Attribute = {
  /** Its id. */
  id: AttributeId;
  /** Its name: "Seniority". */
  name: string;
  /** What can be chosen, 1 to 200, in the user's order. */
  choices: Array<AttributeChoice>;
};

/** A choice of an attribute. */
export type AttributeChoice = {
  /** Its id. */
  id: ChoiceId;
  /** Its name: "lead". */
  name: string;
  /** How many people outside the trash and the archive have it. */
  people: number;
};

/** A change of what an attribute is. */
export type AttributeEdit =
  | {
      type: "rename";
      /** The name, 1 to 100 characters. */
      name: string;
    }
  | {
      type: "add_choices";
      /** Their names, 1 to 100 characters each. */
      names: Array<string>;
    }
  | {
      type: "rename_choice";
      /** Which. */
      choice: ChoiceId;
      /** The name, 1 to 100 characters. */
      name: string;
    }
  | {
      type: "move_choice";
      /** Which. */
      choice: ChoiceId;
      /** Its index afterwards; the last for one beyond it. */
      to: number;
    }
  | {
      type: "remove_choice";
      /** Which. */
      choice: ChoiceId;
    };

/** An attribute, such as "Seniority". */
export type AttributeId = number;

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
  /** Dated later than now: the clock was wrong then, or is now, and nothing is known of its age. */
  ahead: boolean;
};

/** The backups and their folder. */
export type Backups = {
  /** The path of the folder, to show; no command takes it. */
  folder: string;
  /** The backups, newest first. */
  backups: Array<Backup>;
};

/** How the network is made, but for its structure. */
export type Balance = {
  /**
   * Of how many people all of it is: those who live and are neither archived nor in the trash, without those whose
   * relationship ended.
   */
  people: number;
  /** The figures. */
  figures: Array<BalanceShown>;
  /** Variety by attribute. */
  variety: Array<BalanceVariety>;
  /** What variety says in a sentence; empty where too little is known. */
  varietyWords: string;
  /** How variety is counted. */
  varietyHow: string;
  /** Give and take in a sentence. */
  giveTakeWords: string;
  /** With whom most was exchanged, at most five. */
  giveTake: Array<BalanceGiveTake>;
  /** How give and take is counted. */
  giveTakeHow: string;
};

/** A group of people who know each other more than others. */
export type BalanceCircle = {
  /** Who it is, in words: "six people of Orrin Pharma". */
  words: string;
  /** Its people, at most twelve: those whom the user knows first. */
  rows: Array<PersonRow>;
  /** How many it has. */
  total: number;
  /** Whom of them the user knows best and may ask. */
  known: PersonName | null;
};

/** Somebody who connects groups. */
export type BalanceConnector = {
  /** Who. */
  row: PersonRow;
  /** What they connect and what would be lost, a sentence each. */
  lines: Array<string>;
  /** How often they stand between others: "on 12 % of the shortest ways between others"; empty for less than 1 %. */
  between: string;
};

/** What a figure counts. */
export type BalanceFigure =
  | "kinds"
  | "channels"
  | "sides"
  | "workplaces"
  | "circles"
  | "met"
  | "organisations"
  | "countries"
  | "roles"
  | "tags"
  | { attribute: AttributeId };

/** Give and take with one person. */
export type BalanceGiveTake = {
  /** Who. */
  row: PersonRow;
  /** How it leans, in words: "About even". */
  words: string;
  /** The length of the bar of what was given, 0–1. */
  given: number;
  /** The length of the bar of what was received, 0–1. */
  received: number;
  /** The sums, in words: "given 6.2, received 5.7". */
  sums: string;
};

/** One value of a figure and how many have it. */
export type BalanceGroup = {
  /** The value: "Client", "In person". By this name `balance_people` finds its people. */
  label: string;
  /** How many: "62", "38 %", "14 of 15". */
  value: string;
  /** The length of its bar, 0–1. */
  bar: number;
  /** What is said beside it; may be empty. */
  note: string;
};

/** Two groups between which no tie is noted. */
export type BalanceHole = {
  /** It in a sentence or two. */
  words: string;
  /** The two groups. */
  circles: Array<BalanceCircle>;
};

/** Somebody who leads to a value that few have. */
export type BalanceLead = {
  /** Who. */
  row: PersonRow;
  /** Why, in a sentence or two: "Knows Ana and Ben." */
  why: string;
};

/** Who leads to a value that few or nobody has. */
export type BalanceLeads = {
  /** What is said where nobody does; empty otherwise. */
  words: string;
  /** At most five people, the nearest first. */
  leads: Array<BalanceLead>;
  /** How they are found. */
  how: string;
};

/** A measure of the network's structure. */
export type BalanceMeasure = {
  /** What it is called: "Effective size". */
  name: string;
  /** Its value: "30.4 of 34". */
  value: string;
  /** What it means, in a sentence or two. */
  meaning: string;
};

/** The people of one value of a figure. */
export type BalancePeople = {
  /** The first 60 of them by name. */
  rows: Array<PersonRow>;
  /** How many there are. */
  total: number;
};

/** A figure in words, with what it is counted from. */
export type BalanceShown = {
  /** Which. */
  figure: BalanceFigure;
  /** What it is called on the page. */
  title: string;
  /** What it says in a sentence; where too little is known, what is missing. */
  words: string;
  /** Whether enough is known to say so. Else there are no groups. */
  enough: boolean;
  /** From how many it is counted: "198 of 214", "31 talks in 12 months". */
  known: string;
  /** Its values, the most frequent first; circles from the closest. */
  groups: Array<BalanceGroup>;
  /** How it is counted, and after whom. */
  how: string;
};

/** How open the network is, and who connects its groups. */
export type BalanceStructure = {
  /** How open it is, in a sentence or two; where too little is known, what is missing. */
  headline: string;
  /** It with numbers, in a sentence; empty where too little is known. */
  words: string;
  /** The measures behind it; none where too little is known. */
  measures: Array<BalanceMeasure>;
  /** From what it is counted and after whom. */
  source: string;
  /** Who connects groups: first those without whom most people are lost. */
  connectors: Array<BalanceConnector>;
  /** How many there are in all. */
  connectorsTotal: number;
  /** How they are found and after whom. */
  connectorsHow: string;
  /** Groups of the user's people between which no tie is noted, the nearest first. */
  holes: Array<BalanceHole>;
  /** How many there are. */
  holesTotal: number;
  /** What is said where there are none; empty otherwise. */
  holesWords: string;
  /** How groups and holes are found, and after whom. */
  holesHow: string;
};

/** How varied people are by one attribute. */
export type BalanceVariety = {
  /** By what. */
  figure: BalanceFigure;
  /** It in a word: "Kind". */
  title: string;
  /**
   * The chance that two of them, drawn at random with replacement, differ (Blau's index), divided by the most
   * that it can be with as many values: 0 all alike, 1 evenly varied. `None` where too little is known.
   */
  varied: number | null;
  /** Blau's index itself with its sums, in words; empty where too little is known. */
  sums: string;
  /** The most frequent value, by which its people are found; empty where too little is known. */
  most: string;
  /**
   * The least frequent values, at most five; of kinds and of own attributes, those that nobody has if there are
   * some. Each leads to people by `balance_leads`.
   */
  few: Array<string>;
  /** What is said instead of those values or behind them: "12 others", "and three more", what is not known enough. */
  note: string;
  /** From how many it is counted: "198 of 214". */
  known: string;
};

/** The page's event that another book was opened. */
export type BookOpened = {
  /** The open book, or the reason why none is open. */
  book: BookState;
  /** Its settings; the defaults if none is open. */
  settings: Settings;
  /** Whether the sample was left because cards are imported. */
  forImport: boolean;
};

/** Where the book is. */
export type BookPlace = {
  /** The path, to show; no command takes it. */
  path: string;
  /** Size of the file in bytes. */
  bytes: number;
  /** Number of people outside the trash. */
  people: number;
};

/** The open book, or the reason why none is open. */
export type BookState =
  | {
      type: "open";
      /** Whether it is the sample book instead of the user's own. */
      sample: boolean;
      /** Number of people outside the trash. */
      people: number;
      /** Whether the user has finished or skipped the introduction. */
      onboarded: boolean;
      /** Why nothing can be saved; absent if all is well. */
      cannotSave?: KithError;
      /** The number of this opening, from 1. Commands that the page sends for another one are refused. */
      opening: number;
    }
  | {
      type: "newer";
      /** The path of the book, to show. */
      path: string;
      /** The backups of the book. */
      backups: Array<Backup>;
    }
  | {
      type: "damaged";
      /** The path of the book, to show. */
      path: string;
      /** The name under which the damaged file was put aside, if it was. */
      keptAs: string | null;
      /** The backups of the book. */
      backups: Array<Backup>;
    }
  | {
      type: "lost";
      /** The path of the book, to show. */
      path: string;
      /** What happened to the file. */
      how: HowLost;
      /** How many people are in the file that is there now, if it is a book that can be read. */
      there: number | null;
      /** The backups of the book. What was in Kith when the file was lost is one of them. */
      backups: Array<Backup>;
    }
  | {
      type: "in_use";
      /** The path of the book, to show. */
      path: string;
    }
  | {
      type: "unavailable";
      /** The path of the book, to show. */
      path: string;
      /** Why, as a sentence to show. */
      message: string;
      /** Whether the user moved the book to this folder, and can say where it is now. */
      moved: boolean;
    };

/** What is said of the boundaries with a person. All of it may be unsaid. */
export type Boundaries = {
  /** What the user shares. */
  sharing: Sharing | null;
  /** Topics to leave alone, in their order; at most 30, of at most 80 characters. */
  offLimits: Array<string>;
  /** Their hours. */
  hours: TheirHours | null;
  /** Their time zone, such as "Asia/Kolkata"; empty where it is not said. */
  zone: string;
};

/** The boundaries with a person as their page shows them. */
export type BoundariesOf = {
  /** What is said. */
  said: Boundaries;
  /** All of it in one line: "Work only · not: the merger · until 16:00 (15:20 there)"; empty where nothing is said. */
  strip: string;
  /** Their hours in words, such as "Mon–Fri, 9:30–18:00"; empty without. */
  hours: string;
  /** Their time now, such as "15:12 in Kolkata, 4½ hours ahead"; empty without a zone. */
  timeThere: string;
  /** Conflicts that the person has, those that hold first. */
  conflicts: Array<Conflict>;
  /** Whether the kind of relationship makes a conflict likely and nothing is said of one yet. */
  proposesConflict: boolean;
};

/** What one wants to read before a talk. */
export type Brief = {
  /** With whom. */
  person: PersonRow;
  /** What was heard last in a conversation with them; stays out of print unless asked for. */
  heard: Heard | null;
  /** What to begin with; it tells of no private line. */
  beginWith: Opener | null;
  /** The line for next time; may be empty. */
  nextTime: string;
  /** The last conversation. */
  last: LastTime | null;
  /** The next talk that is planned by hand. */
  planned: PlannedTalk | null;
  /** Open promises both ways, the next day first, those for some day last; at most eight. */
  promises: Array<Commitment>;
  /** How many there are. */
  promisesTotal: number;
  /** Things lent or borrowed that were to be back before today: "Lent until 13 March: the spare hygrometer". */
  notBack: Array<LentThing>;
  /** How give and take balances; `None` where too little is noted to tell. */
  giveAndTake: ExchangeBalance | null;
  /** The pitches that are for them. */
  pitches: Array<PitchForBrief>;
  /** What is kept to share with them, by name; at most eight. */
  toShare: Array<string>;
  /** How many there are. */
  toShareTotal: number;
  /** The open needs that they share. */
  sharedGoals: Array<SharedGoal>;
  /** How they like to talk; `None` where it is not said. */
  communication: Communication | null;
  /** Lines about the whole person; without the private ones, unless these were asked for. */
  facts: Array<Fact>;
  /** How many private lines there are. */
  privateFacts: number;
  /** What they offer, look for and know about, a line each; nothing for what is empty. */
  topics: Array<BriefTopics>;
  /** The boundaries in one line: "Work only · not: the merger · until 16:00 (15:20 there)"; may be empty. */
  boundaries: string;
  /** The same without topics that are off limits, for paper. */
  boundariesOnPaper: string;
  /** Conflicts of interest that hold now. */
  conflicts: Array<Conflict>;
  /** A line of guidance from the nature of the relationship; may be empty. */
  nature: string;
  /** Dates of the next 30 days: "Thursday 2 April: Birthday, 46". */
  soon: Array<string>;
  /** People whom both know, those who know them best first. */
  bothKnow: Array<PersonName>;
  /** How many there are. */
  bothKnowTotal: number;
};

/** The topics of one stance. */
export type BriefTopics = {
  /** Whether they offer, look for or know about them. */
  stance: Stance;
  /** The topics, at most twelve. */
  topics: Array<string>;
  /** How many more there are. */
  more: number;
};

/** The place of an imported card that a person came from. */
export type CardOrigin = {
  /** The id of the source card. */
  card: SourceCardId;
  /** The name of the imported file, without its folder. */
  file: string;
  /** Position of the card in its file, from 1. */
  number: number;
  /** The first line of the card in its file, from 1. */
  line: number;
  /** Local date of the import. */
  importedOn: string;
};

/** The version in which cards are written. */
export type CardStyle = "as_it_came" | "version_4";

/** Whether the person works in the user's organisation. */
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

/** An open check-in as the page shows it. */
export type CheckIn = {
  /** The id of the check-in. */
  id: CheckInId;
  /** What created it. */
  source: CheckInSource;
  /** Local date. */
  on: string;
  /** Time, such as "09:00", if the user gave one. It is converted to the time zone of `now`. */
  at: string | null;
  /** What it is for, in the user's words; may be empty. */
  reason: string;
  /** Whether Today lists it. */
  due: boolean;
  /** The day and time to which it was put off: "Monday 16 March" or "Tuesday 10 March, 13:30". */
  snoozedTo: string | null;
  /**
   * Where Kith placed it on another day than the rhythm wishes: why, such as "Two days after the wished day,
   * 12 March: less that day".
   */
  placed: string | null;
  /** Its day in words, such as "Tuesday 31 March, in 3 weeks". */
  words: string;
  /**
   * A sentence about the reminder if it comes at another time than the check-in says, such as "The
   * reminder comes Monday 16 March at 08:30."
   */
  rings: string | null;
  /** Why the person rests until its day, as a sentence: "Three tries without an answer: resting until 14 May." */
  rests: string | null;
};

/** A check-in: a planned conversation. */
export type CheckInId = number;

/** What created a check-in. */
export type CheckInSource = "cadence" | "planned" | "coming_back";

/** A choice of an attribute, such as "lead". */
export type ChoiceId = number;

/** A person kept close and their next check-in. */
export type ClosePerson = {
  /** The person. */
  person: PersonRow;
  /** Kind and cadence: "Manager · every 14 days". */
  words: string;
  /** The day of the next check-in: "today", "31 March"; empty if there is none. */
  next: string;
};

/** How well two people know each other, as the user says it. Settings give each a weight. */
export type Closeness = "little" | "colleague" | "close" | "not_sure";

/** What the page branches on; texts are only shown. */
export type Code =
  | "invalid"
  | "not_found"
  | "stale"
  | "book_in_use"
  | "book_newer"
  | "book_damaged"
  | "book_missing"
  | "book_lost"
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

/** The colour of a kind. */
export type Colour =
  | "peer"
  | "manager"
  | "report"
  | "client"
  | "vendor"
  | "industry";

/** A birthday, an anniversary, a promise of the user's or a planned check-in on a coming day. */
export type ComingDate = {
  /** Local date. */
  day: string;
  /** The person. */
  person: PersonName;
  /** What it is: "Birthday", "6 years at Northmere", "Contract review, 10:00". */
  words: string;
};

/** A promise as the page shows it. */
export type Commitment = {
  /** The id of the promise. */
  id: CommitmentId;
  /** Who is to keep it. */
  owedBy: OwedBy;
  /** What will be done, in the user's words. */
  what: string;
  /** With whom, in the order in which they were named; without those in the trash. */
  people: Array<PersonName>;
  /** What became of it. */
  state: CommitmentState;
  /** Local date for which it is promised; `None` for some day. */
  dueOn: string | null;
  /** The day in short: "2 days late", "Today", "Fri 13", "4 May"; empty for some day. */
  dueWords: string;
  /** How the day is shown. */
  tone: DueTone;
  /** The day on which it was promised, in words: "12 February". */
  agreed: string;
  /** How the conversation was held in which it was promised, if that is known. */
  channel: Channel | null;
  /** How its day was moved, as a sentence; empty where it was not. */
  moved: string;
  /** How often its day was moved. */
  moves: number;
  /** How another day would count, if one were agreed now. */
  moveCounts: MoveCounts;
  /** The day on which it was kept, broken or dropped, in words: "4 March"; empty while it is open. */
  closed: string;
  /** How it ended: "You kept it, a day early"; empty while it is open. */
  ended: string;
  /** A line of the user's own about how it ended; may be empty. */
  why: string;
};

/** What can be corrected of a promise. Another day is no correction: see `Book::commitment_move`. */
export type CommitmentEdit = {
  /** Who is to keep it. */
  owedBy: OwedBy;
  /** What will be done: one line, 1–200 characters. */
  what: string;
  /** With whom; at least one, at most 200. */
  people: Array<PersonId>;
};

/** How a promise ends. */
export type CommitmentEnd = "kept" | "broken" | "dropped";

/** A promise was made, or it ended. */
export type CommitmentEvent = {
  /** The promise. */
  id: CommitmentId;
  /** Local date. */
  on: string;
  /** What happened: "You promised", "You kept a promise". */
  title: string;
  /** What was promised, in the user's words. */
  what: string;
  /** Whether it ended; else it was made. */
  ended: boolean;
};

/** A promise. */
export type CommitmentId = number;

/** What became of a promise. */
export type CommitmentState = "open" | "kept" | "broken" | "dropped";

/** All promises with a person. */
export type CommitmentsOf = {
  /** The open ones, the next day first, those for some day last. */
  open: Array<Commitment>;
  /** Those that were kept, broken or dropped, the last first. */
  past: Array<Commitment>;
  /** When each was made and how it ended, for the timeline, the last first. */
  events: Array<CommitmentEvent>;
  /** How many of mine to this person were kept on time. */
  rate: Rate;
  /** The same for everybody. */
  rateWithAll: Rate;
};

/** How somebody likes to talk. All of it may be unsaid. */
export type Communication = {
  /** The channels they like, best first, each once. */
  channels: Array<Channel>;
  /** When they are best reached, in the user's words; at most 200 characters. */
  bestTime: string;
  /** How they work: 1 in a structured way to 5 in a dynamic one. */
  dynamic: number | null;
  /** How they decide: 1 thoughtfully to 5 rapidly. */
  rapid: number | null;
  /** Anything else about it, in the user's words; at most 200 characters. */
  ownWords: string;
};

/** A conflict of interest as the page shows it. */
export type Conflict = {
  /** The conflict. */
  id: ConflictId;
  /** One of the two; the other is the user, another person or an organisation. */
  person: PersonName;
  /** The other person. */
  other: PersonName | null;
  /** The name of the organisation. */
  organisation: string | null;
  /** How real it is. */
  level: ConflictLevel;
  /** Why, in the user's words. */
  why: string;
  /** What is done about it. */
  handling: Handling;
  /** How a managed one is handled. */
  how: string;
  /** Local date on which it was declared. */
  declaredOn: string;
  /** Local date of its last day. */
  until: string | null;
  /** With whom it is, and until when: "with Orrin Pharma, until 30 June". */
  words: string;
  /** Whether a year has gone by since it was declared or looked at. */
  review: boolean;
  /** Whether its last day has passed. */
  over: boolean;
};

/** A conflict of interest. */
export type ConflictId = number;

/** How real a conflict of interest is. */
export type ConflictLevel = "actual" | "potential" | "perceived";

/** Between whom a conflict is, besides the person. */
export type ConflictWith =
  | { type: "me" }
  | {
      type: "person";
      /** Who. */
      id: PersonId;
    }
  | {
      type: "organisation";
      /** Its name, as the user typed it. */
      name: string;
    };

/** What kind of contact point. */
export type ContactKind = "email" | "phone" | "address" | "link" | "chat";

/** A contact point of a person page. */
export type ContactPoint = {
  /** Its id. */
  id: ContactPointId;
  /** Whether it is a mail address, a phone number and so on. */
  kind: ContactKind;
  /** The value as it is written. */
  value: string;
  /** "Work", "Mobile", '' for none. */
  label: string;
  /** Whether it is the one to use first of its kind. */
  preferred: boolean;
  /** Whether the system can open it. */
  opens: boolean;
};

/** A person's mail, phone, address, link or chat. */
export type ContactPointId = number;

/** How the user listened in conversations. */
export type Conversations = {
  /** The trend of the last weeks. */
  trend: Trend;
  /** The reflections. */
  reflections: ReflectionList;
  /** A conversation that may be reflected on now; `None` where Kith does not ask. */
  asks: ReflectedTalk | null;
};

/** A choice of how long to let it cool. */
export type CoolingOption = {
  /** What to send for it: "a day". */
  text: string;
  /** Its label: "A day". */
  label: string;
};

/** What Kith understood of a typed end of cooling off. */
export type CoolingPreview = {
  /** The moment at which one comes back: "Wednesday 11 March, 10:42"; `None` if there is a problem. */
  understood: string | null;
  /** Why the text cannot be taken, as a sentence to show. */
  problem: string | null;
};

/** Somebody who could help with a part. */
export type CouldHelp = {
  /** Who. */
  row: PersonRow;
  /** Where it stands that they could. */
  by: WhoBy;
  /** Why, a line each, the strongest first: "Offers optics", "Note of 6 February: “replaced the bench”". */
  reasons: Array<string>;
  /** If the user does not know them: through whom they may be reached. */
  through: WhoThrough | null;
};

/** Who could help with a part. */
export type CouldHelpWith = {
  /** What is needed, as it was looked for. */
  what: string;
  /** Who, the likeliest first. */
  people: Array<CouldHelp>;
};

/** Who could meet. */
export type CouldMeet = {
  /** By the name of whoever looks for something. */
  pairs: Array<CouldMeetPair>;
  /** Whether there may be more than are listed. */
  more: boolean;
  /** Some of those who are kept out by what the user wrote down, at most twelve. Only people whom the user knows. */
  notProposed: Array<NotProposed>;
  /**
   * How many offer something and how many look for something: "Two people offer something, and nobody looks for
   * anything."
   */
  words: string;
};

/** Two who could meet. */
export type CouldMeetPair = {
  /** Who offers. */
  offers: PersonRow;
  /** What they offer, as it is spelled with them. */
  offered: string;
  /** Who looks for it. */
  seeks: PersonRow;
  /** What they look for, as it is spelled with them. */
  sought: string;
  /** The line that says so. */
  line: TopicLineId;
  /** Why, as an introduction begins with it: "Ana looks for a speaker in Bergen. Ben offers talks in Bergen." */
  why: string;
};

/** The rate of my promises to everybody, and what it is counted from. */
export type Counted = {
  /** The rate. */
  rate: Rate;
  /** How many promises it counts. */
  total: number;
  /** The promises that it counts, the last first. */
  promises: Array<CountedCommitment>;
};

/** A promise that the rate counts. */
export type CountedCommitment = {
  /** The promise. */
  promise: Commitment;
  /** Whether it counts as kept on time. */
  onTime: boolean;
};

/** How well a part is covered. */
export type CoverageLevel = "open" | "reachable" | "thin" | "covered";

/** How well a part is covered. */
export type Covered = {
  /** In one of four levels. */
  level: CoverageLevel;
  /** As a sentence: "Only Daniel, and they are going quiet." */
  words: string;
  /** What to do next; `None` where it is covered. */
  act: Act | null;
  /** What the button of it says; empty without one. */
  label: string;
  /** Whom the act is about, in its order. */
  people: Array<PersonRow>;
};

/** What the system's locale says. */
export type Customs = {
  /** The country for phone numbers that name none (ISO 3166), '' for not known. */
  region: string;
  /** Which number of "3/4" is the day. */
  dateOrder: DateOrder;
  /** The day with which a week begins. */
  weekStart: WeekStart;
  /** Whether times of day have 24 hours or 12. Books that were written before there was a choice say nothing. */
  hourClock: HourClock;
};

/** A birthday, an anniversary or another date of a person. */
export type DateId = number;

/** What kind of date. */
export type DateKind = "birthday" | "anniversary" | "other";

/** How long before a date the user is told of it. */
export type DateNotice =
  | "off"
  | "same_day"
  | "day_before"
  | "three_days"
  | "week"
  | "two_weeks";

/** The notice of one person's dates. */
export type DateNoticeOf = {
  /** What the user chose for this person; `None` for the usual notice. */
  own: DateNotice | null;
  /** The usual notice, which only people kept close get. */
  usual: DateNotice;
};

/** The order of day and month where both are written as numbers. */
export type DateOrder = "day_first" | "month_first";

/** What Kith understood of a typed date of which a part may be unknown. */
export type DatePreview = {
  /** The date in words as it would be kept, such as "3 April 1985"; `None` if the text is no date. */
  understood: string | null;
  /**
   * The other date that numbers such as "3/4/1985" may mean, where the user never chose an order of dates; in
   * words that can be typed for it.
   */
  other: string | null;
};

/** A day of a calendar. */
export type Day = {
  /** Local date. */
  day: string;
  /** Number of check-ins on this day. Today has all that are due. */
  checkIns: number;
  /** How many check-ins the day comfortably holds; 0 on a day on which none are placed. */
  room: number;
  /** Whether the day has working hours. */
  working: boolean;
  /** The first people of these check-ins; at most 5. */
  people: Array<PersonName>;
};

/** How much of the comfortable number a weekday takes. */
export type DayShare = "full" | "half" | "none";

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
      type: "date_notice";
      value: DateNotice | null;
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
  /** Whether a person can have both values: two mail addresses, but not two birthdays. */
  canBeBoth: boolean;
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

/** What one could write to somebody. */
export type Draft = {
  /** What it is for. */
  sort: DraftSort;
  /** The subject of a mail. */
  subject: Array<DraftPiece>;
  /** The text. */
  body: Array<DraftPiece>;
  /** What it is filled from, in the order of the text. */
  from: Array<DraftFrom>;
  /** The most characters that its readers' programs take. */
  mostCharacters: number | null;
  /** Whether there is a mail address to write to: of everybody whom it goes to. */
  hasMail: boolean;
  /** Where it goes to several, who of them has no mail address: "Ben has no mail address."; else empty. */
  withoutMail: string;
  /**
   * Why one had better wait, or not send it, in sentences: "Daniel is paused until 1 May. Send it another day?";
   * `None` where nobody whom it goes to is left alone.
   */
  held: string | null;
};

/** Something of the book that a draft is filled from. */
export type DraftFrom = {
  /** The part that it fills. */
  part: DraftPart;
  /** What it is: "New role". */
  title: string;
  /** What the book says: "Supply Lead, Corvane Optics, since 1 March". */
  words: string;
  /** Whether the draft uses it. */
  used: boolean;
  /** Of which sort the row is that it is from; `None` where the page has no line for it. */
  sort: DraftSource | null;
  /** The row; 0 for none. */
  item: number;
};

/** Words of a text that tell of something private, or are off limits. */
export type DraftMark = {
  /** The first position, in UTF-16 code units, as the page counts them. */
  from: number;
  /** The position after the last. */
  to: number;
  /** Why they are marked. */
  sort: MarkSort;
  /** It in words: "Private: Her father is in care", "Off limits with Ilse: the merger". */
  why: string;
};

/** A part of a template that is filled from the book. */
export type DraftPart =
  | "first_name"
  | "my_name"
  | "organisation"
  | "new_role"
  | "new_role_since"
  | "last_talk"
  | "in_common"
  | "shared_interest"
  | "looks_for"
  | "i_offer"
  | "others_offer"
  | "gave"
  | "to_share"
  | "to_share_link"
  | "i_promised"
  | "they_promised"
  | "their_work"
  | "other_name"
  | "other_first_name"
  | "other_work"
  | "introduction_why"
  | "between"
  | "asked_by_them"
  | "meet_whom"
  | "where_we_met"
  | "last_event"
  | "noted_there"
  | "asked_on";

/** A stretch of a draft. */
export type DraftPiece = {
  /** The part that was filled; `None` for words of the template. */
  part: DraftPart | null;
  /** The words. */
  words: string;
};

/** What a draft is for. */
export type DraftSort =
  | "connection"
  | "check_in"
  | "congratulation"
  | "thanks"
  | "offer"
  | "follow_up"
  | "introduction_ask"
  | "introduction_way_in"
  | "introduction_forward"
  | "introduction_make"
  | "introduction_ask_again"
  | "introduction_way_in_again"
  | "introduction_no"
  | "first_meeting"
  | "first_offer"
  | "first_question"
  | "first_finding"
  | "first_sit_in";

/** The place on a person's page that a part is from. */
export type DraftSource =
  | "role"
  | "last_talk"
  | "match"
  | "interest"
  | "lent"
  | "share"
  | "promise"
  | "answer"
  | "met"
  | "event";

/** A template as the settings show it. */
export type DraftTemplate = {
  /** What it is for. */
  sort: DraftSort;
  /** Its texts. */
  texts: TemplateTexts;
  /** Whether they are Kith's own. */
  isUsual: boolean;
  /** The words of the parts that can stand in it. */
  parts: Array<string>;
};

/** The templates that the user changed. */
export type DraftTemplates = Partial<Record<DraftSort, TemplateTexts>>;

/** Whether files are dragged over the window. */
export type Dragged = {
  /** True if they are over the window, false if they left it or were dropped. */
  over: boolean;
};

/** How the day of a promise is shown. */
export type DueTone = "late" | "now" | "plain";

/** Somebody who was at an event. */
export type EventGuest = {
  /** Who. */
  row: PersonRow;
  /** What to remember of them; may be empty. */
  line: string;
  /** Whether the user met them there first. */
  met: boolean;
  /** How the follow-up with them stands. */
  followUp: FollowUp;
  /** Its check-in, where it is open. */
  checkIn: CheckInId | null;
  /** It in words: "by Wed 11 March", "followed up 10 March"; empty for none. */
  followUpWords: string;
  /** Whether nothing is suggested with them now, such as a follow-up. */
  leftAlone: boolean;
};

/** What the form of an event says while it is filled in. */
export type EventHints = {
  /** Whether follow-ups can still be planned. */
  canFollowUp: boolean;
  /** Until when they are: "Follow up by Wednesday 11 March."; or why there is none; empty without a day. */
  followUp: string;
  /** What is known of those who were there, in the order asked. */
  guests: Array<GuestHints>;
};

/** An event. */
export type EventId = number;

/** An event at which a person was, for their timeline. */
export type EventOfPerson = {
  /** The event. */
  id: EventId;
  /** Local date. */
  on: string;
  /** "Nordic Lab Days", "You met at Nordic Lab Days". */
  title: string;
  /** What to remember of them, or else where it was; may be empty. */
  text: string;
};

/** An event as a row of a list. */
export type EventRow = {
  /** The event. */
  id: EventId;
  /** What it was. */
  name: string;
  /** Local date. */
  on: string;
  /** Day and place: "9 March, Gothenburg". */
  words: string;
  /** The day as one types it: "9 March 2026". */
  dayText: string;
  /** How many people were there, without those in the trash. */
  people: number;
};

/** People whom the user met at an event. */
export type EventSaid = {
  /** What it was; in any spelling that of an event of this day. */
  name: string;
  /** On which day, as typed. */
  when: string;
  /** Whom the user met. Whoever is new is added with the event. */
  people: Array<GuestWho>;
};

/** An event and who was there. */
export type EventShown = {
  /** The event. */
  id: EventId;
  /** What it was. */
  name: string;
  /** Where; may be empty. */
  place: string;
  /** Local date. */
  on: string;
  /** The day as one types it: "9 March 2026". */
  dayText: string;
  /** All of it in a line: "Monday 9 March, Gothenburg. Five people, two to follow up." */
  summary: string;
  /** A note; may be empty. */
  note: string;
  /** Who was there, in the order in which they were named; without those in the trash. */
  guests: Array<EventGuest>;
};

/** How one met a person, and the events at which they were. */
export type EventsOf = {
  /** How one met them; `None` where nothing is said of it. */
  howMet: HowMet | null;
  /** The events, the last first. */
  events: Array<EventOfPerson>;
};

/** What the book says beside a statement. */
export type Evidence = {
  /** "8 of 9 promises kept on time"; a sentence where there is nothing to count. */
  words: string;
  /** The rows that are counted, each in a line: "Send the draft, 3 August: late"; at most 30. */
  from: Array<string>;
  /** How many are counted beyond those. */
  more: number;
};

/** Something given or received, as the page shows it. */
export type Exchange = {
  /** The id of the entry. */
  id: ExchangeId;
  /** Who gave. */
  direction: ExchangeDirection;
  /** What it was, in the user's words. */
  what: string;
  /** What sort of value it was. */
  sort: ExchangeSort;
  /** 1 small, 2 medium, 3 large. */
  size: number;
  /** Local date; of a span, the day that counts. */
  on: string;
  /** The day in short, without its year: "4 Mar"; of a rough one its words: "March 2025". */
  dayWords: string;
  /** The year of the day. */
  year: number;
  /** The day, if it is known roughly. */
  rough: RoughTime | null;
  /** What happened, as a heading: "You gave feedback". */
  title: string;
  /** What the conversation it came from was in a word, such as "Coffee"; empty if that was not said. */
  talk: string;
  /** How the conversation it came from was held, if it came from one. */
  channel: Channel | null;
  /** Whether it counts for the balance: it came after what was called settled. */
  counts: boolean;
  /** Of a thing lent, the day by which it is to come back. */
  backBy: string | null;
  /** Whether it is lent and not back. */
  isOut: boolean;
  /** Where a thing lent is: "Back by 20 March"; empty otherwise. */
  lent: string;
};

/** How give and take with a person balances. */
export type ExchangeBalance = {
  /** How many exchanges count. */
  counted: number;
  /** To which side it leans. */
  lean: ExchangeLean;
  /** What was given, decayed; 0 or more. */
  given: number;
  /** What was received, decayed; 0 or more. */
  received: number;
  /** From -1, all received, to 1, all given; `None` where fewer than three count. */
  balance: number | null;
  /** In words: "About even", "Gareth gave more", "Not enough yet". */
  words: string;
  /** What was given, in short: "6.2". */
  givenWords: string;
  /** What was received, in short: "5.7". */
  receivedWords: string;
  /** How it is counted, as a sentence. */
  how: string;
  /** The sum that leads to the words: "(6.2 − 5.7) / (6.2 + 5.7) = +0.04"; empty where too few count. */
  sums: string;
};

/** Whether the user gave or received. */
export type ExchangeDirection = "given" | "received";

/** Something given or received. */
export type ExchangeId = number;

/** To which side give and take leans. */
export type ExchangeLean = "not_enough" | "even" | "mine" | "theirs";

/** What sort of value it was. */
export type ExchangeSort =
  | "introduction"
  | "information"
  | "feedback"
  | "referral"
  | "time"
  | "know_how"
  | "favour";

/** Give and take with a person. */
export type ExchangesOf = {
  /** The newest entries, the last first. */
  entries: Array<Exchange>;
  /** How many entries there are. */
  total: number;
  /** How it balances. */
  balance: ExchangeBalance;
  /** The day on which it was last called settled, in words: "4 March"; empty if it was not. */
  settled: string;
  /** The promises with the person that were counted as given. */
  promisesCounted: Array<CommitmentId>;
};

/** An export that was written to a file. */
export type Exported = {
  /** Number of people in it. */
  people: number;
  /** The name of the file without its folder. */
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

/** A first step with somebody new. */
export type FirstStep = "meeting" | "offer" | "question" | "finding" | "sit_in";

/** A first step that is offered. */
export type FirstStepOffered = {
  /** The step. */
  step: FirstStep;
  /** What it is. */
  title: string;
  /** A line about it. */
  text: string;
};

/** The plan that makes the rhythms fit. */
export type FitPlan = {
  /** Check-ins a full working day that the rhythms ask now. */
  asked: number;
  /** The same once all steps are taken. */
  then: number;
  /** How many are comfortable. */
  comfortable: number;
  /** Working days a week; a half one counts half. */
  workingDays: number;
  /** What to lengthen; empty where it fits. */
  steps: Array<FitStep>;
};

/** A rhythm to lengthen, of people of one kind. */
export type FitStep = {
  /** The people. */
  people: Array<PersonId>;
  /** The names of the first of them, at most five. */
  names: Array<string>;
  /** Their kind; empty if there is none. */
  kind: string;
  /** Days between check-ins now. */
  from: number;
  /** Days between them then. */
  to: number;
  /** How many check-ins a full working day that saves. */
  saves: number;
};

/** A folder that the system's file manager can show. */
export type Folder = "book" | "backups";

/** How the follow-up with somebody stands. */
export type FollowUp = "none" | "open" | "done";

/** Somebody to follow up. */
export type FollowedUp = {
  /** The person. */
  person: PersonRow;
  /** The planned check-in. */
  checkIn: CheckInId;
  /** What to remember of them; may be empty. */
  line: string;
};

/** The first results of find. */
export type Found = {
  /** Best first. */
  rows: Array<FoundRow>;
  /** Whether there are further results. */
  more: boolean;
};

/** A result of find. */
export type FoundRow = {
  /** The person. */
  row: PersonRow;
  /** The text that matched, if it is not the name. */
  matched: string | null;
};

/** The offer to begin from today. */
export type FreshStart = {
  /** How many people are due by their rhythm. */
  due: number;
  /** The last of the days over which they are spread, in words, such as "Fri 27 March". */
  until: string;
  /** Whether Kith was not opened for some days before today. */
  wasAway: boolean;
};

/** What "Level" would do. */
export type FullDays = {
  /** How many check-ins would move. */
  moves: number;
  /** The first of them in words, such as "Kofi Amenuvor from Wed 18 to Thu 19 March"; at most five. */
  first: Array<string>;
  /** How many days hold more than is comfortable before it. */
  over: number;
  /** How many do after it. */
  overThen: number;
};

/** A need with everything that its page shows. */
export type Goal = {
  /** The need. */
  id: GoalId;
  /** What is needed, in the user's words. */
  title: string;
  /** Why; may be empty. */
  why: string;
  /** What became of it. */
  state: GoalState;
  /** Local date; `None` where it is open by when. */
  dueOn: string | null;
  /** The day as one types it: "30 September 2026"; empty where that is open. */
  dayText: string;
  /** By when, and how many parts have somebody: "By 30 September, in 29 weeks. 3 of 4 have somebody you know." */
  summary: string;
  /** How it turned out; may be empty. */
  outcome: string;
  /** Its parts. */
  parts: Array<GoalPart>;
  /** Everybody who has to do with it. */
  people: Array<GoalPerson>;
  /** Who of them sways whom, by the ties in the book. */
  influences: Array<Influence>;
  /** Its steps: the open ones first. */
  steps: Array<GoalStep>;
  /** The talks that were about it, the last first. */
  talks: Array<Talk>;
};

/** What can be corrected of a need. */
export type GoalEdit = {
  /** What is needed: one line, 1–200 characters. */
  title: string;
  /** Why; may be empty. */
  why: string;
  /** By which day, as typed; empty where that is open. */
  by: string;
  /** How it turned out; may be empty. Left out while it is open. */
  outcome: string;
};

/** How a need closes. */
export type GoalEnd = "reached" | "let_go";

/** A need. */
export type GoalId = number;

/** A need in the list, with its parts. */
export type GoalListed = {
  /** The need. */
  row: GoalRow;
  /** By when, and how many parts have somebody. */
  summary: string;
  /** The first of its parts; none of a finished one. */
  parts: Array<GoalPart>;
  /** How many parts more it has. */
  more: number;
};

/** A need that a person has to do with, for their page. */
export type GoalOfPerson = {
  /** The need. */
  row: GoalRow;
  /** Whether they want it too. */
  shares: boolean;
  /** What they do in it: "Knows: stability testing know-how"; a line each. */
  roles: Array<string>;
  /** The open steps of both. Steps that others take are left out. */
  steps: Array<GoalStep>;
};

/** A part of a need. */
export type GoalPart = {
  /** The part. */
  id: GoalPartId;
  /** Which sort of help. */
  help: Help;
  /** What exactly, in the user's words. */
  what: string;
  /** Who stands there, in the order in which they were named. */
  helpers: Array<Helper>;
  /** How well it is covered. */
  covered: Covered;
};

/** A part of a need. */
export type GoalPartId = number;

/** Somebody who has to do with a need. */
export type GoalPerson = {
  /** Who. */
  row: PersonRow;
  /** Whether they want it too. */
  shares: boolean;
  /** What say they have in it, 1–5; `None` where unsaid. */
  say: number | null;
  /** How much they want it, 1–5; `None` where unsaid. */
  interest: number | null;
  /** Their parts in it, each once. */
  roles: Array<HelperRole>;
};

/** A need as a row of a list. */
export type GoalRow = {
  /** The need. */
  id: GoalId;
  /** What is needed, in the user's words. */
  title: string;
  /** What became of it. */
  state: GoalState;
  /** "By 30 September, in 29 weeks", "No date", "Reached on 9 March". */
  words: string;
  /** How it turned out; may be empty. */
  outcome: string;
};

/** What became of a need. */
export type GoalState = "open" | "reached" | "let_go";

/** A step as the page shows it. */
export type GoalStep = {
  /** The step. */
  id: GoalStepId;
  /** The need that it is a step of. */
  goal: GoalId;
  /** What is needed, in the user's words. */
  title: string;
  /** Who takes it. */
  doer: StepDoer;
  /** Of theirs: who. Of mine: with whom it has to do; `None` for nobody, or where they are in the trash. */
  person: PersonName | null;
  /** What, in the user's words. */
  what: string;
  /** Local date; `None` for some day. */
  dueOn: string | null;
  /** The day in short: "2 days late", "Today", "Fri 13", "4 May"; empty for some day. */
  dueWords: string;
  /** How the day is shown. */
  tone: DueTone;
  /** The day as one types it: "13 March 2026"; empty for some day. */
  dayText: string;
  /** The day on which it was done, in words: "3 March"; empty while it is open. */
  done: string;
};

/** A step of a need. */
export type GoalStepId = number;

/** Talks with people of a need, to say which were about it. */
export type GoalTalks = {
  /** The last talks that are not said to be about it, the last first. */
  others: Array<Talk>;
};

/** All needs. */
export type Goals = {
  /** The open ones: the next day first. */
  open: Array<GoalListed>;
  /** Those that were reached or let go: the last first. */
  finished: Array<GoalRow>;
  /** How many parts of open ones have nobody whom one knows: "two gaps"; empty for none. */
  gaps: string;
};

/** One edit, and the people whose relationships it changes. */
export type GroupEdit = {
  /** The people. */
  ids: Array<PersonId>;
  /** The edit that each of them gets. */
  edit: RelationshipEdit;
};

/** What is known of somebody who was at an event. */
export type GuestHints = {
  /** Who. */
  person: PersonName;
  /** Whether they may have been met there first: nothing is said of it, and no talk was before. */
  isNew: boolean;
  /** Whether they were not met there first: it is said already how both met, or the event is still to come. */
  notMetThere: boolean;
  /** Whether nothing is suggested with them now, such as a follow-up. */
  leftAlone: boolean;
};

/** Somebody who was at an event. In JSON: an id, or the name of a new person as a string. */
export type GuestWho = PersonId | string;

/** What is done about a conflict. */
export type Handling = "excluded" | "managed";

/** What the user heard in a conversation. */
export type Heard = {
  /** What mattered to them. */
  text: string;
  /** The day of the conversation in words: "Tuesday 27 January". */
  when: string;
};

/**
 * A sort of help (after Cross and Thomas: information, power and access, feedback, support, purpose, balance; and the
 * usual ones beside them).
 */
export type Help =
  | "know_how"
  | "access"
  | "influence"
  | "money"
  | "feedback"
  | "support"
  | "sponsor"
  | "talent"
  | "purpose"
  | "balance";

/** Somebody who stands at a part. */
export type Helper = {
  /** Who. */
  row: PersonRow;
  /** Their part in it. */
  role: HelperRole;
  /** Whether they count towards the part. */
  counts: boolean;
  /** How it stands with them: "going quiet", "one introduction away", "paused until 1 May"; may be empty. */
  words: string;
};

/** A person's part in a part of a need. */
export type HelperRole =
  | "decides"
  | "influences"
  | "knows"
  | "supports"
  | "may_oppose";

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

/** How times of day are shown. What is typed is understood in both forms. */
export type HourClock = "twenty_four" | "twelve";

/** What happened to a book's file. */
export type HowLost = "missing" | "gone" | "replaced" | "written_over";

/** How one met a person. */
export type HowMet = {
  /** The event. */
  event: EventId | null;
  /** Its name; empty without one. */
  at: string;
  /** When, in words: "Monday 9 March", "May 2019"; may be empty. */
  when: string;
  /** It as one types it. */
  whenText: string;
  /** The day, where it is known. */
  on: string | null;
  /** Through whom; `None` also where they are in the trash. */
  through: PersonName | null;
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
  /** The values of the earlier card of this import that it may be a duplicate of. */
  earlier: Array<LabelledValue>;
  /** The first lines of a card that cannot be read. */
  raw: Array<RawLine>;
};

/** An import plan that could not be made. */
export type ImportFailed = {
  /** The token of the plan. */
  token: string;
  /** The reason. */
  error: KithError;
};

/** The filter of the preview. */
export type ImportFilter = {
  /** By status and decision. */
  show: Show;
  /** Words that name or subtitle must have; '' for any. */
  text: string;
};

/** The progress of reading, comparing or importing. */
export type ImportProgress = {
  /** The token of the plan. */
  token: string;
  /** The current stage. */
  stage: Stage;
  /** How much of the stage is done. */
  done: number;
  /** The total of the stage; 0 if it is not known yet. */
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
  /** Whether the person in the book that it matches is kept close already. */
  keptClose: boolean;
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
  /** Number of people that will be added or changed. Several cards of one person count once. */
  willImport: number;
  /** Number of people that will be kept close. */
  keepClose: number;
  /** Files that could not be read. */
  problems: Array<FileProblem>;
};

/** The import plan that an event is about. */
export type ImportToken = {
  /** The token of the plan. */
  token: string;
};

/** That somebody sways somebody. */
export type Influence = {
  /** Who sways. */
  from: PersonId;
  /** Who is swayed. */
  to: PersonId;
  /** How well the two know each other: how strong it is. */
  closeness: Closeness;
};

/** What a sentence asks for. All days in it are written so that they mean the same on every later day. */
export type Intent =
  | {
      type: "log";
      /** The conversation. */
      talk: NewInteraction;
    }
  | {
      type: "plan";
      /** The people. */
      people: Array<PersonId>;
      /** The day. */
      when: string;
      /** What for; may be empty. */
      reason: string;
    }
  | {
      type: "snooze";
      /** The people. */
      people: Array<PersonId>;
      /** The day. */
      when: string;
    }
  | {
      type: "keep_close";
      /** The people. */
      people: Array<PersonId>;
      /** Days between check-ins. */
      cadenceDays: number | null;
      /** The kind of relationship. */
      kind: KindId | null;
    }
  | {
      type: "pause";
      /** The people. */
      people: Array<PersonId>;
      /** The day until which. */
      until: string;
    }
  | {
      type: "cool_off";
      /** The people. */
      people: Array<PersonId>;
      /** The day and time. */
      until: string;
    }
  | {
      type: "archive";
      /** The people. */
      people: Array<PersonId>;
    }
  | {
      type: "rest";
      /** The people. */
      people: Array<PersonId>;
    }
  | {
      type: "take_up";
      /** The people. */
      people: Array<PersonId>;
    }
  | {
      type: "end";
      /** The people. */
      people: Array<PersonId>;
    }
  | {
      type: "let_go";
      /** The people. */
      people: Array<PersonId>;
    }
  | {
      type: "tag";
      /** The people. */
      people: Array<PersonId>;
      /** The name of the tag. */
      name: string;
    }
  | {
      type: "untag";
      /** The people. */
      people: Array<PersonId>;
      /** The name of the tag. */
      name: string;
    }
  | {
      type: "give";
      /** The people. */
      people: Array<PersonId>;
      /** What it was. */
      exchange: NewExchange;
    }
  | {
      type: "event";
      /** The event and the people. */
      said: EventSaid;
    }
  | {
      type: "promise";
      /** The promise. */
      promise: NewCommitment;
    }
  | {
      type: "topic";
      /** The people. */
      people: Array<PersonId>;
      /** How they stand to it. */
      stance: Stance;
      /** The topic. */
      topic: string;
    }
  | {
      type: "need";
      /** The need. */
      goal: NewGoal;
    }
  | {
      type: "my_topic";
      /** How the user stands to it. */
      stance: Stance;
      /** The topic. */
      topic: string;
    }
  | {
      type: "who";
      /** What is asked. */
      asked: WhoAsked;
      /** The topic. */
      topic: string;
    }
  | {
      type: "next_time";
      /** The people. */
      people: Array<PersonId>;
      /** The line. */
      text: string;
    }
  | {
      type: "trash";
      /** The people. */
      people: Array<PersonId>;
    }
  | {
      type: "add";
      /** The person. */
      person: NewPerson;
      /** The conversation. */
      talk: NewInteraction | null;
    }
  | {
      type: "restore";
      /** The people. */
      people: Array<PersonId>;
    }
  | {
      type: "several";
      /** Who is new, and is added before. In `all`, the first of them has the id -1, the second -2. */
      new: Array<NewPerson>;
      /** What is done, in order. Promises with those who took part in a talk before them were made in it. */
      all: Array<Intent>;
    }
  | {
      type: "open";
      /** The person. */
      person: PersonId;
    }
  | {
      type: "way";
      /** The person. */
      person: PersonId;
    }
  | {
      type: "map";
      /** The person. */
      person: PersonId;
    }
  | {
      type: "brief";
      /** The person. */
      person: PersonId;
    }
  | {
      type: "draft";
      /** The person. */
      person: PersonId;
      /** What it is for. */
      sort: DraftSort;
    }
  | {
      type: "introduce";
      /** The two. */
      people: Array<PersonId>;
    }
  | {
      type: "tie";
      /** The person. */
      person: PersonId;
    }
  | {
      type: "plan_dialog";
      /** The person. */
      person: PersonId;
    };

/** What was intended in a quarter. */
export type Intention = {
  /** "October to December 2025". */
  quarter: string;
  /** In the user's words. */
  text: string;
};

/** A conversation that happened. */
export type InteractionId = number;

/** What logging a conversation would do; shown while the user types. */
export type InteractionPreview = {
  /** The day in words, such as "Tuesday 3 March, a week ago"; `None` if there is a problem. */
  understood: string | null;
  /** Why the day cannot be taken, as a sentence to show. */
  problem: string | null;
  /** The next check-in with each participant, if the conversation is logged. */
  next: Array<NextCheckIn>;
};

/** Who introduces. */
export type Introducer = "me" | "them";

/** An introduction as the page shows it. */
export type Introduction = {
  /** The introduction. */
  id: IntroductionId;
  /** Who introduces. */
  by: Introducer;
  /** How far it is. */
  stage: IntroductionStage;
  /** "Samir and Daniel Osterby", "A way in to Nadia Ferreux"; of a made one "You introduced Samir to Tomasz Wilczyn". */
  title: string;
  /** "You introduce them, since 1 March", "Through Samir and Gareth, since 1 March". */
  about: string;
  /** What comes next: "Both said yes. Introduce them next". */
  next: string;
  /** Why, in the user's words; may be empty. */
  why: string;
  /** The people, in their order. */
  sides: Array<IntroductionSide>;
  /** Steps that are done. */
  done: number;
  /** All steps. */
  steps: number;
  /** Whether it can be made now. */
  mayMake: boolean;
  /** Whether it can be told how it went. */
  mayTell: boolean;
  /** Whether those who helped can be thanked. */
  mayThank: boolean;
  /** Whether it can rest. */
  mayRest: boolean;
  /** Whether it can be taken up again. */
  mayTakeUp: boolean;
  /** Local date on which it was made. */
  madeOn: string | null;
  /** It in words: "14 February"; empty where it was not made. */
  made: string;
  /** How it went, in the user's words; may be empty. */
  outcome: string;
  /** When those who helped were thanked: "15 February"; empty where they were not. */
  thanked: string;
};

/** What somebody said to an introduction. */
export type IntroductionAnswer = "yes" | "no" | "not_now";

/** An introduction in a timeline: one row that says where it stands, with its steps. */
export type IntroductionEvent = {
  /** The introduction. */
  id: IntroductionId;
  /** Local date of its last step. */
  on: string;
  /** Which it is: "You introduced Samir to Daniel Osterby", "A way in to Nadia Ferreux". */
  title: string;
  /** Where it stands: "Waiting for Daniel", or how it went; may be empty. */
  text: string;
  /** What happened, the first first. */
  steps: Array<IntroductionEventStep>;
};

/** Something that happened in an introduction. */
export type IntroductionEventStep = {
  /** Local date. */
  on: string;
  /** What happened: "You introduced Samir Haddoun and Daniel Osterby". */
  title: string;
  /** In the user's words or those of who answered; may be empty. */
  text: string;
};

/** An introduction. */
export type IntroductionId = number;

/** One of the people of an introduction. */
export type IntroductionSide = {
  /** The person. */
  row: PersonRow;
  /** The step: "Ask Samir", "Samir asked", "Samir asks Gareth", "Daniel said no". */
  title: string;
  /** Its days: "1 March. Yes on 3 March", "5 March. No answer for 5 days"; may be empty. */
  words: string;
  /** The answer in their words; may be empty. */
  said: string;
  /** The answer; `None` without one. */
  answer: IntroductionAnswer | null;
  /** Whether the person was asked and has not answered. */
  waiting: boolean;
  /** Whether they can be asked now. */
  mayAsk: boolean;
  /** Whether this one wanted the introduction, was asked, and the other said no: a kind word can tell them. */
  mayTellNo: boolean;
  /** Whether an answer can be noted or corrected now. */
  mayAnswer: boolean;
  /** Whether the user asks; else somebody else does and the user notes it. */
  mine: boolean;
  /** What to know before asking, such as how lately they were asked. */
  beforeAsking: Array<string>;
  /** Earlier questions with their answers: "Asked on 1 March, no on 9 March". */
  earlier: Array<string>;
};

/** How far an introduction is. */
export type IntroductionStage = "asking" | "agreed" | "declined" | "made" | "rested";

/** A step of an introduction. */
export type IntroductionStep =
  | {
      type: "ask";
      /** Who. */
      person: PersonId;
    }
  | {
      type: "answer";
      /** Who. */
      person: PersonId;
      /** What they said. */
      answer: IntroductionAnswer;
      /** In their words: one line; may be empty. */
      words: string;
      /** Of "not now": until when, as typed; empty for 60 days. */
      again: string;
    }
  | { type: "make" }
  | {
      type: "outcome";
      /** One line. */
      words: string;
    }
  | { type: "thank" }
  | { type: "rest" }
  | { type: "take_up" };

/** All introductions that a person is part of. */
export type IntroductionsOf = {
  /** Those under way, the newest first. */
  open: Array<Introduction>;
  /** Those that were made, the last first. */
  made: Array<Introduction>;
  /** Those that rest, the last first. */
  rested: Array<Introduction>;
  /** Each in a row of the timeline, where it stands and what happened; the last first. */
  events: Array<IntroductionEvent>;
  /** To whom Kith proposes to introduce the person. */
  proposed: Array<ProposedIntroduction>;
};

/** A kind of relationship, with its cadence. */
export type Kind = {
  /** The id of the kind. */
  id: KindId;
  /** The name, such as "Direct report". */
  name: string;
  /** Whether people of this kind are inside or outside the user's organisation. */
  category: Category;
  /** The colour that shows the kind on the page. */
  colour: Colour;
  /** Days between check-ins, 1–3650. People get this cadence when they are newly kept close. */
  cadenceDays: number;
};

/** A kind of relationship as a row shows it. */
export type KindBadge = {
  /** The name, such as "Client". */
  name: string;
  /** The colour of the dot. */
  colour: Colour;
};

/** What usually holds with people of a kind, where nothing else is said of the person. */
export type KindBoundary = {
  /** The kind. */
  kind: KindId;
  /** Its name. */
  name: string;
  /** What the user shares. */
  sharing: Sharing | null;
  /** The usual channel. */
  channel: Channel | null;
  /** A note, such as "prices only in writing"; at most 120 characters; may be empty. */
  note: string;
};

/** How many people of the picture have a kind of relationship. */
export type KindCount = {
  /** The kind's id. */
  id: KindId;
  /** Its name, such as "Client". */
  name: string;
  /** Its colour. */
  colour: Colour;
  /** Whether an earlier kind has that colour too, so that a ring tells the two apart. */
  ringed: boolean;
  /** The number of people, at least 1. */
  people: number;
};

/** A kind of relationship: peer, client, mentor … */
export type KindId = number;

/** A kind of relationship in the list of kinds, with the number of its people. */
export type KindListed = {
  /** The id of the kind. */
  id: KindId;
  /** The name, such as "Direct report". */
  name: string;
  /** Whether people of this kind are inside or outside the user's organisation. */
  category: Category;
  /** The colour that shows the kind on the page. */
  colour: Colour;
  /** Days between check-ins, 1–3650. People get this cadence when they are newly kept close. */
  cadenceDays: number;
  /** Number of people of this kind outside the trash. */
  people: number;
  /** How many of `people` are kept close. */
  keptClose: number;
};

/** An error as the page gets it. */
export type KithError = {
  /** What to branch on. */
  code: Code;
  /** What happened and what did not, in plain words. */
  message: string;
  /** The field that the message is about. */
  field: string | null;
};

/** A field of a new card. */
export type LabelledValue = {
  /** Name of the field, such as "Work email". */
  label: string;
  /** The value as it is shown. */
  value: string;
};

/** The last conversation. */
export type LastTime = {
  /** The day, or the words of a rough one: "Tuesday 27 January", "October 2026". */
  when: string;
  /** How it was held. */
  channel: Channel;
  /** The note; may be empty. */
  note: string;
};

/** A person whom one of the last changes was about. */
export type Lately = {
  /** The person. */
  row: PersonRow;
  /** The last change that was about them. */
  did: OperationKind;
  /** When: "today", "yesterday", "3 days ago". */
  when: string;
  /**
   * Where a conversation was logged: when the last one with them was, as roughly as it is known: "yesterday",
   * "October 2026".
   */
  talked: string | null;
};

/** A rhythm that fits how one talks with a person better than the planned one. */
export type LearnedRhythm = {
  /** The median gap between the last talks, in days. */
  days: number;
  /** The cadence now. */
  planned: number;
  /** The gaps, oldest first. */
  gaps: Array<number>;
};

/** A person whose data an undo left unchanged, because a later operation changed it too. */
export type LeftUnchanged = {
  /** The id of the person. */
  id: PersonId;
  /** The display name of the person. */
  name: string;
};

/** Something that was to be back. */
export type LentThing = {
  /** "Lent until 13 March", "Borrowed until 13 March". */
  until: string;
  /** What, in the user's words. */
  what: string;
};

/** A draft that tells about another day. */
export type Letter = {
  /** The subject of a mail. */
  subject: string;
  /** The text. */
  text: string;
  /** Whom it is to that is left alone now, in sentences: it had better wait. `None` where nobody is. */
  held: string | null;
  /** To whom it goes by mail: the preferred mail address of each person who has one. */
  mails: Array<ContactPointId>;
};

/** The levels of warmth, coldest first. */
export type Level = "cold" | "cool" | "steady" | "warm" | "very_warm";

/** What a link file holds. */
export type LinkFile = {
  /** The name of the file without its ending: browsers name it after the page. */
  title: string;
  /** The web address, with http or https. */
  link: string;
};

/** Why no link of a dropped file was kept. */
export type LinkRefused = {
  /** A sentence for the screen. */
  message: string;
};

/** How one mostly listened. */
export type Listening = "reflected" | "asked" | "advised" | "deflected";

/** What the rhythms of everybody kept close ask of a working day, and what is comfortable. */
export type LoadSums = {
  /** Check-ins a full working day. */
  asked: number;
  /** How many a full working day are comfortable. */
  comfortable: number;
  /** Working days a week; a half one counts half. 0 where no weekday takes check-ins. */
  workingDays: number;
  /** Whether the one fits into the other. */
  fits: boolean;
  /** How many more people there is room for every 30 days. */
  room: number;
  /** Number of people whose rhythm goes on. */
  people: number;
  /** The sums by rhythm, the shortest first. */
  rhythms: Array<RhythmSum>;
};

/** What was logged. */
export type Logged = {
  /** The id of the conversation. */
  id: InteractionId;
  /** The next check-in with each participant. */
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
  /** Whether an earlier kind has that colour too, so that a ring tells the two apart. */
  ringed: boolean;
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

/** Why words of a text are marked. */
export type MarkSort = "private" | "off_limits";

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

/** Somebody whose check-in can move to a day with more room. */
export type MoveChoice = {
  /** The check-in. */
  checkIn: CheckInId;
  /** With whom it is. */
  person: PersonRow;
  /** How far it may move: "every 30 days, may move 14 to 22 March". */
  words: string;
  /** The day to which it moves. */
  to: string;
  /** That day in words: "Thu 19". */
  toWords: string;
  /** How many check-ins that day has now. */
  load: number;
  /** How many it comfortably holds. */
  room: number;
};

/** What stands on a day, and what of it can be moved. */
export type MoveChoices = {
  /** The day. */
  day: string;
  /** The day in words: "Wed 18 March". */
  words: string;
  /** Whom to move, least important first, each to where there is most room; at most five. */
  choices: Array<MoveChoice>;
  /** Those whom Kith does not move: their day was set by hand, or they were put off to it. */
  setByHand: Array<string>;
  /** Whether somebody stays because no day within reach is less busy. */
  noRoom: boolean;
};

/** How another day would count, if one were agreed now. */
export type MoveCounts = "in_time" | "late" | "not_at_all";

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

/** What is said of the nature of a relationship. All of it may be unsaid. */
export type Nature = {
  /** What sort it is. */
  nature: NatureKind | null;
  /** 1 little to 5 much. */
  influence: number | null;
  /** 1 one way to 5 both ways. */
  mutuality: number | null;
  /** 1 guarded to 5 open. */
  openness: number | null;
};

/** That the nature was said to be another one. */
export type NatureEvent = {
  /** What was said. */
  id: NatureId;
  /** Local date. */
  on: string;
  /** "Now mutually dependent". */
  title: string;
  /** What was said before, and the steps: "Before: transactional. Influence 3, mutuality 4, openness 3." */
  text: string;
};

/** What was said of a nature on a day. */
export type NatureId = number;

/** What sort of relationship it is. */
export type NatureKind = "transactional" | "mutually_dependent" | "transformational";

/** The nature of a relationship as the page shows it. */
export type NatureOf = {
  /** What is said now; all unsaid where nothing is. */
  said: Nature;
  /** Since when, such as "14 January"; empty where nothing is said. */
  since: string;
  /** A line of guidance; empty where no sort is said. */
  guidance: string;
  /** What was said, the last first. */
  events: Array<NatureEvent>;
};

/** A promise to add, as the user entered it. */
export type NewCommitment = {
  /** Who is to keep it. */
  owedBy: OwedBy;
  /** What will be done: one line, 1–200 characters. */
  what: string;
  /** With whom; at least one, at most 200. */
  people: Array<PersonId>;
  /** For which day, as typed: "friday", "by 12 march"; empty for some day. */
  when: string;
};

/** The fields of a conflict that is declared or changed. */
export type NewConflict = {
  /** With whom or what the person has it. */
  with: ConflictWith;
  /** How real it is. */
  level: ConflictLevel;
  /** Why, in the user's words. */
  why: string;
  /** What is done about it. */
  handling: Handling;
  /** How a managed one is handled, in the user's words; otherwise ignored. */
  how: string;
  /** The last day, as the user typed it; "" until the user ends it. */
  until: string;
};

/** An event, as the user entered it. */
export type NewEvent = {
  /** What it was: one line. */
  name: string;
  /** Where: one line; may be empty. */
  place: string;
  /** On which day, as typed: "yesterday", "9 march". */
  when: string;
  /** Who was there: at least one, at most 200. */
  guests: Array<NewGuest>;
  /** A note; may be empty. */
  note: string;
};

/** Something given or received, as the user entered it. */
export type NewExchange = {
  /** Who gave. */
  direction: ExchangeDirection;
  /** What it was: one line, 1–200 characters. */
  what: string;
  /** What sort of value it was. */
  sort: ExchangeSort;
  /** 1 small, 2 medium, 3 large; `None` for the usual size of its sort. */
  size: number | null;
  /** On which day, as typed: "yesterday", "March 2025". Today or before. */
  when: string;
  /** Of a thing lent, the day by which it is to come back, as typed; empty otherwise. */
  backBy: string;
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

/** A need, as the user entered it. */
export type NewGoal = {
  /** What is needed: one line, 1–200 characters. */
  title: string;
  /** Why; may be empty. */
  why: string;
  /** By which day, as typed: "end of september"; empty where that is open. */
  by: string;
  /** Its parts; may be none, at most 100. */
  parts: Array<NewGoalPart>;
};

/** A part of a need, as the user entered it. */
export type NewGoalPart = {
  /** Which sort of help. */
  help: Help;
  /** What exactly: one line, 1–200 characters. */
  what: string;
};

/** A step, as the user entered it. */
export type NewGoalStep = {
  /** Who takes it. */
  doer: StepDoer;
  /** Of theirs: who. Of mine: with whom it has to do, if with anybody. */
  person: PersonId | null;
  /** What: one line, 1–200 characters. */
  what: string;
  /** By which day, as typed; empty for some day. */
  when: string;
};

/** Somebody who was at an event, as the user entered it. */
export type NewGuest = {
  /** Who. */
  who: GuestWho;
  /** What to remember of them: one line; may be empty. */
  line: string;
  /**
   * Whether the user met them there first. Left out where something else is said of how both met, and where the
   * event is still to come.
   */
  met: boolean;
  /** Whether a follow-up is planned with them. Left out where it is too late for one, or they are left alone. */
  followUp: boolean;
};

/** How one met a person, as the user entered it. All of it may be empty: then nothing is said. */
export type NewHowMet = {
  /** The name of the event; may be empty. One that the book does not have yet is added. */
  at: string;
  /** The day of the event; without an event, since when: "2019", "May 2019", "3 May 2019". May be empty. */
  when: string;
  /** Through whom. */
  through: PersonId | null;
};

/** A conversation to log, as the user entered it. */
export type NewInteraction = {
  /** The participants without the user; at least one, at most 200. */
  people: Array<PersonId>;
  /** When it happened, as the user typed it: "today", "last tuesday 9:00", "2026-03-03", "October 2025". */
  when: string;
  /** The channel: by phone, in person and so on. */
  channel: Channel;
  /** What it was in a word or two, such as "Coffee"; may be empty. */
  title: string;
  /** Duration in minutes, 1–1440, if the user gave one. */
  minutes: number | null;
  /** Who started it. */
  startedBy: StartedBy;
  /** The note, in the user's words. */
  note: string;
  /**
   * Nobody answered: it was an attempt at a conversation, and counts as none. It answers check-ins, and the next one
   * comes after half the rhythm.
   */
  attempt: boolean;
  /** Check-ins that it answers whatever their day; it also answers those that are due by its day. */
  closes: Array<CheckInId>;
};

/** An introduction that is begun. */
export type NewIntroduction = {
  /** Who introduces. */
  by: Introducer;
  /**
   * Of the user's own: the two. Else who introduces the user, perhaps one more between, and whom the user wants to
   * meet.
   */
  people: Array<PersonId>;
  /** Why: one line; may be empty. */
  why: string;
  /** The user was told what speaks against it and goes on. */
  anyway: boolean;
};

/** The fields of a kind that is added or changed. */
export type NewKind = {
  /** The name, such as "Board member". */
  name: string;
  /** Whether people of this kind are inside or outside the user's organisation. */
  category: Category;
  /** The colour that shows the kind on the page. */
  colour: Colour;
  /** Days between check-ins, 1–3650. People get this cadence when they are newly kept close. */
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
  /** The role, such as "Founder". */
  role: string;
};

/** What is said of a person who is being added. Nothing of it keeps them from being added. */
export type NewPersonHints = {
  /** People in the book who may be the same; at most three, those with the same address first. */
  similar: Array<Similar>;
  /** What looks wrong with the mail address, as a sentence. */
  email: string | null;
};

/** A pitch, as the user wrote it. */
export type NewPitch = {
  /** For which audience: "Stability pilot, for pharma"; one line. */
  audience: string;
  /** What is said; at least one part. */
  parts: PitchParts;
  /** For whom it is; may be nobody. */
  people: Array<PersonId>;
};

/** A thing to keep, as the user entered it. */
export type NewShare = {
  /**
   * What it is, one line of at most 200 characters. May be empty where there is a link. A web address alone is
   * taken as the link.
   */
  title: string;
  /** A web address, or empty. */
  link: string;
  /** A line of the user's own, at most 200 characters, or empty. */
  note: string;
  /** For whom; at least one, at most 200. */
  people: Array<PersonId>;
};

/** The fields of a tie that is added or corrected. The texts may be empty. */
export type NewTie = {
  /** One of the two: the one who reports, mentors, introduced or is a client. */
  person: TieEnd;
  /** The other of the two. */
  other: TieEnd;
  /** The kind of tie. */
  kind: TieKind;
  /** How well they know each other. */
  closeness: Closeness;
  /** Since when, as the user typed it: "2019", "May 2019", "3 May 2019". */
  since: string;
  /** Until when, in the same form. If it is not empty, the tie is over. */
  until: string;
  /** How the user knows of the tie, such as "from Samir". */
  note: string;
};

/** The next check-in with a person. */
export type NextCheckIn = {
  /** The id of the person. */
  id: PersonId;
  /** The display name of the person. */
  name: string;
  /** Its day; `None` if the person is not kept close or the relationship is not active. */
  on: string | null;
  /** Why the person rests until then, as a sentence; `None` if they do not. */
  rests: string | null;
};

/** The line for next time with a person. */
export type NextLine = {
  /** The id of the line. */
  id: NextLineId;
  /** One line, 1–200 characters. */
  text: string;
};

/** The line for next time with a person. */
export type NextLineId = number;

/** When to talk next, as the user entered it with a conversation. */
export type NextStep = {
  /** With whom of the participants; empty for all of them. */
  people: Array<PersonId>;
  /** The day in the user's words: "in two weeks". */
  when: string;
  /** What for, at most 200 characters; may be empty. */
  what: string;
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

/** Two who would fit and are not proposed. */
export type NotProposed = {
  /** The two: who offers, and who looks for it. */
  people: Array<PersonName>;
  /** Why not, in a sentence. */
  why: string;
  /** Whether the user said so of these two, and can take it back. */
  refused: boolean;
};

/** A note about a person, in the user's own words. */
export type Note = {
  /** Its id. */
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

/** A thing kept to share that was not shared yet. */
export type OpenShare = {
  /** The id of the thing. */
  id: ShareId;
  /** What to call it: the title, or the link without its scheme. */
  name: string;
};

/** A line to begin a talk with. */
export type Opener = {
  /** What it is about, and so of which table `item` is a row. */
  sort: OpenerSort;
  /** The row that it is from; 0 for none. */
  item: number;
  /** What stands before the text: "Next time:"; may be empty. */
  lead: string;
  /** The line. */
  text: string;
};

/** What an opener is about, in the order in which they are chosen. */
export type OpenerSort =
  | "date"
  | "promise"
  | "role"
  | "answer"
  | "match"
  | "lent"
  | "next_time"
  | "share"
  | "goal"
  | "last_talk"
  | "interest"
  | "quiet";

/** An operation in the history: one change that the user made. */
export type Operation = {
  /** The id of the operation. */
  id: OperationId;
  /** The kind of change. */
  kind: OperationKind;
  /** The name of the person, file or setting that it changed; may be empty. */
  subject: string;
  /** Number of people, or of ties, that it changed. */
  count: number;
  /** What it did, in words: "paused until 3 March". Empty where its kind and its subject say all. */
  what: string;
  /** Local date and time, "2026-03-10T09:42:00". */
  at: string;
  /** Whether it has been undone. */
  undone: boolean;
  /** Whether it can be undone by itself now. */
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
  | "restore_backup"
  | "log_interaction"
  | "edit_interaction"
  | "delete_interaction"
  | "plan_check_in"
  | "edit_check_in"
  | "cancel_check_in"
  | "snooze"
  | "skip"
  | "level_days"
  | "lengthen_rhythms"
  | "keep_rhythm"
  | "fresh_start"
  | "answer"
  | "kinds"
  | "add_tie"
  | "edit_tie"
  | "remove_tie"
  | "decide_ties"
  | "add_fact"
  | "edit_fact"
  | "remove_fact"
  | "add_topic"
  | "remove_topic"
  | "my_topics"
  | "rename_topic"
  | "edit_attribute"
  | "set_attribute"
  | "set_communication"
  | "set_boundaries"
  | "add_conflict"
  | "edit_conflict"
  | "remove_conflict"
  | "set_nature"
  | "add_event"
  | "edit_event"
  | "remove_event"
  | "set_how_met"
  | "answer_first_step"
  | "let_follow_ups_be"
  | "set_reflection"
  | "answer_quarter"
  | "add_pitch"
  | "edit_pitch"
  | "remove_pitch"
  | "add_commitment"
  | "edit_commitment"
  | "move_commitment"
  | "keep_commitment"
  | "break_commitment"
  | "drop_commitment"
  | "reopen_commitment"
  | "add_exchange"
  | "edit_exchange"
  | "remove_exchange"
  | "return_exchange"
  | "settle_exchanges"
  | "unsettle_exchanges"
  | "add_introduction"
  | "step_introduction"
  | "edit_introduction"
  | "remove_introduction"
  | "refuse_introduction"
  | "allow_introduction"
  | "add_goal"
  | "edit_goal"
  | "close_goal"
  | "reopen_goal"
  | "remove_goal"
  | "add_goal_step"
  | "edit_goal_step"
  | "finish_goal_step"
  | "reopen_goal_step"
  | "remove_goal_step"
  | "set_next_line"
  | "add_share"
  | "edit_share"
  | "remove_share"
  | "mark_shared"
  | "unmark_shared"
  | "rest_opener"
  | "refuse_revival"
  | "pin"
  | "unpin";

/** An organisation found by its name. */
export type OrganisationFound = {
  /** Its id. */
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

/** Another day that a typed text may mean. */
export type OtherReading = {
  /** In words, such as "Thursday 12 March". */
  words: string;
  /** What to type for it, without a doubt: "12 March 2026 15:00". */
  text: string;
};

/** Who is to keep a promise. */
export type OwedBy = "me" | "them";

/** How a statement was answered before. */
export type PastAnswer = {
  /** "Q4 2025". */
  quarter: string;
  /** 1–5, or 0 for no occasion. */
  step: number;
};

/** Which people a list shows, and in which order. A person passes with any of the kinds, but needs all of the tags. */
export type PeopleFilter = {
  /** Only this category; `None` for both. */
  category: Category | null;
  /** Only these kinds of relationship; empty for all. */
  kinds: Array<KindId>;
  /** Only people with all of these tags. */
  tags: Array<TagId>;
  /** Only people kept close who have had no conversation for longer than their cadence. */
  quiet: boolean;
  /** Only people with whom the last conversation was more than a year ago. */
  noTalkForAYear: boolean;
  /** Only people who work for this organisation now. */
  organisation: OrganisationId | null;
  /** Only people kept close. */
  keptClose: boolean;
  /** The archived alone; without it they are left out. Find ignores it, and finds them always. */
  archived: boolean;
  /** The order of the list. Find ignores it: the best match comes first. */
  sort: PeopleSort;
};

/** The sections of the list, without the rows. */
export type PeopleOutline = {
  /** Number of people that pass the filter. */
  total: number;
  /** Number of all people outside the trash. */
  everyone: number;
  /** Number of all people kept close who have had no conversation for longer than their cadence. */
  quiet: number;
  /** Number of all people kept close. */
  keptClose: number;
  /** Number of the archived. */
  archived: number;
  /** Whether a conversation more than a year ago was logged. */
  talksAYearAgo: boolean;
  /** The sections, in the order of the list. */
  sections: Array<Section>;
};

/** The order of the list of people. People for whom it has no value come last, by name. */
export type PeopleSort =
  | "name"
  | "surname"
  | "last_talk"
  | "next_check_in"
  | "warmth"
  | "added";

/** What somebody has of an attribute. */
export type PersonAttribute = {
  /** The attribute. */
  attribute: AttributeId;
  /** The choice. */
  choice: ChoiceId;
};

/** A date of a person; what is not sure is absent. */
export type PersonDate = {
  /** Its id. */
  id: DateId;
  /** Birthday, anniversary or other. */
  kind: DateKind;
  /** Its name, for a date of kind `Other`. */
  label: string;
  /** Year, where known. */
  year: number | null;
  /** Month 1–12, where known. */
  month: number | null;
  /** Day 1–31, where known. */
  day: number | null;
  /** The text as it was written. */
  text: string;
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

/** Everything that a person's page shows. */
export type PersonPage = {
  /** The id of the person. */
  id: PersonId;
  /** The name and its parts. */
  name: Name;
  /** The nickname; may be empty. */
  nickname: string;
  /** One or two letters for the avatar. */
  initials: string;
  /** The colour of the avatar, 1–6. */
  colour: number;
  /** SHA-256 of the photo in upper-case hexadecimal, by which the page fetches it. */
  photo: string | null;
  /** Role and organisation: "Founder, Pelagic Sensing". */
  headline: string;
  /** The user's relationship to the person, if there is one. */
  relationship: Relationship | null;
  /** The status of the person now, and why. */
  standing: StatusNow;
  /** Phones, mail addresses and so on, in the order that the user chose. */
  contactPoints: Array<ContactPoint>;
  /** Jobs, present ones first. */
  affiliations: Array<Affiliation>;
  /** Birthday and other dates. */
  dates: Array<PersonDate>;
  /** When the user is told of these dates. */
  dateNotice: DateNoticeOf;
  /** Notes, newest first. */
  notes: Array<Note>;
  /** Tags, sorted by name. */
  tags: Array<TagName>;
  /** The cards that the person came from, the primary one first. */
  cameFrom: Array<CardOrigin>;
  /** Local date since which the person is in the trash. */
  trashedOn: string | null;
  /** The warmth of the relationship; `None` if no conversation was logged. */
  warmth: WarmthShown | null;
  /** Open check-ins, soonest first. */
  checkIns: Array<CheckIn>;
  /** A rhythm that fits how the user talks with them better than the planned one. */
  learned: LearnedRhythm | null;
  /** Number of logged conversations. */
  talks: number;
};

/** A person as a row of a list. */
export type PersonRow = {
  /** The id of the person. */
  id: PersonId;
  /** The display name. */
  name: string;
  /** One or two letters for the avatar. */
  initials: string;
  /** The colour of the avatar, 1–6. */
  colour: number;
  /** SHA-256 of the photo in upper-case hexadecimal, by which the page fetches it. */
  photo: string | null;
  /** The role in the first present job; may be empty. */
  role: string;
  /** The organisation of that job; may be empty. */
  organisation: string;
  /** The kind of relationship, if the user chose one. */
  kind: KindBadge | null;
  /** Whether the user keeps the person close. */
  keptClose: boolean;
  /** Warmth in segments, 1–5; `None` if no conversation was logged or the relationship is not active. */
  warmth: number | null;
  /** Whether the person is kept close and has had no conversation for longer than their cadence. */
  quiet: boolean;
  /** The status now: that of the person, or of the relationship if there is one. */
  status: Status | null;
  /** It in a few words, such as "paused until 1 May"; empty where it is active. */
  statusWords: string;
};

/** The small form of a person, shown beside a name where no whole page is needed. */
export type PersonSummary = {
  /** The id of the person. */
  id: PersonId;
  /** The display name. */
  name: string;
  /** One or two letters for the avatar. */
  initials: string;
  /** The colour of the avatar, 1–6. */
  colour: number;
  /** SHA-256 of the photo in upper-case hexadecimal, by which the page fetches it. */
  photo: string | null;
  /** The role in the first present job; may be empty. */
  role: string;
  /** The organisation of that job; may be empty. */
  organisation: string;
  /** Whether the user keeps the person close. */
  keptClose: boolean;
  /** Whether the user does not want to ask this person for an introduction. */
  doNotAsk: boolean;
  /** Whether the person is in the trash. */
  trashed: boolean;
};

/** All people that a person knows. */
export type PersonTies = {
  /** Open ties, closest first, then by name; at most 200. */
  ties: Array<TieShown>;
  /** Number of open ties beyond those in `ties`. */
  more: number;
  /** Ties that are over, the latest end first; at most 50. */
  over: Array<TieShown>;
  /** Proposed ties; at most 50. */
  proposed: Array<ProposedTie>;
};

/** A picture of the map that was written to a file. */
export type PictureSaved = {
  /** The name of the file without its folder. */
  file: string;
};

/** A pitch as the page shows it. */
export type Pitch = {
  /** The pitch. */
  id: PitchId;
  /** For which audience. */
  audience: string;
  /** What is said. */
  parts: PitchParts;
  /** How long it takes to say. */
  time: SpeakingTime;
  /** For whom it is, without those in the trash. */
  people: Array<PersonName>;
};

/** A pitch as the brief of a person shows it. */
export type PitchForBrief = {
  /** The pitch. */
  id: PitchId;
  /** For which audience. */
  audience: string;
  /** The text, a paragraph for each part, parted by empty lines. */
  text: string;
  /** How long it takes to say, in seconds. */
  seconds: number;
};

/** A pitch. */
export type PitchId = number;

/** The four parts of a pitch. Each may be empty. */
export type PitchParts = {
  /** Who has the problem: what makes them listen. */
  hook: string;
  /** What the user brings. */
  bring: string;
  /** What it is worth to them. */
  value: string;
  /** A small, clear ask. */
  ask: string;
};

/** A talk that is planned by hand. */
export type PlannedTalk = {
  /** "Planned for today at 14:00". */
  when: string;
  /** What it is about, in the user's words; may be empty. */
  about: string;
};

/** Proposed ties. */
export type Proposals = {
  /** Number of all proposed ties, including those beyond the limit. */
  total: number;
  /** The proposed ties, likeliest first among people equally close to the user. */
  ties: Array<ProposedTie>;
};

/** An introduction that Kith proposes. */
export type ProposedIntroduction = {
  /** To whom. */
  other: PersonName;
  /** Why: "Ana looks for a speaker in Bergen. Ben offers talks in Bergen." */
  why: string;
  /** The line of the topic that is looked for. */
  line: TopicLineId;
};

/** A tie that Kith derived from other data. The user has not decided about it yet. */
export type ProposedTie = {
  /** One of the two: the one who reports, if the kind is directed. */
  person: PersonRow;
  /** The other of the two. */
  other: PersonRow;
  /** The kind of tie. */
  kind: TieKind;
  /** The verb, with `person` as subject: "works with", "reports to" and so on. */
  how: string;
  /** How well they know each other. */
  closeness: Closeness;
  /** `closeness` in words, such as "colleague". */
  well: string;
  /** What it was derived from: "Same department at Tarn Biologics", "Written on Theo’s card". */
  reason: string;
  /** Whether the page preselects it. Weak proposals are not preselected. */
  likely: boolean;
};

/** A relationship of which the purpose is expected to be over. */
export type PurposeOver = {
  /** The person. */
  person: PersonRow;
  /** The purpose, in the user's words; may be empty. */
  purpose: string;
  /** Its day in words: "today", "3 days ago". */
  when: string;
};

/** What the user says of a quarter. */
export type QuarterSaid = {
  /** How true the statements are; those that are left out are not answered. */
  answers: Array<StatementAnswer>;
  /** One thing that they noticed: one line; may be empty. */
  line: string;
  /** What they intend for the next quarter: one line; may be empty. */
  intention: string;
};

/** A quarter, with what is said of it and what the book knows. */
export type QuarterShown = {
  /** Its first day. */
  firstOn: string;
  /** "January to March 2026". */
  name: string;
  /** Of a young book: the day from which on a quarter can be answered, "from 31 March"; otherwise empty. */
  from: string;
  /** The day on which it was answered: "3 April"; empty where it was not. */
  answered: string;
  /** The last intention of a quarter before it. */
  lastIntention: Intention | null;
  /** The eleven statements. */
  statements: Array<StatementShown>;
  /** One thing that was noticed; may be empty. */
  line: string;
  /** What is intended for the next quarter; may be empty. */
  intention: string;
  /** The first day of the quarter before it. */
  before: string;
  /** The first day of the quarter after it, where that is over. */
  after: string | null;
};

/** How many promises of mine were kept on time, of those kept or broken in the last 180 days. */
export type Rate = {
  /** In words: "8 of 9 on time"; "not enough yet" where fewer than three count. */
  words: string;
  /** Whether there are enough to tell. */
  enough: boolean;
  /** For each that counts, oldest first, whether it was kept on time. */
  kept: Array<boolean>;
  /** How often days were moved: "moved in time 3, late 1"; empty where none was. */
  moved: string;
  /** The first day that counts. */
  since: string;
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

/** Why a check-in is due. */
export type Reason = {
  /** The main part, such as "42 days since the last video call". */
  head: string;
  /** Whether the check-in is overdue. */
  late: boolean;
  /** The second part, such as "you planned every 30"; may be empty. */
  tail: string;
};

/** What there is to look back at. */
export type Reflect = {
  /** How many pitches there are. */
  pitches: number;
  /** How many reflections there are. */
  reflections: number;
  /** From which day on a quarter can be answered: "from 31 March"; empty where one can be answered now. */
  quarterFrom: string;
};

/** A conversation and what was said of it afterwards. */
export type ReflectedTalk = {
  /** The conversation. */
  talk: InteractionId;
  /** Its local date. */
  on: string;
  /** The day in words: "Tuesday 3 March". */
  when: string;
  /** How it was held. */
  channel: Channel;
  /** Who took part, without those in the trash. */
  people: Array<PersonName>;
  /** The reflection; empty where there is none yet. */
  said: Reflection;
};

/** What is said of a conversation afterwards. Either may be left unsaid; with neither there is no reflection. */
export type Reflection = {
  /** How the user mostly listened. */
  listened: Listening | null;
  /** What mattered to the others: one line; may be empty. */
  heard: string;
};

/** Reflections, the last conversation first. */
export type ReflectionList = {
  /** How many there are. */
  total: number;
  /** Those of the section that was asked for. */
  talks: Array<ReflectedTalk>;
};

/** The user's relationship to one person. */
export type Relationship = {
  /** Whether the person is inside or outside the user's organisation. */
  category: Category;
  /** The kind, if the user chose one. */
  kind: Kind | null;
  /** What the relationship is for, in the user's words. */
  purpose: string;
  /** Local date on which the purpose is expected to be over, if the user said so. */
  purposeEndsOn: string | null;
  /** Whether the person works in-house or remotely, if the user said so. */
  workplace: Workplace | null;
  /** Local date since which the user keeps this person close; `None` if they do not. */
  keptCloseOn: string | null;
  /** Days between check-ins, 1–3650; `None` if the person is not kept close. */
  cadenceDays: number | null;
  /** So many days after the last conversation the next one is late; `None`: when it is due. */
  latestDays: number | null;
  /** 1 normal, 2 high, 3 highest. */
  importance: 1 | 2 | 3;
  /** The status now, without what belongs to the person (`status_changes::StatusNow`). A pause that has ended counts as `Active`. */
  status: Status;
  /** Local date on which a pause ends: from that day the status is `Active` again. Only if paused today. */
  pausedUntil: string | null;
  /** Local date of the last conversation. */
  lastContactOn: string | null;
  /** Local date of the next check-in of the cadence; only if the status is `Active`. */
  nextDueOn: string | null;
  /** `next_due_on` in words, such as "Tuesday 31 March, in 3 weeks". */
  nextWords: string | null;
  /** Whether the user does not want to ask this person for an introduction. */
  doNotAsk: boolean;
};

/** One edit of the user's relationship to a person. */
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
      next: string;
    }
  | {
      type: "latest";
      days: number | null;
    }
  | { type: "let_go" }
  | {
      type: "status";
      value: Status;
      until: string;
      on: string;
      reason: string;
    }
  | {
      type: "purpose_ends";
      on: string;
    }
  | {
      type: "remember";
      value: boolean;
    }
  | {
      type: "do_not_ask";
      value: boolean;
    };

/** The conditions for reminders outside the book. */
export type RemindersState = {
  /** Whether notifications can be shown. */
  notifications: Notifications;
  /** Whether the desktop shows tray icons, so that Kith can run in the background. */
  tray: boolean;
  /** Whether Kith starts with the session; null if this system is not supported. */
  autostart: boolean | null;
  /** The system's time zone, such as "Europe/Oslo". */
  zone: string;
  /** The local time, such as "10:42". The page writes it as the clock of the settings has it. */
  localTime: string;
  /** When a reminder was shown last, local, such as "2026-03-10T10:42:00". */
  lastShown: string | null;
};

/** Somebody worth taking up again, as Today shows them. */
export type Revival = {
  /** The row. */
  id: RevivalId;
  /** The person. */
  person: PersonRow;
  /** A line to begin with; `None` where there is nothing but how long it has been quiet. */
  opener: Opener | null;
  /** How long it has been quiet, and what speaks for them: "Quiet for 8 months · nobody else at Northmere". */
  why: string;
};

/** Somebody who was chosen for a week. */
export type RevivalId = number;

/** The people of one rhythm. */
export type RhythmSum = {
  /** Number of people. */
  people: number;
  /** Days between their check-ins. */
  cadenceDays: number;
  /** Check-ins a full working day. */
  asked: number;
};

/** A richer channel than that of the last talks. */
export type RicherChannel = {
  /** The one to take next. */
  channel: Channel;
  /** Whether they like it. */
  liked: boolean;
};

/** A day or time that is known roughly. */
export type RoughTime = {
  /** In words: "October 2026", "about 22 November", "24 November, evening". */
  words: string;
  /** What to type for it: "October 2026", "24 November 2026 evening". */
  text: string;
  /** The day that counts for rhythm and warmth, if it is a span: "16 October". */
  countsAs: string | null;
};

/** A place in the app that the page can be told to show. */
export type Route =
  | {
      type: "import";
      /** The token of its plan. */
      token: string;
    }
  | {
      type: "need";
      /** The need. */
      id: GoalId;
      /** The step that is to get another day there, if one is. */
      step: GoalStepId | null;
    }
  | {
      type: "person";
      /** The id of the person. */
      id: PersonId;
      /** The promise that is to get another day there, if one is. */
      promise: CommitmentId | null;
      /** Whether to show what to read before a talk with them. */
      brief: boolean;
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
  /** What speaks against it, if something does. */
  against: SignAgainst | null;
};

/**
 * A section of the list: the people under one letter or, where the list is not sorted by names, under the words
 * of a time or of a warmth.
 */
export type Section = {
  /** "A" to "Z" or "#"; "Last 7 days", "March", "Very warm". */
  label: string;
  /** Position in the list of its first person, from 0. */
  first: number;
  /** Number of people in the section. */
  count: number;
};

/** A draft that the user sent. */
export type SentDraft = {
  /** To whom. */
  people: Array<PersonId>;
  /** What it was for. */
  sort: DraftSort;
  /** It in a word or two, as the timeline heads the talk: "Follow-up". */
  title: string;
  /** The introduction that it is part of. */
  introduction: SentOfIntroduction | null;
};

/** The step of an introduction that sending a draft takes. */
export type SentOfIntroduction = {
  /** The introduction. */
  id: IntroductionId;
  /** The step. */
  step: IntroductionStep;
};

/** A sentence as understood. Nothing is saved. */
export type Sentence = {
  /** What is asked, where the text has more than one meaning: "Which Ana?". The lines are the answers. */
  question: string | null;
  /** Why it cannot be done as it stands, as a sentence for the screen. The lines are other ways on. */
  refusal: string | null;
  /** Whether the text is only a name that nobody has. What else has these words is likelier than adding them. */
  is_new_name: boolean;
  /** What it may mean, likeliest first. */
  lines: Array<SentenceLine>;
};

/** What was done. */
export type SentenceDone = {
  /** The person that was added. */
  added: PersonId | null;
  /** The next check-in with each participant of a conversation that was logged. */
  next: Array<NextCheckIn>;
};

/** Something that a sentence may mean. */
export type SentenceLine = {
  /** What is done. */
  intent: Intent;
  /** It in full words: "Log a phone call with Samir Haddad". */
  words: string;
  /** The rest of it: "Yesterday, Tuesday 24 November, 20 minutes. Note: “about the grant”". May be empty. */
  details: string;
  /** What is said once it is done: "Logged a phone call with Samir Haddad". */
  done: string;
  /** Whom it is about. */
  people: Array<PersonRow>;
  /** The parts of the text that were understood, in order. */
  parts: Array<SentencePart>;
};

/** A part of a sentence, and what it says. */
export type SentencePart = {
  /** Where it begins, in characters (not bytes). */
  from: number;
  /** Where it ends, itself not part of it. */
  to: number;
  /** What it says. */
  kind: SentencePartKind;
};

/** What a part of the sentence says. */
export type SentencePartKind =
  | "deed"
  | "who"
  | "how"
  | "when"
  | "length"
  | "starter"
  | "name"
  | "note";

/** All settings. The keys on the wire are the field names in camel case. */
export type Settings = {
  /** The colour scheme. */
  theme: Theme;
  /** Size of text, as a factor, 0.8–2. */
  textScale: number;
  /** The width of the sidebar. */
  sidebar: Sidebar;
  /** ISO 3166 code of the country of phone numbers without a country code; '' for that of the system. */
  country: string;
  /** Which number of "3/4" is the day; absent for as the system has it. */
  dateOrder: DateOrder | null;
  /** The day with which a week begins; absent for as the system has it. */
  weekStart: WeekStart | null;
  /** Whether times of day have 24 hours or 12; absent for as the system has it. */
  hourClock: HourClock | null;
  /** What the system's locale says. */
  systemCustoms: Customs;
  /** The user's own names, mail addresses and phone numbers. An import skips cards with them by default. */
  me: Me;
  /** The filter of the people list. */
  listFilter: PeopleFilter;
  /** Whether the user has finished or skipped the introduction. */
  onboarded: boolean;
  /** Hours of each weekday in which Kith may remind. */
  workingHours: WorkingHours;
  /** Days on which Kith does not remind. */
  daysOff: Array<DaysOff>;
  /** How many check-ins a full working day comfortably holds, 1–50. */
  comfortablePerDay: number;
  /** How much of that each weekday takes, Monday first. */
  weekdayShares: Array<DayShare>;
  /** Whether Kith places check-ins of rhythms where there is room. */
  levelDays: boolean;
  /** How many people a week are worth taking up again, 0–5. */
  revivePerWeek: number;
  /** Whether Kith shows a notification when a check-in is due. */
  remind: boolean;
  /** How long before the dates of people kept close the user is told of them. */
  dateNotice: DateNotice;
  /** Whether notifications hide names. */
  hideNames: boolean;
  /** Whether closing the window leaves Kith running in the tray, if the system has one. */
  background: boolean;
  /** The templates of drafts that the user changed. */
  draftTemplates: DraftTemplates;
  /** How many words the user says in a minute, 60–300. */
  wordsAMinute: number;
  /** Whether Reflect stands in the sidebar. */
  showReflect: boolean;
  /** The weights from which warmth is computed. */
  warmth: Weights;
  /** The weights of ties between other people. */
  ties: TieWeights;
  /** How many steps from the user the map shows. */
  mapSteps: MapDepth;
  /** Whether the map is shown as a list. */
  mapList: boolean;
  /** The filter of the map. */
  mapFilter: MapFilter;
};

/** A thing kept to share with a person. */
export type Share = {
  /** The id of the thing. */
  id: ShareId;
  /** What it is; empty where only the link is known. */
  title: string;
  /** A web address with http or https, or empty. */
  link: string;
  /** A line of the user's own; may be empty. */
  note: string;
  /** What to call it: the title, or the link without its scheme. */
  name: string;
  /** For whom it is kept, in the order in which they were named; without those in the trash. */
  people: Array<PersonName>;
  /** The day on which it was kept, in words: "2 March". */
  kept: string;
  /** The day on which it was shared with this person, in words; empty as long as it was not. */
  shared: string;
  /** Local date on which it was shared with this person. */
  sharedOn: string | null;
};

/** A thing kept to share. */
export type ShareId = number;

/** A need that they share. */
export type SharedGoal = {
  /** What is needed, in the user's words. */
  title: string;
  /** What is open in it of both, the next day first, those for some day last; at most five. */
  steps: Array<GoalStep>;
};

/** What the user shares with a person. */
export type Sharing = "work_only" | "some_of_me" | "openly";

/** Which rows the preview shows. */
export type Show =
  | "all"
  | "to_decide"
  | "updates"
  | "new"
  | "unchanged"
  | "skipped";

/** The width of the sidebar. */
export type Sidebar = "auto" | "rail" | "full";

/** Why a card may yet be another person. */
export type SignAgainst =
  | "birthday"
  | "generation"
  | "title"
  | "given_name"
  | "writing";

/** Somebody in the book who may be the person that is being added. */
export type Similar = {
  /** Who is in the book. */
  row: PersonRow;
  /** What the two share. */
  why: MatchReason;
};

/** A card that was left out. */
export type Skipped = {
  /** The name on the card, or its line. */
  name: string;
  /** The reason, as a sentence for the screen. */
  message: string;
};

/** Work that takes long and can be stopped. */
export type Slow = "structure" | "network_export";

/** The progress of such work. */
export type SlowProgress = {
  /** Which. */
  what: Slow;
  /** How much is done. */
  done: number;
  /** Of how much. */
  total: number;
};

/** Until when to put a check-in off. */
export type Snooze =
  | {
      type: "until";
      /** The choice. */
      key: SnoozeKey;
    }
  | {
      type: "on";
      /** The typed text, such as "friday 10:00". */
      when: string;
    };

/** A choice of how far to put a check-in off. All except `LaterToday` mean a working day. */
export type SnoozeKey =
  | "later_today"
  | "tomorrow"
  | "later_this_week"
  | "next_week"
  | "in_two_weeks"
  | "in_a_month";

/** A choice that can be offered now. */
export type SnoozeOption = {
  /** The choice. */
  key: SnoozeKey;
  /** Its label, such as "Tomorrow". */
  label: string;
  /** The day or time that it means, such as "Wed 11 March" or "13:30". */
  words: string;
};

/** Some settings with their new values, by key. */
export type SomeSettings = Partial<Settings>;

/** A sort of value to choose. */
export type SortOfExchange = {
  /** The sort. */
  sort: ExchangeSort;
  /** The size that is taken unless another one is said, 1–3. */
  usualSize: number;
};

/** A stored vCard that a person was imported from. */
export type SourceCardId = number;

/** Whether a text takes a comfortable time to say. */
export type SpeakingFit = "empty" | "short" | "comfortable" | "long";

/** How long a text takes to say. */
export type SpeakingTime = {
  /** In seconds. */
  seconds: number;
  /** Words, of scripts that part them. */
  words: number;
  /** Characters, of scripts that do not. */
  characters: number;
  /** Whether it is comfortable: 30 to 60 seconds. */
  fit: SpeakingFit;
};

/** The stage of an import. */
export type Stage = "reading" | "comparing" | "importing";

/** How somebody stands to a topic. */
export type Stance = "offers" | "seeks" | "knows";

/** The state of a relationship, as the filter offers it. */
export type Standing =
  | "kept_close"
  | "not_kept_close"
  | "dormant"
  | "paused"
  | "ended";

/** The promises that stand on Today. */
export type StandingCommitments = {
  /** Mine, from their notice on: the first of them by their day. */
  mine: Array<Commitment>;
  /** Number of all of mine that stand there. */
  mineTotal: number;
  /** Theirs, from three working days after their day on: the first of them by their day. */
  theirs: Array<Commitment>;
  /** Number of all of theirs that stand there. */
  theirsTotal: number;
  /** Whether the book has any promise. */
  any: boolean;
};

/** Whom to follow up of one event. */
export type StandingFollowUp = {
  /** The event. */
  event: EventId;
  /** "Two people from Nordic Lab Days". */
  title: string;
  /** "You met yesterday". */
  words: string;
  /** "by tomorrow"; where that day has passed, until when it stands: "let be on Wed 18 March". */
  by: string;
  /** Whether that day has passed. */
  late: boolean;
  /** With whom, in the order in which they were named, each with what to remember of them. */
  people: Array<FollowedUp>;
};

/** An introduction that stands on Today. */
export type StandingIntroduction = {
  /** The introduction. */
  id: IntroductionId;
  /** On whose page it opens. */
  person: PersonId;
  /** Between whom: "Samir and Daniel Osterby". */
  title: string;
  /** What it waits for: "Daniel has not answered since 5 March", "How did it go?". */
  words: string;
  /** Whether it was made, and one is asked how it went. */
  made: boolean;
};

/** Introductions that stand on Today. */
export type StandingIntroductions = {
  /** The earliest first. */
  listed: Array<StandingIntroduction>;
  /** How many more there are; of very many, at least so many. */
  more: number;
  /** Whether there may be more than these. */
  andMore: boolean;
};

/** The steps of mine that stand on Today. */
export type StandingSteps = {
  /** From their notice on, the first of them by their day. */
  steps: Array<GoalStep>;
  /** How many stand there. */
  total: number;
};

/** The answer to the command `start`. */
export type Start = {
  /** The open book, or the reason why none is open. */
  book: BookState;
  /** The settings of the book; the defaults if none is open. */
  settings: Settings;
  /** The version of Kith, such as "0.1.0". */
  version: string;
  /** Where the page is to begin, if Kith was opened with a file or by a notification. */
  route: Route | null;
};

/** Who started a conversation. */
export type StartedBy =
  | { type: "me" }
  | {
      type: "person";
      /** The id of the person. */
      id: PersonId;
    }
  | { type: "not_said" };

/** A statement about what one did in a quarter. */
export type Statement =
  | "self_awareness"
  | "self_regulation"
  | "motivation"
  | "empathy"
  | "social_skill"
  | "communication"
  | "listening"
  | "positivity"
  | "collaboration"
  | "networking"
  | "follow_through";

/** How true a statement is. */
export type StatementAnswer = {
  /** Which one. */
  statement: Statement;
  /** 1 rarely to 5 nearly always; 0 for no occasion. */
  step: number;
};

/** A statement about a quarter. */
export type StatementShown = {
  /** Which one. */
  statement: Statement;
  /** Whether it is about a trait; otherwise about a skill. */
  aboutTrait: boolean;
  /** "Self-awareness". */
  title: string;
  /** "I noticed what I felt while it happened." */
  text: string;
  /** The answer, 1–5, or 0 for no occasion; `None` where it is not answered. */
  step: number | null;
  /** The answer of the quarter before. */
  lastStep: number | null;
  /** The answers of up to seven quarters before, the first first. */
  trend: Array<PastAnswer>;
  /** What the book knows. */
  evidence: Evidence;
};

/** The status of a relationship, or of the person: `Died` and `Archived` belong to the person. */
export type Status =
  | "active"
  | "dormant"
  | "paused"
  | "cooling_off"
  | "ended"
  | "died"
  | "archived";

/** A change of a status. */
export type StatusChangeId = number;

/** A change of a status, or its end. */
export type StatusEvent = {
  /** The change. */
  id: StatusChangeId;
  /** Whether it is the end of what the change began: nobody said it, its day or moment came. */
  over: boolean;
  /** What holds from then on. */
  status: Status;
  /** Local date. */
  on: string;
  /** What it was: "Paused until 2 January", "Let it cool for a day". */
  title: string;
  /** Why, in the user's words; may be empty. */
  reason: string;
};

/** The status of a person now, and why. */
export type StatusNow = {
  /** The status: that of the person comes before that of the relationship. */
  status: Status;
  /** It in a few words, such as "paused until 1 May"; empty where it is active. */
  words: string;
  /** Until when, such as "Monday 4 May" or "Wed 11 March, 10:42"; empty without an end. */
  until: string;
  /** Local date on which a pause ends. */
  pausedUntil: string | null;
  /** Local date since when, in words such as "Monday 9 March"; empty where it was set before Kith kept that. */
  since: string;
  /** Why, in the user's words; may be empty. */
  reason: string;
  /** Local date on which the person died. */
  diedOn: string | null;
  /** Whether that day is remembered each year. */
  remembered: boolean;
  /** Whether the day has come on which the purpose of the relationship is expected to be over. */
  purposeOver: boolean;
};

/** What became of a first step. */
export type StepAnswer = "taken" | "put_away";

/** Who takes a step. */
export type StepDoer = "me" | "them";

/** A tag and how many people have it. */
export type Tag = {
  /** Its id. */
  id: TagId;
  /** The word. */
  name: string;
  /** Number of people outside the trash who have it. */
  people: number;
};

/** A word that groups people. */
export type TagId = number;

/** A tag. */
export type TagName = {
  /** Its id. */
  id: TagId;
  /** The word. */
  name: string;
};

/** Which of two values is taken. */
export type Take = "kith" | "file" | "both";

/** Which values are taken for all fields of all updates. */
export type TakeAll = "file" | "kith" | "fill";

/** A conversation as the timeline shows it. */
export type Talk = {
  /** The id of the conversation. */
  id: InteractionId;
  /** Local date. */
  on: string;
  /** Local time, such as "09:00", if the user gave one. */
  at: string | null;
  /** When it happened, if that is known roughly. */
  rough: RoughTime | null;
  /** What it was in a word or two, such as "Coffee"; may be empty. */
  title: string;
  /** The channel: by phone, in person and so on. */
  channel: Channel;
  /** Duration in minutes, if the user gave one. */
  minutes: number | null;
  /** Who started it. */
  startedBy: StartedBy;
  /** The note, in the user's words. */
  note: string;
  /** All participants, except the user. */
  people: Array<PersonName>;
  /** Nobody answered: the user tried to reach them. */
  attempt: boolean;
};

/** A promise that was made in a conversation. */
export type TalkCommitment = {
  /** Who is to keep it. */
  owedBy: OwedBy;
  /** What will be done: one line, 1–200 characters. */
  what: string;
  /** With whom of those who took part; empty for all of them. */
  people: Array<PersonId>;
  /** For which day, as typed; empty for some day. */
  when: string;
};

/** Something given or received in a conversation. */
export type TalkExchange = {
  /** Who gave. */
  direction: ExchangeDirection;
  /** What it was: one line, 1–200 characters. */
  what: string;
  /** What sort of value it was. */
  sort: ExchangeSort;
  /** 1 small, 2 medium, 3 large; `None` for the usual size of its sort. */
  size: number | null;
  /** Of those who took part, whom it was given to or came from; empty for all of them. */
  people: Array<PersonId>;
};

/**
 * What came of a conversation, and is saved with it. The field of an error names the part and the place:
 * "promises.0.what", "exchanges.1.size", "nextStep.when".
 */
export type TalkOutcome = {
  /** What was promised, both ways. */
  promises: Array<TalkCommitment>;
  /** What was given and received. */
  exchanges: Array<TalkExchange>;
  /** When to talk next, in place of the rhythm's day. */
  nextStep: NextStep | null;
  /** The line for next time with all participants; empty for none. */
  nextLine: string;
  /** Things kept to share that were shared. */
  shared: Array<ShareId>;
  /** How the user listened and what they heard; `None` for no reflection. */
  reflection: Reflection | null;
  /** The needs that it was about. */
  needs: Array<GoalId>;
};

/** Subject and text of a template, in which parts stand in braces. */
export type TemplateTexts = {
  /** The subject of a mail; may be empty. */
  subject: string;
  /** The text. */
  body: string;
};

/** The hours of a person, in their zone. */
export type TheirHours = {
  /** The days, Monday 0 to Sunday 6; at least one. */
  weekdays: Array<number>;
  /** Start, minutes since midnight, 0–1439. */
  from: number;
  /** End, minutes since midnight, after `from`, at most 1440. */
  to: number;
};

/** The colour scheme. */
export type Theme = "system" | "light" | "dark";

/** One of the two people of a tie that is added or corrected. In JSON: an id, or a name as a string. */
export type TieEnd = PersonId | string;

/** A tie between two people. */
export type TieId = number;

/** The kind of a tie. The directed kinds read from `person` to `other`. */
export type TieKind =
  | "knows"
  | "works_with"
  | "reports_to"
  | "introduced"
  | "mentors"
  | "client_of"
  | "influences";

/** How a tie is drawn. */
export type TieMark = "tie" | "proposed" | "reports";

/** A pair of people, in any order. */
export type TiePair = {
  /** One of the two. */
  person: PersonId;
  /** The other of the two. */
  other: PersonId;
};

/** A tie as the page of one of the two people shows it. That person is "the viewed person" below. */
export type TieShown = {
  /** The id of the tie. */
  id: TieId;
  /** The person at the other end. */
  with: PersonRow;
  /** The kind of tie. */
  kind: TieKind;
  /** Whether the tie reads from `with` to the viewed person, for example if `with` reports to them. */
  fromThem: boolean;
  /**
   * The verb, with the viewed person as subject: "knows", "reports to",
   * "manages", "mentored by" and so on.
   */
  how: string;
  /** How well they know each other. */
  closeness: Closeness;
  /** `closeness` in words: "close", "colleague", "a little", "not sure". */
  well: string;
  /** The first day, month or year, such as "2019", "2019-05" or "2019-05-03". */
  since: string | null;
  /** The last day, month or year, in the same form; `Some` if the tie is over. */
  until: string | null;
  /** `since` and `until` in words, such as "since 2019" or "2015 – 2019"; may be empty. */
  years: string;
  /** How the user knows of the tie. */
  note: string;
  /**
   * The whole tie in sentences, for screen readers: "Gareth Pennlow knows Nadia Ferreux, VP Research at
   * Orrin Pharma. Close, since 2019. You have not talked with them yet."
   */
  spoken: string;
};

/** The weight of each closeness, 0–1. The values are chosen, not measured, so they are a setting. */
export type TieWeights = {
  /** The weight of `Closeness::Close`. */
  close: number;
  /** The weight of `Closeness::Colleague`. */
  colleague: number;
  /** The weight of `Closeness::Little`. */
  little: number;
  /** The weight of `Closeness::NotSure`. */
  notSure: number;
};

/** A section of a person's conversations. */
export type Timeline = {
  /** Number of all conversations with the person. */
  total: number;
  /** The conversations of this section, newest first. */
  talks: Array<Talk>;
};

/** Everything that the Today page shows. */
export type Today = {
  /** Local date. */
  date: string;
  /** Number of people kept close. */
  keptClose: number;
  /** Number of check-ins that are due. */
  due: number;
  /** The first of the due check-ins, in the order of the list. */
  rows: Array<TodayRow>;
  /** All people kept close, if there are at most five; otherwise empty. */
  close: Array<ClosePerson>;
  /** Today and the thirteen days after it. */
  days: Array<Day>;
  /** Birthdays, anniversaries and planned check-ins of these days; at most 40. */
  dates: Array<ComingDate>;
  /** Relationships whose purpose is expected to be over by today, the earliest first. */
  purposesOver: Array<PurposeOver>;
  /** Number of people imported today, counting each import that was not undone. */
  imported: number;
};

/** A person to reach out to. */
export type TodayRow = {
  /** The check-in that is due. */
  checkIn: CheckInId;
  /** What created it. */
  source: CheckInSource;
  /** The person to reach out to. */
  person: PersonRow;
  /** Why the check-in is due. */
  reason: Reason;
  /**
   * The user's reason for a check-in planned by hand; of coming back after cooling off a question to oneself;
   * otherwise empty.
   */
  planned: string;
  /** Why one let it cool, in the user's words; may be empty. */
  whatHappened: string;
  /** A line to begin with; `None` where there is nothing but how long it has been quiet. */
  opener: Opener | null;
  /** First line of the note of the last conversation; may be empty. */
  lastNote: string;
  /** What decides the position in the list: "40 % over", "due today, high". */
  order: string;
  /** What `order` was computed from: "42 days, planned every 30". */
  orderWhy: string;
};

/** A topic that somebody offers, looks for or knows about. */
export type TopicLine = {
  /** Identifies the line. */
  id: TopicLineId;
  /** How they stand to it. */
  stance: Stance;
  /** The topic as it is spelled. */
  topic: string;
};

/** Says that somebody offers, looks for or knows about a topic. */
export type TopicLineId = number;

/** A topic in use. */
export type TopicListed = {
  /** The topic as it is spelled. */
  topic: string;
  /** Number of people outside the trash who offer, seek or know about it. */
  people: number;
  /** Whether it is one of mine. */
  mine: boolean;
  /** Who offers it, in few words: "Elif, Hannah offer it", "you offer it", "3 people". */
  words: string;
};

/** What somebody looks for, and who offers it. */
export type TopicMatch = {
  /** The line that says so. */
  line: TopicLineId;
  /** What they look for, as it is spelled. */
  topic: string;
  /** All of it in words: "Ana looks for a speaker in Bergen. You know two." */
  words: string;
  /** Who else offers it, best known first, at most 20. */
  people: Array<TopicOffered>;
};

/** Somebody who offers what is looked for. */
export type TopicOffered = {
  /** The person. */
  id: PersonId;
  /** The display name. */
  name: string;
  /** What they offer, as it is spelled with them. */
  topic: string;
};

/** What renaming a topic did. */
export type TopicRenamed = {
  /** Whether a topic of the new name was there: the two are one now. */
  joined: boolean;
};

/** Topics in use. */
export type TopicsFound = {
  /** The first of them. */
  rows: Array<TopicListed>;
  /** How many there are. */
  total: number;
};

/** A person in the trash. */
export type Trashed = {
  /** The person. */
  row: PersonRow;
  /** Local date on which they went to the trash. */
  trashedOn: string;
  /** Days on which Kith runs until they go for good; 0 where they go today. */
  daysLeft: number;
};

/** How the user listened over the last twelve weeks. */
export type Trend = {
  /** How many reflections it counts. */
  counted: number;
  /** Whether there are enough to tell: six. */
  enough: boolean;
  /** In a sentence, earlier half against later half; or how many there are so far. */
  words: string;
  /** The first day of each week. */
  weeks: Array<string>;
  /** A line for each way of listening. */
  lines: Array<TrendLine>;
};

/** How often the user listened in one way. */
export type TrendLine = {
  /** The way. */
  listening: Listening;
  /** How many reflections say so, by week. */
  counts: Array<number>;
};

/** Something that Kith does in the background, and that fails at present. */
export type Trouble = {
  /** What fails. */
  with: TroubleWith;
  /** Why, in plain words. */
  message: string;
  /** Since when, local date and time. */
  since: string;
};

/** What Kith does in the background. */
export type TroubleWith = "backup" | "check" | "reminders";

/** The result of an undo or a redo. */
export type Undone = {
  /** The operation that was undone or done again. */
  operation: Operation;
  /** The people whose data was left unchanged; always empty for a redo. */
  kept: Array<LeftUnchanged>;
};

/** Text that was typed and not saved yet. */
export type Unsaved = {
  /** The field it belongs to, as the page named it. */
  key: string;
  /** The text. */
  text: string;
};

/** The warmth of one person as an example in the settings. */
export type WarmthExample = {
  /** The person. */
  person: PersonRow;
  /** How the warmth was computed. */
  explained: WarmthExplained;
};

/** How a warmth was computed. */
export type WarmthExplained = {
  /** The level, from cold to very warm. */
  level: Level;
  /** The level as a number, 1–5. */
  segments: number;
  /** The cadence in days, if the person is kept close. */
  cadenceDays: number | null;
  /** Number of days after which a conversation counts half. */
  halfLife: number;
  /** The newest conversations; at most 20. */
  parts: Array<WarmthPart>;
  /** Number of further conversations. */
  others: number;
  /** The sum over all conversations. */
  strength: number;
  /** The strengths at which the levels cool, steady, warm and very warm begin. */
  begins: [number, number, number, number];
};

/** What one conversation adds to the strength. */
export type WarmthPart = {
  /** Local date. */
  on: string;
  /** Days since then; 0 if the date is in the future. */
  daysAgo: number;
  /** The channel: by phone, in person and so on. */
  channel: Channel;
  /** The weight of the channel, 0–1. */
  weight: number;
  /** The share of the weight that is left after `days_ago`, 0–1. */
  fading: number;
  /** `weight` times `fading`. */
  counts: number;
};

/** The warmth as shown beside a name. */
export type WarmthShown = {
  /** The level, from cold to very warm. */
  level: Level;
  /** The level as a number, 1–5. */
  segments: number;
  /** Number of conversations in the last `days` days. */
  talks: number;
  /** Number of days in which `talks` were counted. */
  days: number;
  /** The most frequent channel of these conversations; `None` if there are none with a channel. */
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

/** The day with which a week begins. */
export type WeekStart = "monday" | "saturday" | "sunday";

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

/** What Kith understood of a typed day. */
export type WhenPreview = {
  /** The day in words, such as "Tuesday 3 March, a week ago"; `None` if there is a problem. */
  understood: string | null;
  /** Why the text cannot be taken, as a sentence to show. */
  problem: string | null;
  /** Local date. */
  on: string | null;
  /** Local time, such as "09:00", if one was typed. */
  at: string | null;
  /** A sentence about the reminder if it comes at another time than was typed; only for check-ins. */
  rings: string | null;
  /**
   * The days to choose from with one press, where numbers can be read in two orders and the user chose none:
   * both readings where Kith asks which one is meant, and the other one where it took one that is far away or
   * cannot be. And the other day that "next friday" may mean. Otherwise empty.
   */
  choices: Array<OtherReading>;
};

/** What a typed day is for. It decides which days are allowed. */
export type WhenPurpose =
  | "talk"
  | "check_in"
  | "commitment"
  | "exchange"
  | "event"
  | "day";

/** What is asked of everybody. */
export type WhoAsked = "knows" | "seeks";

/** Where it stands that somebody is an answer, the best first. */
export type WhoBy =
  | "seeks"
  | "offers"
  | "knows"
  | "tag"
  | "role"
  | "organisation"
  | "note";

/** The answer to "who knows about optics". */
export type WhoKnows = {
  /** What was asked about. */
  topic: string;
  /** All of it in one line: "Two offer it, one an introduction away". '' if nobody. */
  summary: string;
  /** Those whom I know or whom nobody leads to, best first; then those who are an introduction away. */
  rows: Array<WhoRow>;
  /** Whether there are more than are listed. */
  more: boolean;
  /** What I offer or know of it myself; for `Seeks`, what I look for. As I spell it. */
  mine: Array<string>;
};

/** Somebody who is an answer. */
export type WhoRow = {
  /** The person. */
  row: PersonRow;
  /** Where it stands. */
  by: WhoBy;
  /** What stands there, in words: "Offers optics", "Tag “optics”", "Note of 6 February: “replaced the bench”". */
  words: string;
  /** If I do not know them: through whom I may. */
  through: WhoThrough | null;
};

/** Through whom somebody may be reached. */
export type WhoThrough = {
  /** The person between. */
  person: PersonId;
  /** "Daniel knows Kirsi closely." */
  words: string;
};

/** Why a copy was made. */
export type Why =
  | "daily"
  | "before_upgrade"
  | "before_import"
  | "before_restore"
  | "by_hand"
  | "rescued"
  | "kept";

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

/** How the person works: in-house or remotely. */
export type Workplace = "in_house" | "remote";

/** A time zone that is offered for a typed text. */
export type ZoneFound = {
  /** Its name: "Asia/Kolkata". */
  name: string;
  /** Its place and the time there: "Kolkata, 15:12". */
  words: string;
};

/** All commands: their arguments and their answer. */
export interface Commands {
  /**
   * What the page needs to draw itself for the first time. If no book is open, opening it is
   * tried again.
   */
  start: { args: {}; answer: Start };
  /** Remembers that the user has finished or skipped the introduction. */
  onboarded: { args: {}; answer: Done<null> };
  /** Opens the sample book. */
  sample_open: { args: {}; answer: BookState };
  /** Opens the user's own book instead of the sample. */
  sample_leave: { args: {}; answer: BookState };
  /** Changes some settings. */
  settings_set: { args: { settings: SomeSettings }; answer: Done<Settings> };
  /** The number of people that pass the filter, and the sections of the list. */
  people_outline: { args: { filter: PeopleFilter }; answer: PeopleOutline };
  /** Rows of the list from `offset` on, at most 1000. */
  people_window: { args: { filter: PeopleFilter; offset: number; limit: number }; answer: Array<PersonRow> };
  /** The people that match the typed text, best first. */
  people_find: { args: { text: string; filter: PeopleFilter; limit: number }; answer: Found };
  /** The people whom the last changes were about, the newest first. */
  people_lately: { args: { limit: number }; answer: Array<Lately> };
  /** The position of a person in the list, from 0; null if the filter excludes them. */
  person_position: { args: { id: PersonId; filter: PeopleFilter }; answer: number | null };
  /** The kinds of relationship. */
  kinds_list: { args: {}; answer: Array<KindListed> };
  /** The tags in use, with their number of people. */
  tags_list: { args: {}; answer: Array<Tag> };
  /** The names of organisations that begin with the text. */
  organisations_complete: { args: { text: string }; answer: Array<string> };
  /** The organisations whose name matches the text. */
  organisations_find: { args: { text: string; limit: number }; answer: Array<OrganisationFound> };
  /** An organisation by its id. */
  organisation: { args: { id: OrganisationId }; answer: OrganisationFound };
  /** The bytes of a photo, by its SHA-256. */
  photo: { args: { hash: string }; answer: ArrayBuffer };
  /** Everything that a person's page shows. */
  person_page: { args: { id: PersonId }; answer: PersonPage };
  /** What to read before a talk with a person; `with_private`: private lines too. */
  brief: { args: { person: PersonId; withPrivate: boolean }; answer: Brief };
  /** The small form of a person, shown beside the name. */
  person_face: { args: { id: PersonId }; answer: PersonSummary };
  /** Adds a person by hand. */
  person_add: { args: { person: NewPerson }; answer: Done<PersonId> };
  /** What is said of a person who is being added by hand. */
  new_person_hints: { args: { person: NewPerson }; answer: NewPersonHints };
  /** What Kith understands of a typed date of which a part may be unknown. */
  date_preview: { args: { text: string }; answer: DatePreview };
  /** Edits a person. Returns the id of the new row, if there is one. */
  person_edit: { args: { id: PersonId; edit: DetailEdit }; answer: Done<number | null> };
  /** Makes the same edit to several people. */
  people_edit: { args: { ids: Array<PersonId>; edit: DetailEdit }; answer: Done<null> };
  /** Opens a contact point with the system's program for its kind. */
  contact_open: { args: { id: ContactPointId }; answer: null };
  /** The text of a source card. */
  card_text: { args: { card: SourceCardId }; answer: string };
  /** The Today page, with the first `limit` due check-ins. */
  today: { args: { limit: number }; answer: Today };
  /** The number of check-ins and of my promises that are due. */
  today_count: { args: {}; answer: number };
  /** The days of a calendar from `from` to `to`, both included. */
  days: { args: { from: string; to: string }; answer: Array<Day> };
  /** What logging this conversation would do. */
  interaction_preview: { args: { draft: NewInteraction }; answer: InteractionPreview };
  /** Logs several conversations in one step. */
  interactions_log: { args: { drafts: Array<NewInteraction> }; answer: Done<Array<Logged>> };
  /**
   * Logs a conversation and what came of it, and keeps some of its participants close as a kind, if one
   * is given, in one step.
   */
  interaction_log_with: {
    args: { draft: NewInteraction; outcome: TalkOutcome; keep: Array<PersonId>; kind: KindId | null };
    answer: Done<Logged>;
  };
  /** Corrects a conversation. */
  interaction_edit: { args: { id: InteractionId; draft: NewInteraction }; answer: Done<null> };
  /** Deletes a conversation. */
  interaction_delete: { args: { id: InteractionId }; answer: Done<null> };
  /** Conversations with a person, newest first, from `offset` on. */
  timeline: { args: { person: PersonId; offset: number; limit: number }; answer: Timeline };
  /** The channel of the conversation that was logged last. */
  last_channel: { args: {}; answer: Channel };
  /** What a sentence in the quick search may mean; null if it is none. */
  sentence: { args: { text: string }; answer: Sentence | null };
  /** Does what a sentence asks for. */
  sentence_do: { args: { intent: Intent }; answer: Done<SentenceDone> };
  /** What Kith understands of a typed day. */
  when_preview: { args: { text: string; purpose: WhenPurpose }; answer: WhenPreview };
  /** The same of a check-in with a person, with what their hours make of it. */
  check_in_preview: { args: { person: PersonId; text: string }; answer: WhenPreview };
  /** The day on which a cadence would make the next check-in due, in words. */
  next_due_preview: { args: { person: PersonId; cadenceDays: number }; answer: string };
  /** Plans a check-in. */
  check_in_plan: { args: { person: PersonId; when: string; reason: string }; answer: Done<CheckInId> };
  /** Moves a check-in, and changes its reason. */
  check_in_edit: { args: { id: CheckInId; when: string; reason: string }; answer: Done<null> };
  /** Cancels a check-in that was planned by hand. */
  check_in_cancel: { args: { id: CheckInId }; answer: Done<null> };
  /** Skips check-ins. */
  check_in_skip: { args: { ids: Array<CheckInId> }; answer: Done<null> };
  /** Puts check-ins off. */
  check_in_snooze: { args: { ids: Array<CheckInId>; until: Snooze }; answer: Done<null> };
  /** The choices for putting a check-in off that can be offered now. */
  snooze_options: { args: {}; answer: Array<SnoozeOption> };
  /** The people who were chosen for this week, each with what speaks for them. */
  revivals: { args: {}; answer: Array<Revival> };
  /** "Not now": the person is not shown this week. */
  revival_refuse: { args: { id: RevivalId }; answer: Done<null> };
  /** What the rhythms of everybody kept close add up to. */
  load_sums: { args: {}; answer: LoadSums };
  /** The plan that lengthens rhythms until they fit. */
  fit_plan: { args: {}; answer: FitPlan };
  /** Takes steps of that plan. Returns how many rhythms were lengthened. */
  fit_take: { args: { steps: Array<FitStep> }; answer: Done<number> };
  /** Who stands on a day, and who of them can move where. */
  move_choices: { args: { day: string }; answer: MoveChoices };
  /** Moves a check-in that Kith placed to another day within its reach. */
  check_in_place: { args: { id: CheckInId; on: string }; answer: Done<null> };
  /** Moves the check-in of a person that stands on a day to another day, as set by hand. */
  check_in_drag: { args: { person: PersonId; from: string; to: string }; answer: Done<null> };
  /** What "Level" would do. */
  level_plan: { args: {}; answer: FullDays };
  /** Levels the days. Returns how many check-ins moved. */
  level_take: { args: {}; answer: Done<number> };
  /** The offer to begin from today; null where there is none. */
  fresh_start_offer: { args: {}; answer: FreshStart | null };
  /** Spreads everybody who is due by their rhythm over the coming days. */
  fresh_start: { args: {}; answer: Done<number> };
  /** Offers no fresh start for 30 days. */
  fresh_start_refuse: { args: {}; answer: null };
  /** Offers no other rhythm with a person for 90 days. */
  learned_rhythm_refuse: { args: { person: PersonId }; answer: Done<null> };
  /** All promises with a person, and how many of mine were kept on time. */
  commitments_of: { args: { person: PersonId }; answer: CommitmentsOf };
  /** A promise. */
  commitment: { args: { id: CommitmentId }; answer: Commitment };
  /** The promises that stand on Today: at most `limit` of mine, and of theirs. */
  commitments_today: { args: { limit: number }; answer: StandingCommitments };
  /** The promises behind the rate of mine to everybody. */
  commitments_counted: { args: { limit: number }; answer: Counted };
  /** Adds a promise. */
  commitment_add: { args: { commitment: NewCommitment }; answer: Done<CommitmentId> };
  /** Corrects a promise. */
  commitment_edit: { args: { id: CommitmentId; edit: CommitmentEdit }; answer: Done<null> };
  /** Gives a promise another day, as typed. `agreed`: the other side agrees. */
  commitment_move: { args: { id: CommitmentId; when: string; agreed: boolean }; answer: Done<null> };
  /** Ends a promise; `why` is a line of the user's own or empty. */
  commitment_end: { args: { id: CommitmentId; end: CommitmentEnd; why: string }; answer: Done<null> };
  /** Makes a promise open again. */
  commitment_reopen: { args: { id: CommitmentId }; answer: Done<null> };
  /** Counts a kept promise of mine as given to everybody it was with. */
  commitment_count_as_given: { args: { id: CommitmentId }; answer: Done<null> };
  /** The draft that tells about another day, as typed; it may be empty. */
  commitment_letter: { args: { id: CommitmentId; when: string }; answer: Letter };
  /** Opens that draft in the system's mail program. */
  commitment_mail: { args: { id: CommitmentId; when: string }; answer: null };
  /** All introductions that a person is part of, and those that Kith proposes. */
  introductions_of: { args: { person: PersonId }; answer: IntroductionsOf };
  /** An introduction. */
  introduction: { args: { id: IntroductionId }; answer: Introduction };
  /** The introductions that stand on Today, at most `limit`. */
  introductions_today: { args: { limit: number }; answer: StandingIntroductions };
  /** Two of the user's people each, of whom one offers what the other looks for. */
  could_meet: { args: {}; answer: CouldMeet };
  /** What to know before beginning an introduction. */
  introduction_notes: { args: { by: Introducer; who: Array<PersonId> }; answer: Array<string> };
  /** Begins an introduction. Nobody is asked yet. */
  introduction_add: { args: { new: NewIntroduction }; answer: Done<IntroductionId> };
  /** Takes an introduction a step further. */
  introduction_step: { args: { id: IntroductionId; step: IntroductionStep }; answer: Done<null> };
  /** Corrects why people are introduced. */
  introduction_edit: { args: { id: IntroductionId; why: string }; answer: Done<null> };
  /** Removes an introduction. */
  introduction_remove: { args: { id: IntroductionId }; answer: Done<null> };
  /** Does not propose to introduce these two any more. */
  introduction_refuse: { args: { one: PersonId; other: PersonId }; answer: Done<null> };
  /** These two may be proposed again. */
  introduction_allow: { args: { one: PersonId; other: PersonId }; answer: Done<null> };
  /** What there is to look back at. */
  reflect: { args: {}; answer: Reflect };
  /** How the user listened, with the first `limit` reflections. */
  conversations: { args: { limit: number }; answer: Conversations };
  /** Reflections from `offset` on, the last conversation first, at most 500. */
  reflections_list: { args: { offset: number; limit: number }; answer: ReflectionList };
  /** The reflections on conversations with a person, the last first. */
  reflections_of: { args: { person: PersonId }; answer: Array<ReflectedTalk> };
  /** Says how the user listened in a conversation and what they heard; with neither, that is removed. */
  reflection_set: { args: { talk: InteractionId; said: Reflection }; answer: Done<null> };
  /** Leaves out the reflection on a conversation: Kith does not ask for it again. */
  reflection_skip: { args: { talk: InteractionId }; answer: null };
  /** The quarter to look back at, or the one that begins on a day. */
  quarter: { args: { firstOn: string | null }; answer: QuarterShown };
  /** Keeps what the user says of a quarter, in place of what they said before. */
  quarter_set: { args: { firstOn: string; said: QuarterSaid }; answer: Done<null> };
  /** All pitches, in the order in which they were added. */
  pitches: { args: {}; answer: Array<Pitch> };
  /** How long these parts take to say. */
  pitch_time: { args: { parts: PitchParts }; answer: SpeakingTime };
  /** Adds a pitch. */
  pitch_add: { args: { pitch: NewPitch }; answer: Done<PitchId> };
  /** Changes a pitch. */
  pitch_edit: { args: { id: PitchId; pitch: NewPitch }; answer: Done<null> };
  /** Removes a pitch. */
  pitch_remove: { args: { id: PitchId }; answer: Done<null> };
  /** The attributes of the user's own choosing, with their choices. */
  attributes_list: { args: {}; answer: Array<Attribute> };
  /** What a person has of them. */
  attributes_of: { args: { person: PersonId }; answer: Array<PersonAttribute> };
  /** Adds an attribute with what can be chosen. */
  attribute_add: { args: { name: string; choices: Array<string> }; answer: Done<AttributeId> };
  /** Changes what an attribute is. */
  attribute_edit: { args: { id: AttributeId; edit: AttributeEdit }; answer: Done<null> };
  /** Removes an attribute, and takes it from everybody. */
  attribute_remove: { args: { id: AttributeId }; answer: Done<null> };
  /** Says what people have of an attribute; without a choice, that it is not known. */
  attribute_set: {
    args: { people: Array<PersonId>; attribute: AttributeId; choice: ChoiceId | null };
    answer: Done<null>;
  };
  /** How the user's network is made, but for its structure. */
  balance: { args: {}; answer: Balance };
  /** The people of one value of a figure of `balance`, by the label of its group. */
  balance_people: { args: { figure: BalanceFigure; label: string }; answer: BalancePeople };
  /** At most five people who lead to a value that few or nobody has. */
  balance_leads: { args: { figure: BalanceFigure; label: string }; answer: BalanceLeads };
  /** How open the network is and who connects its groups. Slow in a large network. */
  balance_structure: { args: {}; answer: BalanceStructure };
  /** Stops work that takes long; it answers with the code `stopped`. */
  slow_stop: { args: { what: Slow }; answer: null };
  /** All needs, with who stands at their parts. */
  goals: { args: {}; answer: Goals };
  /** A need with everything that its page shows. */
  goal: { args: { id: GoalId }; answer: Goal };
  /** Who could help with a part of a need. */
  goal_part_could_help: { args: { part: GoalPartId }; answer: CouldHelpWith };
  /** Who could help with something. */
  who_could_help: { args: { what: string }; answer: CouldHelpWith };
  /** The last talks with people of a need that are not said to be about it. */
  goal_talks: { args: { id: GoalId }; answer: GoalTalks };
  /** The needs that a person has to do with. */
  goals_of: { args: { person: PersonId }; answer: Array<GoalOfPerson> };
  /** The open needs that somebody of these has to do with. */
  goals_open_with: { args: { people: Array<PersonId> }; answer: Array<GoalRow> };
  /** The needs that have the typed words, the open ones first; all without words. */
  goals_find: { args: { text: string; limit: number }; answer: Array<GoalRow> };
  /** The user's steps that stand on Today, at most `limit`. */
  goal_steps_today: { args: { limit: number }; answer: StandingSteps };
  /** Writes a need down. */
  goal_add: { args: { goal: NewGoal }; answer: Done<GoalId> };
  /** Corrects what a need is, why, by when, and how it turned out. */
  goal_edit: { args: { id: GoalId; edit: GoalEdit }; answer: Done<null> };
  /** Closes a need; `outcome` says how it turned out. */
  goal_close: { args: { id: GoalId; end: GoalEnd; outcome: string }; answer: Done<null> };
  /** Opens a need again. */
  goal_reopen: { args: { id: GoalId }; answer: Done<null> };
  /** Removes a need. */
  goal_remove: { args: { id: GoalId }; answer: Done<null> };
  /** Adds a part to a need. */
  goal_part_add: { args: { goal: GoalId; part: NewGoalPart }; answer: Done<GoalPartId> };
  /** Corrects a part of a need. */
  goal_part_edit: { args: { id: GoalPartId; part: NewGoalPart }; answer: Done<null> };
  /** Removes a part of a need. */
  goal_part_remove: { args: { id: GoalPartId }; answer: Done<null> };
  /** Puts people at a part of a need. */
  goal_helpers_add: { args: { part: GoalPartId; people: Array<PersonId>; role: HelperRole }; answer: Done<null> };
  /** Says which part a person has in a part of a need. */
  goal_helper_set: { args: { part: GoalPartId; person: PersonId; role: HelperRole }; answer: Done<null> };
  /** Takes a person away from a part of a need. */
  goal_helper_remove: { args: { part: GoalPartId; person: PersonId }; answer: Done<null> };
  /** Says what say and what interest a person has in a need, each from 1 to 5 or unsaid. */
  goal_place: {
    args: { goal: GoalId; person: PersonId; say: number | null; interest: number | null };
    answer: Done<null>;
  };
  /** Says whether a person wants what a need is about, too. */
  goal_share: { args: { goal: GoalId; person: PersonId; shares: boolean }; answer: Done<null> };
  /** Adds a step to a need. */
  goal_step_add: { args: { goal: GoalId; step: NewGoalStep }; answer: Done<GoalStepId> };
  /** Corrects a step of a need. */
  goal_step_edit: { args: { id: GoalStepId; step: NewGoalStep }; answer: Done<null> };
  /** Says that a step was done, or that it is open after all. */
  goal_step_finish: { args: { id: GoalStepId; done: boolean }; answer: Done<null> };
  /** Removes a step. */
  goal_step_remove: { args: { id: GoalStepId }; answer: Done<null> };
  /** Says whether a talk was about a need. */
  goal_talk_set: { args: { goal: GoalId; talk: InteractionId; isAbout: boolean }; answer: Done<null> };
  /** An event and who was there. */
  event: { args: { id: EventId }; answer: EventShown };
  /** The events that match the typed words by name or place, the last first; all without words. */
  events_find: { args: { text: string; limit: number }; answer: Array<EventRow> };
  /** How the user met a person, and the events at which they were. */
  events_of: { args: { person: PersonId }; answer: EventsOf };
  /** The follow-ups that stand on Today, by event. */
  follow_ups_today: { args: {}; answer: Array<StandingFollowUp> };
  /** What the form of an event says; `event` is the one that is corrected. */
  event_hints: { args: { when: string; people: Array<PersonId>; event: EventId | null }; answer: EventHints };
  /** Adds an event. */
  event_add: { args: { event: NewEvent }; answer: Done<EventId> };
  /** Corrects an event and who was there. */
  event_edit: { args: { id: EventId; event: NewEvent }; answer: Done<null> };
  /** Removes an event. */
  event_remove: { args: { id: EventId }; answer: Done<null> };
  /** Says how the user met a person. */
  how_met_set: { args: { person: PersonId; said: NewHowMet }; answer: Done<null> };
  /** The first steps that are offered with somebody new. */
  first_steps_of: { args: { person: PersonId }; answer: Array<FirstStepOffered> };
  /** A first step was taken or put away: it is not offered again. */
  first_step_answer: { args: { person: PersonId; step: FirstStep; answer: StepAnswer }; answer: Done<null> };
  /** Give and take with a person, with the newest `limit` entries. */
  exchanges_of: { args: { person: PersonId; limit: number }; answer: ExchangesOf };
  /** The sorts of value to choose from, each with its usual size. */
  exchange_sorts: { args: {}; answer: Array<SortOfExchange> };
  /** Writes down what was given or received. */
  exchange_add: { args: { person: PersonId; exchange: NewExchange }; answer: Done<ExchangeId> };
  /** Corrects an entry. */
  exchange_edit: { args: { id: ExchangeId; exchange: NewExchange }; answer: Done<null> };
  /** Removes an entry. */
  exchange_remove: { args: { id: ExchangeId }; answer: Done<null> };
  /** A thing lent came back today. */
  exchange_back: { args: { id: ExchangeId }; answer: Done<null> };
  /** Calls give and take with a person settled as of today: what came before no longer counts. */
  exchanges_settle: { args: { person: PersonId }; answer: Done<null> };
  /** Takes the last settlement with a person away. */
  exchanges_unsettle: { args: { person: PersonId }; answer: Done<null> };
  /** The line for next time with a person. */
  next_line_of: { args: { person: PersonId }; answer: NextLine | null };
  /** Writes the line for next time with each of these people; an empty text removes it. */
  next_line_set: { args: { people: Array<PersonId>; text: string }; answer: Done<null> };
  /** Things kept to share with a person: those not shared yet first. */
  shares_of: { args: { person: PersonId }; answer: Array<Share> };
  /** Things kept to share with any of these people and not shared with them yet. */
  shares_open_with: { args: { people: Array<PersonId> }; answer: Array<OpenShare> };
  /** Keeps a thing to share. */
  share_add: { args: { share: NewShare }; answer: Done<ShareId> };
  /** Corrects a thing and for whom it is. */
  share_edit: { args: { id: ShareId; share: NewShare }; answer: Done<null> };
  /** Removes a thing. */
  share_remove: { args: { id: ShareId }; answer: Done<null> };
  /** Says that a thing was shared with a person today, or that it was not. */
  share_mark: { args: { id: ShareId; person: PersonId; shared: boolean }; answer: Done<null> };
  /** Opens the link of a thing with the system's program for it. */
  share_open: { args: { id: ShareId }; answer: null };
  /** Lines to begin a talk with a person, at most three, the best first. */
  openers_of: { args: { person: PersonId }; answer: Array<Opener> };
  /** "Not this": an opener rests for 14 days. */
  opener_rest: { args: { person: PersonId; sort: OpenerSort; item: number }; answer: Done<null> };
  /** Makes the same edit to the user's relationship to each of these people. */
  relationship_edit: { args: { ids: Array<PersonId>; edit: RelationshipEdit }; answer: Done<null> };
  /** Edits the user's relationships to several groups of people, each group with its own edit. */
  relationships_edit: { args: { groups: Array<GroupEdit> }; answer: Done<null> };
  /** The boundaries with a person. */
  boundaries_of: { args: { person: PersonId }; answer: BoundariesOf };
  /** Says what the boundaries with a person are. */
  boundaries_set: { args: { person: PersonId; said: Boundaries }; answer: Done<null> };
  /** What boundaries say to a note about people, or to a value of a size given or received. */
  boundary_notes: { args: { people: Array<PersonId>; text: string; size: number | null }; answer: Array<string> };
  /** What usually holds with people of each kind. */
  kind_boundaries: { args: {}; answer: Array<KindBoundary> };
  /** Says what usually holds with people of a kind. */
  kind_boundary_set: { args: { said: KindBoundary }; answer: Done<null> };
  /** Time zones whose name has the typed words. */
  zones_find: { args: { text: string }; answer: Array<ZoneFound> };
  /** Declares a conflict of interest of a person. */
  conflict_add: { args: { person: PersonId; new: NewConflict }; answer: Done<ConflictId> };
  /** Changes a conflict of interest. */
  conflict_edit: { args: { id: ConflictId; new: NewConflict }; answer: Done<null> };
  /** Removes a conflict of interest. */
  conflict_remove: { args: { id: ConflictId }; answer: Done<null> };
  /** Says that there is no conflict of interest with a person. */
  conflict_refuse: { args: { person: PersonId }; answer: Done<null> };
  /** The nature of the relationship to a person. */
  nature_of: { args: { person: PersonId }; answer: NatureOf };
  /** Says what the nature of the relationship to a person is. */
  nature_set: { args: { person: PersonId; said: Nature }; answer: Done<null> };
  /** The changes of a person's status, and the ends that came by themselves; the last first. */
  status_events: { args: { person: PersonId }; answer: Array<StatusEvent> };
  /** The choices of how long to let it cool that can be offered now. */
  cooling_options: { args: {}; answer: Array<CoolingOption> };
  /** When one comes back after cooling off until a typed time. */
  cooling_preview: { args: { text: string }; answer: CoolingPreview };
  /** Adds a kind. */
  kind_add: { args: { kind: NewKind }; answer: Done<KindId> };
  /** Changes a kind. */
  kind_edit: { args: { id: KindId; kind: NewKind }; answer: Done<null> };
  /** Removes a kind that no person has. */
  kind_remove: { args: { id: KindId }; answer: Done<null> };
  /** Sets the cadence of all people of a kind to that of the kind. Returns how many had another one. */
  kind_rhythm_for_all: { args: { id: KindId }; answer: Done<number> };
  /** How a person's warmth is computed; null if no conversation was logged. */
  warmth_explained: { args: { person: PersonId }; answer: WarmthExplained | null };
  /** An example of warmth for the settings. */
  warmth_example: { args: {}; answer: WarmthExample | null };
  /** How somebody likes to talk; nothing where it is not said. */
  communication_of: { args: { person: PersonId }; answer: Communication | null };
  /** A richer channel for the next talk, after several lean ones. */
  richer_channel: { args: { person: PersonId }; answer: RicherChannel | null };
  /** Says how somebody likes to talk. */
  communication_set: { args: { person: PersonId; said: Communication }; answer: Done<null> };
  /** The facts about a person: short lines about interests, family, causes and so on. */
  facts_of: { args: { person: PersonId }; answer: Array<Fact> };
  /** Adds a fact about a person. */
  fact_add: { args: { person: PersonId; fact: NewFact }; answer: Done<FactId> };
  /** Corrects a fact about a person. */
  fact_edit: { args: { id: FactId; fact: NewFact }; answer: Done<null> };
  /** Removes a fact about a person. */
  fact_remove: { args: { id: FactId }; answer: Done<null> };
  /** What one could write to a person, filled from the book; without some parts that are known. */
  draft: { args: { person: PersonId; sort: DraftSort; without: Array<DraftPart> }; answer: Draft };
  /** The words of a text to a person that tell of a private line about them, or are off limits with them. */
  draft_marks: { args: { person: PersonId; text: string }; answer: Array<DraftMark> };
  /** The templates of drafts. */
  draft_templates: { args: {}; answer: Array<DraftTemplate> };
  /** A draft to one of the people of an introduction. */
  introduction_draft: {
    args: { id: IntroductionId; person: PersonId; sort: DraftSort; without: Array<DraftPart> };
    answer: Draft;
  };
  /** Logs that a draft was sent, and the step that it was written for. */
  draft_sent: { args: { sent: SentDraft }; answer: Done<InteractionId> };
  /** Opens a text to several people in the system's mail program. Returns whether it was cut. */
  introduction_mail: { args: { people: Array<PersonId>; subject: string; text: string }; answer: boolean };
  /** Opens a text to a person in the system's mail program. Returns whether it was cut. */
  draft_mail: { args: { person: PersonId; subject: string; text: string }; answer: boolean };
  /** What a person offers, looks for and knows about; without a person, what the user does. */
  topics_of: { args: { person: PersonId | null }; answer: Array<TopicLine> };
  /** The topics in use that have the typed words; without text all. At most `limit` are listed. */
  topics_find: { args: { text: string; limit: number }; answer: TopicsFound };
  /** Says that a person (without one: the user) offers, looks for or knows about a topic. */
  topic_add: { args: { person: PersonId | null; stance: Stance; topic: string }; answer: Done<TopicLineId> };
  /** Takes a topic from whoever has it. */
  topic_remove: { args: { id: TopicLineId }; answer: Done<null> };
  /** Renames a topic. Where a topic of that name is in use, the two become one. */
  topic_rename: { args: { from: string; to: string }; answer: Done<TopicRenamed> };
  /** What a person looks for and others, or the user, offer. */
  matches_for: { args: { person: PersonId }; answer: Array<TopicMatch> };
  /** All people that a person knows. To be requested again also when one of them was changed. */
  ties_of: { args: { person: PersonId }; answer: PersonTies };
  /** Adds a tie between two people. */
  tie_add: { args: { tie: NewTie }; answer: Done<TieId> };
  /** Corrects or ends a tie. */
  tie_edit: { args: { id: TieId; tie: NewTie }; answer: Done<null> };
  /** Removes a tie. */
  tie_remove: { args: { id: TieId }; answer: Done<null> };
  /** The likeliest `limit` of the proposed ties. */
  ties_proposed: { args: { limit: number }; answer: Proposals };
  /** Accepts or refuses proposed ties. Returns how many were accepted. */
  ties_decide: { args: { yes: Array<TiePair>; no: Array<TiePair> }; answer: Done<number> };
  /** Starts a drawing, and stops the one before it. */
  map_draw: { args: { view: MapView }; answer: MapDrawn };
  /**
   * Waits for a layout of the drawing newer than number `after` (0: any). The answer has 32-bit floats:
   * the number of the layout, the share of the computation that is done (1: final), then x and y of each
   * person, the user last.
   */
  map_places: { args: { drawing: number; after: number }; answer: ArrayBuffer };
  /** The numbers in the picture of the people that pass the filter. */
  map_matching: { args: { drawing: number; filter: MapFilter }; answer: Array<number> };
  /** Rows of the map's list, from `offset`. */
  map_rows: {
    args: { drawing: number; filter: MapFilter; sort: MapSort; offset: number; limit: number };
    answer: MapRows;
  };
  /** The side panel of a person. */
  map_panel: { args: { drawing: number; person: PersonId }; answer: MapPanel };
  /** The side panel of an organisation. */
  map_organisation: { args: { id: OrganisationId }; answer: OrganisationPanel };
  /** Pins a person at a place, in pixels at scale 1. */
  map_pin: { args: { person: PersonId; x: number; y: number }; answer: Done<null> };
  /** Unpins people: these, or all (null). Returns how many. */
  map_unpin: { args: { people: Array<PersonId> | null }; answer: Done<number> };
  /** Deletes all stored places except the pinned ones, so that the next drawing starts from the beginning. */
  map_forget: { args: {}; answer: null };
  /** Who offers a topic or knows about it, or who looks for it, and through whom they are reached. */
  who_knows: { args: { asked: WhoAsked; topic: string }; answer: WhoKnows };
  /** The ways in to a person. */
  ways_in: { args: { to: PersonId }; answer: WaysIn };
  /** Moves people to the trash. */
  people_trash: { args: { ids: Array<PersonId> }; answer: Done<null> };
  /** Restores people from the trash. */
  people_restore: { args: { ids: Array<PersonId> }; answer: Done<null> };
  /** The people in the trash, with the number of days left. */
  trash_list: { args: {}; answer: Array<Trashed> };
  /** Deletes people in the trash for good: these, or all (null). Returns how many. */
  trash_empty: { args: { ids: Array<PersonId> | null }; answer: Done<number> };
  /** Stores the unsaved text of a field; null deletes it. */
  unsaved_save: { args: { key: string; text: string | null }; answer: null };
  /** All unsaved texts. */
  unsaved_list: { args: {}; answer: Array<Unsaved> };
  /** Undoes the last change. */
  undo: { args: {}; answer: Done<Undone> };
  /** Does again what was undone last. */
  redo: { args: {}; answer: Done<Undone> };
  /** Undoes one operation, except for people that later ones changed too. */
  undo_operation: { args: { id: OperationId }; answer: Done<Undone> };
  /** The newest operations, newest first. */
  history: { args: { limit: number }; answer: Array<Operation> };
  /** Lets the user choose files. Returns the token of their plan; null if none was chosen. */
  import_choose: { args: {}; answer: string | null };
  /** Lets the user choose folders. Returns like `import_choose`. */
  import_choose_folder: { args: {}; answer: string | null };
  /** Starts a plan from pasted cards. Returns its token. */
  import_paste: { args: { text: string }; answer: string };
  /** The totals of a plan; null while a thread works on it. */
  import_summary: { args: { token: string }; answer: ImportSummary | null };
  /** Rows of the preview, from `offset`. */
  import_rows: { args: { token: string; filter: ImportFilter; offset: number; limit: number }; answer: ImportRows };
  /** All details of one card in the preview. */
  import_details: { args: { token: string; index: number }; answer: ImportDetails };
  /** Decides what to do with some rows, or with all that pass the filter (null). */
  import_decide: {
    args: { token: string; indexes: Array<number> | null; filter: ImportFilter; decision: Decision };
    answer: ImportSummary;
  };
  /** Decides which value one field of an update keeps. */
  import_decide_field: { args: { token: string; index: number; key: string; take: Take }; answer: ImportDetails };
  /** Decides which values the fields of all updates keep. */
  import_take_all: { args: { token: string; take: TakeAll }; answer: ImportSummary };
  /** Decides whom to keep close, with which kind: some rows, or all that pass the filter (null). */
  import_keep_close: {
    args: { token: string; indexes: Array<number> | null; filter: ImportFilter | null; kind: KindId | null };
    answer: ImportSummary;
  };
  /** Replaces a card that could not be read by a corrected one. */
  import_fix: { args: { token: string; index: number; text: string }; answer: ImportSummary };
  /** Imports what the user decided. */
  import_apply: { args: { token: string }; answer: Done<ImportReport> };
  /** Stops reading or importing. An import that was stopped has changed nothing. */
  import_stop: { args: { token: string }; answer: null };
  /** Drops a plan. */
  import_cancel: { args: { token: string }; answer: null };
  /** Exports people (null: all) as vCards to a file that the user chooses; null if they choose none. */
  export_cards: { args: { people: Array<PersonId> | null; style: CardStyle }; answer: Exported | null };
  /** Exports the whole book as JSON to a file that the user chooses; null if they choose none. */
  export_book: { args: {}; answer: Exported | null };
  /**
   * Writes the network as GraphML to a file that the user chooses, with the attributes of their own choosing
   * if `with_attributes`; null if they choose none.
   */
  export_graphml: { args: { withAttributes: boolean }; answer: Exported | null };
  /**
   * Writes the network as CSV, a file of people and one of ties, to a folder that the user chooses; null
   * if they choose none.
   */
  export_network_csv: { args: { withAttributes: boolean }; answer: Exported | null };
  /**
   * Replaces the book by one read from a JSON export, after making a backup of the book; null if the user
   * chooses no file.
   */
  read_book: { args: {}; answer: BookState | null };
  /** Saves the map as PNG to a file that the user chooses; null if they choose none. */
  picture_save_png: { args: Uint8Array; answer: PictureSaved | null };
  /** Saves the map as SVG to a file that the user chooses; null if they choose none. */
  picture_save_svg: { args: Uint8Array; answer: PictureSaved | null };
  /** The conditions for reminders outside the book, as they are now. */
  reminders_state: { args: {}; answer: RemindersState };
  /** Makes Kith start with the session, or no longer. */
  autostart_set: { args: { on: boolean }; answer: null };
  /** Shows a test notification. */
  reminder_test: { args: {}; answer: null };
  /** All backups, even if the book cannot be opened. */
  backups_list: { args: {}; answer: Backups };
  /** What Kith does in the background and what fails at present. */
  troubles: { args: {}; answer: Array<Trouble> };
  /** Makes a backup now. */
  backup_now: { args: {}; answer: Done<Backup> };
  /** Replaces the book by a backup, after making a backup of the book. */
  backup_restore: { args: { name: string }; answer: BookState };
  /** Starts a new, empty book. A damaged one, or a file that is in its place, is renamed. */
  book_new: { args: {}; answer: BookState };
  /** Opens the file that is in the place of a lost book now. */
  book_go_on: { args: {}; answer: BookState };
  /** Looks again for the file of a lost book. */
  book_look: { args: {}; answer: BookState };
  /** The place of the open book, and its size. */
  book_place: { args: {}; answer: BookPlace };
  /** Moves the book and its backups to a folder that the user chooses; null if they choose none. */
  book_move: { args: {}; answer: BookState | null };
  /**
   * Opens the book in a folder that the user chooses, if it is missing where it was moved to; null if
   * they choose none.
   */
  book_find: { args: {}; answer: BookState | null };
  /** Shows a folder in the system's file manager. */
  show_folder: { args: { what: Folder }; answer: null };
}

/** The name of a command. */
export type CommandName = keyof Commands;

/** After which changes a shown answer is requested again. Opening another book makes all answers stale. */
export interface Stale {
  /** The argument that names a person: after a change of that person. */
  person?: string;
  /** After a change of any person. */
  people?: true;
  /** After each change. */
  anything?: true;
  /** After a change of one of these tables. */
  tables?: readonly string[];
}

/** What makes the answers of a command stale. Without an entry, nothing does. */
export const stale: { readonly [Command in CommandName]?: Stale } = {
  people_outline: { people: true, tables: ["person_tags", "kinds", "relationships"] },
  people_window: {},
  people_find: { people: true, tables: ["person_tags", "kinds", "relationships"] },
  people_lately: { people: true, tables: ["relationships"] },
  kinds_list: { people: true, tables: ["kinds", "relationships"] },
  tags_list: { people: true, tables: ["person_tags"] },
  organisation: { people: true },
  person_page: { person: "id", tables: ["person_tags", "kinds", "relationships", "settings"] },
  brief: { person: "person", tables: ["settings", "pitches"] },
  person_face: { person: "id", tables: ["kinds", "relationships"] },
  new_person_hints: { people: true },
  today: { people: true, tables: ["settings", "kinds", "relationships", "commitments", "shares", "topic_lines"] },
  today_count: { people: true, tables: ["settings", "goals", "goal_steps"] },
  timeline: { person: "person" },
  revivals: { people: true, tables: ["settings", "revivals"] },
  load_sums: { people: true, tables: ["settings", "relationships"] },
  fit_plan: { people: true, tables: ["settings", "relationships"] },
  move_choices: { people: true, tables: ["settings", "check_ins"] },
  level_plan: { people: true, tables: ["settings", "check_ins"] },
  fresh_start_offer: { people: true, tables: ["settings", "check_ins"] },
  commitments_of: { people: true, tables: ["commitments", "settings"] },
  commitment: { people: true, tables: ["commitments", "settings"] },
  commitments_today: { people: true, tables: ["commitments", "settings"] },
  commitments_counted: { people: true, tables: ["commitments"] },
  introductions_of: { people: true, tables: ["introductions", "refused_introductions", "topic_lines", "relationships", "settings"] },
  introduction: { people: true, tables: ["introductions", "settings"] },
  introductions_today: { people: true, tables: ["introductions", "relationships"] },
  could_meet: { people: true, tables: ["introductions", "refused_introductions", "topic_lines", "relationships", "settings", "ties"] },
  introduction_notes: { people: true, tables: ["introductions", "relationships"] },
  reflect: { people: true, tables: ["interactions", "pitches", "quarters"] },
  conversations: { people: true, tables: ["interactions", "settings"] },
  reflections_list: { people: true, tables: ["interactions"] },
  reflections_of: { person: "person" },
  quarter: { people: true, tables: ["quarters", "interactions", "commitments", "introductions"] },
  pitches: { people: true, tables: ["pitches", "pitch_people", "settings"] },
  pitch_time: { tables: ["settings"] },
  attributes_list: { people: true, tables: ["attributes", "attribute_choices", "person_attributes"] },
  attributes_of: { person: "person", tables: ["attributes", "attribute_choices", "person_attributes"] },
  balance: { people: true, tables: ["kinds", "relationships", "person_tags", "how_met", "exchanges", "introductions", "attributes", "attribute_choices", "person_attributes"] },
  balance_people: { people: true, tables: ["kinds", "relationships", "person_tags", "how_met", "introductions", "attributes", "attribute_choices", "person_attributes"] },
  balance_leads: { people: true, tables: ["kinds", "relationships", "person_tags", "how_met", "introductions", "attributes", "attribute_choices", "person_attributes", "ties", "topic_lines"] },
  balance_structure: { people: true, tables: ["ties", "relationships", "settings"] },
  goals: { people: true, tables: ["goals", "goal_parts", "goal_helpers", "goal_people", "relationships", "settings"] },
  goal: { people: true, tables: ["goals", "goal_parts", "goal_helpers", "goal_people", "goal_steps", "goal_talks", "relationships", "ties", "settings"] },
  goal_part_could_help: { people: true, tables: ["goal_parts", "goal_helpers", "person_tags", "topic_lines", "relationships"] },
  who_could_help: { people: true, tables: ["person_tags", "topic_lines", "relationships"] },
  goal_talks: { people: true, tables: ["goal_talks", "goal_people"] },
  goals_of: { person: "person", tables: ["goals", "goal_parts", "goal_helpers", "goal_people", "goal_steps"] },
  goals_open_with: { tables: ["goals", "goal_people"] },
  goals_find: { tables: ["goals", "goal_parts"] },
  goal_steps_today: { people: true, tables: ["goals", "goal_steps", "settings"] },
  event: { people: true, tables: ["events", "settings"] },
  events_find: { people: true, tables: ["events"] },
  events_of: { people: true, tables: ["events"] },
  follow_ups_today: { people: true, tables: ["events", "check_ins", "settings"] },
  first_steps_of: { person: "person", tables: ["events", "settings"] },
  exchanges_of: { person: "person", tables: ["exchanges", "commitments", "settings"] },
  next_line_of: { person: "person" },
  shares_of: { person: "person", tables: ["shares"] },
  shares_open_with: { tables: ["shares"] },
  openers_of: { people: true, tables: ["commitments", "shares", "topic_lines", "settings"] },
  boundaries_of: { person: "person", tables: ["kinds", "relationships", "settings"] },
  kind_boundaries: { tables: ["kinds", "kind_boundaries"] },
  nature_of: { person: "person" },
  status_events: { person: "person", tables: ["settings"] },
  warmth_explained: { person: "person", tables: ["settings"] },
  warmth_example: { people: true, tables: ["settings"] },
  communication_of: { person: "person" },
  richer_channel: { person: "person" },
  facts_of: { person: "person" },
  draft: { person: "person", tables: ["settings"] },
  draft_marks: { person: "person" },
  draft_templates: { tables: ["settings"] },
  introduction_draft: { people: true, tables: ["introductions", "settings"] },
  topics_of: { tables: ["topic_lines"] },
  topics_find: { people: true, tables: ["topic_lines"] },
  matches_for: { people: true, tables: ["topic_lines", "relationships"] },
  ties_of: { person: "person" },
  ties_proposed: { people: true },
  map_draw: { people: true, tables: ["person_tags", "kinds", "relationships"] },
  map_organisation: { people: true },
  who_knows: { people: true, tables: ["person_tags", "topic_lines", "relationships"] },
  ways_in: { people: true, tables: ["settings"] },
  trash_list: { people: true },
  history: { anything: true },
  reminders_state: { tables: ["settings"] },
  backups_list: { tables: ["backups"] },
  troubles: { tables: ["troubles"] },
  book_place: { people: true },
};

/** All events that the shell sends to the page, by name. */
export interface Told {
  /** A change of the book was committed. */
  "changed": Changes;
  /** Another book was opened, or the book was closed. */
  "book-opened": BookOpened;
  /** Files are dragged over the window, or no longer. */
  "drag": Dragged;
  /** Files were dropped on the window, and their import plan is being made. */
  "files-dropped": ImportToken;
  /** A file that holds a link was dropped on the window. */
  "link-dropped": LinkFile;
  /** A file was dropped that should hold a link, and holds none that can be kept. */
  "link-refused": LinkRefused;
  /** The progress of making a plan or importing. */
  "import-progress": ImportProgress;
  /** An import plan is ready. */
  "import-ready": ImportToken;
  /** An import plan could not be made. */
  "import-failed": ImportFailed;
  /** The progress of work that takes long and can be stopped. */
  "slow-progress": SlowProgress;
  /** The page should show a place. */
  "navigate": Route;
}
