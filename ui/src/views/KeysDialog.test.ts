import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import Keyboard from "../settings/Keyboard.svelte";
import { keyGroups } from "../settings/keyboard";
import { dialogs } from "../state/dialog.svelte";
import { ctrl, shortcut } from "../state/keys";
import KeysDialog from "./KeysDialog.svelte";

const user = userEvent.setup();
const text = (element: Element): string =>
  [...element.querySelectorAll(".kg")].map(({ textContent }) => textContent).join();

it("shows every key by its place, the same as Settings, and closes by Esc", async () => {
  const { container } = render(Keyboard);
  render(KeysDialog);
  await user.click(screen.getByRole("button", { name: "Show this anywhere with ?" }));
  const dialog = await screen.findByRole("dialog", { name: "All keys" });
  await waitFor(() =>
    expect(document.activeElement).toBe(within(dialog).getByRole("region", { name: "Keys by place" })),
  );
  expect(
    within(dialog)
      .getAllByRole("heading", { level: 3 })
      .map(({ textContent }) => textContent),
  ).toEqual(keyGroups.map(({ title }) => title));
  expect(text(dialog)).toBe(text(container));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(dialogs.is("keys")).toBe(false);
});

it("names only keys that do something", () => {
  const everywhere = keyGroups.find(({ title }) => title === "Everywhere")?.lines ?? [];
  const pressed = everywhere.flatMap(({ keys: [first = ""] }) =>
    /^(Ctrl|⌘) \S$/.test(first) && first !== ctrl("V") ? [first.slice(-1)] : [],
  );
  expect(pressed.length).toBeGreaterThan(8);
  for (const key of pressed)
    expect([key, shortcut(new KeyboardEvent("keydown", { key, ctrlKey: true }))]).not.toEqual([key, null]);
  expect(shortcut(new KeyboardEvent("keydown", { key: "?", shiftKey: true }))).toBe("keys");
});
