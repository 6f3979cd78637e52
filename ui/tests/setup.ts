import { configure } from "@testing-library/svelte";
import { afterEach } from "vitest";

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  document.body.replaceChildren();
});
