import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { damaged, madeUpBook, missing, replaced } from "../../tests/made-up/book";
import { fakeHost, theSettings } from "../host/fake";
import { useHost } from "../host/host";
import Closed from "./Closed.svelte";

const user = userEvent.setup();

it("goes on from a damaged book with the newest backup, or with a new book", async () => {
  const host = fakeHost(madeUpBook());
  useHost(host);
  render(Closed, { book: damaged });
  expect(screen.getByRole("heading", { name: "Your book cannot be read" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Restore this backup" }));
  expect(host.calls).toContainEqual({ command: "backup_restore", args: { name: "b0daily" } });
  await user.click(screen.getByRole("radio", { name: /A new, empty book/ }));
  expect(screen.getByRole("button", { name: "Begin a new book" })).toBeTruthy();
});

it("tries a moved book that is not there again, or asks where it is", async () => {
  const host = fakeHost({
    ...madeUpBook(),
    start: async () => ({ book: missing, settings: theSettings(), version: "0.1.0", route: null }),
  });
  useHost(host);
  const { rerender } = render(Closed, { book: missing });
  expect(screen.getByText(/folder of your book is not there/)).toBeTruthy();
  expect(screen.getByText("/media/stick/Kith/book.kith")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(host.calls).toContainEqual({ command: "start", args: {} });
  await user.click(screen.getByRole("button", { name: "Look elsewhere…" }));
  expect(host.calls).toContainEqual({ command: "book_find", args: {} });
  await rerender({ book: { ...missing, moved: false } });
  expect(screen.queryByRole("button", { name: "Look elsewhere…" })).toBeNull();
});

it("goes on with what was kept of a lost book, with the file in its place, or with a new book", async () => {
  const host = fakeHost(madeUpBook());
  useHost(host);
  const { rerender } = render(Closed, { book: replaced });
  expect(screen.getByRole("heading", { name: "Another file took your book’s place" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Look again" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Put my book back" }));
  expect(host.calls).toContainEqual({ command: "backup_restore", args: { name: "b0rescued" } });
  await user.click(screen.getByRole("radio", { name: /The file that is there now/ }));
  await user.click(screen.getByRole("button", { name: "Open this file" }));
  expect(host.calls).toContainEqual({ command: "book_go_on", args: {} });
  await user.click(screen.getByRole("radio", { name: /A new, empty book/ }));
  expect(screen.getByRole("button", { name: "Begin a new book" })).toBeTruthy();
  await rerender({ book: { ...replaced, how: "missing", there: null } });
  await user.click(screen.getByRole("button", { name: "Look again" }));
  expect(host.calls).toContainEqual({ command: "book_look", args: {} });
});
