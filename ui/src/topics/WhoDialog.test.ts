import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aRow, fakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { WhoKnows } from "../host/wire.gen";
import { dialogs } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import WhoDialog from "./WhoDialog.svelte";

const nobody: WhoKnows = { topic: "optics", summary: "", rows: [], more: false, mine: [] };
let answer: WhoKnows;
beforeEach(() => {
  answer = {
    ...nobody,
    summary: "One offers it, one by a tag, role or note, one an introduction away",
    mine: ["drift data"],
    rows: [
      { row: aRow(1, "Samir Haddoun"), by: "offers", words: "Offers optics", through: null },
      { row: aRow(2, "Rita Role"), by: "role", words: "Optics engineer", through: null },
      {
        row: aRow(3, "Kirsi Vaalamo"),
        by: "tag",
        words: "Tag “optics”",
        through: { person: 4, words: "Daniel knows Kirsi closely." },
      },
    ],
  };
  useHost(fakeHost({ who_knows: async () => answer }));
  dialogs.close();
  route.go({ view: "today" });
});

it("shows who knows in groups, and opens whoever is chosen by the keys", async () => {
  render(WhoDialog);
  dialogs.show("who", { asked: "knows", topic: "optics" });
  const dialog = await screen.findByRole("dialog", { name: "Who knows about “optics”" });
  await within(dialog).findByText("They offer it");
  expect(
    within(dialog)
      .getAllByRole("heading", { level: 3 })
      .map((heading) => heading.textContent),
  ).toEqual(["They offer it", "In tags, roles and notes", "Through somebody you know"]);
  expect(dialog.textContent).toContain("Tag “optics”. Daniel knows Kirsi closely.");
  expect(dialog.textContent).toContain("Yours too: drift data.");
  within(dialog).getByRole("button", { name: /Samir/ }).focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toContain("Rita Role");
  await userEvent.keyboard("{Enter}");
  expect(dialogs.is("who")).toBe(false);
  expect(route.at).toEqual({ view: "people", person: 2 });
});

it("says what to do where nobody is known", async () => {
  answer = nobody;
  render(WhoDialog);
  dialogs.show("who", { asked: "seeks", topic: "optics" });
  await screen.findByRole("dialog", { name: "Who looks for “optics”" });
  expect((await screen.findByText(/Nobody in your book/)).textContent).toMatch(/“looks for\s+optics”/);
});
