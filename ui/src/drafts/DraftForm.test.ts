import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Draft, DraftMark } from "../host/wire.gen";
import { warning } from "../state/drafts";
import { drafts } from "../state/drafts.svelte";
import { toasts } from "../state/toast.svelte";
import DraftForm from "./DraftForm.svelte";
import { runs } from "./pieces";

const user = userEvent.setup();
let host: FakeHost;
let marks: DraftMark[];
let held: string | null;
const onclose = vi.fn();

const filled = (without: readonly string[]): Draft => ({
  sort: "congratulation",
  subject: [{ part: null, words: "Congratulations" }],
  body: without.includes("new_role")
    ? [{ part: "first_name", words: "Daniel" }]
    : [
        { part: "first_name", words: "Daniel" },
        { part: null, words: ", you are " },
        { part: "new_role", words: "Supply Lead" },
      ],
  from: [
    {
      part: "new_role",
      title: "New role",
      words: "Supply Lead since 1 March",
      used: !without.includes("new_role"),
      sort: "role",
      item: 4,
    },
  ],
  mostCharacters: null,
  hasMail: true,
  withoutMail: "",
  held,
});
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

beforeEach(() => {
  marks = [];
  held = null;
  drafts.drop("draft/7/congratulation");
  onclose.mockClear();
  toasts.shown = null;
  host = fakeHost({
    draft: async ({ without }) => filled(without),
    draft_marks: async () => marks,
    draft_mail: async () => false,
    unsaved_save: async () => null,
    draft_sent: async () => done(1, 8),
  });
  useHost(host);
  render(DraftForm, { person: { id: 7, name: "Daniel Osterby" }, begin: "congratulation", onclose });
});

it("is filled from the book, and what is not ticked goes with its sentence", async () => {
  await screen.findByRole("button", { name: /Edit the text$/ });
  expect(screen.getByText("Supply Lead")).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "New role: Supply Lead since 1 March" }));
  await waitFor(() => expect(screen.queryByText("Supply Lead")).toBeNull());
  expect(asked("draft").at(-1)).toEqual({ person: 7, sort: "congratulation", without: ["new_role"] });
});

it("can be written in one's own words, and goes back to what was filled", async () => {
  await user.click(await screen.findByRole("button", { name: /Edit the text$/ }));
  await user.type(screen.getByRole("textbox", { name: "Text of the congratulation" }), "!");
  await user.click(screen.getByRole("button", { name: "Open in mail" }));
  expect(asked("draft_mail")).toEqual([
    { person: 7, subject: "Congratulations", text: "Daniel, you are Supply Lead!" },
  ]);
  await user.click(screen.getByRole("button", { name: "Back to Kith’s words" }));
  await screen.findByRole("button", { name: /Edit the text$/ });
});

it("tells of what may be private before it is copied", async () => {
  await user.click(await screen.findByRole("button", { name: /Edit the text$/ }));
  marks = [{ from: 0, to: 6, sort: "private", why: "Private: Daniel is ill" }];
  await user.type(screen.getByRole("textbox", { name: "Text of the congratulation" }), " now");
  await screen.findByText(/1 word may tell of something private. Private: Daniel is ill/);
});

it("logs that it was sent", async () => {
  await user.click(await screen.findByRole("button", { name: "Log that I sent it" }));
  expect(asked("draft_sent")).toEqual([
    { sent: { people: [7], sort: "congratulation", title: "Congratulation", introduction: null } },
  ]);
  await waitFor(() => expect(toasts.shown?.text).toBe("Logged that you wrote to Daniel"));
  expect(onclose).toHaveBeenCalledOnce();
});

it("keeps what is written by hand: nothing is ticked and no other sort chosen until it is given up", async () => {
  await user.click(await screen.findByRole("button", { name: /Edit the text$/ }));
  await user.type(screen.getByRole("textbox", { name: "Text of the congratulation" }), "!");
  expect(screen.queryByRole("checkbox")).toBeNull();
  const other = screen.getByRole<HTMLButtonElement>("button", { name: "Thanks" });
  expect(other.disabled).toBe(true);
  expect(drafts.get("draft/7/congratulation")).toBe("Daniel, you are Supply Lead!");
  await user.click(screen.getByRole("button", { name: "Back to Kith’s words" }));
  await screen.findByRole("checkbox");
  expect(other.disabled).toBe(false);
  expect(drafts.get("draft/7/congratulation")).toBeNull();
});

it("says when it could not look for private words", async () => {
  host.answers.draft_marks = async () => {
    throw { code: "internal", field: null, message: "No." };
  };
  await user.click(await screen.findByRole("button", { name: /Edit the text$/ }));
  await user.type(screen.getByRole("textbox", { name: "Text of the congratulation" }), "!");
  await screen.findByText("Kith could not check this for private words.");
});

it("logs once, however often it is pressed", async () => {
  const log = await screen.findByRole("button", { name: "Log that I sent it" });
  log.click();
  log.click();
  await waitFor(() => expect(onclose).toHaveBeenCalled());
  expect(asked("draft_sent")).toHaveLength(1);
});

it("cuts a text where a mark begins and ends", () => {
  const pieces = [
    { part: null, words: "How is your " },
    { part: "new_role" as const, words: "father now" },
  ];
  expect(runs(pieces, [{ from: 12, to: 18, sort: "private", why: "Private" }])).toEqual([
    { words: "How is your ", filled: false, why: null },
    { words: "father", filled: true, why: "Private" },
    { words: " now", filled: true, why: null },
  ]);
  expect(runs([{ part: null, words: "" }], [])).toEqual([]);
});

it("holds what is for somebody who is left alone until one says so", async () => {
  held = "You and Daniel are cooling off until tomorrow, 08:30. Send it another day?";
  await user.click(await screen.findByRole("button", { name: "Thanks" }));
  await screen.findByText(held);
  expect(screen.queryByRole("button", { name: "Copy" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Send it all the same" }));
  expect(screen.getByRole("button", { name: "Copy" })).toBeTruthy();
});

it("says in one calm line what is off limits, and marks a subject too", async () => {
  marks = [{ from: 0, to: 6, sort: "off_limits", why: "Off limits with Daniel: the merger" }];
  await user.click(await screen.findByRole("button", { name: /Edit the text$/ }));
  await user.type(screen.getByRole("textbox", { name: "Text of the congratulation" }), "!");
  await screen.findByText("Off limits with Daniel: the merger.");
  expect(asked("draft_marks")).toContainEqual({ person: 7, text: "Congratulations" });
  expect(warning([...marks, { from: 7, to: 9, sort: "private", why: "Private: He is ill" }])).toBe(
    "Off limits with Daniel: the merger. 1 word may tell of something private. Private: He is ill",
  );
});

it("looks through the subject for both where it goes to two, and says who has no mail address", async () => {
  const [daniel, ana] = [
    { id: 7, name: "Daniel Osterby" },
    { id: 8, name: "Ana Sorvik" },
  ];
  host.answers.introduction_draft = async () => ({
    ...filled([]),
    hasMail: false,
    withoutMail: "Ana has no mail address.",
  });
  host.answers.draft_marks = async ({ person, text }) =>
    person === 8 && text === "Congratulations"
      ? [{ from: 0, to: 15, sort: "off_limits", why: "Off limits with Ana: praise" }]
      : [];
  const introduction = { id: 3, to: [daniel, ana], sorts: [], step: null, words: "" };
  render(DraftForm, { person: daniel, begin: "introduction_make", introduction, onclose });
  await screen.findByText("Off limits with Ana: praise.");
  await screen.findByText("Ana has no mail address.");
});

it("can be closed by a button", async () => {
  await user.click(await screen.findByRole("button", { name: "Close" }));
  expect(onclose).toHaveBeenCalledTimes(1);
});
