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
