import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aPage, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommitmentsOf } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import { aPromise, aRate } from "./made";
import Promises from "./Promises.svelte";

let host: FakeHost;
beforeEach(() => {
  dialogs.close();
  toasts.shown = null;
  host = fakeHost({
    commitment_end: async () => done(null, 4),
    commitment_reopen: async () => done(null, 5),
  });
  useHost(host);
});
const user = userEvent.setup();
const person = aPage(7, "Samir Haddoun");
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
const of = (more: Partial<CommitmentsOf>): CommitmentsOf => ({
  open: [],
  past: [],
  events: [],
  rate: aRate(),
  rateWithAll: aRate(),
  ...more,
});
const late = aPromise(1, "Introduce Samir to the optics team", { tone: "late", dueWords: "2 days late" });
const theirs = aPromise(2, "A name at Orrin", {
  owedBy: "them",
  channel: "video",
  agreed: "12 February",
  people: [
    { id: 7, name: "Samir Haddoun" },
    { id: 8, name: "Gareth Pennlow" },
  ],
  moved: "Moved from 12 to 16 March, agreed in time",
});

it("shows what is open in both directions, and where it comes from", () => {
  render(Promises, { person, promises: of({ open: [late, theirs] }) });
  expect(screen.getByRole("heading", { name: "You promised" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Samir promised" })).toBeTruthy();
  expect(screen.getByText("2 days late").className).toBe("late");
  screen.getByText("Agreed 1 March");
  screen.getByText("Video call, 12 February · also with Gareth · Moved from 12 to 16 March, agreed in time");
  expect(screen.queryByRole("heading", { name: "Before" })).toBeNull();
});

it("is kept by its box, moved by D and corrected by Enter", async () => {
  render(Promises, { person, promises: of({ open: [late] }) });
  const box = screen.getByRole("checkbox", { name: "Mark kept: Introduce Samir to the optics team" });
  box.focus();
  await user.keyboard("d");
  expect(dialogs.of("anotherDay")).toBe(1);
  await user.keyboard("{Enter}");
  expect(dialogs.of("promise")).toEqual({ people: late.people, edit: late });
  await user.keyboard(" ");
  expect(asked("commitment_end")).toEqual([{ id: 1, end: "kept", why: "" }]);
  await waitFor(() => expect(toasts.shown?.text).toBe("Kept: Introduce Samir to the optics team"));
  expect(toasts.shown?.action?.label).toBe("Undo");
});

it("offers every way on in its menu, and never calls theirs broken", async () => {
  render(Promises, { person, promises: of({ open: [late, theirs] }) });
  const names = async (what: string): Promise<string[]> => {
    await user.click(screen.getByRole("button", { name: `More for ${what}` }));
    const menu = await screen.findByRole("menu");
    const items = within(menu).getAllByRole("menuitem");
    const labels = items.map((item) => item.textContent?.trim() ?? "");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
    return labels;
  };
  expect(await names(late.what)).toEqual([
    "Kept Space",
    "Another day… D",
    "Tell them…",
    "Edit Enter",
    "Broken stays in the history",
    "Drop no longer needed",
  ]);
  expect(await names(theirs.what)).toEqual([
    "It came Space",
    "Another day… D",
    "Edit Enter",
    "Did not come stays in the history",
    "Drop no longer needed",
  ]);
});

it("says how the others ended, the rate of mine with its list behind it, and none of theirs", async () => {
  const past = [1, 2, 3, 4, 5].map((id) =>
    aPromise(id, `Promise ${id}`, { state: "kept", closed: "4 March", ended: "You kept it, a day early" }),
  );
  past[1] = aPromise(2, "Promise 2", { state: "broken", ended: "Broken", why: "Too close to the panel." });
  const promises = of({
    past,
    rate: aRate({
      words: "4 of 5 on time",
      enough: true,
      kept: [true, false, true, true, true],
      moved: "moved in time 1",
    }),
    rateWithAll: aRate({ words: "26 of 30 on time", enough: true }),
  });
  const shown = render(Promises, { person, promises });
  screen.getByText("You, 4 of 5 on time");
  expect(document.querySelectorAll(".dots .off")).toHaveLength(1);
  screen.getByText("Too close to the panel.");
  expect(screen.queryByText(/Samir, /)).toBeNull();
  expect(screen.getAllByText("You kept it, a day early")).toHaveLength(3);
  await user.click(screen.getByRole("button", { name: "All 5" }));
  expect(screen.getAllByText("You kept it, a day early")).toHaveLength(4);
  await user.click(screen.getByRole("button", { name: "With everyone: 26 of 30 on time" }));
  expect(dialogs.is("countedPromises")).toBe(true);
  await user.click(screen.getByRole("button", { name: "Open again: Promise 2" }));
  expect(asked("commitment_reopen")).toEqual([{ id: 2 }]);
  await shown.rerender({ person, promises: of({ past: past.slice(0, 1), rate: aRate() }) });
  screen.getByText("How many you keep on time: not enough yet");
  expect(document.querySelector(".dots")).toBeNull();
});
