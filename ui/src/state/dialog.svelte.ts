// The dialog that is open. One at a time: opening one closes the other.
import type {
  Commitment,
  DraftSort,
  Introducer,
  IntroductionStep,
  NewInteraction,
  PersonName,
  PersonRow,
  ReflectedTalk,
  Share,
  Talk,
  TieShown,
  WhoAsked,
} from "../host/wire.gen";
import { ofBook } from "./book.svelte";

/** Someone by name, with the face where it is known. */
export type Face = PersonName & Partial<Pick<PersonRow, "initials" | "colour" | "photo" | "keptClose">>;

/**
 * What the log dialog begins with: with whom, which check-ins it answers, the talk that is being edited, or how,
 * when and what else was said already.
 */
export type Logging = {
  people: Face[];
  closes: number[];
  edit: Talk | null;
  begin?: Pick<NewInteraction, "channel" | "when"> & Partial<NewInteraction>;
};

/** What the dialog of a tie begins with: from whom, to whom where that is known, and the tie that is being edited. */
export type Tying = { from: Face; to: Face | null; edit: TieShown | null };

/** What the dialog of a promise begins with: with whom, and the promise that is being edited. */
export type Promising = { people: Face[]; edit: Commitment | null };

/** The introduction that a draft is part of: to whom it goes, what for, and the step that sending it takes, if any. */
export type DraftOfIntroduction = {
  id: number;
  to: Face[];
  sorts: DraftSort[];
  step: IntroductionStep | null;
  /** What is said once it was sent. */
  words: string;
};

/** What the dialog of drafts begins with: to whom, and what for. */
export type Drafting = { person: Face; sort: DraftSort; introduction: DraftOfIntroduction | null };

/** What an introduction begins with: who introduces, between whom, and why where that is known. */
export type Introducing = { by: Introducer; people: Face[]; why?: string };

/** What the dialog of a thing to share begins with: for whom, what is known of it, and the one that is edited. */
export type Sharing = { people: Face[]; edit: Share | null; title?: string; link?: string };

/** What the dialog of an event begins with: the event to read, or those who were at a new one. */
type Eventing = { id: number | null; people: Face[] };

/** Every dialog of the app with what it begins with; `true` where it needs nothing. */
export type Dialogs = {
  /** A new person. */
  add: true;
  /** A conversation, new or to be edited. */
  log: Logging;
  /** Who somebody knows, new or to be edited. */
  tie: Tying;
  /** A promise, new or to be edited. */
  promise: Promising;
  /** A thing kept to share, new or to be edited. */
  share: Sharing;
  /** An event, new or to be read. */
  event: Eventing;
  /** All events. */
  events: true;
  /** What one could write to somebody. */
  draft: Drafting;
  /** An introduction is begun. */
  introduce: Introducing;
  /** Another day for the promise of this id. */
  anotherDay: number;
  /** The words that tell about another day of the promise of this id. */
  tellThem: number;
  /** A promise that was not kept. */
  brokenPromise: Commitment;
  /** What the rate of one's promises is counted from. */
  countedPromises: true;
  /** A talk to reflect on, or whose reflection is corrected. */
  reflection: ReflectedTalk;
  /** What to read before a talk with this person. */
  brief: number;
  /** Which rhythms to lengthen so that all fit. */
  fit: true;
  /** Which check-ins move when the days are levelled. */
  level: true;
  /** Ties that Kith proposes. */
  proposed: true;
  /** Who knows about a topic, or looks for it. */
  who: { asked: WhoAsked; topic: string };
  /** To whom a way in is wanted. */
  way: true;
  /** All keys. */
  keys: true;
  /** Quick search (Ctrl K). */
  search: true;
  /** Keeping this person close, from where one is. */
  keepClose: number;
  /** A new check-in: the small window on the page of this person. */
  plan: number;
};
export type DialogName = keyof Dialogs;
type Open = { [Name in DialogName]: { name: Name; of: Dialogs[Name] } }[DialogName];

class OpenDialog {
  #open = $state.raw<Open | null>(null);
  /** The one that is open again once this one closes. */
  #below: Open | null = null;

  /** Opens it, in place of the one that is open. */
  show<Name extends DialogName>(name: Name, ...[of]: Dialogs[Name] extends true ? [] : [Dialogs[Name]]): void {
    this.#below = null;
    this.#open = { name, of: of ?? true } as Open;
  }

  /** What `opens` opens leads back to the one that is open now. */
  over(opens: () => void): void {
    const below = this.#open;
    opens();
    this.#below = below;
  }

  /** What it began with, where it is the one that is open; else null. */
  of<Name extends DialogName>(name: Name): Dialogs[Name] | null {
    return this.#open?.name === name ? (this.#open.of as Dialogs[Name]) : null;
  }

  is(name: DialogName): boolean {
    return this.#open?.name === name;
  }

  /** Closes this one where it is the one that is open; without a name, whichever is. */
  close(name?: DialogName): void {
    if (name === undefined) this.#open = this.#below = null;
    else if (this.is(name)) [this.#open, this.#below] = [this.#below, null];
  }
}

export const dialogs = ofBook(() => new OpenDialog());

/** Logs a conversation with these people. */
export const openLog = (people: Face[], more: Partial<Omit<Logging, "people">> = {}): void =>
  dialogs.show("log", { people, closes: [], edit: null, ...more });

/** Says that somebody knows somebody. */
export const openTie = (from: Face, to: Face | null = null): void => dialogs.show("tie", { from, to, edit: null });

/** Writes down a promise with these people, or corrects one. */
export const openPromise = (people: Face[], edit: Commitment | null = null): void =>
  dialogs.show("promise", { people, edit });

/** Keeps something to share with these people, or corrects it. */
export const openShare = (
  people: Face[],
  edit: Share | null = null,
  from: { title?: string; link?: string } = {},
): void => dialogs.show("share", { people, edit, ...from });

/** Shows an event; without one, writes a new one down, at which these people were. */
export const openEvent = (id: number | null, people: Face[] = []): void => dialogs.show("event", { id, people });

/** Begins a draft to somebody. */
export const openDraft = (
  person: Face,
  sort: DraftSort = "check_in",
  introduction: DraftOfIntroduction | null = null,
): void => dialogs.show("draft", { person, sort, introduction });

/** Begins an introduction of these two, or asks the first for a way in to the last. */
export const openIntroduce = (people: Face[], by: Introducer = "me", why = ""): void =>
  dialogs.show("introduce", { by, people, ...(why && { why }) });
