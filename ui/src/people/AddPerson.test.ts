import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aRow, done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { dialogs } from "../state/dialog.svelte";
import { drafts } from "../state/drafts.svelte";
import { route } from "../state/route.svelte";
import AddPerson from "./AddPerson.svelte";

const user = userEvent.setup();
let host: FakeHost;
beforeEach(async () => {
  drafts.drop("person/new");
  host = fakeHost({
    new_person_hints: async ({ person: { name, email } }) => ({
      similar: name === "Ana Berg" ? [{ row: aRow(4, "Ana Berg"), why: "same_name" }] : [],
      email: email === "" || email.includes("@") ? null : "This does not look like a mail address.",
    }),
    organisations_complete: async () => [],
    person_add: async () => done(9, 3),
    unsaved_save: async () => null,
  });
  useHost(host);
  render(AddPerson);
  dialogs.show("add");
  await screen.findByRole("dialog");
});

it("names whoever is in the book already, and leads there", async () => {
  await user.type(screen.getByLabelText("Name"), "Ana Berg");
  await user.click(await screen.findByRole("button", { name: "Ana Berg" }));
  expect(route.at).toEqual({ view: "people", person: 4 });
  expect(dialogs.is("add")).toBe(false);
});

it("says what looks wrong once the field is left, and lets it stand", async () => {
  await user.type(screen.getByLabelText("Name"), "Cyd");
  await user.type(screen.getByLabelText("Email"), "not-a-mail");
  await waitFor(() => expect(host.calls.at(-1)?.args).toMatchObject({ person: { email: "not-a-mail" } }));
  expect(screen.queryByText(/does not look like/)).toBeNull();
  await user.tab();
  await screen.findByText(/does not look like/);
  await user.click(screen.getByRole("button", { name: "Add" }));
  await waitFor(() => expect(dialogs.is("add")).toBe(false));
  expect(host.calls.find(({ command }) => command === "person_add")?.args).toMatchObject({
    person: { name: "Cyd", email: "not-a-mail" },
  });
});
