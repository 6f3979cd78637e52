import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Conversations as Shown, ReflectedTalk } from "../host/wire.gen";
import Conversations from "./Conversations.svelte";

const talk = (id: number, name: string, said: Partial<ReflectedTalk["said"]> = {}): ReflectedTalk => ({
  talk: id,
  on: "2026-03-10",
  when: "Tuesday 10 March",
  channel: "video",
  people: [{ id, name }],
  said: { listened: null, heard: "", ...said },
});

let host: FakeHost;
let shown: Shown;
beforeEach(() => {
  const weeks = Array.from({ length: 12 }, (_, at) => `2026-01-${String(at + 10)}`);
  shown = {
    trend: {
      counted: 7,
      enough: true,
      words: "Lately you ask more often.",
      weeks,
      lines: (["reflected", "asked", "advised", "deflected"] as const).map((listening, at) => ({
        listening,
        counts: weeks.map((_, week) => (week === 11 ? at : 0)),
      })),
    },
    reflections: { total: 2, talks: [talk(4, "Ana Souza", { listened: "asked", heard: "The audit" })] },
    asks: talk(7, "Elif Sarıkan"),
  };
  host = fakeHost({
    conversations: async () => shown,
    reflection_set: async () => done(null, 3),
    reflection_skip: async () => null,
  });
  useHost(host);
});
const saved = (): unknown => host.calls.filter(({ command }) => command === "reflection_set").map(({ args }) => args);

it("tells the trend with its numbers, and lists what it comes from", async () => {
  render(Conversations);
  await screen.findByText("Lately you ask more often.");
  screen.getByText("12 weeks, 7 reflections");
  screen.getByRole("img", { name: "Asking by week: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1" });
  screen.getByText("The audit");
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(host.calls.at(-1)?.args).toEqual({ limit: 60 }));
});

it("takes a tap and a line for the last talk", async () => {
  render(Conversations);
  const form = await screen.findByRole("region", { name: "After a conversation" });
  expect(form.textContent).toContain("Elif Sarıkan");
  await userEvent.click(screen.getByRole("radio", { name: /^Reflected/ }));
  await userEvent.keyboard("{ArrowRight}");
  await userEvent.type(screen.getByLabelText("What mattered to Elif?"), "Being told early");
  await userEvent.keyboard("{Enter}");
  expect(saved()).toEqual([{ talk: 7, said: { listened: "asked", heard: "Being told early" } }]);
});

it("does not ask again for one that was put away", async () => {
  render(Conversations);
  await userEvent.click(await screen.findByRole("button", { name: "Not now" }));
  expect(host.calls.some(({ command }) => command === "reflection_skip")).toBe(true);
  expect(screen.queryByText("After a conversation")).toBeNull();
});

it("corrects a reflection where it stands", async () => {
  shown = { ...shown, asks: null };
  render(Conversations);
  await userEvent.click(await screen.findByRole("button", { name: /^Edit the reflection on Ana Souza/ }));
  await userEvent.clear(screen.getByLabelText("What mattered to Ana?"));
  await userEvent.click(screen.getByRole("radio", { name: /^Asked/ }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(saved()).toEqual([{ talk: 4, said: { listened: null, heard: "" } }]);
});
