import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { QuarterShown } from "../host/wire.gen";
import Quarter from "./Quarter.svelte";

let host: FakeHost;
let quarter: QuarterShown;
beforeEach(() => {
  quarter = {
    firstOn: "2026-01-01",
    name: "January to March 2026",
    from: "",
    answered: "",
    lastIntention: { quarter: "October to December 2025", text: "Ask one more question" },
    statements: [
      {
        statement: "empathy",
        aboutTrait: true,
        title: "Empathy",
        text: "I asked how it was for them.",
        step: null,
        lastStep: 3,
        trend: [{ quarter: "Q4 2025", step: 3 }],
        evidence: { words: "What mattered to others: noted once", from: ["Ana, 12 January: The audit"], more: 0 },
      },
      {
        statement: "networking",
        aboutTrait: false,
        title: "Networking",
        text: "I was in touch when I needed nothing.",
        step: 2,
        lastStep: null,
        trend: [],
        evidence: { words: "You made no introduction.", from: [], more: 0 },
      },
    ],
    line: "",
    intention: "",
    before: "2025-10-01",
    after: null,
  };
  host = fakeHost({
    quarter: async () => quarter,
    quarter_set: async () => done(null, 5),
    unsaved_save: async () => null,
  });
  useHost(host);
});
const saved = (): unknown => host.calls.filter(({ command }) => command === "quarter_set").map(({ args }) => args);

it("says the last intention first, and what the book knows beside a statement", async () => {
  render(Quarter);
  await screen.findByText("Ask one more question");
  screen.getByText("What you intended after October to December 2025");
  screen.getByText("What mattered to others: noted once");
  screen.getByText("Ana, 12 January: The audit");
  screen.getByText("Q4 2025: 3");
  screen.getByRole("radio", { name: "3, last quarter" });
});

it("saves steps, no occasion, a line and an intention together", async () => {
  render(Quarter);
  const group = await screen.findByRole("radiogroup", { name: /^Empathy/ });
  expect(screen.getByRole("status").textContent).toBe("1 of 11 answered");
  await userEvent.click(group.querySelectorAll("button")[3] as HTMLElement);
  await userEvent.keyboard("{ArrowRight}");
  await userEvent.click(screen.getAllByRole("radio", { name: "No occasion" })[1] as HTMLElement);
  await userEvent.type(screen.getByLabelText("One thing you noticed"), "I rushed");
  await userEvent.type(screen.getByLabelText("One intention for the next quarter"), "Say it earlier");
  await userEvent.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(saved()).toHaveLength(1));
  expect(saved()).toEqual([
    {
      firstOn: "2026-01-01",
      said: {
        answers: [
          { statement: "empathy", step: 5 },
          { statement: "networking", step: 0 },
        ],
        line: "I rushed",
        intention: "Say it earlier",
      },
    },
  ]);
});

it("of a young book says from when on", async () => {
  quarter = { ...quarter, from: "from 31 March" };
  render(Quarter);
  await screen.findByText(/You can answer from 31 March on/);
});
