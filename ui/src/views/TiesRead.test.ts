import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";

import { hearChanges } from "../state/changes";
import { dialogs } from "../state/dialog.svelte";
import TiesRead from "./TiesRead.svelte";

let host: FakeHost;
let total: number;
beforeEach(() => {
  total = 1234;
  dialogs.close("proposed");
  host = fakeHost({ ties_proposed: async () => ({ total, ties: [] }) });
  useHost(host);
  return hearChanges();
});

it("says how many ties the cards tell of, leads to them, and goes with the last", async () => {
  render(TiesRead);
  expect(await screen.findByRole("heading", { name: "1,234 ties between people" })).toBeTruthy();
  await userEvent.setup().click(screen.getByRole("button", { name: "Look through" }));
  expect(dialogs.is("proposed")).toBe(true);
  total = 0;
  host.emit("changed", { ...noChanges, people: [1] });
  await waitFor(() => expect(screen.queryByRole("heading")).toBeNull());
});
