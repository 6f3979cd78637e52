import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DatePreview } from "../host/wire.gen";
import DateUnderstood from "./DateUnderstood.svelte";

const preview = async (text: string): Promise<DatePreview> =>
  text === "3/4"
    ? { understood: "3 April", other: "4 March" }
    : { understood: text === "1985" ? "1985" : null, other: null };

let field: HTMLInputElement;
beforeEach(() => {
  field = document.body.appendChild(document.createElement("input"));
});
afterEach(() => field.remove());

it("is a status before it has words, which screen readers then say", async () => {
  const shown = render(DateUnderstood, { text: "", field, preview, onpick: vi.fn() });
  const status = screen.getByRole("status");
  expect(status.textContent?.trim()).toBe("");
  await shown.rerender({ text: "3/4" });
  await waitFor(() => expect(status.textContent).toContain("3 April. Or did you mean 4 March?"));
  expect(screen.getByRole("status")).toBe(status);
  await shown.rerender({ text: "1985" });
  await waitFor(() => expect(status.textContent?.trim()).toBe(""));
});

it("gives the focus back to the field when the other date is taken by keyboard", async () => {
  const user = userEvent.setup();
  const onpick = vi.fn();
  render(DateUnderstood, { text: "3/4", field, preview, onpick });
  (await screen.findByRole("button", { name: "4 March" })).focus();
  await user.keyboard("{Enter}");
  expect(onpick).toHaveBeenCalledWith("4 March");
  expect(document.activeElement).toBe(field);
});
