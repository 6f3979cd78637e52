import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { FirstStepOffered } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import FirstSteps from "./FirstSteps.svelte";

const user = userEvent.setup();
let host: FakeHost;
let steps: FirstStepOffered[];
beforeEach(() => {
  toasts.shown = null;
  dialogs.close();
  steps = [
    { step: "meeting", title: "An introductory meeting", text: "Twenty minutes." },
    { step: "sit_in", title: "Sitting in on a meeting", text: "To listen." },
  ];
  host = fakeHost({ first_steps_of: async () => steps, first_step_answer: async () => done(null, 3) });
  useHost(host);
});
const show = (): void => void render(FirstSteps, { person: { id: 7, name: "Rosalind Aydelott" } });

it("shows nothing where no step is offered", async () => {
  steps = [];
  show();
  await waitFor(() => expect(host.calls).toHaveLength(1));
  expect(screen.queryByRole("heading")).toBeNull();
});

it("leads to the draft of each step, and puts one away", async () => {
  show();
  await user.click(await screen.findByRole("button", { name: "Draft: Sitting in on a meeting" }));
  expect(dialogs.of("draft")).toMatchObject({ person: { id: 7 }, sort: "first_sit_in" });
  await user.click(screen.getByRole("button", { name: "Put away: An introductory meeting" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Put away: An introductory meeting"));
  expect(host.calls.at(-1)?.args).toEqual({ person: 7, step: "meeting", answer: "put_away" });
});
