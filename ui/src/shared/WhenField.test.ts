import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { WhenPreview } from "../host/wire.gen";
import WhenHost from "../../tests/WhenHost.svelte";
import WhenField from "./WhenField.svelte";

const none: WhenPreview = { understood: null, problem: null, on: null, at: null, rings: null, choices: [] };
const answers: Record<string, Partial<WhenPreview>> = {
  "last tuesday": { understood: "Tuesday 3 March, a week ago", on: "2026-03-03" },
  "last tuesday 9:00": { understood: "Tuesday 3 March, 09:00, a week ago", on: "2026-03-03", at: "09:00" },
  "2026-03-14 09:00": {
    understood: "Saturday 14 March, 09:00, in 4 days",
    on: "2026-03-14",
    at: "09:00",
    rings: "The reminder comes Monday 16 March at 08:30.",
  },
};
const preview = vi.fn(async (text: string): Promise<WhenPreview> => ({
  ...none,
  ...(answers[text] ?? { problem: "Write a day, such as yesterday or 3 march." }),
}));
const days = vi.fn(async (from: string) => [
  { day: from, checkIns: 0, room: 3, working: true, people: [] },
  { day: "2026-03-14", checkIns: 2, room: 3, working: false, people: [{ id: 1, name: "Ilse" }] },
]);
const user = userEvent.setup();
beforeEach(() => void preview.mockClear());
const show = (more = {}): void =>
  void render(WhenField, {
    label: "When",
    purpose: "talk" as const,
    clock: "twenty_four" as const,
    preview,
    days,
    ...more,
  });

it("says what it has understood", async () => {
  show({ value: "last tuesday" });
  const line = await screen.findByText(/a week ago/);
  expect(line.textContent?.replace(/\s+/g, " ")).toBe("Tuesday 3 March, a week ago. A time is optional.");
  expect(line.querySelector("b")?.textContent).toBe("Tuesday 3 March");
});

it("calls a half-written word no mistake until the field is left", async () => {
  show();
  const input = screen.getByLabelText("When");
  await user.type(input, "las");
  await screen.findByText(/Write a day/);
  expect(input.getAttribute("aria-invalid")).toBe("false");
  await user.tab();
  expect(input.getAttribute("aria-invalid")).toBe("true");
});

it("shows what the host refused, and drops an answer that comes too late", async () => {
  const late: ((answer: WhenPreview) => void)[] = [];
  preview.mockImplementationOnce(() => new Promise((done) => late.push(done)));
  show({ value: "slow", wrong: "A talk cannot be in the future." });
  await screen.findByText("A talk cannot be in the future.");
  const input = screen.getByLabelText("When");
  await user.clear(input);
  await user.type(input, "last tuesday");
  late[0]?.({ ...none, understood: "Never" });
  await waitFor(() => expect(preview).toHaveBeenLastCalledWith("last tuesday", "talk"));
  expect(screen.queryByText(/Never/)).toBeNull();
});

it("marks a day that is understood but refused as wrong", async () => {
  show({ value: "last tuesday", wrong: "The last day is before the first." });
  const line = await screen.findByText("The last day is before the first.");
  await waitFor(() => expect(preview).toHaveBeenCalled());
  await new Promise((done) => setTimeout(done));
  expect(line.parentElement?.classList.contains("bad")).toBe(true);
  expect(line.parentElement?.classList.contains("rz")).toBe(false);
});

it("picks a day by keyboard, and keeps the time that was typed", async () => {
  show({ value: "last tuesday 9:00" });
  await screen.findByText(/09:00/);
  await user.click(screen.getByRole("button", { name: "Calendar for when" }));
  await screen.findByRole("heading", { name: "March 2026" });
  await waitFor(() => expect(document.activeElement?.textContent).toBe("3"));
  expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
  await user.keyboard("{PageDown}");
  await screen.findByRole("heading", { name: "April 2026" });
  await user.keyboard("{PageUp}{ArrowDown}{End}{ArrowLeft}");
  await waitFor(() =>
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Saturday 14 March, not a working day, 2 planned"),
  );
  await user.keyboard("{Enter}");
  await screen.findByText(/The reminder comes Monday 16 March/);
  expect((screen.getByLabelText("When") as HTMLInputElement).value).toBe("2026-03-14 09:00");
  await waitFor(() => expect(screen.queryByRole("grid")).toBeNull());
});

it("offers the other day that numbers may mean, for one press", async () => {
  const choices = [
    { words: "Thursday 3 December", text: "3 December 2026" },
    { words: "Thursday 12 March", text: "12 March 2026" },
  ];
  const asked = { ...none, problem: "Thursday 3 December or Thursday 12 March? Write the month as a word.", choices };
  preview.mockImplementationOnce(async () => asked);
  preview.mockImplementationOnce(async () => ({ ...none, understood: "Thursday 12 March, in 2 days" }));
  show({ value: "12/3" });
  await waitFor(() =>
    expect(screen.getByRole("status").textContent).toContain("Which day: Thursday 3 December or Thursday 12 March?"),
  );
  await user.click(await screen.findByRole("button", { name: "Thursday 12 March" }));
  const input = screen.getByLabelText<HTMLInputElement>("When");
  expect(input.value).toBe("12 March 2026");
  expect(document.activeElement).toBe(input);
  await screen.findByText(/in 2 days/);
  expect(screen.queryByRole("button", { name: "Thursday 3 December" })).toBeNull();
});

it("writes a time that stays with a picked day as the clock has it", async () => {
  show({ value: "last tuesday 9:00", clock: "twelve" });
  await screen.findByText(/09:00/);
  await user.click(screen.getByRole("button", { name: "Calendar for when" }));
  await screen.findByRole("heading", { name: "March 2026" });
  await waitFor(() => expect(document.activeElement?.textContent).toBe("3"));
  await user.keyboard("{ArrowRight}{Enter}");
  expect(screen.getByLabelText<HTMLInputElement>("When").value).toBe("2026-03-04 9:00 am");
});

it("tells nobody what an earlier text meant", async () => {
  render(WhenHost, { preview, days });
  const input = screen.getByLabelText("When");
  const told = screen.getByLabelText("Told");
  await user.type(input, "last tuesday");
  await waitFor(() => expect(told.textContent).toBe("2026-03-03"));
  preview.mockImplementationOnce(() => new Promise(() => undefined));
  await user.type(input, "9");
  expect(told.textContent).toBe("nothing");
  // What is shown waits for the answer, so that it does not flicker.
  expect(document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent).toContain("a week ago");
});
