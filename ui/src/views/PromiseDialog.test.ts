import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aPromise } from "../commitments/made";
import { aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { drafts } from "../state/drafts.svelte";
import { dialogs, openPromise } from "../state/dialog.svelte";
import { toasts } from "../state/toast.svelte";
import PromiseDialog from "./PromiseDialog.svelte";

let host: FakeHost;
const gareth = aRow(8, "Gareth Pennlow");
beforeEach(() => {
  dialogs.close();
  toasts.shown = null;
  drafts.drop("promise/7");
  host = fakeHost({
    commitment_add: async ({ commitment: { what, people } }) => {
      if (people.length === 0) throw { code: "invalid", field: "people", message: "Say with whom." };
      if (what === "") throw { code: "invalid", field: "what", message: "Say what is promised." };
      return done(3, 6);
    },
    commitment_edit: async () => done(null, 7),
    people_find: async () => ({ rows: [{ row: gareth, matched: null }], more: false }),
    when_preview: async () => ({
      understood: "Friday 13 March, in 3 days",
      problem: null,
      on: "2026-03-13",
      at: null,
      rings: null,
      choices: [],
    }),
    unsaved_save: async () => null,
  });
  useHost(host);
  render(PromiseDialog);
});
const user = userEvent.setup();
const sent = (command: string): unknown => host.calls.findLast((call) => call.command === command)?.args;

it("is written with the keyboard alone: what, then by when, and with whom else", async () => {
  openPromise([{ id: 7, name: "Samir Haddoun" }]);
  const what = await screen.findByRole("textbox", { name: "What" });
  expect(document.activeElement).toBe(what);
  await user.keyboard("The one-page ask");
  await user.tab();
  await user.keyboard("by friday");
  await user.click(screen.getByRole("combobox", { name: "With" }));
  await user.keyboard("gar");
  await screen.findByRole("option", { name: /Gareth/ });
  await user.keyboard("{Enter}");
  await user.click(screen.getByRole("radio", { name: "Samir and Gareth promised" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("promise")).toBeNull());
  expect(sent("commitment_add")).toEqual({
    commitment: { owedBy: "them", what: "The one-page ask", people: [7, 8], when: "by friday" },
  });
  expect(toasts.shown?.action?.label).toBe("Undo");
});

it("says at the field what is missing, and moves the focus there", async () => {
  openPromise([]);
  await screen.findByRole("textbox", { name: "What" });
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await screen.findByText("Say with whom.");
  await user.type(screen.getByRole("combobox", { name: "With" }), "gar");
  await screen.findByRole("option", { name: /Gareth/ });
  await user.keyboard("{Enter}");
  expect(screen.queryByText("Say with whom.")).toBeNull();
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await screen.findByText("Say what is promised.");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "What" })));
});

it("keeps what was typed when it is closed, and corrects one without its day", async () => {
  openPromise([{ id: 7, name: "Samir Haddoun" }]);
  await user.type(await screen.findByRole("textbox", { name: "What" }), "Half a th");
  await user.keyboard("{Escape}");
  expect(drafts.get("promise/7")).toBe("Half a th");
  const promise = aPromise(3, "The draft");
  openPromise(promise.people, promise);
  const what = await screen.findByRole<HTMLInputElement>("textbox", { name: "What" });
  expect(what.value).toBe("The draft");
  expect(screen.queryByRole("textbox", { name: "By" })).toBeNull();
  await user.type(what, " agreement{Enter}");
  await waitFor(() =>
    expect(sent("commitment_edit")).toEqual({
      id: 3,
      edit: { owedBy: "me", what: "The draft agreement", people: [7] },
    }),
  );
});
