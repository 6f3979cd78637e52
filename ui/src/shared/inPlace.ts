// What the small forms have in common that are opened in the place of what they edit.
import { tick } from "svelte";
import { on } from "svelte/events";
import { UnsavedText, unsavedWords } from "./unsavedText";

/**
 * Whether the focus has left the form. It has not where the whole window lost it, or where it went to a list
 * that floats above the page and belongs to the form.
 */
export function hasLeft(form: HTMLElement | undefined, { relatedTarget: to }: FocusEvent): boolean {
  if (!document.hasFocus()) return false;
  if (to instanceof Element) return form?.contains(to) !== true && to.closest(".above") === null;
  return document.querySelector(".above") === null;
}

/**
 * After a form has closed: the focus goes back to the `line` (a selector) that was edited, or to what adds one,
 * unless it went elsewhere by itself.
 */
export async function focusBack(block: HTMLElement | undefined, line: string | null): Promise<void> {
  await tick();
  if (document.activeElement === document.body) block?.querySelector<HTMLElement>(line ?? ".link")?.focus();
}

/** Enter saves and Escape leaves, and nothing outside the form hears of it; not while a letter is composed. */
export const savesOrLeaves =
  (save: () => unknown, leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Enter") save();
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

/**
 * `{@attach leavesOnEscape(leave)}` on a form that is edited in place: Escape leaves it and nothing around it. Where
 * text would be lost by that, it says so first and leaves the second time, as a dialog does.
 */
export const leavesOnEscape =
  (leave: () => void) =>
  (form: HTMLElement): (() => void) => {
    const unsaved = new UnsavedText();
    const words = document.createElement("p");
    words.className = "hint dialog-unsaved";
    words.role = "alert";
    words.textContent = unsavedWords;
    const note = (event: Event): void => unsaved.note(event);
    // What has the focus already told nobody that it got it.
    if (document.activeElement && form.contains(document.activeElement)) unsaved.begin(document.activeElement);
    const ends = [
      on(form, "focusin", note),
      on(form, "beforeinput", note),
      on(form, "pointerdown", () => words.remove()),
      on(form, "keydown", (event) => {
        if (event.key !== "Escape") return words.remove();
        if (event.isComposing || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (words.isConnected || !unsaved.has(form)) leave();
        else form.append(words);
      }),
    ];
    return () => {
      words.remove();
      ends.forEach((end) => end());
    };
  };
