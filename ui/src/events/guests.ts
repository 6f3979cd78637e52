// Who was at an event, as the form holds them.
import type { EventShown } from "../host/wire.gen";
import type { Guest } from "./EventForm.svelte";

/** Somebody who was just named. Whoever is new was met here first. */
export const guestOf = (who: Guest["who"]): Guest => ({
  key: who.id === null ? `new-${crypto.randomUUID()}` : `person-${who.id}`,
  who,
  line: "",
  met: who.id === null,
  followUp: true,
  said: who.id === null,
});

/** What the form of a new event holds. */
type EventWritten = { name: string; place: string; when: string; note: string; guests: Guest[] };

/** What was entered of them by hand: the rest follows the hints until one says otherwise. */
export const entered = (guest: Guest): Guest => (guest.said ? guest : { ...guest, met: false, followUp: false });

/** It as a text, as what is written elsewhere is kept. */
export const writtenEvent = (event: EventWritten): string => JSON.stringify(event);

/** What was kept; nothing where that is no such text. */
export function readEvent(text: string | null): EventWritten | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<EventWritten>;
    const words = (word: unknown): string => (typeof word === "string" ? word : "");
    const guests = (Array.isArray(kept.guests) ? kept.guests : []).filter((guest) => typeof guest?.key === "string");
    return { name: words(kept.name), place: words(kept.place), when: words(kept.when), note: words(kept.note), guests };
  } catch {
    return null;
  }
}

/** Those of an event that is corrected: what stands stays until one says otherwise. */
export const guestsOf = ({ guests }: EventShown): Guest[] =>
  guests.map(({ row, line, met, followUp }) => ({
    ...guestOf(row),
    line,
    met,
    followUp: followUp !== "none",
    said: true,
  }));
