import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import EntryHost from "../../tests/EntryHost.svelte";

const user = userEvent.setup();
const refused = (field: string | null) => vi.fn(() => Promise.reject({ code: "invalid", message: "Not so.", field }));
const press = (): Promise<void> => user.click(screen.getByRole("button"));

it("says what is wrong at its field, by any of its names, until one writes on", async () => {
  render(EntryHost, { run: refused("one"), second: true });
  await press();
  const first = screen.getByRole("textbox");
  await waitFor(() => expect(first.getAttribute("aria-invalid")).toBe("true"));
  expect(screen.queryByRole("alert")).toBeNull();
  await user.type(first, "x");
  expect(first.getAttribute("aria-invalid")).toBe("false");
});

it("says elsewhere what no field in the page says", async () => {
  const { rerender } = render(EntryHost, { run: refused("second"), second: true });
  await press();
  await screen.findByText("Not so.");
  expect(screen.queryByRole("alert")).toBeNull();
  // The field has gone.
  await rerender({ second: false });
  await press();
  expect((await screen.findByRole("alert")).textContent).toBe("Not so.");
  await rerender({ run: refused(null) });
  await press();
  await screen.findByRole("alert");
});

it("is sent once at a time, and again after it was refused", async () => {
  let refuse: (why: unknown) => void = () => undefined;
  const run = vi.fn(() => new Promise((_, reject) => (refuse = reject)));
  render(EntryHost, { run, second: true });
  await press();
  await press();
  expect(run).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("button").getAttribute("aria-disabled")).toBe("true");
  refuse({ code: "invalid", message: "Not so.", field: null });
  await screen.findByRole("alert");
  await press();
  expect(run).toHaveBeenCalledTimes(2);
});
