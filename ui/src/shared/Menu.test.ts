import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import MenuHost from "../../tests/MenuHost.svelte";

const user = userEvent.setup();

it("answers the keys from the moment it is open, and acts once the focus is back", async () => {
  const seen: string[] = [];
  const last = vi.fn(() => void seen.push(document.activeElement?.textContent?.trim() ?? ""));
  render(MenuHost, {
    items: [
      { label: "First", run: vi.fn() },
      { label: "Second", run: vi.fn() },
      { label: "Last", run: last },
    ],
  });
  screen.getByRole("button", { name: "Open" }).focus();
  await user.keyboard("{Enter}");
  const menu = await screen.findByRole("menu");
  await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true), { interval: 1 });
  await user.keyboard("{End}{Enter}");
  await waitFor(() => expect(last).toHaveBeenCalledOnce());
  expect(seen).toEqual(["Open"]);
  await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
});

it("stays open while several are ticked", async () => {
  const run = vi.fn();
  render(MenuHost, { items: [{ label: "Peer", checked: false, end: "9", run }] });
  await user.click(screen.getByRole("button", { name: "Open" }));
  await user.click(await screen.findByRole("menuitemcheckbox", { name: /Peer/ }));
  expect(run).toHaveBeenCalledOnce();
  expect(screen.queryByRole("menu")).toBeTruthy();
});

it("does not say what its button is called while it is open", async () => {
  render(MenuHost, { items: [{ label: "First", run: vi.fn() }] });
  const button = screen.getByRole("button", { name: "Open" });
  button.title = "More";
  await user.click(button);
  await screen.findByRole("menu");
  await waitFor(() => expect(button.title).toBe(""));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(button.title).toBe("More"));
});
