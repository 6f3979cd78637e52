import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aPage, aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import Introductions from "./Introductions.svelte";
import TodayIntroductions from "./TodayIntroductions.svelte";
import { anIntroduction, aSide, introductionsOf } from "./made";

let host: FakeHost;
beforeEach(() => {
  toasts.shown = null;
  dialogs.close();
  host = fakeHost({
    introduction_step: async ({ step }) => {
      if (step.type === "answer" && step.again === "banana")
        throw { code: "invalid", field: "again", message: "Write a day." };
      return done(null, 3);
    },
    when_preview: async () => ({ understood: null, problem: null, on: null, at: null, rings: null, choices: [] }),
    days: async () => [],
    introduction_edit: async () => done(null, 4),
    introduction_remove: async () => done(null, 5),
  });
  useHost(host);
});
const user = userEvent.setup();
const samir = aSide(aRow(7, "Samir Haddoun"));
const person = aPage(7, "Samir Haddoun");
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("shows the only one under way with its steps, and takes an answer in their words", async () => {
  const daniel = aSide(aRow(8, "Daniel Osterby"), {
    title: "Daniel asked",
    words: "5 March. No answer for five days",
    waiting: true,
  });
  const one = anIntroduction(4, "Samir and Daniel Osterby", { sides: [samir, daniel] });
  render(Introductions, { person, of: introductionsOf({ open: [one] }) });
  screen.getByText("Samir needs coating capacity");
  screen.getByText("5 March. No answer for five days");
  await user.type(screen.getByRole("textbox", { name: "What Daniel said" }), "After the 20th");
  await user.click(screen.getByRole("button", { name: "Daniel said yes" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Daniel said yes"));
  expect(asked("introduction_step")).toEqual([
    { id: 4, step: { type: "answer", person: 8, answer: "yes", words: "After the 20th", again: "" } },
  ]);
});

it("takes a not now until a day, and says at the field what is wrong with it", async () => {
  const one = anIntroduction(4, "Samir and Daniel", { sides: [{ ...samir, waiting: true }] });
  render(Introductions, { person, of: introductionsOf({ open: [one] }) });
  await user.click(screen.getByRole("button", { name: "Not now…" }));
  const until = screen.getByRole("textbox", { name: /Not now, until/ });
  await user.type(until, "banana");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.getAllByText("Write a day.").length).toBeGreaterThan(0));
  await user.clear(until);
  await user.type(until, "1 april");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Samir said not now"));
  expect(asked("introduction_step").at(-1)).toMatchObject({ step: { answer: "not_now", again: "1 april" } });
});

it("opens the draft that asks, which notes that they were asked", async () => {
  const one = anIntroduction(4, "Samir and Daniel", { sides: [samir] });
  render(Introductions, { person, of: introductionsOf({ open: [one] }) });
  await user.click(screen.getByRole("button", { name: "Draft to Samir" }));
  expect(dialogs.of("draft")?.sort).toBe("introduction_ask");
  expect(dialogs.of("draft")?.introduction?.step).toEqual({ type: "ask", person: 7 });
});

it("asks once more in words of its own", async () => {
  const one = anIntroduction(4, "Samir and Daniel", { sides: [{ ...samir, waiting: true }] });
  render(Introductions, { person, of: introductionsOf({ open: [one] }) });
  await user.click(screen.getByRole("button", { name: "Draft once more to Samir" }));
  expect(dialogs.of("draft")?.sort).toBe("introduction_ask_again");
});

it("tells whoever wanted it of a no, which takes no step", async () => {
  const daniel = aSide(aRow(8, "Daniel Osterby"), { answer: "no", title: "Daniel said no" });
  const sides = [{ ...samir, answer: "yes" as const, mayTellNo: true }, daniel];
  const one = anIntroduction(4, "Samir and Daniel", { stage: "declined", sides });
  render(Introductions, { person, of: introductionsOf({ open: [one] }) });
  expect(screen.queryByText(/How it went/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Draft to Samir" }));
  expect(dialogs.of("draft")).toMatchObject({
    sort: "introduction_no",
    person: { id: 7 },
    introduction: { step: null },
  });
});

it("leads on to somebody else after a no", async () => {
  const no = { ...samir, answer: "no" as const, waiting: false };
  const daniel = aSide(aRow(8, "Daniel Osterby"), { answer: "yes" });
  const one = anIntroduction(4, "Samir and Daniel", { stage: "declined", sides: [no, daniel], mayThank: true });
  render(Introductions, { person, of: introductionsOf({ open: [one] }) });
  expect(screen.queryByRole("button", { name: "I said thanks" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Somebody else" }));
  expect(dialogs.of("introduce")).toMatchObject({ by: "me", people: [{ id: 8 }], why: one.why });
  dialogs.close("introduce");
});

it("makes it, tells how it went and thanks, one after the other", async () => {
  const agreed = anIntroduction(4, "Samir and Daniel", { stage: "agreed", mayMake: true });
  const { rerender } = render(Introductions, { person, of: introductionsOf({ open: [agreed] }) });
  await user.click(screen.getByRole("button", { name: "I introduced them" }));
  await waitFor(() => expect(asked("introduction_step")).toHaveLength(1));
  const made = { ...agreed, stage: "made" as const, mayMake: false, mayTell: true, mayThank: true, made: "9 March" };
  await rerender({ person, of: introductionsOf({ made: [made] }) });
  // It stays unfolded where it stands now.
  await user.type(screen.getByRole("textbox", { name: "How it went" }), "Well{Enter}");
  await user.click(screen.getByRole("button", { name: "I said thanks" }));
  await waitFor(() =>
    expect(asked("introduction_step")).toEqual([
      { id: 4, step: { type: "make" } },
      { id: 4, step: { type: "outcome", words: "Well" } },
      { id: 4, step: { type: "thank" } },
    ]),
  );
});

it("stands on Today with what it waits for, and opens the page", async () => {
  const opened: number[] = [];
  const listed = [
    { id: 4, person: 8, title: "Daniel and Samir", words: "Daniel has not answered since 5 March", made: false },
  ];
  render(TodayIntroductions, {
    standing: { listed, more: 1, andMore: false },
    onopen: ({ person }) => opened.push(person),
  });
  await user.click(screen.getByRole("button", { name: /Daniel and Samir/ }));
  expect(opened).toEqual([8]);
  screen.getByText("1 more");
});

it("changes how it went in place: one can leave it, and what is wrong stands at the line", async () => {
  const told = { stage: "made" as const, mayTell: true, outcome: "Well", made: "9 March" };
  const made = anIntroduction(4, "Samir and Daniel", told);
  render(Introductions, { person, of: introductionsOf({ made: [made] }) });
  await user.click(screen.getByRole("button", { name: /Samir and Daniel/ }));
  await user.click(screen.getByRole("button", { name: "Change how it went" }));
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.queryByRole("textbox", { name: "How it went" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Change how it went" }));
  let refuse: (why: unknown) => void = () => undefined;
  host.answers.introduction_step = () => new Promise((_, no) => (refuse = no));
  const line = screen.getByRole("textbox", { name: "How it went" });
  await user.type(line, "!{Enter}{Enter}");
  expect(asked("introduction_step")).toEqual([{ id: 4, step: { type: "outcome", words: "Well!" } }]);
  refuse({ code: "invalid", field: "words", message: "Shorter, please." });
  await waitFor(() => expect(line.getAttribute("aria-invalid")).toBe("true"));
  expect(toasts.shown).toBeNull();
  // Esc asks before what was typed is lost.
  await user.type(line, "{Escape}");
  screen.getByText("What you wrote is not saved. Once more closes without it.");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("textbox", { name: "How it went" })).toBeNull();

  await user.click(screen.getByRole("button", { name: "Change why" }));
  host.answers.introduction_edit = () => new Promise((_, no) => (refuse = no));
  await user.type(screen.getByRole("textbox", { name: "Why" }), "!{Enter}{Enter}");
  expect(asked("introduction_edit")).toHaveLength(1);
});
