import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { done, fakeHost, theSettings } from "../host/fake";
import { useHost } from "../host/host";
import type { Settings, WorkDay } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import WorkQuestion from "./WorkQuestion.svelte";

let saved: (WorkDay | null)[][];
beforeEach(() => {
  saved = [];
  app.settings = theSettings();
  useHost(
    fakeHost({
      settings_set: async ({ settings: patch }) => {
        saved.push(patch.workingHours?.days ?? []);
        return done({ ...app.settings, ...patch } as Settings);
      },
    }),
  );
});
afterEach(() => void vi.restoreAllMocks());
const user = userEvent.setup();

it("takes days in and out, with the hours of the others", async () => {
  render(WorkQuestion);
  await user.click(screen.getByRole("button", { name: "Saturday" }));
  await waitFor(() => expect(saved.at(-1)?.[5]).toEqual({ from: 540, to: 1020 }));
  await user.click(screen.getByRole("button", { name: "Monday" }));
  await waitFor(() => expect(saved.at(-1)?.[0]).toBeNull());
  expect(screen.getByRole("button", { name: "Monday" }).getAttribute("aria-pressed")).toBe("false");
});

it("changes the hours of every working day, and takes no end before the start", async () => {
  render(WorkQuestion);
  const [from, to] = [screen.getByLabelText("From"), screen.getByLabelText("To")];
  await user.clear(from);
  await user.type(from, "18");
  await user.tab();
  expect(screen.queryByRole("alert")).toBeNull();
  await user.clear(to);
  await user.type(to, "8{Enter}");
  await screen.findByText(/is not after the start/);
  expect(saved).toHaveLength(0);
  await user.clear(to);
  await user.type(to, "22:30{Enter}");
  await waitFor(() =>
    expect(saved.at(-1)).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? { from: 1080, to: 1350 } : null))),
  );
});

it("keeps hours that are still being typed when a day is taken in", async () => {
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  render(WorkQuestion);
  await user.clear(screen.getByLabelText("To"));
  await user.type(screen.getByLabelText("To"), "18.15");
  await user.click(screen.getByRole("button", { name: "Saturday" }));
  await waitFor(() => expect(saved.at(-1)?.[5]).toEqual({ from: 540, to: 1095 }));
  expect(saved.at(-1)?.[0]).toEqual({ from: 540, to: 1095 });
  expect((screen.getByLabelText("To") as HTMLInputElement).value).toBe("18:15");
});
