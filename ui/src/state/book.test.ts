import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { host, useHost } from "../host/host";
import { shownOpening } from "../host/opening";
import type { BookState } from "../host/wire.gen";
import { app, followBook } from "./app.svelte";
import { ofBook, renewFor } from "./book.svelte";
import { dialogs } from "./dialog.svelte";
import { drafts } from "./drafts.svelte";
import { moveToTrash } from "./people";
import { route } from "./route.svelte";
import { toasts } from "./toast.svelte";

let fake: FakeHost;
let opening = 100;
const book = (sample: boolean): BookState => ({ type: "open", sample, people: 2, onboarded: true, opening });
const another = (sample = false): BookState => (opening++, book(sample));

beforeEach(() => {
  renewFor(++opening);
  fake = fakeHost({
    start: async () => ({ book: book(false), settings: theSettings(), version: "0.1.0", route: null }),
    unsaved_list: async () => [],
    unsaved_save: async () => null,
    sample_open: async () => another(true),
  });
  useHost(fake);
});
afterEach(() => vi.useRealTimers());

it("makes anew for another book what belongs to a book, and leaves it alone for the same", () => {
  const left: number[] = [];
  const held = ofBook(
    () => ({ chosen: new Set<number>(), count: 0 }),
    ({ count }) => left.push(count),
  );
  held.chosen.add(7);
  held.count = 3;
  expect(renewFor(opening)).toBe(false);
  expect([held.chosen.has(7), held.count]).toEqual([true, 3]);
  expect(renewFor(++opening)).toBe(true);
  expect([held.chosen.size, held.count, left]).toEqual([0, 0, [3]]);
  expect(renewFor(null)).toBe(true);
  expect(shownOpening()).toBeNull();
});

it("leaves nothing of one book in the next: place, way back, dialog, toast", async () => {
  await app.start();
  route.go({ view: "people", person: 7 });
  route.go({ view: "map", person: 7 });
  dialogs.show("plan", 7);
  toasts.done("Samir is in the trash", 3);
  await app.open(() => host.ask("sample_open"));
  expect(route.at).toEqual({ view: "today" });
  expect(route.lastPerson).toBeNull();
  expect([dialogs.of("plan"), toasts.shown]).toEqual([null, null]);
  route.back();
  expect(route.at).toEqual({ view: "people", person: null });
});

it("drops what was asked of one book once another is open: no toast offers to undo it there", async () => {
  let answer: (value: ReturnType<typeof done<null>>) => void = () => undefined;
  fake.answers.people_trash = () => new Promise((resolve) => (answer = resolve));
  const gone = vi.fn();
  void moveToTrash([7], "Samir").then(gone);
  renewFor(++opening);
  answer(done(null, 3));
  await new Promise((resolve) => setTimeout(resolve));
  expect(gone).not.toHaveBeenCalled();
  expect(toasts.shown).toBeNull();
});

it("keeps what was typed last in the book it was typed in, and writes it nowhere else", async () => {
  vi.useFakeTimers();
  drafts.keep("person/7/note/new", "half a thought");
  fake.answers.unsaved_list = async () => [{ key: "log/2", text: "of the sample" }];
  await app.open(() => host.ask("sample_open"));
  const commands = (): unknown[] =>
    fake.calls.filter(({ command }) => command === "unsaved_save" || command === "sample_open");
  const written = [
    { command: "unsaved_save", args: { key: "person/7/note/new", text: "half a thought" } },
    { command: "sample_open", args: {} },
  ];
  expect(commands()).toEqual(written);
  await vi.waitFor(() => expect(drafts.get("log/2")).toBe("of the sample"));
  expect(drafts.get("person/7/note/new")).toBeNull();
  // The shell opened another book, as where cards are dropped on the sample: what waits is written to neither.
  drafts.keep("log/2", "of the sample, more");
  renewFor(++opening);
  await vi.advanceTimersByTimeAsync(2000);
  expect(commands()).toEqual(written);
});

it("follows another book that the shell has opened, once, and says that it left the sample", async () => {
  const stop = followBook();
  await app.start();
  route.go({ view: "people", person: 7 });
  const opened = { book: another(), settings: theSettings({ country: "NO" }), forImport: true };
  fake.emit("book-opened", opened);
  expect([app.settings?.country, route.at, route.lastPerson]).toEqual(["NO", { view: "today" }, null]);
  expect(toasts.shown?.text).toMatch(/own book/);
  route.go({ view: "import", token: "t1" });
  fake.emit("book-opened", { ...opened, forImport: false });
  expect(route.at).toEqual({ view: "import", token: "t1" });
  stop();
});

it("stays where it is when no other book came of it", async () => {
  await app.start();
  route.go({ view: "people", person: 7 });
  fake.answers.sample_open = () => Promise.reject({ code: "disk_full", message: "No room.", field: null });
  expect(await app.open(() => host.ask("sample_open"))).toBeNull();
  expect(route.at).toEqual({ view: "people", person: 7 });
  expect(toasts.shown?.text).toBe("No room.");
});
