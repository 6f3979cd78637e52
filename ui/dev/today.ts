// A made-up Today: ?today=four (as drawn), nothing, three, imported, many, slow or broken; ?notify=no_service where nothing can be shown.
import { aRow, done, noChanges } from "../src/host/fake";
import type { Events, Host } from "../src/host/host";
import type { Day, KindBadge, NewInteraction, PersonRow, Today, TodayRow, WhenPreview } from "../src/host/wire.gen";
import { addDays, addMonths, dayBrief, dayWords, isDay, weekday } from "../src/shared/days";

const today = "2026-03-10";
const kind = (name: string, colour: KindBadge["colour"]): KindBadge => ({ name, colour });
const person = (
  id: number,
  name: string,
  role: string,
  organisation: string,
  of: KindBadge,
  colour: number,
): PersonRow => aRow(id, name, { role, organisation, kind: of, colour, keptClose: true });
const row = (
  checkIn: number,
  of: PersonRow,
  head: string,
  late: boolean,
  tail: string,
  lastNote: string,
  order: string,
  orderWhy: string,
  planned = "",
): TodayRow => ({
  checkIn,
  source: planned ? "planned" : "cadence",
  person: of,
  reason: { head, late, tail },
  planned,
  lastNote,
  order,
  orderWhy,
});

const ilse = person(1, "Ilse Varnholt", "Director of Laboratories", "Tarn Biologics", kind("Client", "client"), 4);
const ruth = person(5, "Ruth Castellane", "Chief Commercial Officer", "Northmere", kind("Manager", "manager"), 2);
const four: TodayRow[] = [
  row(
    11,
    ilse,
    "42 days since the last video call",
    true,
    "you planned every 30",
    "Bergen move set for the end of February. She wants two benches kept.",
    "40 % over",
    "42 days, planned every 30",
  ),
  row(
    12,
    person(2, "Daniel Osterby", "Supply Lead", "Corvane Optics", kind("Vendor", "vendor"), 6),
    "61 days since the last email",
    true,
    "you planned every 45",
    "Two quotes came late again. He was open about why.",
    "36 % over",
    "61 days, planned every 45",
  ),
  row(
    13,
    person(3, "Meenal Dasrath", "Product Manager", "Northmere", kind("Direct report", "report"), 1),
    "14 days since the last one-to-one",
    false,
    "due today",
    "Asked for fewer stand-ups. Trying Tuesdays and Thursdays.",
    "due today, high",
    "14 days, planned every 14",
  ),
  row(
    14,
    person(4, "Yuki Taniwaki", "Editor", "Bench & Signal", kind("Industry contact", "industry"), 3),
    "30 days since you met in person",
    false,
    "due today",
    "Is writing a series on drift, open to numbers from us.",
    "due today, usual",
    "30 days, planned every 30",
    "Send the article on calibration drift",
  ),
];
const many = Array.from({ length: 137 }, (_, at) => {
  const like = four[at % 4]!;
  return {
    ...like,
    checkIn: 100 + at,
    person: { ...like.person, id: 100 + at, name: `${like.person.name} ${at + 1}` },
  };
});
const load = [4, 2, 4, 1, 0, 0, 3, 2, 7, 1, 1, 0, 0, 2];
const day = (iso: string): Day => {
  const at = (Date.parse(iso) - Date.parse(today)) / 86_400_000;
  const checkIns = load[at] ?? 0;
  return {
    day: iso,
    checkIns,
    working: weekday(iso) < 5,
    names: ["Tomasz Wilczyn", "Gareth Pennlow", "Leonie Marchwald", "Amara Nwokedi", "Sofia Lindqvern"].slice(
      0,
      checkIns,
    ),
  };
};
const dates = [
  [2, "Sofia Lindqvern", "Birthday"],
  [4, "Tomasz Wilczyn", "6 years at Northmere"],
  [7, "Leonie Marchwald", "Contract review, 10:00"],
  [10, "Amara Nwokedi", "Birthday"],
] as const;

/** The words the real host would understand, as far as one tries them here. */
function understand(text: string): WhenPreview {
  const none: WhenPreview = { understood: null, problem: null, on: null, at: null, rings: null };
  const [, words = "", at = null] = /^(.*?)(?:\s+(\d{1,2}:\d{2}))?$/.exec(text.trim().toLowerCase()) ?? [];
  const known: Record<string, string> = {
    today,
    yesterday: addDays(today, -1),
    tomorrow: addDays(today, 1),
    "last tuesday": addDays(today, -7),
    friday: addDays(today, 3),
    saturday: addDays(today, 4),
    "in a month": addMonths(today, 1),
  };
  const on = isDay(words) ? words : known[words];
  if (!on) return { ...none, problem: "Write a day, such as yesterday, last tuesday or 3 march." };
  const off = (Date.parse(on) - Date.parse(today)) / 86_400_000;
  const ago =
    off === 0
      ? "today"
      : off === -1
        ? "yesterday"
        : off === -7
          ? "a week ago"
          : off < 0
            ? `${-off} days ago`
            : `in ${off} days`;
  return {
    understood: `${dayWords(on)}, ${ago}${at ? `, ${at}` : ""}`,
    problem: null,
    on,
    at,
    rings: weekday(on) > 4 && at ? "Not a working day, so the reminder comes Monday 16 March at 08:30." : null,
  };
}

export function madeUpToday(
  query: URLSearchParams,
  emit: <E extends keyof Events>(event: E, payload: Events[E]) => void,
): Partial<Host> {
  const scene = query.get("today") ?? "four";
  let rows =
    {
      nothing: [],
      imported: [],
      many,
      three: [
        row(
          11,
          ruth,
          "Not yet contacted here",
          false,
          "kept close since Friday",
          "",
          "due today, usual",
          "kept close on Friday, planned every 14",
        ),
      ],
    }[scene] ?? four;
  const answered = (ids: number[]): void => {
    rows = rows.filter(({ checkIn }) => !ids.includes(checkIn));
    setTimeout(() => emit("changed", { ...noChanges, people: [1] }));
  };
  const next = (draft: NewInteraction) =>
    draft.people.map((id, at) => ({
      id,
      name: rows.find((each) => each.person.id === id)?.person.name ?? `Person ${id}`,
      on: at === 0 ? "2026-04-02" : null,
    }));
  const all = (): Today => ({
    date: today,
    keptClose: scene === "imported" ? 0 : scene === "three" ? 3 : 40,
    due: rows.length,
    rows,
    imported: scene === "imported" ? 213 : 0,
    close:
      scene === "three"
        ? [
            { person: ruth, words: "Manager · every 14 days", next: "today" },
            {
              person: aRow(6, "Samir Haddoun", { colour: 5 }),
              words: "Industry contact · every 30 days",
              next: "31 March",
            },
            { person: aRow(7, "Kofi Amenuvor", { colour: 1 }), words: "Peer · every 30 days", next: "2 April" },
          ]
        : [],
    days: load.map((_, at) =>
      scene === "three" || scene === "imported"
        ? { ...day(addDays(today, at)), checkIns: 0, names: [] }
        : day(addDays(today, at)),
    ),
    dates:
      scene === "three"
        ? []
        : dates.map(([at, name, words], id) => ({ day: addDays(today, at), person: { id: id + 20, name }, words })),
  });
  return {
    today: async (limit) => {
      if (scene === "slow") await new Promise(() => undefined);
      if (scene === "broken") throw { code: "unavailable", message: "The disk did not answer.", field: null };
      const whole = all();
      return { ...whole, rows: whole.rows.slice(0, limit) };
    },
    todayCount: async () => rows.length,
    days: async (from, to) => {
      const days: Day[] = [];
      for (let at = from; at <= to; at = addDays(at, 1)) days.push(day(at));
      return days;
    },
    lastChannel: async () => "video",
    whenPreview: async (text) => understand(text),
    interactionPreview: async (draft) => ({
      understood: understand(draft.when).understood,
      problem: null,
      next: next(draft),
    }),
    interactionLog: async (draft) => {
      if (draft.people.length === 0) throw { code: "invalid", message: "Say with whom.", field: "people" };
      const { problem, on } = understand(draft.when);
      if (problem || (on ?? "") > today)
        throw { code: "invalid", message: problem ?? "That day is still to come.", field: "when" };
      const logged = next(draft);
      answered(draft.closes);
      return done({ id: 1, next: logged }, 1);
    },
    interactionEdit: async () => done(null, 1),
    interactionDelete: async () => done(null, 1),
    checkInSkip: async (ids) => (answered(ids), done(null, 1)),
    checkInSnooze: async (ids) => (answered(ids), done(null, 1)),
    snoozeOptions: async () => [
      { key: "later_today", label: "Later today", words: "15:00" },
      { key: "tomorrow", label: "Tomorrow", words: dayBrief(addDays(today, 1), today) },
      { key: "later_this_week", label: "Later this week", words: "Fri 13 March" },
      { key: "next_week", label: "Next week", words: "Mon 16 March" },
      { key: "in_two_weeks", label: "In two weeks", words: "Tue 24 March" },
      { key: "in_a_month", label: "In a month", words: "Fri 10 April" },
    ],
    remindersState: async () => ({
      notifications: (query.get("notify") as "no_service" | "no_bus" | null) ?? "ready",
      tray: true,
      autostart: false,
      zone: "Europe/Berlin",
      localTime: "09:00",
      lastShown: null,
    }),
  };
}
