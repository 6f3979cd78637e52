import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { HowMet as How } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import HowMet from "./HowMet.svelte";

const user = userEvent.setup();
let host: FakeHost;
const onopen = vi.fn();
const show = (how: How | null): void => {
  const through = createRawSnippet<[unknown, unknown, unknown]>(() => ({ render: () => "<span></span>" }));
  render(HowMet, { person: 7, name: "Rosalind Aydelott", how, through: through as never, onopen });
};
const said: How = {
  event: 3,
  at: "Nordic Lab Days",
  when: "Monday 9 March",
  whenText: "9 March 2026",
  on: "2026-03-09",
  through: { id: 9, name: "Yuki Taniwaki" },
};

beforeEach(() => {
  toasts.shown = null;
  dialogs.close();
  onopen.mockClear();
  host = fakeHost({ how_met_set: async () => done(null, 4), events_find: async () => [] });
  useHost(host);
});

it("has one line where nothing is said, and no heading", async () => {
  show(null);
  expect(screen.queryByRole("heading")).toBeNull();
  await user.click(screen.getByRole("button", { name: "How you met" }));
  await user.type(screen.getByRole("textbox", { name: "Since" }), "May 2019");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("How you met Rosalind is in your book"));
  expect(host.calls.findLast(({ command }) => command === "how_met_set")?.args).toEqual({
    person: 7,
    said: { at: "", when: "May 2019", through: null },
  });
});

it("leads to the event and to whom it was through, and says what is wrong where it stands", async () => {
  show(said);
  await user.click(screen.getByRole("button", { name: "Nordic Lab Days" }));
  expect(dialogs.of("event")).toEqual({ id: 3, people: [] });
  await user.click(screen.getByRole("button", { name: "Yuki Taniwaki" }));
  expect(onopen).toHaveBeenCalledWith(9);
  host.answers.how_met_set = () =>
    Promise.reject({ code: "invalid", message: "An event needs its day.", field: "when" });
  await user.click(screen.getByRole("button", { name: "Edit how you met Rosalind" }));
  const day = screen.getByRole<HTMLInputElement>("textbox", { name: "Day" });
  expect(day.value).toBe("9 March 2026");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect((await screen.findByRole("alert")).textContent).toBe("An event needs its day.");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
});
