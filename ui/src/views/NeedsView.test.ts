import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aPage, aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Goal, Goals } from "../host/wire.gen";
import { follow } from "../state/app.svelte";
import { aHelper, aNeed, aPart, aStep, inNeed, isOpen } from "../needs/made";
import KeepCloseDialog from "../people/KeepCloseDialog.svelte";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import NeedsView from "./NeedsView.svelte";

let host: FakeHost;
let all: Goals;
let one: Goal;
beforeEach(() => {
  toasts.shown = null;
  dialogs.close();
  all = { open: [], finished: [], gaps: "" };
  one = aNeed();
  host = fakeHost({
    goals: async () => all,
    goal: async () => one,
    goal_add: async ({ goal }) => {
      if (goal.by === "banana") throw { code: "invalid", field: "by", message: "Write a day." };
      return done(4, 3);
    },
    goal_part_add: async () => done(9, 5),
    goal_helpers_add: async () => done(null, 6),
    goal_helper_set: async () => done(null, 6),
    goal_place: async () => done(null, 7),
    goal_close: async () => done(null, 8),
    goal_step_add: async () => done(11, 9),
    goal_step_finish: async () => done(null, 10),
    goal_part_could_help: async () => ({
      what: "Optics",
      people: [
        { row: aRow(7, "Samir Haddoun"), by: "offers" as const, reasons: ["Offers optics"], through: null },
        {
          row: aRow(9, "Kirsi Vaalamo"),
          by: "role" as const,
          reasons: ["Optics engineer, Corvane"],
          through: { person: 8, words: "Daniel knows Kirsi closely." },
        },
      ],
    }),
    when_preview: async () => ({ understood: null, problem: null, on: null, at: null, rings: null, choices: [] }),
    days: async () => [],
  });
  useHost(host);
});
const user = userEvent.setup();
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("begins with one question, and with a need's parts a line each", async () => {
  render(NeedsView, { need: null });
  const question = await screen.findByRole("textbox", { name: "What do you need this year?" });
  expect(screen.queryByRole("button", { name: /Keep this need/ })).toBeNull();
  await user.type(question, "Run a pilot");
  const next = screen.getByRole("textbox", { name: "Another part" });
  await user.type(next, "A sponsor{Enter}");
  await user.type(next, "A reviewer");
  await user.click(screen.getByRole("button", { name: /Keep this need/ }));
  await waitFor(() => expect(toasts.shown?.text).toBe("In your book: Run a pilot"));
  expect(asked("goal_add")).toEqual([
    {
      goal: {
        title: "Run a pilot",
        why: "",
        by: "",
        parts: [
          { help: "know_how", what: "A sponsor" },
          { help: "know_how", what: "A reviewer" },
        ],
      },
    },
  ]);
  expect(route.at).toEqual({ view: "needs", need: 4 });
});

it("understands by when in the title, as quick search does, and leaves it in the words when asked", async () => {
  const goal = { title: "A speaker", why: "", by: "30 June 2026", parts: [] };
  const line = { intent: { type: "need" as const, goal }, words: "", done: "", people: [], parts: [] };
  host.answers.sentence = async ({ text }) => ({
    question: null,
    refusal: null,
    is_new_name: false,
    lines: text.endsWith("by june") ? [{ ...line, details: "By Tuesday 30 June" }] : [],
  });
  render(NeedsView, { need: null });
  await user.type(await screen.findByRole("textbox", { name: "What do you need this year?" }), "a speaker by june");
  expect(await screen.findByText(/By Tuesday 30 June/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Keep this need/ }));
  await waitFor(() => expect(asked("goal_add")).toEqual([{ goal }]));
  await user.click(screen.getByRole("button", { name: "Leave it in the words" }));
  await user.click(screen.getByRole("button", { name: /Keep this need/ }));
  await waitFor(() => expect(asked("goal_add")[1]).toEqual({ goal: { ...goal, title: "a speaker by june", by: "" } }));
});

it("says at its field what is wrong", async () => {
  render(NeedsView, { need: null, title: "A speaker" });
  await user.type(await screen.findByRole("textbox", { name: /^By/ }), "banana");
  await user.click(screen.getByRole("button", { name: /Keep this need/ }));
  await waitFor(() => expect(screen.getAllByText("Write a day.").length).toBeGreaterThan(0));
});

it("lists what is open with who stands there, and what is finished", async () => {
  const row = { id: 4, title: "Run a pilot", state: "open" as const, words: "No date", outcome: "" };
  const part = aPart(1, "Optics", { helpers: [aHelper(aRow(7, "Samir Haddoun"))] });
  all = {
    open: [{ row, summary: "No date. 1 of 2 parts has somebody.", parts: [part, aPart(2, "A sponsor")], more: 0 }],
    finished: [{ ...row, id: 5, title: "A lab", state: "reached", words: "Reached on 9 March", outcome: "Signed" }],
    gaps: "one gap",
  };
  render(NeedsView, { need: null });
  await screen.findByText("one gap");
  screen.getByText("Nobody yet");
  screen.getByText("Reached on 9 March");
  await user.click(screen.getByRole("button", { name: "Run a pilot" }));
  expect(route.at).toEqual({ view: "needs", need: 4 });
});

it("shows who could help, and a yes puts them there", async () => {
  one = aNeed({ parts: [aPart(3, "Optics")] });
  render(NeedsView, { need: 4 });
  await user.click(await screen.findByRole("button", { name: "Who could help" }));
  const found = await screen.findByRole("list", { name: "Who could help" });
  within(found).getByText("Offers optics");
  within(found).getByText("Optics engineer, Corvane. Daniel knows Kirsi closely.");
  await user.click(screen.getByRole("button", { name: "Add Samir Haddoun" }));
  await waitFor(() => expect(asked("goal_helpers_add")).toEqual([{ part: 3, people: [7], role: "knows" }]));
});

it("asks the bridge that the sentence names", async () => {
  const [gareth, mei] = [aRow(7, "Gareth Pennlow"), aRow(8, "Mei Tanaka")];
  const covered = {
    ...isOpen,
    level: "reachable" as const,
    words: "Gareth could introduce you to Mei; you last talked with Gareth on 12 March.",
    act: { type: "ask" as const, bridge: 7, to: 8 },
    label: "Ask Gareth",
    people: [gareth, mei],
  };
  one = aNeed({ parts: [aPart(3, "A reviewer", { helpers: [aHelper(mei, { counts: false })], covered })] });
  render(NeedsView, { need: 4 });
  await user.click(await screen.findByRole("button", { name: "Ask Gareth" }));
  expect(dialogs.of("introduce")).toEqual({ by: "them", people: [gareth, mei] });
});

it("moves somebody on the grid by the arrows, and has the same as a table", async () => {
  const ruth = aRow(7, "Ruth Castellane");
  one = aNeed({
    people: [inNeed(ruth, { say: 4, interest: 5 }), inNeed(aRow(8, "Bo Tennerud"))],
    parts: [aPart(1, "Money")],
  });
  render(NeedsView, { need: 4 });
  await user.click(await screen.findByRole("radio", { name: "Grid" }));
  const point = screen.getByRole("button", { name: "Ruth Castellane, knows: say 4 of 5, interest 5 of 5" });
  point.focus();
  await user.keyboard("{ArrowUp}{ArrowRight}");
  expect(asked("goal_place")).toEqual([{ goal: 4, person: 7, say: 5, interest: 5 }]);
  within(screen.getByRole("table")).getByText("not placed yet");
  expect(screen.getByRole("heading", { name: "Not placed yet" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Place Bo Tennerud" }));
  expect(asked("goal_place")[1]).toEqual({ goal: 4, person: 8, say: 3, interest: 3 });
});

it("writes steps down, marks them done, and finishes with an outcome", async () => {
  one = aNeed({ steps: [aStep(2, "Write the outline", { dueOn: "2026-03-13", dueWords: "Fri 13" })] });
  render(NeedsView, { need: 4 });
  await user.click(await screen.findByRole("checkbox", { name: "Mark done: Write the outline" }));
  await waitFor(() => expect(asked("goal_step_finish")).toEqual([{ id: 2, done: true }]));
  await user.click(screen.getByRole("button", { name: "Step" }));
  await user.type(screen.getByRole("textbox", { name: "Step" }), "Call the lab");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(asked("goal_step_add")).toEqual([
      { goal: 4, step: { doer: "me", person: null, what: "Call the lab", when: "" } },
    ]),
  );
  await user.click(screen.getByRole("button", { name: "Finish" }));
  await user.type(screen.getByRole("textbox", { name: "How did it turn out?" }), "They signed");
  const end = screen.getAllByRole("button", { name: "Finish" }).at(-1);
  if (end) await user.click(end);
  await waitFor(() => expect(asked("goal_close")).toEqual([{ id: 4, end: "reached", outcome: "They signed" }]));
});

it("keeps somebody close where one is, and is there again afterwards", async () => {
  const ana = aRow(7, "Ana Brook");
  const covered = {
    ...isOpen,
    level: "reachable" as const,
    words: "Ana knows this; you do not keep in touch.",
    act: { type: "keep_close" as const, person: 7 },
    label: "Keep Ana close",
    people: [ana],
  };
  one = aNeed({ parts: [aPart(3, "A reviewer", { helpers: [aHelper(ana)], covered })] });
  host.answers.person_page = async () => aPage(7, "Ana Brook");
  host.answers.kinds_list = async () => [];
  route.replace({ view: "needs", need: 4 });
  render(NeedsView, { need: 4 });
  render(KeepCloseDialog);
  await user.click(await screen.findByRole("button", { name: "Keep Ana close" }));
  const dialog = await screen.findByRole("dialog", { name: "Keep Ana close" });
  await user.click(await within(dialog).findByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(route.at).toEqual({ view: "needs", need: 4 });
});

it("sends a part and the end of a need once, and says at the field what is wrong", async () => {
  one = aNeed({ parts: [aPart(3, "Optics")] });
  let refuse: (why: unknown) => void = () => undefined;
  const waits = (): Promise<never> => new Promise((_, no) => (refuse = no));
  const wrong = { code: "invalid", message: "It is too long.", field: "what" };
  host.answers.goal_part_add = waits;
  host.answers.goal_part_edit = waits;
  host.answers.goal_close = waits;
  render(NeedsView, { need: 4 });
  await user.click(await screen.findByRole("button", { name: "Part" }));
  const what = screen.getByRole("textbox", { name: "What exactly" });
  await user.type(what, "A room{Enter}{Enter}");
  expect(asked("goal_part_add")).toEqual([{ goal: 4, part: { what: "A room", help: "know_how" } }]);
  refuse(wrong);
  const said = await screen.findByRole("alert");
  expect(said.textContent).toBe("It is too long.");
  expect(what.getAttribute("aria-describedby")).toBe(said.id);
  await user.click(screen.getByRole("button", { name: "Cancel" }));

  await user.click(screen.getByRole("button", { name: "More for Optics" }));
  await user.click(await screen.findByRole("menuitem", { name: "Edit" }));
  await user.type(screen.getByRole("textbox", { name: "What exactly" }), "!{Enter}{Enter}");
  expect(asked("goal_part_edit")).toEqual([{ id: 3, part: { what: "Optics!", help: "know_how" } }]);
  refuse("no error of Kith");
  await screen.findByRole("alert");
  await user.click(screen.getByRole("button", { name: "Cancel" }));

  await user.click(screen.getByRole("button", { name: "Finish" }));
  const end = screen.getAllByRole("button", { name: "Finish" }).at(-1);
  if (end) await user.dblClick(end);
  expect(asked("goal_close")).toHaveLength(1);
  refuse({ ...wrong, field: "outcome" });
  expect((await screen.findByRole("alert")).textContent).toBe("It is too long.");
});

it("says where the talks to choose from could not be read, and tries again", async () => {
  host.answers.goal_talks = () => Promise.reject({ code: "internal", message: "The disk is gone.", field: null });
  render(NeedsView, { need: 4 });
  await user.click(await screen.findByRole("button", { name: "Choose talks" }));
  await screen.findByText(/The disk is gone/);
  host.answers.goal_talks = async () => ({ others: [] });
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("No other talk with the people of this need.");
});

it("takes quick arrows on the grid one from the other, and goes back where it was refused; Space opens", async () => {
  const answers: { take: () => void; refuse: (why: unknown) => void }[] = [];
  host.answers.goal_place = () =>
    new Promise((take, refuse) => answers.push({ take: () => take(done(null, 7)), refuse }));
  one = aNeed({ people: [inNeed(aRow(7, "Ruth Castellane"), { say: 3, interest: 2 })], parts: [aPart(1, "Money")] });
  render(NeedsView, { need: 4 });
  await user.click(await screen.findByRole("radio", { name: "Grid" }));
  screen.getByRole("button", { name: /^Ruth Castellane, knows/ }).focus();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  await screen.findByRole("button", { name: "Ruth Castellane, knows: say 3 of 5, interest 4 of 5" });
  await waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.take();
  await waitFor(() => expect(answers).toHaveLength(2));
  expect(asked("goal_place")).toMatchObject([{ interest: 3 }, { interest: 4 }]);
  answers[1]?.refuse({ code: "internal", message: "The disk is gone.", field: null });
  await screen.findByRole("button", { name: "Ruth Castellane, knows: say 3 of 5, interest 2 of 5" });
  await user.keyboard(" ");
  expect(route.at).toEqual({ view: "people", person: 7 });
});

it("opens the step that is to get another day", async () => {
  one = aNeed({ steps: [aStep(2, "Write the outline", { dueOn: "2026-03-13", dueWords: "Fri 13" }), aStep(3, "Ask")] });
  render(NeedsView, { need: 4, step: 2 });
  const what = await screen.findByRole("textbox", { name: "Step" });
  expect((what as HTMLInputElement).value).toBe("Write the outline");
  follow({ type: "need", id: 4, step: 2 });
  expect(route.at).toEqual({ view: "needs", need: 4, step: 2 });
  follow({ type: "need", id: 4, step: null });
  expect(route.at).toEqual({ view: "needs", need: 4 });
});
