import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { aRow } from "../host/fake";
import Names from "./Names.svelte";

const user = userEvent.setup();
const rows = Array.from({ length: 200 }, (_, at) => ({ row: aRow(at + 1, `Person ${at + 1}`) }));
const people = (): number => screen.getAllByRole("listitem").length;

it("shows a few of many at first, and goes on with the focus where the rest begins", async () => {
  render(Names, { rows, total: 5000, label: "Whom Ada knows", onpick: vi.fn() });
  expect(people()).toBe(10);
  await user.click(screen.getByRole("button", { name: "Show 200 of 5,000" }));
  expect(people()).toBe(200);
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Person 11"));
  expect(screen.getByText("and 4,800 others")).toBeTruthy();
});

it("hides nobody for a line that takes as much room, and never whom the keyboard stands on", async () => {
  const { rerender } = render(Names, { rows: rows.slice(0, 12), total: 12, label: "Whom Ada knows", onpick: vi.fn() });
  expect(people()).toBe(12);
  await rerender({ rows: rows.slice(0, 13), total: 13 });
  expect(people()).toBe(10);
  expect(screen.getByRole("button", { name: "Show all 13" })).toBeTruthy();
  await rerender({ marked: 13 });
  expect(people()).toBe(13);
});
