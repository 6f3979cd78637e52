import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { TopicLine, TopicMatch } from "../host/wire.gen";
import { hearChanges } from "../state/changes";
import CouldHelp from "./CouldHelp.svelte";
import MyTopics from "./MyTopics.svelte";
import Topics from "./Topics.svelte";

let host: FakeHost;
let lines: TopicLine[];
let matches: TopicMatch[];
let stopHearing: () => void;
const changed = { ...noChanges, tables: ["topic_lines"] };
beforeEach(() => {
  lines = [];
  matches = [];
  host = fakeHost({
    topics_of: async () => lines,
    topics_find: async () => ({
      rows: [
        { topic: "humidity", people: 2, mine: false, words: "Elif, Hannah offer it" },
        { topic: "human factors", people: 0, mine: true, words: "you offer it" },
      ],
      total: 2,
    }),
    topic_add: async ({ stance, topic }) => {
      if (topic.length > 100) throw { code: "invalid", message: "A topic is a few words.", field: "topic" };
      lines = [...lines, { id: lines.length + 1, stance, topic }];
      host.emit("changed", changed);
      return done(lines.length, 1);
    },
    topic_remove: async ({ id }) => {
      lines = lines.filter((line) => line.id !== id);
      host.emit("changed", changed);
      return done(null, 2);
    },
    topic_rename: async () => done({ joined: true }, 3),
    matches_for: async () => matches,
  });
  useHost(host);
  stopHearing = hearChanges();
});
afterEach(() => stopHearing());
const args = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("shows no heading while nothing stands there, only a line to add", async () => {
  render(Topics, { person: 7 });
  const add = await screen.findByRole("button", { name: "Offers" });
  expect(screen.queryByRole("heading")).toBeNull();
  await userEvent.click(add);
  const field = screen.getByRole("combobox", { name: "Topic on offer" });
  await userEvent.type(field, "hum");
  const list = await screen.findByRole("listbox", { name: "Topics" });
  expect(
    within(list)
      .getAllByRole("option")
      .map((option) => option.textContent?.trim()),
  ).toEqual(["humidityElif, Hannah offer it", "human factorsyou offer it", "New topic “hum”"]);
  await userEvent.keyboard("{Enter}");
  await screen.findByText("humidity", { selector: ".chip" });
  expect(args("topic_add")).toEqual([{ person: 7, stance: "offers", topic: "humidity" }]);
  await userEvent.keyboard("{Escape}");
  expect(screen.getByRole("heading", { name: "Offers" })).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Looks for" })).toBeNull();
  expect(screen.getByRole("button", { name: "Edit: Offers" })).toBe(document.activeElement);
  await userEvent.click(screen.getByRole("button", { name: "Looks for" }));
  await userEvent.keyboard("a lab{Enter}");
  await waitFor(() => expect(args("topic_add")).toHaveLength(2));
  expect(args("topic_add")[1]).toEqual({ person: 7, stance: "seeks", topic: "a lab" });
});

it("reaches each of them by the keyboard while nothing stands there", async () => {
  render(Topics, { person: 7 });
  (await screen.findByRole("button", { name: "Knows about" })).focus();
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("optics{Enter}");
  await waitFor(() => expect(args("topic_add")).toEqual([{ person: 7, stance: "knows", topic: "optics" }]));
});

it("takes a topic away, and says what is wrong at the field", async () => {
  lines = [{ id: 1, stance: "seeks", topic: "a lab" }];
  render(Topics, { person: 7 });
  await userEvent.click(await screen.findByRole("button", { name: "Edit: Looks for" }));
  await userEvent.click(screen.getByRole("combobox"));
  await userEvent.paste("x".repeat(10_000));
  await userEvent.keyboard("{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("A topic is a few words.");
  const field = screen.getByRole<HTMLInputElement>("combobox");
  expect([field.getAttribute("aria-invalid"), field.value.length]).toEqual(["true", 10_000]);
  await userEvent.clear(field);
  expect(screen.queryByRole("alert")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Remove a lab" }));
  expect(args("topic_remove")).toEqual([{ id: 1 }]);
});

it("shows the first of a thousand, and all when asked", async () => {
  lines = Array.from({ length: 1_000 }, (_, at) => ({ id: at + 1, stance: "knows" as const, topic: `subject ${at}` }));
  render(Topics, { person: 7 });
  const all = await screen.findByRole("button", { name: "All 1,000" });
  expect(document.querySelectorAll(".chip.topic")).toHaveLength(24);
  await userEvent.click(all);
  expect(document.querySelectorAll(".chip.topic")).toHaveLength(1_000);
});

it("says with what one could help, with whoever offers it one click away", async () => {
  const onopen = vi.fn();
  render(CouldHelp, { name: "Ana", person: 7, onopen });
  await waitFor(() => expect(args("matches_for")).toHaveLength(1));
  expect(screen.queryByRole("heading")).toBeNull();
  matches = [
    {
      topic: "a speaker in Bergen",
      words: "Ana looks for a speaker in Bergen. You know two.",
      line: 4,
      people: [
        { id: 8, name: "Elif Sarıkan", topic: "speaker" },
        { id: 9, name: "Hannah Iwobi", topic: "Speaker in Bergen" },
      ],
    },
  ];
  host.emit("changed", changed);
  await screen.findByText("Ana looks for a speaker in Bergen. You know two.");
  expect(screen.getByText("offers Speaker in Bergen")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Elif Sarıkan" }));
  expect(onopen).toHaveBeenCalledWith(8);
});

it("asks for what is typed, and finds a topic among many in Settings", async () => {
  const asked: unknown[] = [];
  const topics = ["optics", "ocean optics", "humidity"];
  host.answers.topics_find = async ({ text, limit }) => {
    asked.push({ text, limit });
    const rows = topics.filter((topic) => topic.includes(text));
    return {
      rows: rows.map((topic) => ({ topic, people: 1, mine: false, words: "1 person" })),
      total: text === "" ? 5_000 : rows.length,
    };
  };
  const { unmount } = render(Topics, { person: 7 });
  await userEvent.click(await screen.findByRole("button", { name: "Knows about" }));
  expect(asked).toEqual([]);
  await userEvent.type(screen.getByRole("combobox"), "opt");
  await screen.findByRole("option", { name: /^optics/ });
  expect(asked.at(-1)).toEqual({ text: "opt", limit: 20 });
  unmount();
  render(MyTopics);
  await userEvent.type(await screen.findByRole("textbox", { name: "Find a topic" }), "humid");
  await waitFor(() => expect(screen.queryByText("ocean optics")).toBeNull());
  await screen.findByText("humidity");
  await userEvent.type(screen.getByRole("textbox", { name: "Find a topic" }), "x");
  await screen.findByText("No topic has these words.");
});

it("keeps one's own in Settings, and renames a topic there", async () => {
  lines = [{ id: 1, stance: "offers", topic: "human factors" }];
  render(MyTopics);
  await screen.findByRole("heading", { name: "You offer" });
  expect(args("topics_of")).toEqual([{ person: null }]);
  await screen.findByText("2 people");
  await userEvent.click(screen.getByText("humidity"));
  const field = screen.getByRole("textbox");
  await userEvent.clear(field);
  await userEvent.type(field, "human factors{Enter}");
  await waitFor(() => expect(args("topic_rename")).toEqual([{ from: "humidity", to: "human factors" }]));
});
