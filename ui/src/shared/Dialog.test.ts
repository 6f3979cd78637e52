import { createRawSnippet, flushSync } from "svelte";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import Dialog from "./Dialog.svelte";

const user = userEvent.setup();

it("takes the focus before the next key, and gives it back", async () => {
  const opener = document.createElement("button");
  document.body.append(opener);
  opener.focus();
  const children = createRawSnippet(() => ({ render: () => `<input aria-label="Name">` }));
  const { rerender } = render(Dialog, { open: false, title: "Add a person", children });
  await rerender({ open: true });
  flushSync();
  await waitFor(() => expect(screen.queryByLabelText("Name")).not.toBeNull(), { interval: 1 });
  expect(document.activeElement).toBe(screen.getByLabelText("Name"));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(document.activeElement).toBe(opener);
});

it("says first that text would be lost, and closes the second time", async () => {
  const children = createRawSnippet(() => ({
    render: () => `<div><input aria-label="Since"><textarea data-kept aria-label="Note"></textarea></div>`,
  }));
  const { rerender } = render(Dialog, { open: false, title: "Ana knows", children });
  await rerender({ open: true });
  await waitFor(() => expect(screen.queryByLabelText("Since")).not.toBeNull());
  await user.type(screen.getByLabelText("Since"), "2019");
  await user.keyboard("{Escape}");
  screen.getByText("What you wrote is not saved. Once more closes without it.");
  // Whoever writes on does not leave.
  await user.type(screen.getByLabelText("Since"), "0");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  // Nor whoever saves it, or does anything else.
  await user.keyboard("{Escape}");
  screen.getByRole("alert");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  await user.keyboard("{Escape}");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  // What is kept elsewhere is not lost, and what was taken back is no text.
  await rerender({ open: false });
  await rerender({ open: true });
  await waitFor(() => expect(screen.queryByLabelText("Note")).not.toBeNull());
  await user.type(screen.getByLabelText("Note"), "Kept");
  await user.type(screen.getByLabelText("Since"), "1{Backspace}");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
