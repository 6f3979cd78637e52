import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Attribute, PersonAttribute } from "../host/wire.gen";
import AttributesSettings from "./AttributesSettings.svelte";
import ChooseForAll from "./ChooseForAll.svelte";
import PersonAttributes from "./PersonAttributes.svelte";
import { split } from "./words";

let host: FakeHost;
let attributes: Attribute[];
let has: PersonAttribute[];
const seniority: Attribute = {
  id: 2,
  name: "Seniority",
  choices: [
    { id: 5, name: "junior", people: 0 },
    { id: 6, name: "lead", people: 3 },
  ],
};
beforeEach(() => {
  attributes = [seniority];
  has = [];
  host = fakeHost({
    attributes_list: async () => attributes,
    attributes_of: async () => has,
    attribute_add: async () => done(3, 1),
    attribute_edit: async () => done(null, 2),
    attribute_remove: async () => done(null, 3),
    attribute_set: async () => done(null, 4),
  });
  useHost(host);
});
const user = userEvent.setup();
const asked = (command: string): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);

it("shows nothing on a page or for several while there are no attributes", async () => {
  attributes = [];
  const { container } = render(PersonAttributes, { person: 7 });
  render(ChooseForAll, { ids: [1, 2] });
  await waitFor(() => expect(asked("attributes_list").length).toBeGreaterThan(0));
  expect(container.textContent).toBe("");
  expect(screen.queryByRole("button")).toBeNull();
});

it("shows what is not known as such, and is chosen by the keyboard alone", async () => {
  render(PersonAttributes, { person: 7 });
  const field = await screen.findByRole("combobox", { name: "Seniority" });
  expect(field.textContent).toContain("Not known");
  field.focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("option", { name: "lead" });
  expect(screen.queryByRole("option", { name: "Not known" })).toBeNull();
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(asked("attribute_set")).toHaveLength(1));
  expect(asked("attribute_set")[0]).toMatchObject({ people: [7], attribute: 2 });
});

it("takes a choice back as not known", async () => {
  has = [{ attribute: 2, choice: 6 }];
  render(PersonAttributes, { person: 7 });
  await user.click(await screen.findByRole("combobox", { name: "Seniority: lead" }));
  await user.click(await screen.findByRole("option", { name: "Not known" }));
  expect(asked("attribute_set")).toEqual([{ people: [7], attribute: 2, choice: null }]);
});

it("chooses for several at once", async () => {
  render(ChooseForAll, { ids: [4, 5, 6] });
  await user.click(await screen.findByRole("button", { name: "Attribute" }));
  const form = await screen.findByRole("dialog", { name: "Attribute" });
  await user.click(within(form).getByRole("button", { name: "Save" }));
  expect(await within(form).findByRole("alert")).toBeTruthy();
  expect(asked("attribute_set")).toEqual([]);
  await user.click(within(form).getByRole("combobox", { name: "Seniority" }));
  await user.click(await screen.findByRole("option", { name: "junior" }));
  await user.click(within(form).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(asked("attribute_set")).toEqual([{ people: [4, 5, 6], attribute: 2, choice: 5 }]));
});

it("adds an attribute with its choices, and says what is wrong where it stands", async () => {
  attributes = [];
  render(AttributesSettings);
  await user.click(await screen.findByRole("button", { name: "Add an attribute" }));
  await user.keyboard("Field");
  await user.type(screen.getByLabelText("Choices, with commas between"), "optics, , lenses{Enter}");
  expect(asked("attribute_add")).toEqual([{ name: "Field", choices: ["optics", "lenses"] }]);
  host.answers.attribute_add = () =>
    Promise.reject({ code: "invalid", message: "There is one already.", field: "name" });
  await user.click(await screen.findByRole("button", { name: "Add an attribute" }));
  await user.keyboard("Field{Enter}");
  expect((await screen.findByRole("alert")).textContent).toBe("There is one already.");
  expect(screen.getByLabelText("Attribute").getAttribute("aria-invalid")).toBe("true");
  await user.keyboard("{Escape}{Escape}");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add an attribute" }));
});

it("renames, moves and removes choices in place", async () => {
  render(AttributesSettings);
  await user.click(await screen.findByRole("button", { name: "nobody yet: junior. Edit" }));
  await user.keyboard("{Control>}a{/Control}first years{Enter}");
  await user.click(screen.getByRole("button", { name: "Move lead up" }));
  await user.click(screen.getByRole("button", { name: "Remove lead" }));
  await user.type(screen.getByRole("textbox", { name: "More choices of Seniority" }), "retired; away{Enter}");
  expect(asked("attribute_edit")).toEqual([
    { id: 2, edit: { type: "rename_choice", choice: 5, name: "first years" } },
    { id: 2, edit: { type: "move_choice", choice: 6, to: 0 } },
    { id: 2, edit: { type: "remove_choice", choice: 6 } },
    { id: 2, edit: { type: "add_choices", names: ["retired", "away"] } },
  ]);
  await user.click(screen.getByRole("button", { name: "Remove Seniority" }));
  expect(asked("attribute_remove")).toEqual([{ id: 2 }]);
});

it("splits names at commas, semicolons and line breaks", () => {
  expect(split(" a, b;c\n\nd ,")).toEqual(["a", "b", "c", "d"]);
});

it("says where attributes could not be read, on a page and for several, and tries again", async () => {
  const answer = host.answers.attributes_list;
  host.answers.attributes_list = () => Promise.reject({ code: "internal", message: "The disk is gone.", field: null });
  render(PersonAttributes, { person: 7 });
  render(ChooseForAll, { ids: [1, 2] });
  await screen.findByText(/The disk is gone/);
  const again = await screen.findByRole("button", { name: "Attributes could not be read. Try again" });
  host.answers.attributes_list = answer;
  await user.click(again);
  await screen.findByRole("button", { name: "Attribute" });
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("combobox", { name: "Seniority" });
});

it("adds more choices once, however often Enter is pressed", async () => {
  let take: () => void = () => undefined;
  host.answers.attribute_edit = () => new Promise((taken) => (take = () => taken(done(null, 2))));
  render(AttributesSettings);
  const more = await screen.findByRole<HTMLInputElement>("textbox", { name: "More choices of Seniority" });
  await user.type(more, "retired{Enter}{Enter}");
  expect(asked("attribute_edit")).toHaveLength(1);
  take();
  await waitFor(() => expect(more.value).toBe(""));
});
