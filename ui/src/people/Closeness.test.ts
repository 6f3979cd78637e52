import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aPage, aRelationship, aStanding, done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CheckIn, KindListed, PersonPage as Page, RelationshipEdit, WhenPreview } from "../host/wire.gen";

import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import PersonPage from "./PersonPage.svelte";

const peer: KindListed = {
  id: 1,
  name: "Peer",
  category: "internal",
  colour: "peer",
  cadenceDays: 30,
  people: 2,
  keptClose: 2,
};
const cadence: CheckIn = {
  id: 5,
  source: "cadence",
  on: "2099-03-31",
  at: null,
  reason: "",
  due: false,
  snoozedTo: null,
  words: "Tuesday 31 March 2099, in 73 years",
  rings: null,
  placed: null,
  rests: null,
};
const planned: CheckIn = {
  ...cadence,
  id: 6,
  source: "planned",
  on: "2099-04-02",
  at: "19:00",
  reason: "Ask about the Bergen move.",
  words: "Thursday 2 April 2099, 19:00",
  rings: "The reminder comes Friday 3 April at 08:30.",
  rests: null,
};
const user = userEvent.setup();
let host: FakeHost;
let page: Page;
let edits: RelationshipEdit[];
/** What is understood of a typed day. */
const read = (text: string): WhenPreview =>
  text === "friday"
    ? {
        understood: "Friday 3 April 2099, in a while",
        problem: null,
        on: "2099-04-03",
        at: null,
        rings: null,
        choices: [],
      }
    : {
        understood: null,
        problem: "This day is over.",
        on: null,
        at: null,
        rings: null,
        choices: [],
      };
beforeEach(() => {
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  edits = [];
  page = aPage(1, "Samir Haddoun", {
    relationship: aRelationship({
      kind: peer,
      keptCloseOn: "2024-10-03",
      nextDueOn: "2099-03-31",
      nextWords: cadence.words,
    }),
    warmth: { level: "very_warm", segments: 5, talks: 3, days: 60, mostly: "in_person" },
    checkIns: [cadence, planned],
  });
  host = fakeHost({
    person_page: async () => page,
    relationship_edit: async ({ edit }) => (edits.push(edit), done(null, 3)),
    kinds_list: async () => [peer],
    tags_list: async () => [],
    timeline: async () => ({ total: 0, talks: [] }),
    unsaved_save: async () => null,
    snooze_options: async () => [{ key: "tomorrow", label: "Tomorrow", words: "Wed 11 March" }],
    next_due_preview: async ({ cadenceDays: days }) =>
      days > 0 && days < 3651 ? "Mon 8 June" : Promise.reject({ code: "invalid", message: "-", field: "cadenceDays" }),
    when_preview: async ({ text }) => read(text),
    check_in_preview: async ({ text }) => read(text),
    check_in_edit: async () => done(null, 8),
    check_in_plan: async () => done(9, 9),
    check_in_cancel: async () => done(null, 10),
    check_in_skip: async () => done(null, 11),
    warmth_explained: async () => ({
      level: "very_warm",
      segments: 5,
      cadenceDays: 30,
      halfLife: 45,
      others: 2,
      strength: 2.013,
      begins: [0.125, 0.432, 0.897, 1.806],
      parts: [
        { on: "2026-03-01", daysAgo: 9, channel: "in_person", weight: 1, fading: 0.871, counts: 0.871 },
        { on: "2026-02-12", daysAgo: 26, channel: "video", weight: 0.8, fading: 0.67, counts: 0.536 },
      ],
    }),
  });
  useHost(host);
  dialogs.close("log");
  toasts.shown = null;
  return hearChanges();
});
async function open(): Promise<void> {
  render(PersonPage, { id: 1, onback: vi.fn(), ontrash: vi.fn() });
  await screen.findByRole("heading", { name: "Samir Haddoun" });
}
const menu = async (item: string): Promise<void> => {
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await user.click(await screen.findByRole("menuitem", { name: item }));
};

it("shows how warm it is, and when the next check-in comes, in the host's words", async () => {
  await open();
  expect(screen.getByRole("img", { name: "Warmth 5 of 5, very warm" })).toBeTruthy();
  expect(screen.getByText(/3 talks in 60 days, mostly face to face\./)).toBeTruthy();
  expect(screen.getByText("Next check-in 31 March 2099")).toBeTruthy();
  expect(screen.getByText(/Every 30 days, in 73 years\./)).toBeTruthy();
});

it("explains warmth talk by talk", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Why" }));
  const why = await screen.findByRole("dialog", { name: "Why this warmth" });
  await within(why).findByText("26 days ago");
  expect(within(why).getByText("× 0.67")).toBeTruthy();
  expect(within(why).getByText("2.01")).toBeTruthy();
  expect(within(why).getByText("and 2 earlier talks")).toBeTruthy();
  expect(why.textContent).toContain("Cool begins at 0.13, Steady at 0.43, Warm at 0.90 and Very warm at 1.81.");
});

it("says so where no talk was logged", async () => {
  page = { ...page, warmth: null };
  await open();
  expect(screen.getByText("No talk logged yet")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Why" })).toBeNull();
});

it("begins with the calmest kind for somebody new, and says when the first check-in is", async () => {
  page = { ...page, relationship: null, checkIns: [], warmth: null };
  host.answers.kinds_list = async () => [
    peer,
    { ...peer, id: 6, name: "Industry contact", colour: "industry", cadenceDays: 90 },
  ];
  await open();
  await user.click(screen.getByRole("button", { name: "Keep close" }));
  await screen.findByText(/First check-in Mon 8 June\./);
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Keep close" }));
  await waitFor(() =>
    expect(edits).toEqual([{ type: "keep_close", kind: 6, cadenceDays: null, importance: 1, next: "" }]),
  );
});

it("keeps a rhythm that cannot be, and says why at the field", async () => {
  await open();
  host = fakeHost({
    person_page: async () => page,
    kinds_list: async () => [peer],
    next_due_preview: () => Promise.reject({ code: "invalid", message: "-", field: "cadenceDays" }),
    relationship_edit: () =>
      Promise.reject({ code: "invalid", message: "Choose from 1 to 3,650 days.", field: "cadenceDays" }),
  });
  useHost(host);
  await user.click(screen.getByRole("button", { name: "Change how often" }));
  const days = await screen.findByLabelText<HTMLInputElement>("Check in");
  await user.clear(days);
  await user.type(days, "100000{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("Choose from 1 to 3,650 days.");
  expect(days.value).toBe("100000");
  expect(days.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(days.getAttribute("aria-describedby") ?? "")?.textContent).toContain("Choose from 1");
  expect(host.calls.findLast(({ command }) => command === "relationship_edit")?.args).toEqual({
    ids: [1],
    edit: { type: "keep_close", kind: 1, cadenceDays: 100000, importance: 1, next: "" },
  });
  await user.type(days, "x{Enter}");
  expect(screen.getByRole("alert").textContent).toContain("Write a number of days");
});

it("moves the next check-in to a day chosen by hand, and leaves the rhythm alone", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Change how often" }));
  await user.click(await screen.findByRole("button", { name: "Choose the day" }));
  await user.type(screen.getByLabelText("Next on"), "friday");
  await screen.findByText("Friday 3 April 2099");
  await user.click(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Next check-in with Samir Haddoun on Friday 3 April 2099"));
  expect(edits).toEqual([{ type: "keep_close", kind: 1, cadenceDays: null, importance: 1, next: "friday" }]);
});

it("says that the next check-in moved also to one who saves before the day was understood", async () => {
  host.answers.when_preview = () => new Promise(() => undefined);
  await open();
  await user.click(screen.getByRole("button", { name: "Change how often" }));
  await user.click(await screen.findByRole("button", { name: "Choose the day" }));
  await user.type(screen.getByLabelText("Next on"), "friday{Enter}");
  await waitFor(() => expect(toasts.shown?.text).toBe("Next check-in with Samir Haddoun moved"));
  expect(edits).toHaveLength(1);
});

it("says until when somebody is paused, and offers the ways on", async () => {
  const paused = { status: "paused", pausedUntil: "2099-05-04" } as const;
  page = { ...page, relationship: aRelationship({ ...page.relationship, ...paused }), standing: aStanding(paused) };
  await open();
  expect(screen.getByText("Paused until Monday 4 May 2099")).toBeTruthy();
  expect(screen.getByText(/The rhythm of 30 days starts again/)).toBeTruthy();
  expect(screen.queryByText(/Next check-in/)).toBeNull();
  expect(screen.queryByRole("img", { name: /Warmth/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Go on now" }));
  expect(edits).toEqual([{ type: "status", value: "active", until: "", on: "", reason: "" }]);
  await user.click(screen.getByRole("button", { name: "Change the date" }));
  expect((await screen.findByLabelText<HTMLInputElement>("Until")).value).toBe("2099-05-04");
});

it.each([
  ["ended", "Ended"],
  ["dormant", "Resting for now"],
] as const)("shows that it is %s, and takes it up again", async (status, title) => {
  page = { ...page, relationship: aRelationship({ ...page.relationship, status }), standing: aStanding({ status }) };
  await open();
  expect(screen.getByRole("heading", { name: title })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Plan a check-in" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Take up again" }));
  expect(edits).toEqual([{ type: "status", value: "active", until: "", on: "", reason: "" }]);
});

it("pauses until a day in words; a day that is over stays and is explained", async () => {
  await open();
  await menu("Pause until…");
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("Until"), "friday");
  await within(dialog).findByText("Friday 3 April 2099");
  await user.click(within(dialog).getByRole("button", { name: "Pause" }));
  expect(edits).toEqual([{ type: "status", value: "paused", until: "friday", on: "", reason: "" }]);
  expect(toasts.shown?.text).toBe("Samir Haddoun is paused until Friday 3 April 2099");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

  useHost(
    fakeHost({
      when_preview: async () => ({
        understood: null,
        problem: "This day is over.",
        on: null,
        at: null,
        rings: null,
        placed: null,
        choices: [],
      }),
      relationship_edit: () => Promise.reject({ code: "invalid", message: "This day is over.", field: "until" }),
    }),
  );
  await menu("Pause until…");
  await user.type(await screen.findByLabelText("Until"), "yesterday{Enter}");
  await waitFor(() => expect(screen.getAllByText("This day is over.").length).toBeGreaterThan(0));
  expect(screen.getByLabelText<HTMLInputElement>("Until").value).toBe("yesterday");
  expect(screen.getByRole("dialog")).toBeTruthy();
});

it("lets it cool, says until when, and what cannot be stays at its field", async () => {
  Object.assign(host.answers, {
    cooling_options: async () => [
      { text: "tonight", label: "Tonight" },
      { text: "a day", label: "A day" },
    ],
    cooling_preview: async ({ text }: { text: string }) =>
      text === "a day"
        ? { understood: "Wednesday 11 March, 10:42", problem: null }
        : { understood: null, problem: "That moment is over. Choose one to come." },
  });
  await open();
  await menu("Let it cool…");
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText("Until Wednesday 11 March, 10:42");
  await user.click(within(dialog).getByRole("radio", { name: "Other" }));
  await user.type(within(dialog).getByLabelText("Until when"), "0 minutes");
  await within(dialog).findByText("That moment is over. Choose one to come.");
  await user.click(within(dialog).getByRole("radio", { name: "A day" }));
  await user.type(within(dialog).getByLabelText("What happened"), "It got loud.");
  await user.click(within(dialog).getByRole("button", { name: "Let it cool" }));
  expect(edits).toEqual([{ type: "status", value: "cooling_off", until: "a day", on: "", reason: "It got loud." }]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it.each([
  ["cooling_off", "It cools until Wed 11 March, 10:42", "Talk again now"],
  ["archived", "Archived", "Bring back"],
  ["died", "Died", "Not so"],
] as const)("says why somebody is %s, and the way back", async (status, title, back) => {
  page = { ...page, standing: aStanding({ status, until: "Wed 11 March, 10:42", reason: "It got loud." }) };
  await open();
  expect(screen.getByRole("heading", { name: title })).toBeTruthy();
  expect(screen.getByText("It got loud.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: back }));
  expect(edits).toEqual([{ type: "status", value: "active", until: "", on: "", reason: "" }]);
});

it("says what ending means before it ends", async () => {
  await open();
  await menu("End it…");
  expect((await screen.findByRole("dialog")).textContent).toContain("Everything you kept stays.");
  expect(edits).toEqual([]);
  await user.click(screen.getByRole("button", { name: "End it" }));
  expect(edits).toEqual([{ type: "status", value: "ended", until: "", on: "today", reason: "" }]);
});

it("lists what is planned, and plans more", async () => {
  await open();
  const list = screen.getByRole("list", { name: "Planned check-ins" });
  expect(within(list).getByText("Ask about the Bergen move.")).toBeTruthy();
  expect(within(list).getByText("The reminder comes Friday 3 April at 08:30.")).toBeTruthy();
  await menu("Plan a check-in…");
  const form = await screen.findByRole("dialog", { name: "Plan a check-in" });
  await user.type(within(form).getByLabelText("When"), "friday");
  await user.type(within(form).getByLabelText("Why"), "Second bench{Enter}");
  await waitFor(() =>
    expect(host.calls.find(({ command }) => command === "check_in_plan")?.args).toEqual({
      person: 1,
      when: "friday",
      reason: "Second bench",
    }),
  );
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(screen.getByRole("button", { name: "Call off the check-in of 2 April 2099" }));
  expect(host.calls.at(-1)).toEqual({ command: "check_in_cancel", args: { id: 6 } });
  expect(toasts.shown?.action?.label).toBe("Undo");
});

it("offers to skip only what is due, and logs from its button", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Log" }));
  expect(dialogs.of("log")).toEqual({ people: [{ id: 1, name: "Samir Haddoun" }], closes: [], edit: null });
  await user.click(screen.getByRole("button", { name: "More actions" }));
  await screen.findByRole("menuitem", { name: "End it…" });
  expect(screen.queryByRole("menuitem", { name: "Skip this time" })).toBeNull();
  await user.keyboard("{Escape}");
  page = { ...page, checkIns: [{ ...cadence, on: "2026-03-10", due: true }] };
  host.emit("changed", { ...noChanges, people: [1] });
  await screen.findByText(/^Check-in due/);
  await menu("Skip this time");
  await waitFor(() =>
    expect(host.calls.find(({ command }) => command === "check_in_skip")?.args).toEqual({ ids: [5] }),
  );
});

it("opens the plan form on arriving, where quick search asks for it, and not again", async () => {
  dialogs.show("plan", 1);
  await open();
  const form = await screen.findByRole("dialog", { name: "Plan a check-in" });
  await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText("When")));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(dialogs.of("plan")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Plan a check-in" })));
});

it("plans nothing with someone at rest, also not once they are taken up again", async () => {
  page = {
    ...page,
    checkIns: [],
    relationship: aRelationship({ kind: peer, keptCloseOn: "2024-10-03", status: "dormant" }),
    standing: aStanding({ status: "dormant" }),
  };
  dialogs.show("plan", 1);
  await open();
  await waitFor(() => expect(dialogs.of("plan")).toBeNull());
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("takes the focus where there is only something to read, so that the arrows scroll it", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Why" }));
  const why = await screen.findByRole("dialog", { name: "Why this warmth" });
  await waitFor(() => expect(document.activeElement).toBe(why));
  expect(why.tabIndex).toBe(0);
});
