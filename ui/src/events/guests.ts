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

/** Those of an event that is corrected: what stands stays until one says otherwise. */
export const guestsOf = ({ guests }: EventShown): Guest[] =>
  guests.map(({ row, line, met, followUp }) => ({
    ...guestOf(row),
    line,
    met,
    followUp: followUp !== "none",
    said: true,
  }));
