// What the window does while the file of a view or a dialog is being read.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeHost, theSettings } from "../host/fake";
import { useHost } from "../host/host";
import { app } from "../state/app.svelte";
import { dialogs } from "../state/dialog.svelte";
import { route, type Place } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import Plain from "../../tests/Plain.svelte";
import App from "./App.svelte";
import { dialogPieces } from "./dialogs";
import Dialogs from "./Dialogs.svelte";
import { piece, type Piece } from "./piece.svelte";
import type * as Places from "./places";

type Part = { default: typeof Plain };
/** The piece whose file is read next, and how its reading ends. */
let slow: Piece<typeof Plain>;
let ends: { well: (part: Part) => void; badly: (why: Error) => void } | null;
function beSlow(): void {
  ends = null;
  slow = piece(() => new Promise<Part>((well, badly) => (ends = { well, badly })));
}
vi.mock("./places", async (original) => {
  const real = await original<typeof Places>();
  return { pieceOf: (place: Place) => (place.view === "map" ? slow : real.pieceOf(place)) };
});

beforeEach(() => {
  beSlow();
  toasts.shown = null;
  dialogs.close("keys");
});

async function open(): Promise<void> {
  const settings = theSettings({});
  useHost(
    fakeHost({
      start: async () => ({
        book: { type: "open", sample: false, people: 1, onboarded: true, opening: 1 },
        settings,
        version: "0.1.0",
        route: null,
      }),
      today: async () => ({
        date: "2026-03-10",
        keptClose: 1,
        due: 0,
        rows: [],
        close: [],
        days: [],
        dates: [],
        purposesOver: [],
        imported: 0,
      }),
    }),
  );
  await app.start();
  route.replace({ view: "today" });
  render(App);
  await screen.findByText("Nobody to reach out to today");
}

it("shows the view before until the next one is read", async () => {
  await open();
  route.go({ view: "map", person: null });
  await waitFor(() => expect(ends).not.toBeNull());
  expect(screen.getByText("Nobody to reach out to today")).toBeTruthy();
  ends?.well({ default: Plain });
  expect(await screen.findByText("What was read")).toBeTruthy();
  expect(screen.queryByText("Nobody to reach out to today")).toBeNull();
});

it("goes back where a view cannot be read, and says so", async () => {
  await open();
  route.go({ view: "map", person: null });
  await waitFor(() => expect(ends).not.toBeNull());
  ends?.badly(new Error("not there"));
  await waitFor(() => expect(toasts.shown).not.toBeNull());
  expect(route.at.view).toBe("today");
});

it("keeps what is typed from the page behind a dialog that is being read", async () => {
  const before = dialogPieces.keys;
  dialogPieces.keys = slow as typeof before;
  try {
    render(Dialogs);
    const heard = vi.fn();
    document.body.addEventListener("keydown", heard);
    expect(await fireEvent.keyDown(document.body, { key: "a" })).toBe(true);
    dialogs.show("keys");
    await waitFor(() => expect(ends).not.toBeNull());
    expect(await fireEvent.keyDown(document.body, { key: "b" })).toBe(false);
    ends?.well({ default: Plain });
    await screen.findByText("What was read");
    expect(await fireEvent.keyDown(document.body, { key: "c" })).toBe(true);
    expect(heard.mock.calls.map(([event]) => (event as KeyboardEvent).key)).toEqual(["a", "c"]);
    document.body.removeEventListener("keydown", heard);
  } finally {
    dialogPieces.keys = before;
  }
});

it("closes a dialog that cannot be read, and says so", async () => {
  const before = dialogPieces.keys;
  dialogPieces.keys = slow as typeof before;
  try {
    render(Dialogs);
    dialogs.show("keys");
    await waitFor(() => expect(ends).not.toBeNull());
    ends?.badly(new Error("not there"));
    await waitFor(() => expect(dialogs.is("keys")).toBe(false));
    expect(toasts.shown).not.toBeNull();
  } finally {
    dialogPieces.keys = before;
  }
});
