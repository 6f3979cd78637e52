import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import ReadingHost from "../../tests/ReadingHost.svelte";

const again = vi.fn();
const error = { code: "internal" as const, message: "The disk is gone.", field: null };
const waits = { value: undefined, error: null, waiting: true, again };
const content = (): string | undefined => screen.queryByRole("heading", { level: 3 })?.textContent;

it("waits with grey lines, and shows what was read, which stays while it is read anew", async () => {
  const { rerender } = render(ReadingHost, { of: waits });
  screen.getByRole("status", { name: "Loading" });
  await rerender({ of: { ...waits, value: "a fair", waiting: false } });
  expect(content()).toBe("A FAIR");
  await rerender({ of: { ...waits, value: "a fair" } });
  expect(content()).toBe("A FAIR");
  expect(screen.queryByRole("status")).toBeNull();
});

it("shows nothing where nothing was asked", async () => {
  const { container } = render(ReadingHost, { of: { ...waits, value: null, waiting: false } });
  expect(container.textContent.trim()).toBe("");
});

it("says what could not be read, and tries again", async () => {
  const { rerender } = render(ReadingHost, { of: { ...waits, value: "a fair", error, waiting: false } });
  expect(screen.getByRole("alert").textContent).toMatch(/^Events could not be read: The disk is gone\./);
  expect(content()).toBeUndefined();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(again).toHaveBeenCalledTimes(1);
  await rerender({ of: { ...waits, value: "a fair", error }, keeps: true });
  expect(content()).toBe("A FAIR");
  await rerender({ of: { ...waits, error }, keeps: true });
  screen.getByRole("alert");
  await rerender({ of: { ...waits, error }, whole: true });
  screen.getByRole("heading", { name: "Events could not be read" });
});
