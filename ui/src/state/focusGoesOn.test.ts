import { afterEach, beforeEach, expect, it } from "vitest";
import { keepFocus, lastInPage } from "./focusGoesOn";

function made(tag: string, children: string | Node | Node[], more: object = {}): HTMLElement {
  const element = Object.assign(document.createElement(tag), more);
  element.append(...[children].flat());
  return element;
}
let stop: () => void;
beforeEach(() => {
  const own = made("button", "Own", { id: "own" });
  const rows = ["a", "b", "c"].map((id) => made("li", made("button", `Bring back ${id}`), { id }));
  const main = made("main", [made("p", own), made("ul", rows)], { id: "main", tabIndex: -1 });
  document.body.append(made("div", main));
  stop = keepFocus();
});
afterEach(() => stop());
const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
const said = (): string => document.activeElement?.textContent ?? "";

it("goes on to the row in the place of the one that went, to the one before, and to the content", async () => {
  at("b").querySelector("button")?.focus();
  at("b").remove();
  await settled();
  expect(said()).toBe("Bring back c");
  at("c").remove();
  await settled();
  expect(said()).toBe("Bring back a");
  document.querySelector("ul")?.replaceChildren();
  await settled();
  expect(document.activeElement?.id).toBe("main");
});

it("goes on to the head of the section whose list is empty", async () => {
  const list = made("ul", made("li", made("button", "Only")));
  const section = made("section", [made("div", made("button", "Add one")), made("h3", "Open"), list]);
  at("main").append(section);
  list.querySelector("button")?.focus();
  list.remove();
  await settled();
  expect(said()).toBe("Add one");
});

it("leaves the focus where somebody put it, and nowhere where a click led", async () => {
  at("a").querySelector("button")?.focus();
  at("a").remove();
  at("own").focus();
  await settled();
  expect(document.activeElement?.id).toBe("own");
  at("own").blur();
  at("b").remove();
  await settled();
  expect(document.activeElement).toBe(document.body);
});

it("begins another view at its content, not at its first button", async () => {
  at("own").focus();
  const other = made("main", made("button", "First"), { id: "main", tabIndex: -1 });
  at("main").replaceWith(other);
  await settled();
  expect(document.activeElement).toBe(other);
});

it("knows the way back from what floats above: to what had it, to its row, to the next row", () => {
  const b = at("b").querySelector("button") as HTMLElement;
  const dialog = made("div", made("button", "Save"), { id: "dialog", role: "dialog" });
  dialog.setAttribute("role", "dialog");
  document.body.append(dialog);
  const open = (): void => dialog.querySelector("button")?.focus();
  b.focus();
  open();
  expect(lastInPage.back()).toBe(true);
  expect(said()).toBe("Bring back b");

  at("b").tabIndex = 0;
  open();
  // As a browser has it: what is not drawn takes no focus.
  b.focus = () => undefined;
  expect(lastInPage.back()).toBe(true);
  expect(document.activeElement).toBe(at("b"));

  open();
  at("b").remove();
  expect(lastInPage.back()).toBe(true);
  expect(said()).toBe("Bring back c");
  dialog.remove();
});
