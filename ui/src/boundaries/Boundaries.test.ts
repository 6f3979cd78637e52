import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { BoundariesOf, Conflict } from "../host/wire.gen";
import { proposed } from "../state/conflicts.svelte";
import Boundaries from "./Boundaries.svelte";
import { nothingSaid } from "./words";

let host: FakeHost;
let answer: BoundariesOf;
const aConflict: Conflict = {
  id: 3,
  person: { id: 7, name: "Ana Souza" },
  other: null,
  organisation: null,
  level: "actual",
  why: "You decide on the tender",
  handling: "managed",
  how: "Ruth signs off",
  declaredOn: "2026-01-05",
  until: null,
  words: "with you",
  review: false,
  over: false,
};
beforeEach(() => {
  proposed.clear();
  answer = { said: nothingSaid, strip: "", hours: "", timeThere: "", conflicts: [], proposesConflict: false };
  host = fakeHost({
    boundaries_of: async () => answer,
    boundaries_set: async ({ said }) => {
      if (said.zone === "Nowhere") throw { code: "invalid", field: "zone", message: "No zone is called “Nowhere”." };
      return done(null, 4);
    },
    conflict_add: async () => done(9, 5),
    conflict_edit: async () => done(null, 5),
    conflict_remove: async () => done(null, 6),
    conflict_refuse: async () => done(null, 7),
    zones_find: async () => [],
  });
  useHost(host);
});
const open = (): void => void render(Boundaries, { person: 7, name: "Ana Souza" });
const asked = (command: string): unknown =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("shows no heading while nothing is said, and saves what is said at once", async () => {
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Boundaries" }));
  await userEvent.click(screen.getByRole("button", { name: /^Work only/ }));
  await userEvent.type(screen.getByRole("textbox", { name: "Off limits" }), "the merger, , her visa ");
  for (const day of ["Tuesday", "Monday"]) await userEvent.click(screen.getByRole("button", { name: day }));
  await userEvent.type(screen.getByRole("textbox", { name: "From" }), "9:30");
  await userEvent.type(screen.getByRole("textbox", { name: "Until" }), "18:00");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(asked("boundaries_set")).toEqual([
    {
      person: 7,
      said: {
        sharing: "work_only",
        offLimits: ["the merger", "her visa"],
        hours: { weekdays: [0, 1], from: 570, to: 1080 },
        zone: "",
      },
    },
  ]);
});

it("says at the field what is wrong and saves nothing; Escape says what is lost, and leaves", async () => {
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Boundaries" }));
  await userEvent.type(screen.getByRole("textbox", { name: "From" }), "18");
  await userEvent.type(screen.getByRole("textbox", { name: "Until" }), "9");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByRole("alert");
  expect(screen.getByRole("textbox", { name: "From" }).getAttribute("aria-invalid")).toBe("true");
  expect(asked("boundaries_set")).toEqual([]);
  await userEvent.keyboard("{Escape}{Escape}");
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("shows what is said, and conflicts with what is done about them", async () => {
  answer = {
    ...answer,
    said: { ...nothingSaid, sharing: "some_of_me", offLimits: ["her visa"], zone: "Asia/Kolkata" },
    timeThere: "15:12 in Kolkata, 4½ hours ahead",
    conflicts: [{ ...aConflict, review: true }],
  };
  open();
  await screen.findByText("Some of me");
  screen.getByText("15:12 in Kolkata, 4½ hours ahead");
  screen.getByText("Ruth signs off");
  screen.getByText("Said a year ago. Does it still hold?");
  await userEvent.click(screen.getByRole("button", { name: /^Conflict of interest with you/ }));
  await userEvent.click(screen.getByRole("radio", { name: "Excluded" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(asked("conflict_edit")).toEqual([
    {
      id: 3,
      new: {
        with: { type: "me" },
        level: "actual",
        why: "You decide on the tender",
        handling: "excluded",
        how: "Ruth signs off",
        until: "",
      },
    },
  ]);
});

it("asks once after a kind was chosen that makes a conflict likely", async () => {
  answer = { ...answer, proposesConflict: true };
  open();
  await screen.findByRole("button", { name: "Boundaries" });
  expect(screen.queryByText("Is there a possible conflict of interest with Ana?")).toBeNull();
  proposed.add(7);
  await screen.findByText("Is there a possible conflict of interest with Ana?");
  await userEvent.click(screen.getByRole("button", { name: "No" }));
  expect(asked("conflict_refuse")).toEqual([{ person: 7 }]);
  expect(screen.queryByText("Is there a possible conflict of interest with Ana?")).toBeNull();
});
