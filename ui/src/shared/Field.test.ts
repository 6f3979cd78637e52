import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { drafts } from "../state/drafts.svelte";
import Field from "./Field.svelte";

let host: FakeHost;
beforeEach(() => {
  host = fakeHost({ unsaved_save: async () => null });
  useHost(host);
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
});
const user = userEvent.setup();
const field = (): HTMLInputElement => screen.getByLabelText("Mobile");

it("edits on a click, saves on Enter, and says so", async () => {
  const onsave = vi.fn(async () => undefined);
  render(Field, { label: "Mobile", value: "+1 202", onsave });
  await user.click(screen.getByRole("button", { name: /^Mobile: \+1 202/ }));
  expect(document.activeElement).toBe(field());
  await user.type(field(), "9{Enter}");
  expect(onsave).toHaveBeenCalledExactlyOnceWith("+1 2029");
  expect(screen.getByRole("status").textContent).toContain("Saved");
  expect(document.activeElement?.tagName).toBe("BUTTON");
});

it("saves on leaving, once, and not at all when nothing changed", async () => {
  const onsave = vi.fn(async () => undefined);
  render(Field, { label: "Mobile", value: "1", onsave });
  await user.click(screen.getByRole("button", { name: /^Mobile/ }));
  await user.tab();
  expect(onsave).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: /^Mobile/ }));
  await user.type(field(), "2");
  await user.tab();
  expect(onsave).toHaveBeenCalledExactlyOnceWith("12");
});

it("leaves it as it was on Esc", async () => {
  const onsave = vi.fn(async () => undefined);
  render(Field, { label: "Mobile", value: "1", onsave });
  await user.click(screen.getByRole("button", { name: /^Mobile/ }));
  await user.type(field(), "2{Escape}");
  expect(onsave).not.toHaveBeenCalled();
  expect(screen.getByRole("button", { name: "Mobile: 1. Edit" })).toBeTruthy();
});

it("keeps the text when it could not be saved, and says why", async () => {
  const onsave = vi.fn(() => Promise.reject({ code: "disk_full", message: "The disk is full.", field: null }));
  render(Field, { label: "Mobile", value: "1", onsave });
  await user.click(screen.getByRole("button", { name: /^Mobile/ }));
  await user.type(field(), "2{Enter}");
  expect(screen.getByRole("alert").textContent).toBe("The disk is full.");
  expect(field().value).toBe("12");
  expect(field().getAttribute("aria-invalid")).toBe("true");
});

it("keeps a draft on Esc and goes on with it", async () => {
  const onsave = vi.fn(async () => undefined);
  render(Field, { label: "Mobile", value: "", lines: true, draft: "person/1/note/new", onsave });
  await user.click(screen.getByRole("button", { name: /^Mobile/ }));
  await user.type(field(), "half a thought{Escape}");
  expect(drafts.get("person/1/note/new")).toBe("half a thought");
  await user.click(screen.getByRole("button", { name: "Go on writing" }));
  expect(field().value).toBe("half a thought");
  await user.type(field(), " more{Control>}{Enter}{/Control}");
  expect(onsave).toHaveBeenCalledExactlyOnceWith("half a thought more");
  expect(drafts.get("person/1/note/new")).toBeNull();
  expect(host.calls.at(-1)).toEqual({ command: "unsaved_save", args: { key: "person/1/note/new", text: null } });
});

it("can be emptied", async () => {
  const onsave = vi.fn(async () => undefined);
  render(Field, { label: "Mobile", value: "1", onsave });
  await user.click(screen.getByRole("button", { name: /^Mobile/ }));
  await user.type(field(), "{Backspace}");
  expect(field().value).toBe("");
  await user.keyboard("{Enter}");
  expect(onsave).toHaveBeenCalledExactlyOnceWith("");
});
