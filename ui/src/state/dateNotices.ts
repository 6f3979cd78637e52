// When one is told of birthdays and other dates: the words of the settings and of a person's page.
import type { DateNotice } from "../host/wire.gen";

export const noticeWords: Record<DateNotice, string> = {
  off: "Not told",
  same_day: "Told on the day",
  day_before: "Told a day before",
  three_days: "Told 3 days before",
  week: "Told a week before",
  two_weeks: "Told 2 weeks before",
};

export const noticeChoices: { value: DateNotice; label: string }[] = (
  ["same_day", "day_before", "three_days", "week", "two_weeks", "off"] as const
).map((value) => ({ value, label: noticeWords[value] }));
