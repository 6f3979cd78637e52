import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { dialogs, openIntroduce } from "../state/dialog.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import IntroduceDialog from "./IntroduceDialog.svelte";

let host: FakeHost;
let refused: string | null;
beforeEach(() => {
  toasts.shown = null;
  refused = null;
  dialogs.close();
  route.replace({ view: "today" });
  host = fakeHost({
    introduction_notes: async () => ["They know each other already."],
    introduction_add: async ({ new: begun }) => {
      if (refused && !begun.anyway) throw { code: "invalid", field: "anyway", message: refused };
      return done(9, 6);
    },
    unsaved_save: async () => null,
    people_find: async () => ({ rows: [], more: false }),
  });
  useHost(host);
});
const user = userEvent.setup();
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("says once what speaks against it, then begins it all the same", async () => {
  refused = "There is a conflict of interest between Ana and Eve.";
  render(IntroduceDialog);
  openIntroduce([
    { id: 1, name: "Ana Lind" },
    { id: 2, name: "Eve Berg" },
  ]);
  await screen.findByText("They know each other already.");
  await user.type(screen.getByRole("textbox", { name: "Why" }), "Both test");
  await user.click(screen.getByRole("button", { name: /^Begin/ }));
  await screen.findByText(refused);
  await user.click(screen.getByRole("button", { name: /^Begin all the same/ }));
  await waitFor(() => expect(dialogs.is("introduce")).toBe(false));
  const begun = { by: "me", people: [1, 2], why: "Both test" };
  expect(asked("introduction_add")).toEqual([
    { new: { ...begun, anyway: false } },
    { new: { ...begun, anyway: true } },
  ]);
  expect(route.at).toMatchObject({ view: "people", person: 1 });
});

it("asks the first on a way, and goes to whom one wants to meet", async () => {
  render(IntroduceDialog);
  openIntroduce(
    [
      { id: 1, name: "Samir Haddoun" },
      { id: 2, name: "Gareth Pennlow" },
      { id: 3, name: "Nadia Ferreux" },
    ],
    "them",
  );
  await screen.findByText("To Nadia Ferreux, through Gareth");
  screen.getByRole("heading", { name: "Ask Samir Haddoun for an introduction" });
  await user.click(screen.getByRole("button", { name: /^Begin/ }));
  await waitFor(() => expect(route.at).toMatchObject({ view: "people", person: 3 }));
});
