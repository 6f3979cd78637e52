import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aPage, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { now } from "../state/day.svelte";
import { toasts } from "../state/toast.svelte";
import GiveTake from "./GiveTake.svelte";
import { aBalance, anExchange, giveAndTake, someSorts } from "./made";

let host: FakeHost;
beforeEach(() => {
  now.day = "2026-03-10";
  toasts.shown = null;
  host = fakeHost({
    exchange_sorts: async () => someSorts,
    when_preview: async ({ text }) => ({
      understood: text === "banana" ? null : "Tuesday 10 March",
      problem: text === "banana" ? "Write a day." : null,
      on: "2026-03-10",
      at: null,
      rings: null,
      choices: [],
    }),
    exchange_add: async ({ exchange }) => {
      if (exchange.what.trim() === "") throw { code: "invalid", field: "what", message: "Say what it was." };
      return done(7, 3);
    },
    exchange_edit: async () => done(null, 4),
    exchange_remove: async () => done(null, 5),
    exchange_back: async () => done(null, 6),
    exchanges_settle: async () => done(null, 7),
    exchanges_unsettle: async () => done(null, 8),
    unsaved_save: async () => null,
    days: async () => [],
  });
  useHost(host);
});
const user = userEvent.setup();
const person = aPage(7, "Samir Haddoun");
const onmore = (): void => undefined;
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
const drawn = anExchange(1, "The slides", { talk: "Coffee", channel: "in_person" });

it("shows both ways with a bar, in words, and how it is counted", async () => {
  const received = anExchange(2, "Two candidates", { direction: "received", sort: "referral", size: 3 });
  render(GiveTake, { person, of: giveAndTake({ entries: [drawn, received] }), onmore });
  screen.getByText("About even");
  screen.getByRole("img", { name: "Given 6.2, received 5.7" });
  screen.getByText("Feedback, medium · from “Coffee”");
  screen.getByText("Referral, large");
  expect(screen.queryByText(/From -0.3/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "How this is counted" }));
  screen.getByText(/From -0.3/);
});

it("says that it is not enough yet, without figures", () => {
  const balance = aBalance({ lean: "not_enough", words: "Not enough yet", counted: 1, how: "One thing noted." });
  render(GiveTake, { person, of: giveAndTake({ entries: [drawn], balance }), onmore });
  screen.getByRole("img", { name: "Not enough yet" });
  expect(document.querySelector(".bal-b i")).toBeNull();
  expect(screen.queryByText("How this is counted")).toBeNull();
});

it("adds in place with the usual size of its sort, and says at the field what is wrong", async () => {
  render(GiveTake, { person, of: giveAndTake({ entries: [drawn] }), onmore });
  await user.click(screen.getByRole("button", { name: "Add" }));
  const what = screen.getByRole("textbox", { name: "What" });
  expect(document.activeElement).toBe(what);
  await waitFor(() => expect(screen.getByRole("radio", { name: "Small" }).getAttribute("aria-checked")).toBe("true"));
  await user.keyboard("{Enter}");
  await screen.findByText("Say what it was.");
  expect(what.getAttribute("aria-invalid")).toBe("true");
  await user.type(what, "Read his letter");
  expect(screen.queryByText("Say what it was.")).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Samir gave" }));
  await user.click(screen.getByRole("radio", { name: "Large" }));
  await user.click(screen.getByRole("button", { name: "Lent" }));
  await user.type(screen.getByRole("textbox", { name: "Back by" }), "friday");
  await user.click(screen.getAllByRole("button", { name: "Add" }).at(-1)!);
  await waitFor(() => expect(toasts.shown?.text).toBe("Borrowed from Samir"));
  expect(asked("exchange_add").at(-1)).toEqual({
    person: 7,
    exchange: {
      direction: "received",
      what: "Read his letter",
      sort: "favour",
      size: 3,
      when: "today",
      backBy: "friday",
    },
  });
  expect(screen.queryByRole("textbox", { name: "What" })).toBeNull();
});

it("keeps unsaved words, and Escape leaves the form alone", async () => {
  const shown = render(GiveTake, { person, of: giveAndTake({ entries: [drawn] }), adding: true, onmore });
  await user.type(screen.getByRole("textbox", { name: "What" }), "Half a thought");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("textbox", { name: "What" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Add" }));
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "What" }).value).toBe("Half a thought");
  shown.unmount();
});

it("edits in place, brings back what was lent, and removes by key", async () => {
  const lent = anExchange(3, "The amplifier", {
    sort: "favour",
    size: 1,
    backBy: "2026-03-06",
    isOut: true,
    lent: "Was to be back by 6 March",
  });
  render(GiveTake, { person, of: giveAndTake({ entries: [lent] }), onmore });
  screen.getByText("Lent");
  await user.click(screen.getByRole("button", { name: "Came back" }));
  expect(asked("exchange_back")).toEqual([{ id: 3 }]);
  await user.click(screen.getByRole("button", { name: "More for The amplifier" }));
  const menu = await screen.findByRole("menu");
  const labels = within(menu)
    .getAllByRole("menuitem")
    .map((item) => item.textContent?.trim());
  expect(labels).toEqual(["Came back", "Edit E", "Remove Delete"]);
  await user.keyboard("{Escape}");
  screen.getByRole("button", { name: "More for The amplifier" }).focus();
  await user.keyboard("e");
  const what = screen.getByRole("textbox", { name: "What" });
  await user.type(what, " of the lab{Enter}");
  await waitFor(() => expect(asked("exchange_edit")).toHaveLength(1));
  expect(asked("exchange_edit")[0]).toMatchObject({ id: 3, exchange: { what: "The amplifier of the lab", size: 1 } });
  screen.getByRole("button", { name: "More for The amplifier" }).focus();
  await user.keyboard("{Delete}");
  await waitFor(() => expect(toasts.shown?.text).toBe("Removed: The amplifier"));
});

it("is settled by one's own word, and counts again", async () => {
  const shown = render(GiveTake, { person, of: giveAndTake({ entries: [drawn] }), onmore });
  await user.click(screen.getByRole("button", { name: "Call it settled" }));
  expect(asked("exchanges_settle")).toEqual([{ person: 7 }]);
  const of = giveAndTake({
    entries: [{ ...drawn, counts: false }],
    settled: "10 March",
    balance: aBalance({ counted: 0, lean: "not_enough" }),
  });
  await shown.rerender({ person, of, onmore });
  screen.getByText(/Settled on 10 March/);
  screen.getByText(/settled$/);
  expect(screen.queryByRole("button", { name: "Call it settled" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Count all again" }));
  expect(asked("exchanges_unsettle")).toEqual([{ person: 7 }]);
});

it("shows a few of very many, year by year, and asks for more than it has", async () => {
  const entries = Array.from({ length: 40 }, (_, at) =>
    anExchange(100 - at, `Gift ${at}`, at < 10 ? {} : { on: "2025-06-01", dayWords: "1 Jun", year: 2025 }),
  );
  let more = 0;
  render(GiveTake, { person, of: giveAndTake({ entries, total: 100_000 }), onmore: () => more++ });
  expect(screen.getAllByText(/^Gift /)).toHaveLength(6);
  expect(screen.queryByRole("heading", { name: "2026" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Show earlier (99,994)" }));
  expect(screen.getAllByText(/^Gift /)).toHaveLength(36);
  screen.getByRole("heading", { name: "2025" });
  expect(more).toBe(0);
  await user.click(screen.getByRole("button", { name: "Show earlier (99,964)" }));
  expect(more).toBe(1);
});
