import { readFileSync } from "node:fs";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aPromise } from "../commitments/made";
import { aRow, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Brief } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import BriefDialog from "./BriefDialog.svelte";

let host: FakeHost;
let brief: Brief;
beforeEach(() => {
  dialogs.close();
  brief = {
    person: aRow(7, "Ilse Varnholt"),
    heard: null,
    pitches: [],
    beginWith: { sort: "share", item: 3, lead: "To share:", text: "Moving a lab" },
    nextTime: "Ask about the benches",
    last: { when: "Tuesday 27 January", channel: "video", note: "Bergen move set.\nTwo benches." },
    planned: { when: "Planned for today at 14:00", about: "The audit talk" },
    promisesTotal: 2,
    notBack: [{ until: "Lent until 1 March", what: "The spare hygrometer" }],
    toShareTotal: 3,
    promises: [
      aPromise(3, "The humidity protocol"),
      aPromise(4, "Dates for a visit", { owedBy: "them", dueWords: "" }),
    ],
    giveAndTake: null,
    toShare: ["Moving a lab"],
    sharedGoals: [{ title: "A stability pilot", steps: [] }],
    communication: { channels: ["video", "email"], bestTime: "Before 11", dynamic: 2, rapid: 3, ownWords: "" },
    facts: [{ id: 1, kind: "interest", text: "Sings in a choir", private: false }],
    privateFacts: 1,
    topics: [
      { stance: "offers", topics: ["A pilot lab"], more: 0 },
      { stance: "seeks", topics: ["Humidity reviewer"], more: 3 },
    ],
    soon: ["Thursday 2 April: Birthday", "Thursday 2 April: Birthday"],
    bothKnow: [{ id: 9, name: "Hannah Iwobi" }],
    bothKnowTotal: 1,
    boundaries: "Work only · not: the merger · until 16:00 (15:20 there)",
    boundariesOnPaper: "Work only · until 16:00 (15:20 there)",
    conflicts: [],
    nature: "Neither can do it alone: say early what you need.",
  };
  host = fakeHost({
    brief: async ({ withPrivate }) =>
      withPrivate
        ? { ...brief, facts: [...brief.facts, { id: 2, kind: "family", text: "Her mother is ill", private: true }] }
        : brief,
  });
  useHost(host);
});
async function open(): Promise<void> {
  render(BriefDialog);
  dialogs.show("brief", 7);
  await screen.findByText("Ilse Varnholt");
}

it("opens with what was heard, which is printed only when asked for", async () => {
  brief = {
    ...brief,
    heard: { text: "Being told early", when: "Tuesday 27 January" },
    pitches: [{ id: 1, audience: "For pharma", text: "Labs lose a week.\n\nMay I show you?", seconds: 38 }],
  };
  await open();
  const [heard] = screen.getAllByRole("heading", { level: 3 });
  expect(heard?.textContent).toBe("What mattered to Ilse, Tuesday 27 January");
  expect(screen.getByText("Being told early").closest(".brief-private")).not.toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Print this too" }));
  expect(screen.getByText("Being told early").closest(".brief-private")).toBeNull();
  expect(screen.getByText("Your pitch: For pharma, 38 s")).toBeTruthy();
  // Each time anew.
  dialogs.close();
  await waitFor(() => expect(screen.queryByText("Being told early")).toBeNull());
  dialogs.show("brief", 7);
  await screen.findByText("Being told early");
  expect(screen.getByRole("button", { name: "Print this too" }).getAttribute("aria-pressed")).toBe("false");
});

it("says what one wants to know, under headings that have something below them", async () => {
  await open();
  const headings = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
  expect(headings).toEqual([
    "Planned for today at 14:00",
    "Begin with",
    "Next time",
    "Last time: Tuesday 27 January, video call",
    "Open between you",
    "You both want: A stability pilot",
    "Kept to share with Ilse",
    "How Ilse likes to talk",
    "Whole person",
    "Offers",
    "Looks for",
    "Soon",
    "You both know",
  ]);
  screen.getByText("Work only · not: the merger · until 16:00 (15:20 there)");
  screen.getByText("Neither can do it alone: say early what you need.");
  screen.getByText("The audit talk");
  screen.getByText("The spare hygrometer");
  screen.getByText("2 more");
  screen.getByText("Humidity reviewer, and 3 more");
  screen.getByText("you promised");
  screen.getByText("Ilse promised");
  screen.getByText("Works rather structured");
  screen.getByText("Decides between thoughtful and rapid");
});

it("shows private lines only when asked, and not the next time", async () => {
  await open();
  expect(screen.queryByText("Her mother is ill")).toBeNull();
  screen.getByText(/Private lines stay out of print/);
  await userEvent.click(screen.getByRole("button", { name: "Show 1 private line" }));
  await screen.findByText("Her mother is ill");
  screen.getByText(/would be printed/);
  dialogs.close();
  await waitFor(() => expect(screen.queryByText("Ilse Varnholt")).toBeNull());
  dialogs.show("brief", 7);
  await screen.findByText("Sings in a choir");
  expect(screen.queryByText("Her mother is ill")).toBeNull();
});

it("prints nothing that is private, and what is for paper only", () => {
  const css = readFileSync("src/views/brief.css", "utf8");
  const paper = css.slice(css.indexOf("@media print"));
  const hidden = paper.match(/([^{}]*)\{\s*display: none;\s*\}/g)?.join(" ") ?? "";
  for (const name of [".brief-private", ".brief-tick", ".brief-screen", ".brief .acts"]) expect(hidden).toContain(name);
  expect(paper).toMatch(/\.brief-paper \{\s*display: block/);
});

it("is printed by the system, and leads to the log", async () => {
  // jsdom has no printer.
  const print = vi.fn();
  vi.stubGlobal("print", print);
  await open();
  await userEvent.click(screen.getByRole("button", { name: "Print" }));
  expect(print).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole("button", { name: "Log" }));
  expect(dialogs.of("log")?.people).toEqual([{ id: 7, name: "Ilse Varnholt" }]);
});

it("of somebody new says that no conversation is logged yet", async () => {
  brief = {
    ...brief,
    beginWith: null,
    nextTime: "",
    last: null,
    planned: null,
    promises: [],
    promisesTotal: 0,
    notBack: [],
    toShareTotal: 0,
    toShare: [],
    sharedGoals: [],
    communication: null,
    facts: [],
    privateFacts: 0,
    topics: [],
    soon: [],
    bothKnow: [],
    bothKnowTotal: 0,
  };
  await open();
  expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["Last time"]);
  screen.getByText("No conversation is logged yet.");
});
