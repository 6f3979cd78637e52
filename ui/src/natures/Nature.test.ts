import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Nature as Said } from "../host/wire.gen";
import Nature from "./Nature.svelte";

let host: FakeHost;
let said: Said;
beforeEach(() => {
  said = { nature: null, influence: null, mutuality: null, openness: null };
  host = fakeHost({
    nature_of: async () => ({ said, since: said.nature ? "7 January" : "", guidance: "", events: [] }),
    nature_set: async () => done(null, 4),
  });
  useHost(host);
});
const open = (): void => void render(Nature, { person: 7, name: "Ana Souza" });
const saved = (): unknown => host.calls.filter(({ command }) => command === "nature_set").map(({ args }) => args);

it("shows no heading while nothing is said, only a way to say it", async () => {
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Nature of it" }));
  await userEvent.click(screen.getByRole("button", { name: /^Mutually dependent/ }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(saved()).toEqual([
    { person: 7, said: { nature: "mutually_dependent", influence: null, mutuality: null, openness: null } },
  ]);
});

it("says what is known and since when, and takes it back by pressing it again", async () => {
  said = { nature: "transactional", influence: 2, mutuality: null, openness: null };
  open();
  await screen.findByText("since 7 January");
  screen.getByText("2 of 5");
  await userEvent.click(screen.getByRole("button", { name: /^Change the nature of it with Ana/ }));
  await userEvent.click(screen.getByRole("button", { name: /^Transactional/ }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(saved()).toEqual([{ person: 7, said: { ...said, nature: null } }]);
});
