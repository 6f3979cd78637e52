// What the small forms have in common that are opened in the place of what they edit.

/**
 * Whether the focus has left the form. It has not where the whole window lost it, or where it went to a list
 * that floats above the page and belongs to the form.
 */
export function hasLeft(form: HTMLElement | undefined, { relatedTarget: to }: FocusEvent): boolean {
  if (!document.hasFocus()) return false;
  if (to instanceof Element) return form?.contains(to) !== true && to.closest(".above") === null;
  return document.querySelector(".above") === null;
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
