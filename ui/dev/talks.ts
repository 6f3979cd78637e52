// Made-up talks, warmth and planned check-ins of the people in the made-up book. Days are relative to today.
import { done } from "../src/host/fake";
import type { Host } from "../src/host/host";
import type { Channel, CheckIn, Level, PersonName, Talk, WarmthExplained, WarmthShown } from "../src/host/wire.gen";
import { addDays, dayWords, todayHere } from "../src/shared/days";

export const today = todayHere();
const daysSince = (on: string): number => Math.round((Date.parse(today) - Date.parse(on)) / 86_400_000);
const levels: Level[] = ["cold", "cool", "steady", "warm", "very_warm"];
const weight: Record<Channel, number> = {
  in_person: 1,
  video: 0.8,
  phone: 0.6,
  email: 0.35,
  chat: 0.35,
  text: 0.35,
  social: 0.35,
  not_said: 0.35,
};
const order: Channel[] = ["in_person", "video", "in_person", "email", "phone", "chat", "text", "social", "not_said"];
const notes = [
  "Talked through his spin-out. Worried about hiring a second optics engineer before the grant lands.",
  "Compared notes on drift in humid labs. He offered to open doors at the Forum if I bring a clear one-page ask.",
  "First proper talk since the conference. He prefers to think out loud, then decide by mail.",
  "",
];

/** How many talks somebody has; every fifth none, one a great many. */
const howMany = (id: number): number => (id % 5 === 0 ? 0 : id === 7 ? 74 : 2 + (id % 4));
export function talksOf(id: number, name: string, other: PersonName): Talk[] {
  return Array.from({ length: howMany(id) }, (_, at): Talk => {
    const channel = order[(id + at) % order.length]!;
    return {
      id: id * 1000 + at,
      on: addDays(today, -(9 + (id % 7) * 11 + at * 17)),
      at: at % 3 === 1 ? "09:00" : null,
      channel,
      minutes: channel === "email" || channel === "text" ? null : [50, 30, 75, 20][at % 4]!,
      startedBy: at % 3 === 0 ? { type: "me" } : at % 3 === 1 ? { type: "person", id } : { type: "not_said" },
      note: notes[(id + at) % notes.length]!,
      people: at % 4 === 1 ? [{ id, name }, other] : [{ id, name }],
    };
  });
}

const begins = [0.08, 0.25, 0.45, 0.7].map((warm) => -1.5 * Math.log(1 - warm)) as [number, number, number, number];
export function explained(talks: Talk[], cadenceDays: number | null): WarmthExplained | null {
  if (talks.length === 0) return null;
  const halfLife = cadenceDays === null ? 90 : Math.min(365, Math.max(30, cadenceDays * 1.5));
  const parts = talks.map(({ on, channel }) => {
    const fading = 2 ** (-daysSince(on) / halfLife);
    return { on, daysAgo: daysSince(on), channel, weight: weight[channel], fading, counts: weight[channel] * fading };
  });
  const strength = parts.reduce((sum, { counts }) => sum + counts, 0);
  const segments = 1 + begins.filter((from) => strength >= from).length;
  return {
    level: levels[segments - 1]!,
    segments,
    cadenceDays,
    halfLife,
    parts: parts.slice(0, 20),
    others: Math.max(0, parts.length - 20),
    strength,
    begins,
  };
}
export function shown(talks: Talk[], cadenceDays: number | null): WarmthShown | null {
  const whole = explained(talks, cadenceDays);
  const late = talks.filter(({ on }) => daysSince(on) <= 60);
  return (
    whole && {
      level: whole.level,
      segments: whole.segments,
      talks: late.length,
      days: 60,
      mostly: late[0]?.channel ?? null,
    }
  );
}

const far = (on: string): string => {
  const days = -daysSince(on);
  return days === 0 ? "today" : days === 1 ? "tomorrow" : days > 0 ? `in ${days} days` : `${-days} days ago`;
};
export const inWords = (on: string, at: string | null = null): string =>
  [dayWords(on), at, far(on)].filter(Boolean).join(", ");
export const aCheckIn = (id: number, source: CheckIn["source"], on: string, more: Partial<CheckIn> = {}): CheckIn => ({
  id,
  source,
  on,
  at: null,
  reason: "",
  due: on <= new Date().toISOString().slice(0, 10),
  snoozedTo: null,
  rings: null,
  ...more,
  words: inWords(on, more.at),
});

/** Reads only ISO days, "tomorrow" and "in 5 days": enough to see the fields at work. */
export function madeUpDays(): Partial<Host> {
  return {
    whenPreview: async (text, purpose) => {
      const [, iso, , time] = /^(\d{4}-\d{2}-\d{2})(\s+(\d{1,2}:\d{2}))?$/.exec(text) ?? [];
      const ahead = /^in (\d+) days?$/.exec(text)?.[1] ?? (text === "tomorrow" ? "1" : text === "today" ? "0" : null);
      const on = iso ?? (ahead ? addDays(today, Number(ahead)) : null);
      if (!on)
        return {
          understood: null,
          problem: "Kith does not know this day. Try “friday” or “4 may”.",
          on: null,
          at: null,
          rings: null,
        };
      if (purpose === "check_in" && on < today)
        return { understood: null, problem: "This day is over. Choose one to come.", on: null, at: null, rings: null };
      return {
        understood: inWords(on, time ?? null),
        problem: null,
        on,
        at: time ?? null,
        rings: time && time > "18" ? "The reminder comes Monday 16 March at 08:30." : null,
      };
    },
    days: async (from, to) =>
      Array.from({ length: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1 }, (_, at) =>
        addDays(from, at),
      ).map((day) => ({
        day,
        checkIns: day > today && day.endsWith("4") ? 1 : 0,
        working: ![0, 6].includes(new Date(day).getUTCDay()),
        names: [],
      })),
    nextDuePreview: async (_, days) => {
      if (days < 1 || days > 3650)
        throw { code: "invalid", message: "Choose from 1 to 3,650 days.", field: "cadenceDays" };
      const on = addDays(today, days);
      return dayWords(on).replace(/^(\w{3})\w+/, "$1");
    },
    snoozeOptions: async () => [
      { key: "tomorrow", label: "Tomorrow", words: "Wed 11 March" },
      { key: "next_week", label: "Next week", words: "Mon 16 March" },
      { key: "in_a_month", label: "In a month", words: "Fri 10 April" },
    ],
    checkInSnooze: async () => done(null, 1),
    checkInSkip: async () => done(null, 1),
  };
}
