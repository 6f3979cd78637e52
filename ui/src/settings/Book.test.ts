import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { madeUpBook } from "../../tests/made-up/book";
import { fakeHost, type FakeHost, type Answers } from "../host/fake";
import { useHost } from "../host/host";
import { app } from "../state/app.svelte";
import { toasts } from "../state/toast.svelte";
import About from "./About.svelte";
import Book from "./Book.svelte";
import licences from "./licences.gen.json";

const user = userEvent.setup();

function house(answers: Answers = {}): FakeHost {
  const host = fakeHost({ ...madeUpBook(), ...answers });
  useHost(host);
  app.book = { type: "open", sample: false, people: 214, onboarded: true, opening: 1 };
  return host;
}

it("moves the book, and says where the old one stays", async () => {
  const host = house();
  render(Book);
  await user.click(await screen.findByRole("button", { name: "Move…" }));
  expect(host.calls).toContainEqual({ command: "book_move", args: {} });
  expect(toasts.shown?.text).toContain("book before moving.kith");
});

it("says nothing where no folder was chosen, and why where it could not be moved", async () => {
  const answers: (() => Promise<null>)[] = [
    async () => null,
    async () =>
      Promise.reject({
        code: "invalid",
        message: "There is already a book in that folder. Nothing was moved.",
        field: "folder",
      }),
  ];
  house({ book_move: () => answers.shift()!() });
  toasts.shown = null;
  render(Book);
  await user.click(await screen.findByRole("button", { name: "Move…" }));
  expect(toasts.shown).toBeNull();
  await user.click(screen.getByRole("button", { name: "Move…" }));
  expect(toasts.shown).toMatchObject({ bad: true, text: "There is already a book in that folder. Nothing was moved." });
});

it("does not move the sample", async () => {
  house();
  app.book = { type: "open", sample: true, people: 30, onboarded: true, opening: 1 };
  render(Book);
  expect(await screen.findByRole("button", { name: "Back to my book" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Move…" })).toBeNull();
});

it("lists every part that others made, with its licence", async () => {
  house();
  render(About);
  await user.click(screen.getByRole("button", { name: "Licences in full" }));
  const dialog = await screen.findByRole("dialog", { name: "Made with the work of others" });
  const rows = await within(dialog).findAllByRole("row", undefined, { timeout: 5_000 });
  expect(rows.length).toBe(licences.app.length + licences.page.length + 2);
  expect(within(dialog).getByText("svelte")).toBeTruthy();
  expect(within(dialog).getAllByText(/Permission is hereby granted/).length).toBeGreaterThan(0);
  expect(within(dialog).getByRole("heading", { name: "Inter, SIL OFL 1.1" })).toBeTruthy();
});
