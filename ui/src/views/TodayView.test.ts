import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aPromise } from "../commitments/made";
import { aRow, done, fakeHost, noChanges, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { FreshStart, RemindersState, StandingCommitments, Today, TodayRow } from "../host/wire.gen";
import LogDialog from "./LogDialog.svelte";
import { addDays } from "../shared/days";
import { app } from "../state/app.svelte";
import { hearChanges } from "../state/changes";
import { now } from "../state/day.svelte";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import { wanted } from "../state/source.svelte";
import { toasts } from "../state/toast.svelte";
import TodayView from "./TodayView.svelte";

const names = ["Ilse Varnholt", "Daniel Osterby", "Meenal Dasrath"];
const aTodayRow = (at: number, name: string): TodayRow => ({
  checkIn: 10 + at,
  source: "cadence",
  person: aRow(at + 1, name),
  reason: { head: `${40 - at} days since the last video call`, late: at === 0, tail: "you planned every 30" },
  planned: at === 1 ? "Ask about the quotes" : "",
  whatHappened: "",
  opener: at === 0 ? { sort: "share", item: 4, lead: "To share:", text: "Moving a lab" } : null,
  lastNote: "Two benches.",
  order: "40 % over",
  orderWhy: "42 days, planned every 30",
});
let rows: TodayRow[];
let host: FakeHost;
let state: RemindersState["notifications"];
let whole: Partial<Today>;
const answer = async ({ ids }: { ids: number[] }): Promise<ReturnType<typeof done<null>>> => {
  rows = rows.filter(({ checkIn }) => !ids.includes(checkIn));
  setTimeout(() => host.emit("changed", { ...noChanges, people: [1] }));
  return done(null, 5);
};
beforeEach(() => {
  rows = names.map((name, at) => aTodayRow(at, name));
  state = "ready";
  now.day = "2026-03-10";
  whole = {};
  toasts.shown = null;
  dialogs.close("log");
  app.knowsQuiet = false;
  app.settings = theSettings();
  app.book = { type: "open", sample: false, people: 3, onboarded: true, opening: 1 };
  route.replace({ view: "today" });
  host = fakeHost({
    today: async ({ limit }) => ({
      date: "2026-03-10",
      keptClose: 40,
      due: rows.length,
      rows: rows.slice(0, limit),
      close: [],
      purposesOver: [],
      imported: 0,
      days: Array.from({ length: 14 }, (_, at) => ({
        day: addDays("2026-03-10", at),
        checkIns: at === 3 ? 6 : 0,
        room: 4,
        working: at !== 4,
        people: at === 3 ? ["A", "B", "C", "D", "E"].map((name, n) => ({ id: 20 + n, name })) : [],
      })),
      dates: [{ day: "2026-03-12", person: { id: 9, name: "Sofia Lindqvern" }, words: "Birthday" }],
      ...whole,
    }),
    follow_ups_today: async () => [],
    commitments_today: async () => ({ mine: [], theirs: [], mineTotal: 0, theirsTotal: 0, any: false }),
    goal_steps_today: async () => ({ steps: [], total: 0 }),
    introductions_today: async () => ({ listed: [], more: 0, andMore: false }),
    check_in_skip: answer,
    check_in_snooze: answer,
    last_channel: async () => "phone",
    interaction_preview: async () => ({ understood: null, problem: null, next: [] }),
    shares_open_with: async () => [],
    interaction_log_with: async ({ draft: { people, closes } }) => {
      await answer({ ids: closes });
      return done(
        { id: 1, next: people.map((id) => ({ id, name: "Ilse Varnholt", on: "2026-04-02", rests: null })) },
        5,
      );
    },
    unsaved_save: async () => null,
    snooze_options: async () => [{ key: "tomorrow", label: "Tomorrow", words: "Wed 11 March" }],
    when_preview: async () => ({
      understood: "Friday 20 March, in 10 days",
      problem: null,
      on: "2026-03-20",
      at: null,
      rings: null,
      choices: [],
    }),
    days: async () => [],
    reminders_state: async () => ({
      notifications: state,
      tray: false,
      autostart: null,
      zone: "UTC",
      localTime: "09:00",
      lastShown: null,
    }),
  });
  useHost(host);
  return hearChanges();
});
const user = userEvent.setup();
const focused = (): string | null | undefined => document.activeElement?.textContent;
async function open(): Promise<void> {
  render(TodayView);
  await screen.findByRole("heading", { name: "Tuesday 10 March" });
}

it("draws who is due, why, and what was said last", async () => {
  await open();
  screen.getByText("Three people.");
  const list = screen.getByRole("list", { name: "People to reach out to" });
  expect(
    within(list)
      .getAllByRole("listitem")
      .map((row) => row.getAttribute("aria-label")),
  ).toEqual(names);
  const late = document.querySelectorAll(".reach-why .late");
  expect([...late].map((each) => each.textContent)).toEqual(["40 days since the last video call"]);
  expect(screen.getByText("Ask about the quotes").className).toContain("own");
  await user.click(screen.getByRole("button", { name: "Why this order" }));
  await screen.findByText(/Nothing is guessed or learned/);
});

it("shows those whom one met at an event together, apart from the others", async () => {
  host.answers.follow_ups_today = async () => [
    {
      event: 7,
      title: "Two people from Nordic Lab Days",
      words: "You met yesterday",
      by: "by tomorrow",
      late: false,
      people: [1, 2].map((at) => ({ person: aRow(at + 1, names[at] ?? ""), checkIn: 10 + at, line: "" })),
    },
  ];
  await open();
  await screen.findByText("One person and two to follow up.");
  const list = screen.getByRole("list", { name: "People to reach out to" });
  expect(within(list).getAllByRole("listitem").length).toBe(1);
  await user.click(screen.getByRole("button", { name: /Two people from Nordic Lab Days/ }));
  expect(dialogs.of("event")).toMatchObject({ id: 7 });
  dialogs.close("event");
});

it("leads by the arrows through the follow-ups, and from the last of them to the rows", async () => {
  host.answers.follow_ups_today = async () =>
    [7, 8].map((event) => ({
      event,
      title: `Somebody of event ${event}`,
      words: "You met yesterday",
      by: "by tomorrow",
      late: false,
      people: [{ person: aRow(event, "Ana Brook"), checkIn: event === 7 ? 11 : 12, line: "" }],
    }));
  await open();
  await screen.findByRole("button", { name: /event 8/ });
  const focused = (): string => document.activeElement?.textContent ?? "";
  await user.keyboard("{ArrowDown}");
  expect(focused()).toContain("event 7");
  await user.keyboard("{ArrowDown}");
  expect(focused()).toContain("event 8");
  await user.keyboard("{ArrowUp}{ArrowDown}{ArrowDown}");
  const list = screen.getByRole("list", { name: "People to reach out to" });
  expect(list.contains(document.activeElement)).toBe(true);
});

it("is one tab stop; arrows move, Enter opens, L logs with what it answers", async () => {
  await open();
  await user.keyboard("{ArrowDown}");
  expect(focused()).toBe("Ilse Varnholt");
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}");
  expect(focused()).toBe("Daniel Osterby");
  expect(
    [...document.querySelectorAll<HTMLElement>(".reach button")]
      .filter(({ tabIndex }) => tabIndex === 0)
      .map(({ textContent }) => textContent),
  ).toEqual(["Daniel Osterby", "LogL", "BriefB", "Snooze", "Skip"]);
  await user.keyboard("l");
  expect(dialogs.of("log")).toMatchObject({ people: [{ id: 2 }], closes: [11], edit: null });
  dialogs.close("log");
  await user.keyboard("{Control>}l{/Control}");
  expect(dialogs.of("log")).toMatchObject({ closes: [11] });
  dialogs.close("log");
  await user.keyboard("{Enter}");
  expect(route.at).toEqual({ view: "people", person: 2 });
});

it("skips with X, and the focus stays with the row that took its place", async () => {
  await open();
  await user.keyboard("{ArrowDown}{ArrowDown}x");
  await waitFor(() => expect(screen.queryByText("Daniel Osterby")).toBeNull());
  await waitFor(() => expect(focused()).toBe("Meenal Dasrath"));
  expect(toasts.shown?.text).toBe("Skipped Daniel Osterby this time");
  await user.keyboard("x");
  await waitFor(() => expect(focused()).toBe("Ilse Varnholt"));
  await user.keyboard("x");
  await screen.findByText("Nobody to reach out to today");
});

it("snoozes from the menu, by a time offered or another date", async () => {
  await open();
  await user.keyboard("{ArrowDown}s");
  await screen.findByRole("menu", { name: "Snooze Ilse Varnholt until" });
  await user.click(screen.getByRole("menuitem", { name: /Tomorrow/ }));
  await waitFor(() =>
    expect(
      host.calls.some(
        ({ command, args }) =>
          command === "check_in_snooze" &&
          JSON.stringify(args) === '{"ids":[10],"until":{"type":"until","key":"tomorrow"}}',
      ),
    ).toBe(true),
  );
  await waitFor(() => expect(focused()).toBe("Daniel Osterby"));
  await user.keyboard("s");
  await user.click(await screen.findByRole("menuitem", { name: "Another date…" }));
  await screen.findByRole("dialog", { name: "Snooze Daniel until" });
  await user.keyboard("20 march");
  await screen.findByText(/in 10 days/);
  await user.keyboard("{Enter}");
  await waitFor(() =>
    expect(
      host.calls.some(
        ({ command, args }) =>
          command === "check_in_snooze" &&
          JSON.stringify(args) === '{"ids":[11],"until":{"type":"on","when":"20 march"}}',
      ),
    ).toBe(true),
  );
  await waitFor(() => expect(focused()).toBe("Meenal Dasrath"));
  expect(toasts.shown?.text).toBe("Snoozed Daniel Osterby until Friday 20 March");
});

it("opens the menu of a row with the right button, and gives the focus back", async () => {
  await open();
  await user.pointer({ keys: "[MouseRight]", target: screen.getByText("Meenal Dasrath") });
  await screen.findByRole("menu", { name: "Actions for Meenal Dasrath" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(focused()).toBe("Meenal Dasrath"));
});

it("logs from the row in one gesture, and goes on with the next", async () => {
  render(LogDialog);
  await open();
  await user.keyboard("{ArrowDown}l");
  await screen.findByRole("dialog", { name: "Log a conversation" });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Note")));
  await user.keyboard("Two benches.{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(screen.queryByText("Ilse Varnholt")).toBeNull());
  await waitFor(() => expect(focused()).toBe("Daniel Osterby"));
  expect(toasts.shown?.text).toBe("Logged a phone call with Ilse. Next on Thu 2 April.");
});

it("works by mouse, and stays with the row that was clicked", async () => {
  await open();
  const row = screen.getByRole("listitem", { name: "Daniel Osterby" });
  await user.click(within(row).getByRole("button", { name: "Snooze" }));
  await user.click(await screen.findByRole("menuitem", { name: /Tomorrow/ }));
  await waitFor(() => expect(screen.queryByText("Daniel Osterby")).toBeNull());
  await waitFor(() => expect(focused()).toBe("Meenal Dasrath"));
  await user.click(
    within(screen.getByRole("listitem", { name: "Ilse Varnholt" })).getByRole("button", { name: "Skip" }),
  );
  await waitFor(() => expect(rows).toHaveLength(1));
  await waitFor(() => expect(focused()).toBe("Meenal Dasrath"));
  await user.click(
    within(screen.getByRole("listitem", { name: "Meenal Dasrath" })).getByRole("button", { name: /^Log/ }),
  );
  expect(dialogs.of("log")).toMatchObject({ people: [{ id: 3 }], closes: [12] });
});

it("leaves the letters to whatever else has the focus", async () => {
  await open();
  screen.getByTitle(/^Log a conversation/).focus();
  await user.keyboard("x");
  expect(host.calls.some(({ command }) => command === "check_in_skip")).toBe(false);
  expect(rows).toHaveLength(3);
});

it("goes on with the first of the rows that came, also where they were the last", async () => {
  rows = Array.from({ length: 70 }, (_, at) => aTodayRow(at, `Person ${at + 1}`));
  await open();
  screen.getByRole("button", { name: "Show more" }).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(focused()).toBe("Person 51"));
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  await user.keyboard("{ArrowUp}");
  expect(focused()).toBe("Person 50");
});

it("shows the next 50 of many", async () => {
  rows = Array.from({ length: 120 }, (_, at) => aTodayRow(at, `Person ${at}`));
  await open();
  expect(document.querySelectorAll(".reach")).toHaveLength(50);
  screen.getByText("50 of 120");
  await user.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(document.querySelectorAll(".reach")).toHaveLength(100));
});

it("lists whom a day asks for", async () => {
  await open();
  const friday = screen.getByRole("button", { name: "Fri 13 March: 6 planned, 2 more than is comfortable" });
  expect(friday.querySelectorAll("i.on")).toHaveLength(4);
  expect(friday.querySelectorAll("i.over")).toHaveLength(2);
  await user.click(friday);
  await waitFor(() =>
    expect(document.querySelector(".cap")?.textContent?.replace(/\s+/g, " ").trim()).toBe(
      "Fri 13 A, B, C, D, E and one other. Move one",
    ),
  );
  // Pressed, its names lead to their pages; another day under the pointer is named as long as it is there.
  await user.hover(screen.getByRole("button", { name: /^Sat 14 March/ }));
  await screen.findByText(/Not a working day\./);
  await user.unhover(screen.getByRole("group", { name: "Check-ins of the next 14 days" }));
  await user.click(await screen.findByRole("button", { name: "C" }));
  expect(route.at).toEqual({ view: "people", person: 22 });
  friday.focus();
  await user.keyboard("{ArrowRight}{Enter}");
  await screen.findByText(/Not a working day\./);
});

it("moves whose dot is dragged to another day", async () => {
  const moved = vi.fn(async () => done(null, 8));
  host.answers.check_in_drag = moved;
  await open();
  const friday = screen.getByRole("button", { name: /^Fri 13 March/ });
  const monday = screen.getByRole("button", { name: /^Mon 16 March/ });
  const dot = friday.querySelectorAll("i")[1];
  if (!dot) throw new Error("no dot");
  document.elementFromPoint = () => monday;
  const at = (x: number) => ({ button: 0, pointerType: "mouse", clientX: x, clientY: 0, bubbles: true });
  await fireEvent.pointerDown(dot, at(0));
  await fireEvent.pointerMove(window, at(3));
  await fireEvent.pointerUp(window, at(3));
  expect(moved).not.toHaveBeenCalled();
  await fireEvent.pointerDown(dot, at(0));
  await fireEvent.pointerMove(window, at(40));
  expect(monday.classList.contains("is-drop")).toBe(true);
  await fireEvent.pointerUp(window, at(40));
  await waitFor(() => expect(moved).toHaveBeenCalledWith({ person: 21, from: "2026-03-13", to: "2026-03-16" }));
});

it("invites while nobody is kept close, and can be put off", async () => {
  rows = [];
  whole = { keptClose: 0, imported: 213 };
  await open();
  screen.getByText("213 people came in today.");
  await user.click(screen.getByRole("button", { name: "Not now" }));
  await screen.findByText("Nobody to reach out to today");
});

it("says that nothing can be shown, once, and only where it is wanted", async () => {
  state = "no_service";
  await open();
  await screen.findByText("Your desktop does not show notifications just now");
  state = "ready";
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(screen.queryByText(/does not show notifications/)).toBeNull());
  state = "no_bus";
  window.dispatchEvent(new Event("focus"));
  await screen.findByText(/nothing to send them through/);
  await user.click(screen.getByRole("button", { name: "Hide" }));
  expect(screen.queryByText(/does not show notifications/)).toBeNull();
  expect(app.knowsQuiet).toBe(true);
});

it("shows the new day in a window left open over night", async () => {
  await open();
  const asked = host.calls.filter(({ command }) => command === "today").length;
  whole = { date: "2026-03-11" };
  now.day = "2026-03-11";
  await screen.findByRole("heading", { name: "Wednesday 11 March" });
  expect(host.calls.filter(({ command }) => command === "today").length).toBe(asked + 1);
});

it("says that it could not be read, and reads again", async () => {
  let broken = true;
  const { today } = host.answers;
  useHost(
    fakeHost({
      ...host.answers,
      today: (asked) =>
        broken
          ? Promise.reject({ code: "unavailable", message: "The disk did not answer.", field: null })
          : today!(asked),
    }),
  );
  render(TodayView);
  await screen.findByText("The disk did not answer.");
  broken = false;
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("heading", { name: "Tuesday 10 March" });
});

it("begins with cards where nobody is in the book", async () => {
  rows = [];
  whole = { keptClose: 0 };
  host.answers.people_outline = async () => ({ total: 0, letters: [], dots: [] }) as never;
  render(TodayView);
  expect(await screen.findByRole("heading", { name: "Nobody in your book yet" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Choose people" })).toBeNull();
  await userEvent.setup().click(screen.getByRole("button", { name: "Add a person" }));
  expect(dialogs.is("add")).toBe(true);
  dialogs.close("add");
});

it("shows no promises to whoever has none, and otherwise both directions with their number", async () => {
  const promises: StandingCommitments = { mine: [], mineTotal: 0, theirs: [], theirsTotal: 0, any: false };
  host.answers.commitments_today = async () => promises;
  const shown = render(TodayView);
  await screen.findByRole("heading", { name: "Reach out" });
  expect(screen.queryByText(/romise/)).toBeNull();
  shown.unmount();
  promises.any = true;
  const again = render(TodayView);
  await userEvent.click(await screen.findByRole("button", { name: "Promise" }));
  expect(dialogs.of("promise")).toEqual({ people: [], edit: null });
  expect(screen.queryByRole("heading", { name: "Promises" })).toBeNull();
  again.unmount();
  promises.mine = [aPromise(1, "The draft", { tone: "now", dueWords: "Today" })];
  promises.theirs = [aPromise(2, "Comments", { owedBy: "them" })];
  promises.mineTotal = 80;
  promises.theirsTotal = 1;
  render(TodayView);
  await screen.findByText("Three people and 81 promises.");
  await screen.findByRole("heading", { name: "Promised to you" });
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  expect(host.calls.findLast(({ command }) => command === "commitments_today")?.args).toEqual({ limit: 100 });
  await userEvent.click(screen.getAllByRole("button", { name: "Samir Haddoun" })[0] as HTMLElement);
  expect(route.at).toEqual({ view: "people", person: 7 });
});

it("shows a line to begin with, and leads to what it is from", async () => {
  rows = [
    {
      ...aTodayRow(0, "Ilse Varnholt"),
      opener: { sort: "last_talk", item: 7, lead: "Last time:", text: "Two benches." },
    },
    aTodayRow(1, "Daniel Osterby"),
  ];
  await open();
  expect(screen.getAllByText("Two benches.")).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: "Last time: Two benches." }));
  expect(route.at).toEqual({ view: "people", person: 1 });
  expect(wanted.at).toEqual({ person: 1, selector: '[data-talk-id="7"]' });
});

it("counts those to reach out to without those whom one talks with again", async () => {
  rows = rows.map((row, at) => (at === 0 ? { ...row, source: "coming_back" } : row));
  whole = { due: 60 };
  await open();
  const heading = screen.getByRole("heading", { name: "Reach out" });
  expect(heading.parentElement?.querySelector(".count")?.textContent).toBe("59");
  screen.getByText("2 of 59");
});

it("draws the rows once it is known what stands above them", async () => {
  let offered: ((offer: FreshStart | null) => void) | undefined;
  host.answers.fresh_start_offer = () => new Promise((answer) => (offered = answer));
  render(TodayView);
  await waitFor(() => expect(offered).toBeDefined());
  offered?.({ due: 23, until: "Fri 27 March", wasAway: false });
  const row = await screen.findByText("Ilse Varnholt");
  const offer = screen.getByRole("heading", { name: "More is due than fits. Begin from today?" });
  expect(offer.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

it("does not wait for ever for what stands above the rows", async () => {
  host.answers.fresh_start_offer = () => new Promise(() => undefined);
  render(TodayView);
  expect(await screen.findByText("Ilse Varnholt")).toBeTruthy();
});
