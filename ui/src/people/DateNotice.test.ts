import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { DateNoticeOf, PersonDate } from "../host/wire.gen";
import Dates from "./Dates.svelte";

const user = userEvent.setup();
let host: FakeHost;

beforeEach(() => {
  host = fakeHost({ person_edit: async () => done(null) });
  useHost(host);
});

const date = (more: Partial<PersonDate> = {}): PersonDate => ({
  id: 1,
  kind: "birthday",
  label: "",
  year: 1986,
  month: 3,
  day: 12,
  text: "12 March 1986",
  ...more,
});
const show = (notice: DateNoticeOf, close: boolean, dates = [date()]): unknown =>
  render(Dates, { person: 4, dates, notice, close });
const asked = (): unknown[] => host.calls.filter(({ command }) => command === "person_edit").map(({ args }) => args);
const button = (name: string): Promise<HTMLElement> => screen.findByRole("button", { name });

it("says when one is told, and takes another notice for this person", async () => {
  show({ own: null, usual: "day_before" }, true);
  await user.click(await button("Reminder of the dates: Told a day before"));
  const chosen = await screen.findByRole("menuitemcheckbox", { name: "As usual: told a day before" });
  expect(chosen.getAttribute("aria-checked")).toBe("true");
  await user.click(screen.getByRole("menuitemcheckbox", { name: "Told a week before" }));
  expect(asked()).toEqual([{ id: 4, edit: { type: "date_notice", value: "week" } }]);
});

it("of somebody who is not kept close nothing is told unless one says so", async () => {
  show({ own: null, usual: "same_day" }, false);
  await user.click(await button("Reminder of the dates: Not told"));
  expect(await screen.findByRole("menuitemcheckbox", { name: "As usual: not told" })).toBeTruthy();
});

it("one's own choice stands, and the usual is a way back", async () => {
  show({ own: "off", usual: "same_day" }, true);
  await user.click(await button("Reminder of the dates: Not told"));
  await user.click(await screen.findByRole("menuitemcheckbox", { name: "As usual: told on the day" }));
  expect(asked()).toEqual([{ id: 4, edit: { type: "date_notice", value: null } }]);
});

it("there is nothing to choose where no date has a day", () => {
  show({ own: null, usual: "same_day" }, true, [date({ day: null, month: null })]);
  expect(screen.queryByRole("button", { name: /Reminder of the dates/ })).toBeNull();
});
