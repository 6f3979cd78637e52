import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Fact } from "../host/wire.gen";
import WholePerson from "./WholePerson.svelte";

let host: FakeHost;
let lines: Fact[];
beforeEach(() => {
  lines = [];
  host = fakeHost({
    facts_of: async () => lines,
    fact_add: async () => done(9, 1),
    fact_edit: async () => done(null, 2),
    fact_remove: async () => done(null, 3),
  });
  useHost(host);
});
const asked = (command: string): unknown[] => host.calls.filter((call) => call.command === command);

it("shows no heading while nothing is known, only a way to add", async () => {
  render(WholePerson, { person: 7 });
  const add = await screen.findByRole("button", { name: "Interest, family, cause" });
  expect(screen.queryByRole("heading")).toBeNull();
  await userEvent.click(add);
  await userEvent.keyboard("Long rides{Enter}");
  expect(asked("fact_add")).toHaveLength(1);
  expect(JSON.stringify(asked("fact_add"))).toContain("Long rides");
});

it("groups lines by kind and marks the private ones", async () => {
  lines = [
    { id: 1, kind: "interest", text: "Long rides", private: false },
    { id: 2, kind: "family", text: "A father in care", private: true },
  ];
  render(WholePerson, { person: 7 });
  await screen.findByText("Interests");
  expect(screen.queryByText("Causes")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Family: A father in care, private. Edit" }));
  await userEvent.click(screen.getByRole("button", { name: "Private" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Family" }), "{Enter}");
  expect(JSON.stringify(asked("fact_edit"))).toContain('"private":false');
});

it("leaves an unchanged or empty line alone, and says what is wrong where it stands", async () => {
  lines = [{ id: 1, kind: "cause", text: "A club", private: false }];
  render(WholePerson, { person: 7 });
  await userEvent.click(await screen.findByRole("button", { name: "Cause: A club. Edit" }));
  await userEvent.keyboard("{Enter}");
  expect(asked("fact_edit")).toHaveLength(0);
  await userEvent.click(screen.getByRole("button", { name: "Line" }));
  await userEvent.keyboard("{Escape}");
  expect(asked("fact_add")).toHaveLength(0);
  await userEvent.click(screen.getByRole("button", { name: "Remove A club" }));
  expect(asked("fact_remove")).toHaveLength(1);
});
