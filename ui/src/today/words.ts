// How Today counts people and says which day comes next.
import type { Day, Today } from "../host/wire.gen";
import { capital, number, spell } from "../shared/counts";
import { addDays, dayBrief, weekday, weekdays } from "../shared/days";
import { listed, spoken, together } from "../shared/names";

/** So many names of a day come from the host. */
const named = 5;

/** "One person", "Four people, two to follow up and three promises", of those of which there are any. */
const all = (parts: string[]): string => capital(listed(parts.filter(Boolean)));
const counted = (of: number, one: string): string => (of === 0 ? "" : `${spell(of)} ${of === 1 ? one : `${one}s`}`);

/** What stands on Today beside check-ins. */
type Besides = {
  /** Promises. */ promised?: number;
  /** Steps of needs. */ steps?: number;
  /** Check-ins that follow up an event: they are among those that are due. */ followed?: ReadonlySet<number>;
  /** How many of those are in their days still; the others ask for nothing. */ toFollowUp?: number;
};

/** The line below the date. */
export function summary(
  today: Today,
  { promised = 0, steps = 0, followed = new Set(), toFollowUp = followed.size }: Besides = {},
): string {
  const { keptClose, close, imported } = today;
  const rows = today.rows.filter(({ checkIn }) => !followed.has(checkIn));
  const due = today.due - followed.size;
  const ups = toFollowUp === 0 ? "" : `${spell(toFollowUp)} to follow up`;
  const besides = [ups, counted(promised, "promise"), counted(steps, "step")];
  if (due === 0 && besides.some(Boolean)) return `${all(besides)}.`;
  if (due === 0 && keptClose === 0 && imported > 0)
    return `${imported === 1 ? "One person" : `${number(imported)} people`} came in today.`;
  if (due === 0) return "Nobody is due.";
  // One person may be due more than once. How many people that is can be said where all of them are here.
  const who = rows.length === due ? new Set(rows.map(({ person }) => person.id)).size : due;
  const times = who < due ? `, ${spell(due)} check-ins` : "";
  const people = `${all([`${spell(who)} ${who === 1 ? "person" : "people"}${times}`, ...besides])}.`;
  return close.length > 0 ? `${people} You keep ${spell(keptClose)} close.` : people;
}

/** "on Friday" within a week, "on Mon 23 March" after it, "tomorrow". */
export function onDay(day: string, today: string): string {
  if (day === today) return "today";
  if (day === addDays(today, 1)) return "tomorrow";
  return day < addDays(today, 7) ? `on ${weekdays[weekday(day)] ?? ""}` : `on ${dayBrief(day, today)}`;
}

/** "Next is Tomasz Wilczyn on Friday.", of the days after today. */
export function nextWords(days: readonly Day[], today: string): string {
  const next = days.find(({ day, checkIns, people }) => day > today && checkIns > 0 && people.length > 0);
  if (!next) return "No check-in is planned for the next two weeks.";
  return `Next ${next.people.length === 1 ? "is" : "are"} ${whoWords(next)} ${onDay(next.day, today)}.`;
}

/** "Ilse and Hannah", "Ilse, Hannah and 3 others": whom a day asks for, as far as the host has named them. */
export function whoWords(day: Pick<Day, "people" | "checkIns">, most = 3): string {
  const said = day.people.slice(0, most).map(({ name }) => spoken(name));
  const more = othersOf(day, said.length);
  return more > 0 ? `${said.join(", ")} and ${more === 1 ? "one other" : `${number(more)} others`}` : together(said);
}

/** How many more people a day asks for than the `said` who are named. */
export const othersOf = ({ people, checkIns }: Pick<Day, "people" | "checkIns">, said: number): number =>
  (people.length < named ? people.length : Math.max(people.length, checkIns)) - said;
