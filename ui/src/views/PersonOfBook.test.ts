import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aPromise, aRate } from "../commitments/made";
import { aBalance, anExchange, giveAndTake, someSorts } from "../exchanges/made";
import { aPage, done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { CommitmentsOf, ExchangesOf } from "../host/wire.gen";
import { hearChanges } from "../state/changes";
import { now } from "../state/day.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import PersonOfBook from "./PersonOfBook.svelte";

let host: FakeHost;
let promises: CommitmentsOf;
let given: ExchangesOf;
beforeEach(() => {
  now.day = "2026-03-10";
  toasts.shown = null;
  route.go({ view: "people", person: 7 });
  promises = { open: [], past: [], events: [], rate: aRate(), rateWithAll: aRate() };
  given = giveAndTake({ balance: aBalance({ counted: 0, lean: "not_enough" }) });
  host = fakeHost({
    person_page: async () => aPage(7, "Samir Haddoun"),
    timeline: async () => ({ total: 0, talks: [] }),
    commitments_of: async () => promises,
    exchanges_of: async () => given,
    exchange_sorts: async () => someSorts,
    facts_of: async () => [],
    kinds_list: async () => [],
    tags_list: async () => [],
    days: async () => [],
    unsaved_save: async () => null,
    when_preview: async () => ({ understood: null, problem: null, on: null, at: null, rings: null, choices: [] }),
    exchange_add: async () => done(1, 5),
    commitment_count_as_given: async () => done(null, 6),
  });
  useHost(host);
  return hearChanges();
});
const user = userEvent.setup();
/** The window is led to that view of the page. */
let shows: (view: string | null) => Promise<void>;
async function open(): Promise<void> {
  const props = { id: 7, onback: () => undefined, ontrash: () => undefined };
  const { rerender } = render(PersonOfBook, props);
  shows = async (view) => {
    await waitFor(() => expect(route.at).toEqual({ view: "people", person: 7, ...(view !== null && { part: view }) }));
    await rerender({ ...props, view });
  };
  await screen.findByRole("heading", { name: "Samir Haddoun" });
}

it("has no heading for what nothing stands of, and one way to add it", async () => {
  await open();
  const plus = await waitFor(() => {
    const found = document.querySelector(".tabplus");
    if (!found) throw new Error("not there yet");
    return found;
  });
  await user.click(plus);
  const items = (await screen.findAllByRole("menuitem")).map((item) => item.textContent?.trim());
  expect(items).toEqual(["A promise", "Something given or received"]);
  expect(screen.queryByRole("heading", { name: "Give and take" })).toBeNull();
  await user.click(screen.getByRole("menuitem", { name: "Something given or received" }));
  await shows("give-take");
  const what = await screen.findByRole("textbox", { name: "What" });
  screen.getByRole("heading", { name: "Give and take" });
  await user.type(what, "{Escape}");
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Give and take" })).toBeNull());
});

it("tells what was given in the timeline, and counts a kept promise from its row", async () => {
  promises.past = [aPromise(3, "The slides", { state: "kept", closed: "4 March", ended: "You kept it" })];
  given = giveAndTake({ entries: [anExchange(1, "Comments on his draft")] });
  await open();
  await screen.findByRole("heading", { name: "You gave feedback" });
  expect(screen.queryByRole("button", { name: "Count as given" })).toBeNull();
  await user.click(screen.getByRole("link", { name: "Promises" }));
  await shows("promises");
  expect(screen.queryByRole("heading", { name: "You gave feedback" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Count as given" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Counted as given: The slides"));
  expect(host.calls.findLast(({ command }) => command === "commitment_count_as_given")?.args).toEqual({ id: 3 });
  given = { ...given, promisesCounted: [3] };
  host.emit("changed", { ...noChanges, book: true });
  await waitFor(() => expect(screen.queryByRole("button", { name: "Count as given" })).toBeNull());
  // Back returns to the timeline.
  route.back();
  await shows(null);
  await screen.findByRole("heading", { name: "You gave feedback" });
});
