import { expect, it, vi } from "vitest";
import { confirms } from "./confirms";

const ctrlEnter = (): KeyboardEvent => new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true });

it("hears Ctrl Enter in the form, and in a dialog also beside it", () => {
  const [dialog, form, alone] = [
    document.createElement("div"),
    ...["a", "b"].map(() => document.createElement("form")),
  ];
  dialog?.setAttribute("role", "dialog");
  dialog?.append(form as HTMLElement);
  document.body.append(dialog as HTMLElement, alone as HTMLElement);
  const [inDialog, inForm] = [vi.fn(), vi.fn()];
  const over = confirms(inDialog)(form as HTMLElement);
  confirms(inForm)(alone as HTMLElement);
  dialog?.dispatchEvent(ctrlEnter());
  form?.dispatchEvent(ctrlEnter());
  expect([inDialog.mock.calls.length, inForm.mock.calls.length]).toEqual([2, 0]);
  alone?.dispatchEvent(ctrlEnter());
  document.body.dispatchEvent(ctrlEnter());
  over();
  dialog?.dispatchEvent(ctrlEnter());
  expect([inDialog.mock.calls.length, inForm.mock.calls.length]).toEqual([2, 1]);
});
