// Made-up kinds, reminders and warmth. ?notify=no_service|no_bus, ?tray=no, ?autostart=none, ?talks=none show other states.
import { aRow, done, noChanges, type FakeHost } from "../src/host/fake";
import type { Host } from "../src/host/host";
import type { Changes, Kind, LogUnderstood, NewKind, WarmthExplained, Weights } from "../src/host/wire.gen";
import { app } from "../src/state/app.svelte";
import { noFilter } from "../src/state/filter";

const kind = (
  id: number,
  name: string,
  category: Kind["category"],
  colour: Kind["colour"],
  cadenceDays: number,
  people: number,
): Kind => ({ id, name, category, colour, cadenceDays, people, keptClose: people });

/** Tells the page of a change, as the shell would; nobody listens in a test without a page. */
export const tell = (changes: Partial<Changes>): void =>
  void setTimeout(() =>
    (globalThis as { kithHost?: FakeHost }).kithHost?.emit("changed", { ...noChanges, ...changes }),
  );
const refuse = (message: string, field: string | null = null): never => {
  throw { code: "invalid", message, field };
};

function explained(weights: Weights): WarmthExplained {
  const halfLife = Math.min(365, Math.max(30, Math.round(30 * weights.halfLifePerCadence)));
  const talks = [
    [9, "in_person", weights.inPerson],
    [26, "video", weights.video],
    [49, "in_person", weights.inPerson],
    [61, "email", weights.email],
  ] as const;
  const parts = talks.map(([daysAgo, channel, weight]) => {
    const fading = 2 ** (-daysAgo / halfLife);
    return { on: "2026-03-01", daysAgo, channel, weight, fading, counts: weight * fading };
  });
  const strength = parts.reduce((sum, { counts }) => sum + counts, 0);
  const begins = [0.13, 0.43, 0.9, 1.81] as [number, number, number, number];
  const segments = 1 + begins.filter((from) => strength >= from).length;
  return {
    level: (["cold", "cool", "steady", "warm", "very_warm"] as const)[segments - 1] ?? "cold",
    segments,
    cadenceDays: 30,
    halfLife,
    parts,
    others: 0,
    strength,
    begins,
  };
}

/** "log call with samir yesterday": a word for how, a name, a word for when. */
async function understood(text: string): Promise<LogUnderstood | null> {
  const [, begin = "", how = "", name = "", day = ""] =
    /^(log )?(call|talk|email)(?: with)? (\S+)(?: (today|yesterday))?$/i.exec(text.trim()) ?? [];
  if (name === "") return null;
  const found = await (globalThis as { kithHost?: FakeHost }).kithHost?.peopleFind(name, noFilter, 3);
  const [first, ...others] = found?.rows.map(({ row }) => row) ?? [];
  if (!first) return null;
  const at = (word: string): [number, number][] =>
    word === "" ? [] : [[text.indexOf(word, begin.length), text.indexOf(word, begin.length) + word.length]];
  return {
    people: [first],
    others,
    channel: how === "call" ? "phone" : how === "email" ? "email" : "not_said",
    when: day || "today",
    whenWords: day === "yesterday" ? "Monday 9 March" : "today, Tuesday 10 March",
    spans: [...at(how), ...at(name), ...at(day)],
  };
}

export function madeUpSettings(query: URLSearchParams): Partial<Host> {
  let kinds: Kind[] = [
    kind(2, "Manager", "internal", "manager", 14, 1),
    kind(3, "Direct report", "internal", "report", 14, 4),
    kind(1, "Peer", "internal", "peer", 30, 9),
    kind(7, "Senior leader", "internal", "manager", 60, 0),
    kind(4, "Client", "external", "client", 45, 11),
    kind(8, "Mentor", "external", "report", 45, 1),
    kind(5, "Vendor", "external", "vendor", 60, 6),
    kind(6, "Industry contact", "external", "industry", 90, 8),
    kind(9, "Recruiter", "external", "vendor", 180, 0),
  ];
  let autostart = false;
  const checked = (id: number | null, next: NewKind): NewKind => {
    if (next.name === "") refuse("Write a name for this kind.", "name");
    if (kinds.some((each) => each.id !== id && each.name.toLowerCase() === next.name.toLowerCase()))
      refuse("There is a kind of that name already.", "name");
    if (next.cadenceDays < 1 || next.cadenceDays > 3650) refuse("Between 1 and 3,650 days.", "cadenceDays");
    return next;
  };
  return {
    kindsList: async () => kinds,
    kindAdd: async (added) => {
      const id = 20 + kinds.length;
      kinds = [...kinds, { ...checked(null, added), id, people: 0, keptClose: 0 }];
      tell({ kinds: true });
      return done(id, 20);
    },
    kindEdit: async (id, edited) => {
      const next = checked(id, edited);
      kinds = kinds.map((each) => (each.id === id ? { ...each, ...next } : each));
      tell({ kinds: true });
      return done(null, 21);
    },
    kindRemove: async (id) => {
      const { people, name } = kinds.find((each) => each.id === id) ?? refuse("This kind is gone.");
      if (people > 0) refuse(`${people} people are of the kind ${name}. Give them another kind first.`);
      kinds = kinds.filter((each) => each.id !== id);
      tell({ kinds: true });
      return done(null, 22);
    },
    kindRhythmForAll: async (id) => done(kinds.find((each) => each.id === id)?.people ?? 0, 23),
    remindersState: async () => ({
      notifications: (query.get("notify") ?? "ready") as "ready",
      tray: query.get("tray") !== "no",
      autostart: query.get("autostart") === "none" ? null : autostart,
      zone: "Europe/Oslo",
      localTime: new Date().toLocaleTimeString("en-GB", {
        hour: "2-digit",
        minute: "2-digit",
        timeZone: "Europe/Oslo",
      }),
      lastShown: new Date().toISOString().slice(0, 10) + "T08:30:00",
    }),
    autostartSet: async (on) => ((autostart = on), null),
    reminderTest: async () => null,
    logUnderstood: understood,
    warmthExample: async () => {
      const weights = app.settings?.warmth;
      return weights && query.get("talks") !== "none"
        ? { person: aRow(5, "Samir Haddoun", { colour: 5 }), explained: explained(weights) }
        : null;
    },
  };
}
