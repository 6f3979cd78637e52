// With whom a conflict of interest is proposed: their kind was just chosen on their page.
import { SvelteSet } from "svelte/reactivity";

export const proposed = new SvelteSet<number>();
