import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { aRow, done, fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Revival } from "../host/wire.gen";
import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import WorthReviving from "./WorthReviving.svelte";

const user = userEvent.setup();
let host: FakeHost;
let revivals: Revival[];
beforeEach(() => {
  revivals = [
    { id: 3, person: aRow(7, "Joaquín Beltrame"), opener: null, why: "Quiet for 8 months · only 3 talks before" },
  ];
  toasts.shown = null;
  host = fakeHost({
    revivals: async () => revivals,
    revival_refuse: async () => {
      revivals = [];
      setTimeout(() => host.emit("changed", { ...noChanges, tables: ["revivals"] }));
      return done(null, 5);
    },
  });
  useHost(host);
  hearChanges();
});

it("shows whom to take up again, without an apology, and rests after a no", async () => {
  const onopen = vi.fn();
  render(WorthReviving, { onopen, onopener: vi.fn() });
  await user.click(await screen.findByRole("button", { name: "Joaquín Beltrame" }));
  expect(onopen).toHaveBeenCalledWith(7);
  screen.getByText("Quiet for 8 months · only 3 talks before");
  screen.getByText(/I thought of you/);
  await user.click(screen.getByRole("button", { name: "Log" }));
  expect(dialogs.of("log")?.people.map(({ id }) => id)).toEqual([7]);
  dialogs.close("log");
  await user.click(screen.getByRole("button", { name: "Not now" }));
  await waitFor(() => expect(screen.queryByRole("heading")).toBeNull());
  expect(toasts.shown?.text).toBe("Joaquín Beltrame: not now");
});
