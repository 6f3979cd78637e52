import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { NextLine, Opener } from "../host/wire.gen";
import { hearChanges } from "../state/changes";
import { route } from "../state/route.svelte";
import { bringIntoView, wanted } from "../state/source.svelte";
import { toasts } from "../state/toast.svelte";
import Openers from "./Openers.svelte";

let host: FakeHost;
let line: NextLine | null;
let openers: Opener[];
const changed = (): void => void setTimeout(() => host.emit("changed", { ...noChanges, people: [7] }));
beforeEach(() => {
  line = null;
  openers = [];
  toasts.shown = null;
  wanted.at = null;
  host = fakeHost({
    next_line_of: async () => line,
    openers_of: async () => openers,
    next_line_set: async ({ text }) => {
      if (text.length > 200) throw { code: "invalid", field: "text", message: "One line holds 200 letters at most." };
      line = text === "" ? null : { id: 1, text };
      changed();
      return done(null, 3);
    },
    opener_rest: async ({ item }) => {
      openers = openers.filter((opener) => opener.item !== item);
      changed();
      return done(null, 4);
    },
  });
  useHost(host);
  hearChanges();
});
const sent = (command: string): unknown => host.calls.findLast((call) => call.command === command)?.args;

it("shows nothing but a way to add where nothing is known", async () => {
  render(Openers, { person: 7 });
  await screen.findByRole("button", { name: "Next time" });
  expect(screen.queryByRole("heading")).toBeNull();
  expect(screen.queryByRole("button", { name: "What to begin with" })).toBeNull();
});

it("writes the line for next time in place, by keyboard, and removes it with a way back", async () => {
  render(Openers, { person: 7 });
  await userEvent.click(await screen.findByRole("button", { name: "Next time" }));
  await userEvent.keyboard("Ask about the benches{Enter}");
  await screen.findByRole("button", { name: "Next time: Ask about the benches. Edit" });
  expect(sent("next_line_set")).toEqual({ people: [7], text: "Ask about the benches" });
  await userEvent.click(screen.getByRole("button", { name: /Edit$/ }));
  await userEvent.keyboard(" and more{Escape}");
  await screen.findByRole("button", { name: "Next time: Ask about the benches. Edit" });
  await userEvent.click(screen.getByRole("button", { name: "Remove the line for next time" }));
  await screen.findByRole("button", { name: "Next time" });
  expect(toasts.shown?.text).toBe("Line for next time removed");
  expect(toasts.shown?.action?.label).toBe("Undo");
});

it("says what is wrong with the line where it is written", async () => {
  render(Openers, { person: 7 });
  await userEvent.click(await screen.findByRole("button", { name: "Next time" }));
  await userEvent.click(screen.getByRole("textbox", { name: "Next time" }));
  await userEvent.paste("a".repeat(201));
  await userEvent.keyboard("{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("200 letters");
});

it("shows openers on demand, lets one rest, and leads to what one is from", async () => {
  openers = [
    { sort: "date", item: 2, lead: "Today:", text: "Birthday, 46" },
    { sort: "interest", item: 5, lead: "Interest:", text: "Sings in a choir" },
  ];
  render(Openers, { person: 7 });
  const more = await screen.findByRole("button", { name: "What to begin with" });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  expect(screen.queryByText("Birthday, 46")).toBeNull();
  await userEvent.click(more);
  await userEvent.click(screen.getByRole("button", { name: "Not this: Birthday, 46" }));
  await waitFor(() => expect(screen.queryByText("Birthday, 46")).toBeNull());
  expect(sent("opener_rest")).toEqual({ person: 7, sort: "date", item: 2 });
  expect(toasts.shown?.text).toBe("Not this, for two weeks");
  await userEvent.click(screen.getByRole("button", { name: "Interest: Sings in a choir" }));
  expect(route.at).toEqual({ view: "people", person: 7 });
  expect(wanted.at).toEqual({ person: 7, selector: '[data-fact="5"]' });
});

it("focuses what an opener is from once it is in the page, and only of that person", async () => {
  const page = document.createElement("div");
  document.body.append(page);
  wanted.at = { person: 7, selector: '[data-fact="5"]' };
  expect(bringIntoView(page, 8)).toBeUndefined();
  bringIntoView(page, 7);
  const found = document.createElement("button");
  found.dataset.fact = "5";
  found.scrollIntoView = () => undefined;
  page.append(found);
  await waitFor(() => expect(document.activeElement).toBe(found));
  expect(wanted.at).toBeNull();
  page.remove();
});

it("keeps what is wanted in view while the page is filled, until the user does something", async () => {
  const page = document.createElement("div");
  document.body.append(page);
  wanted.at = { person: 7, selector: '[data-fact="5"]' };
  const line = document.createElement("button");
  line.dataset.fact = "5";
  const shown = vi.fn();
  line.scrollIntoView = shown;
  page.append(line);
  // The page's effect runs anew once it was found.
  bringIntoView(page, 7)?.();
  expect(shown).toHaveBeenCalledTimes(1);
  page.prepend(document.createElement("p"));
  await waitFor(() => expect(shown).toHaveBeenCalledTimes(2));
  window.dispatchEvent(new Event("wheel"));
  page.prepend(document.createElement("p"));
  await Promise.resolve();
  expect(shown).toHaveBeenCalledTimes(2);
  page.remove();
});
