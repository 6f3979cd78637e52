/**
 * The sections of Settings in their order, for the list beside them and for quick search. `words` are others one might
 * look for.
 */
export const sections = [
  { id: "hours", title: "Working hours", words: "days off holidays time zone weekday" },
  { id: "load", title: "Load", words: "comfortable a day easy weekdays level capacity rhythms add up reviving" },
  { id: "rhythm", title: "Kinds and rhythm", words: "cadence every days client manager colour" },
  { id: "attributes", title: "Attributes", words: "own fields choices seniority variety custom" },
  { id: "reminders", title: "Reminders", words: "notifications names tray background start sign in" },
  { id: "drafts", title: "Drafts", words: "templates letters mail words parts" },
  { id: "reflect", title: "Reflect", words: "pitch words a minute speaking pace sidebar hide" },
  { id: "warmth", title: "Warmth", words: "weights channels half" },
  { id: "ties", title: "Ties", words: "weights knows way in map close colleague" },
  { id: "look", title: "Appearance", words: "theme dark light text size date order calendar first day of the week" },
  { id: "me", title: "Me", words: "topics offer look for seek know expertise rename" },
  { id: "cards", title: "Reading cards", words: "country phone about me" },
  { id: "book", title: "Your book", words: "backup restore export file folder sample" },
  { id: "trash", title: "Trash and history", words: "deleted bring back undo changes" },
  { id: "keys", title: "Keyboard", words: "shortcuts keys" },
  { id: "about", title: "About", words: "version licences" },
] as const;
export type SectionId = (typeof sections)[number]["id"];
