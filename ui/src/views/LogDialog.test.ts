import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { someSorts } from "../exchanges/made";
import { aFace, aRow, aTalk, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommandName, KindListed, NewInteraction, Talk } from "../host/wire.gen";

import { drafts } from "../state/drafts.svelte";
import { now } from "../state/day.svelte";
import { dialogs, openLog, type Logging } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import LogDialog from "./LogDialog.svelte";

const ilse = aRow(1, "Ilse Varnholt", { keptClose: true });
const hannah = aRow(2, "Hannah Iwobi");
let host: FakeHost;
let shown: boolean;
let refused: { field: string | null; message: string } | null;
beforeEach(() => {
  now.day = "2026-03-10";
  shown = false;
  refused = null;
  toasts.shown = null;
  dialogs.close("log");
  host = fakeHost({
    last_channel: async () => "video",
    when_preview: async ({ text }) => ({
      understood: text === "soon" ? null : `${text} it is, that day`,
      problem: text === "soon" ? "Write a day." : null,
      on: "2026-03-03",
      at: null,
      rings: null,
      choices: [],
    }),
    interaction_preview: async ({ draft: { people } }) => ({
      understood: "",
      problem: null,
      next: people.map((id) => ({
        id,
        name: id === 1 ? ilse.name : hannah.name,
        on: id === 1 ? "2026-04-02" : null,
        rests: null,
      })),
    }),
    interaction_log_with: async ({ draft: { people } }) => {
      if (refused) throw { code: "invalid", ...refused };
      return done(
        { id: 9, next: people.map((id) => ({ id, name: ilse.name, on: id === 1 ? "2026-04-02" : null, rests: null })) },
        5,
      );
    },
    shares_open_with: async () => [],
    interaction_edit: async () => done(null, 6),
    interaction_delete: async () => done(null, 7),
    undo_operation: async ({ id }) =>
      done({
        operation: {
          id,
          kind: "log_interaction",
          subject: "Ilse",
          count: 1,
          what: "",
          at: "",
          undone: true,
          canUndo: false,
        },
        kept: [],
      }),
    people_find: async ({ text }) => ({
      rows: [ilse, hannah]
        .filter(({ name }) => name.toLowerCase().includes(text))
        .map((row) => ({ row, matched: null })),
      more: false,
    }),
    person_face: async ({ id }) => aFace(id, hannah.name),
    unsaved_save: async () => null,
  });
  useHost(host);
  for (const key of ["log", "log/1", "talk/3"]) drafts.drop(key);
});
const user = userEvent.setup();
const sent = (command: CommandName = "interaction_log_with"): NewInteraction =>
  (host.calls.findLast((call) => call.command === command)?.args as { draft: NewInteraction }).draft;
async function open(logging: Partial<Logging> = { people: [ilse], closes: [11] }): Promise<void> {
  if (!shown) render(LogDialog);
  shown = true;
  openLog([], logging);
  await screen.findByRole("dialog");
  await waitFor(() => expect(document.querySelector("[role=radio][aria-checked=true]")).not.toBeNull());
}

/** Opens the small window of how long and who started. */
async function openLength(): Promise<void> {
  await user.click(screen.getByRole("button", { name: /^Length and who started/ }));
  await screen.findByLabelText("Other length");
}

it("saves from the note with one key, passes what it answers, and says what comes", async () => {
  await open();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Note")));
  expect(screen.getByRole("radio", { name: "Video" }).getAttribute("aria-checked")).toBe("true");
  await screen.findByText(/Next with Ilse: Thu 2 April/);
  await user.keyboard("Bergen move done.{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(sent()).toEqual({
    people: [1],
    when: "today",
    channel: "video",
    title: "",
    minutes: null,
    startedBy: { type: "me" },
    note: "Bergen move done.",
    attempt: false,
    closes: [11],
  });
  expect(toasts.shown?.text).toMatch(/^Logged a video call with Ilse\. Next on Thu 2 April/);
  toasts.shown?.action?.run();
  expect(host.calls.at(-1)).toEqual({ command: "undo_operation", args: { id: 5 } });
  expect(drafts.get("log/1")).toBeNull();
});

it("keeps somebody close with the talk, in the same step", async () => {
  host.answers.kinds_list = async () =>
    [
      { id: 3, name: "Client", colour: "client", cadenceDays: 30 },
      { id: 8, name: "Industry contact", colour: "industry", cadenceDays: 90 },
    ] as KindListed[];
  host.answers.interaction_log_with = async ({ draft: { people } }) =>
    done({ id: 9, next: people.map((id) => ({ id, name: hannah.name, on: "2026-06-08", rests: null })) }, 5);
  await open({ people: [ilse, hannah], closes: [] });
  const tick = await screen.findByRole("checkbox", { name: "Keep Hannah close too" });
  expect(tick.getAttribute("aria-checked")).toBe("false");
  await user.click(tick);
  screen.getByText("every 90 days");
  expect(screen.queryByText(/Hannah is not kept close/)).toBeNull();
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(host.calls.findLast(({ command }) => command === "interaction_log_with")?.args).toMatchObject({
    draft: { people: [1, 2] },
    keep: [2],
    kind: 8,
  });
});

it("says that nobody is found, or is here already, without an empty list", async () => {
  await open();
  const field = screen.getByRole("combobox", { name: "With" });
  await user.type(field, "zzz");
  await screen.findByText("Nobody in your book is found by that.");
  expect(field.getAttribute("aria-expanded")).toBe("false");
  expect(document.querySelector(".with-found.vh")).not.toBeNull();
  await user.clear(field);
  await user.type(field, "ilse");
  await screen.findByText("Here already.");
});

it("takes several people by keyboard, who started it, how long and when", async () => {
  await open({ people: [] });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "With" })));
  await user.keyboard("ilse");
  await screen.findByRole("option", { name: /Ilse/ });
  await user.keyboard("{Enter}han");
  await screen.findByRole("option", { name: /Hannah/ });
  await user.keyboard("{Tab}");
  await screen.findByText(/Hannah is not kept close/);
  await openLength();
  await user.click(screen.getByRole("radio", { name: "Hannah" }));
  await user.click(screen.getByRole("button", { name: "30 minutes" }));
  await user.type(screen.getByLabelText("Other length"), "1 h 15");
  screen.getByRole("button", { name: "Length and who started: 1 h 15, Hannah started it" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByLabelText("Other length")).toBeNull());
  const when = screen.getByLabelText("When");
  await user.clear(when);
  await user.type(when, "last tuesday");
  screen.getByRole("radio", { name: "Video" }).focus();
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Phone" }));
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(sent()).toMatchObject({
    people: [1, 2],
    when: "last tuesday",
    channel: "phone",
    minutes: 75,
    startedBy: { type: "person", id: 2 },
  });
});

it("lifts the last person with Backspace, and who started it then is you again", async () => {
  await open({ people: [ilse, hannah] });
  await openLength();
  await user.click(screen.getByRole("radio", { name: "Hannah" }));
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("combobox", { name: "With" }));
  await user.keyboard("{Backspace}");
  await screen.findByRole("button", { name: "Length and who started: You started it" });
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(sent()).toMatchObject({ people: [1], startedBy: { type: "me" } }));
});

it("offers the rarer channels behind Other", async () => {
  await open();
  await user.click(screen.getByRole("radio", { name: "Other" }));
  await user.click(await screen.findByRole("radio", { name: "Social media" }));
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(sent()).toMatchObject({ channel: "social" }));
});

it("says at the field what the host refuses, until the field changes", async () => {
  await open();
  refused = { field: "when", message: "That day is still to come." };
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await screen.findByText("That day is still to come.");
  expect(screen.getByLabelText("When").getAttribute("aria-invalid")).toBe("true");
  await user.type(screen.getByLabelText("When"), "!");
  await waitFor(() => expect(screen.queryByText("That day is still to come.")).toBeNull());
  refused = { field: "people", message: "Say with whom." };
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await screen.findByText("Say with whom.");
  expect(screen.getByRole("combobox", { name: "With" }).getAttribute("aria-invalid")).toBe("true");
  refused = { field: null, message: "The disk is full." };
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await screen.findByText("The disk is full.");
  const asked = host.calls.length;
  await openLength();
  await user.type(screen.getByLabelText("Other length"), "long");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/Write a length such as/);
  expect(host.calls.slice(asked).some(({ command }) => command === "interaction_log_with")).toBe(false);
});

it("keeps the note when Esc closes, and asks nothing", async () => {
  await open();
  await user.type(screen.getByLabelText("Note"), "Half a thought");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await open();
  expect((screen.getByLabelText("Note") as HTMLTextAreaElement).value).toBe("Half a thought");
});

it("keeps with whom, when and how long it was too, and lets go of it once it is saved", async () => {
  await open({ people: [] });
  await user.type(screen.getByRole("combobox", { name: "With" }), "han");
  await screen.findByRole("option", { name: /Hannah/ });
  await user.keyboard("{Enter}");
  await user.click(screen.getByRole("radio", { name: "Phone" }));
  await openLength();
  await user.type(screen.getByLabelText("Other length"), "75");
  await screen.findByText("1 h 15");
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await open({ people: [] });
  await screen.findByRole("button", { name: `Without ${hannah.name}` });
  expect(screen.getByRole("radio", { name: "Phone" }).getAttribute("aria-checked")).toBe("true");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(sent()).toMatchObject({ people: [2], channel: "phone", minutes: 75 }));
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(drafts.get("log")).toBeNull();
});

it("leaves out whoever a draft names and is gone, and reads an older draft as the note", async () => {
  host.answers.person_face = async ({ id }) =>
    id === 99 ? Promise.reject({ code: "not_found", message: "Gone.", field: null }) : aFace(id, hannah.name);
  drafts.keep("log", JSON.stringify({ people: [{ id: 99, name: "Gone" }], note: "Half" }));
  await open({ people: [] });
  await waitFor(() => expect(screen.queryByRole("button", { name: "Without Gone" })).toBeNull());
  expect((screen.getByLabelText("Note") as HTMLTextAreaElement).value).toBe("Half");
  drafts.keep("log/1", "Words alone");
  await open();
  expect((screen.getByLabelText("Note") as HTMLTextAreaElement).value).toBe("Words alone");
});

it("keeps no draft of what nobody touched", async () => {
  await open();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(drafts.get("log/1")).toBeNull();
});

it("leads from Save to the field that is wrong", async () => {
  await open();
  await openLength();
  await user.type(screen.getByLabelText("Other length"), "soon");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByLabelText("Other length")).toBeNull());
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Other length")));
  screen.getByText(/Write a length such as/);
});

it("saves with its key from a button that opens a menu", async () => {
  await open();
  screen.getByRole("button", { name: "Calendar for when" }).focus();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(sent().people).toEqual([1]);
});

it("shuts the list of names with Esc, not the dialog", async () => {
  await open({ people: [] });
  await user.type(screen.getByRole("combobox", { name: "With" }), "ilse");
  await screen.findByRole("option", { name: /Ilse/ });
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("option")).toBeNull();
  expect(screen.queryByRole("dialog")).not.toBeNull();
});

const talk: Talk = {
  id: 3,
  on: "2026-03-03",
  at: "09:00",
  rough: null,
  title: "",
  channel: "email",
  minutes: 50,
  startedBy: { type: "person", id: 1 },
  note: "Two benches.",
  people: [{ id: 1, name: ilse.name }],
  attempt: false,
};

it("begins with all that a sentence said", async () => {
  const begin = aTalk([1], {
    when: "October 2026",
    title: "Coffee",
    minutes: 25,
    startedBy: { type: "person", id: 1 },
    note: "about the benches",
  });
  await open({ people: [ilse], begin });
  expect((screen.getByLabelText("When") as HTMLInputElement).value).toBe("October 2026");
  expect((screen.getByLabelText("What it was") as HTMLInputElement).value).toBe("Coffee");
  await user.type(screen.getByLabelText("What it was"), " and cake");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(sent()).toMatchObject({ ...begin, title: "Coffee and cake", closes: [] }));
});

it("keeps a rough day and a title when the rest is corrected", async () => {
  const rough = { words: "October 2026", text: "October 2026", countsAs: "16 October 2026" };
  await open({ people: [], edit: { ...talk, on: "2026-10-16", at: null, rough, title: "Lunch" } });
  await user.type(screen.getByLabelText("Note"), " Three.");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(sent("interaction_edit")).toMatchObject({ when: "October 2026", title: "Lunch" }));
});

it("edits a talk, and deletes one with a way back", async () => {
  await open({ people: [], edit: talk });
  await screen.findByRole("heading", { name: "Edit this conversation" });
  expect((screen.getByLabelText("When") as HTMLInputElement).value).toBe("3 March 2026 09:00");
  await user.type(screen.getByLabelText("Note"), " Three.");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Changed the email with Ilse"));
  expect(sent("interaction_edit")).toEqual({
    people: [1],
    when: "3 March 2026 09:00",
    channel: "email",
    title: "",
    minutes: 50,
    startedBy: { type: "person", id: 1 },
    note: "Two benches. Three.",
    attempt: false,
    closes: [],
  });
  await open({ people: [], edit: talk });
  await user.click(screen.getByRole("button", { name: "Delete" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Deleted the email with Ilse"));
  expect(host.calls.findLast(({ command }) => command === "interaction_delete")?.args).toEqual({ id: 3 });
});

it("does not claim who started it when whoever did is taken out of an edited talk", async () => {
  await open({
    people: [],
    edit: {
      ...talk,
      people: [
        { id: 1, name: ilse.name },
        { id: 2, name: hannah.name },
      ],
    },
  });
  await user.click(screen.getByRole("button", { name: `Without ${ilse.name}` }));
  screen.getByRole("button", { name: "Length and who started: 50 min" });
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(sent("interaction_edit")).toMatchObject({ people: [2], startedBy: { type: "not_said" } }));
});

it("begins with what quick search has understood", async () => {
  await open({ people: [ilse], begin: { channel: "phone", when: "yesterday" } });
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(sent()).toMatchObject({ channel: "phone", when: "yesterday" }));
});

it("unfolds what came of it, and logs promises both ways as one step", async () => {
  host.answers.interaction_log_with = async ({ outcome: { promises } }) => {
    if (promises.some(({ what }) => what === ""))
      throw { code: "invalid", field: "promises.1.what", message: "Say what is promised." };
    return done({ id: 9, next: [] }, 5);
  };
  await open({ people: [ilse, hannah] });
  await user.click(screen.getByRole("button", { name: "Promise" }));
  expect(document.querySelector(".dialog.log.duo")).not.toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "What" }));
  await user.keyboard("The protocol");
  await user.type(screen.getByRole("textbox", { name: "By" }), "friday");
  await user.click(screen.getByRole("button", { name: "Another promise" }));
  await user.click(screen.getByRole("radio", { name: "Hannah promised" }));
  await user.type(screen.getByRole("textbox", { name: "By" }), "monday");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Say what is promised.");
  await user.type(screen.getByRole("textbox", { name: "What" }), "Two benches");
  await user.click(screen.getByRole("button", { name: "Another promise" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  const { args } = host.calls.findLast((call) => call.command === "interaction_log_with") ?? {};
  expect((args as { outcome: { promises: unknown } }).outcome.promises).toEqual([
    { owedBy: "me", what: "The protocol", people: [], when: "friday" },
    { owedBy: "them", what: "Two benches", people: [2], when: "monday" },
  ]);
});

it("logs what was given and received beside what was promised", async () => {
  host.answers.exchange_sorts = async () => someSorts;
  host.answers.interaction_log_with = async ({ outcome }) => {
    if (outcome.exchanges.some(({ what }) => what.length > 30))
      throw { code: "invalid", field: "exchanges.0.what", message: "One line holds 200 letters at most." };
    return done({ id: 9, next: [] }, 5);
  };
  await open({ people: [ilse, hannah] });
  await user.click(screen.getByRole("button", { name: "Value" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "What was given" }));
  await user.keyboard("An introduction that is far too long");
  await user.click(screen.getByRole("combobox", { name: "Sort: Favour" }).closest("button")!);
  await user.click(await screen.findByRole("option", { name: "Introduction" }));
  expect(screen.getByRole("radio", { name: "Medium" }).getAttribute("aria-checked")).toBe("true");
  await user.click(screen.getByRole("button", { name: "More value" }));
  await user.click(screen.getByRole("radio", { name: "Hannah gave" }));
  await user.type(screen.getByRole("textbox", { name: "What was given" }), "An hour");
  await user.click(screen.getByRole("radio", { name: "Large" }));
  await user.click(screen.getByRole("button", { name: "Promise" }));
  await user.keyboard("The protocol");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("One line holds 200 letters at most.");
  const what = screen.getByRole<HTMLInputElement>("textbox", { name: "What was given" });
  await user.clear(what);
  await user.type(what, "An introduction");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  const { args } = host.calls.findLast((call) => call.command === "interaction_log_with") ?? {};
  expect((args as { outcome: unknown }).outcome).toEqual({
    promises: [{ owedBy: "me", what: "The protocol", people: [], when: "" }],
    exchanges: [
      { direction: "given", what: "An introduction", sort: "introduction", size: null, people: [] },
      { direction: "received", what: "An hour", sort: "favour", size: 3, people: [2] },
    ],
    nextStep: null,
    nextLine: "",
    shared: [],
    needs: [],
    reflection: null,
  });
});

it("leaves promises out again, and keeps them with an unsaved talk", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Promise" }));
  await user.keyboard("The protocol");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  await open();
  screen.getByRole("button", { name: "The protocol" });
  await user.click(screen.getByRole("button", { name: "Leave out" }));
  expect(document.querySelector(".dialog.log.duo")).toBeNull();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  const { args } = host.calls.findLast((call) => call.command === "interaction_log_with") ?? {};
  expect(args).toMatchObject({ outcome: { promises: [], exchanges: [], nextStep: null }, kind: null });
});

const came = (): unknown => host.calls.findLast(({ command }) => command === "interaction_log_with")?.args;

it("saves the next step and the line for next time with the talk", async () => {
  host.answers.interaction_log_with = async ({ outcome: { nextStep } }) => {
    if (nextStep?.when === "") throw { code: "invalid", field: "nextStep.when", message: "Say on which day." };
    return done({ id: 9, next: [{ id: 1, name: ilse.name, on: "Tue 24 March", rests: null }] }, 5);
  };
  await open();
  await screen.findByText(/Next with Ilse: Thu 2 April/);
  await user.click(screen.getByRole("button", { name: "Next step" }));
  const what = screen.getByRole("textbox", { name: "What for" });
  expect(document.activeElement).toBe(what);
  await user.keyboard("Call about the second bench{Control>}{Enter}{/Control}");
  await screen.findByText("Say on which day.");
  await user.type(screen.getByRole("textbox", { name: "Day of the next step" }), "in two weeks");
  await waitFor(() =>
    expect(screen.getByRole("region", { name: "Next step" }).textContent).toContain(
      "in two weeks it is, instead of Thu 2 April.",
    ),
  );
  await user.click(screen.getByRole("button", { name: "Next time" }));
  await user.keyboard("Ask about the benches{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(came()).toMatchObject({
    outcome: {
      promises: [],
      nextStep: { people: [], when: "in two weeks", what: "Call about the second bench" },
      nextLine: "Ask about the benches",
    },
  });
  expect(toasts.shown?.text).toMatch(/Next on Tue 24 March/);
});

it("leaves the next step out again, and asks with whom where there are several", async () => {
  await open({ people: [ilse, hannah], closes: [] });
  const withWhom = (name: string): HTMLElement =>
    within(screen.getByRole("radiogroup", { name: "Next with whom" })).getByRole("radio", { name });
  await user.click(screen.getByRole("button", { name: "Next step" }));
  await user.click(withWhom("Hannah"));
  await user.type(screen.getByRole("textbox", { name: "Day of the next step" }), "friday");
  await user.click(screen.getByRole("button", { name: "Leave the next step out" }));
  expect(screen.queryByRole("textbox", { name: "What for" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Next step" }));
  await user.click(withWhom("Hannah"));
  await user.type(screen.getByRole("textbox", { name: "Day of the next step" }), "monday");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(came()).toMatchObject({ outcome: { nextStep: { people: [2], when: "monday", what: "" } } });
});

it("offers what was kept to share with those of the talk, and ticks it off with it", async () => {
  host.answers.shares_open_with = async ({ people }) =>
    people.includes(2)
      ? [
          { id: 4, name: "Calibration drift" },
          { id: 3, name: "A talk on optics" },
        ]
      : [{ id: 4, name: "Calibration drift" }];
  await open({ people: [ilse, hannah], closes: [] });
  await user.click(await screen.findByRole("checkbox", { name: "Shared: A talk on optics" }));
  await user.click(screen.getByRole("checkbox", { name: "Shared: Calibration drift" }));
  await user.click(screen.getByRole("button", { name: /^Without Hannah/ }));
  await waitFor(() => expect(screen.queryByRole("checkbox", { name: "Shared: A talk on optics" })).toBeNull());
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(came()).toMatchObject({ outcome: { shared: [4] } });
});

it("logs that nobody answered", async () => {
  host.answers.interaction_preview = async ({ draft: { attempt } }) => ({
    understood: "",
    problem: null,
    next: [
      {
        id: 1,
        name: ilse.name,
        on: "Thu 14 May",
        rests: attempt ? "Three tries without an answer: resting until 14 May." : null,
      },
    ],
  });
  await open();
  await user.click(screen.getByRole("checkbox", { name: "No answer" }));
  expect(screen.queryByText("How long")).toBeNull();
  expect(screen.queryByRole("button", { name: "Promise" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Next step" })).not.toBeNull();
  await screen.findByText("Three tries without an answer: resting until 14 May.");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(dialogs.of("log")).toBeNull());
  expect(sent()).toMatchObject({ attempt: true, people: [1] });
  expect(toasts.shown?.text).toMatch(/^Logged that you tried to reach Ilse by video/);
});

const fields = (): number =>
  document.querySelectorAll(".ql-rt :is(input, textarea, [role=radiogroup], button.sel)").length;

it("folds what is written to a line: one part has its fields at a time", async () => {
  host.answers.exchange_sorts = async () => someSorts;
  host.answers.when_preview = async ({ text }) => ({
    understood: "Friday 13 March, in 3 days",
    problem: null,
    on: text === "friday" ? "2026-03-13" : "2026-04-02",
    at: null,
    rings: null,
    choices: [],
  });
  await open();
  await user.click(screen.getByRole("button", { name: "Promise" }));
  await user.keyboard("The protocol");
  await user.type(screen.getByRole("textbox", { name: "By" }), "friday");
  await user.click(screen.getByRole("button", { name: "Value" }));
  const promises = screen.getByRole("region", { name: "Promise" });
  await waitFor(() => expect(promises.textContent).toMatch(/I promised\s*The protocol\s*Fri 13/));
  expect(within(promises).queryByRole("textbox")).toBeNull();
  await user.type(screen.getByRole("textbox", { name: "What was given" }), "An hour");
  await user.click(screen.getByRole("button", { name: "Reflection" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("radio", { name: /^Reflected/ })));
  await user.click(screen.getByRole("radio", { name: /^Asked/ }));
  await user.click(screen.getByRole("button", { name: "Next step" }));
  await user.keyboard("Call");
  await user.type(screen.getByRole("textbox", { name: "Day of the next step" }), "in three weeks");
  await user.click(screen.getByRole("button", { name: "Next time" }));
  await user.keyboard("Ask about the benches");
  expect(fields()).toBe(1);
  for (const line of ["The protocol", "An hour", "Asked", "Call"]) screen.getByRole("button", { name: line });
  expect(screen.getByRole("region", { name: "Next step" }).textContent).toContain("Thu 2 April");

  // Pressed, a line has its fields again, and the one before folds.
  await user.click(screen.getByRole("button", { name: "The protocol" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "What" }));
  expect(fields()).toBeLessThanOrEqual(5);
  screen.getByRole("button", { name: "Ask about the benches" });
  await user.click(screen.getByRole("button", { name: "Asked" }));
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: /^Asked/ }));
  await user.click(screen.getByRole("button", { name: "Call" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "What for" }));
});

it("lets go of a part that was begun and left empty", async () => {
  await open();
  await user.click(screen.getByRole("button", { name: "Promise" }));
  await user.click(screen.getByRole("button", { name: "Next time" }));
  expect(screen.queryByRole("region", { name: "Promise" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Promise" }));
  expect(screen.queryByRole("region", { name: "Next time" })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "What" }));
});

it("says in its foot that all of it is saved together, once there is more than the talk", async () => {
  await open();
  await screen.findByText(/Next with Ilse: Thu 2 April/);
  await user.click(screen.getByRole("button", { name: "Next step" }));
  await user.keyboard("Call");
  screen.getByText("Saved together. Ctrl Z takes all of it back.");
  await user.click(screen.getByRole("button", { name: "Leave the next step out" }));
  await screen.findByText(/Next with Ilse: Thu 2 April/);
});

it("leads from No answer to the note, so that its first space is one", async () => {
  await open();
  await user.click(screen.getByRole("checkbox", { name: "No answer" }));
  await user.keyboard("Rang twice{Control>}{Enter}{/Control}");
  await waitFor(() => expect(sent()).toMatchObject({ attempt: true, note: "Rang twice" }));
});

it("leads to the field that is wrong, not to the first of its part, from wherever it is saved", async () => {
  host.answers.interaction_log_with = async () => {
    throw { code: "invalid", field: "promises.0.when", message: "That day has passed." };
  };
  await open();
  await user.click(screen.getByRole("button", { name: "Promise" }));
  await user.keyboard("The protocol");
  await user.type(screen.getByRole("textbox", { name: "By" }), "yesterday");
  await user.click(screen.getByRole("button", { name: "Next time" }));
  await user.keyboard("Benches{Control>}{Enter}{/Control}");
  await screen.findByText("That day has passed.");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "By" })));
});

it("says that something comes from before, begins anew, and takes that back", async () => {
  await open();
  await user.type(screen.getByLabelText("Note"), "Half a thought");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await open();
  const note = screen.getByLabelText<HTMLTextAreaElement>("Note");
  screen.getByText(/From before\./);
  await user.click(screen.getByRole("button", { name: "Start over" }));
  expect(note.value).toBe("");
  expect(document.activeElement).toBe(note);
  expect(drafts.get("log/1")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Take it back" }));
  expect(note.value).toBe("Half a thought");
  await waitFor(() => expect(drafts.get("log/1")).toContain("Half a thought"));
  await user.click(screen.getByRole("button", { name: "Start over" }));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await open();
  expect(screen.queryByText(/From before\./)).toBeNull();
});
