import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { madeUpHouse } from "../../dev/house";
import { fakeHost } from "../host/fake";
import { useHost } from "../host/host";
import Closed from "./Closed.svelte";

const user = userEvent.setup();

it("goes on from a damaged book with the newest backup, or with a new book", async () => {
  const start = await madeUpHouse(new URLSearchParams("book=damaged")).start?.();
  if (start?.book.type !== "damaged") throw new Error("made up wrongly");
  const host = fakeHost({
    ...madeUpHouse(new URLSearchParams()),
    bookNew: async () => ({ type: "open", sample: false, people: 0, onboarded: false }),
  });
  useHost(host);
  render(Closed, { book: start.book });
  expect(screen.getByRole("heading", { name: "Your book cannot be read" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Restore this backup" }));
  expect(host.calls).toContainEqual({ command: "backupRestore", args: ["b0daily"] });
  await user.click(screen.getByRole("radio", { name: /A new, empty book/ }));
  expect(screen.getByRole("button", { name: "Begin a new book" })).toBeTruthy();
});

it("tries a moved book that is not there again, or asks where it is", async () => {
  const start = await madeUpHouse(new URLSearchParams("book=missing")).start?.();
  if (start?.book.type !== "unavailable") throw new Error("made up wrongly");
  const host = fakeHost(madeUpHouse(new URLSearchParams("book=missing")));
  useHost(host);
  const { rerender } = render(Closed, { book: start.book });
  expect(screen.getByText(/folder of your book is not there/)).toBeTruthy();
  expect(screen.getByText("/media/stick/Kith/book.kith")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(host.calls).toContainEqual({ command: "start", args: [] });
  await user.click(screen.getByRole("button", { name: "Look elsewhere…" }));
  expect(host.calls).toContainEqual({ command: "bookFind", args: [] });
  await rerender({ book: { ...start.book, moved: false } });
  expect(screen.queryByRole("button", { name: "Look elsewhere…" })).toBeNull();
});
