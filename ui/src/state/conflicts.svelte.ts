// With whom a conflict of interest is proposed: their kind was just chosen on their page.
import { SvelteSet } from "svelte/reactivity";
import { ofBook } from "./book.svelte";

export const proposed = ofBook(() => new SvelteSet<number>());
