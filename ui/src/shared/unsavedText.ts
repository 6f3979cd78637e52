// Text that was typed in a dialog, or in a form that is edited in place, and would be lost with it. Text that its form
// keeps and offers again, or that only finds something, is marked with `data-kept`, on the field or around it.

const fields = "textarea, input:is(:not([type]), [type=text], [type=email], [type=tel], [type=url], [type=number])";

/** What is said before text is lost. */
export const unsavedWords = "What you wrote is not saved. Once more closes without it.";

/** Watches the fields below an element; `has` says whether one of them holds text that is kept nowhere. */
export class UnsavedText {
  #before = new WeakMap<Element, string>();

  /** To be called before a field takes anything: what it holds then is not the user's. */
  note({ target }: Event): void {
    this.begin(target);
  }

  begin(target: EventTarget | null): void {
    if (isField(target) && !this.#before.has(target)) this.#before.set(target, target.value);
  }

  has(within: Element | null): boolean {
    const all = [...(within?.querySelectorAll(fields) ?? [])].filter(isField);
    return all.some((field) => {
      const before = this.#before.get(field);
      return before !== undefined && field.value !== before && field.value.trim() !== "" && !isKept(field);
    });
  }
}

const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.matches(fields);

/** What only looks something up is nothing to save. */
const isKept = (field: Element): boolean =>
  field.closest("[data-kept]") !== null || field.getAttribute("role") === "combobox";
