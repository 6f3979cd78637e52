import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import Twin, { type Does } from "./Twin.svelte";

it("comes closer, goes back and fits all in with the keys that the page of keys names", async () => {
  const does: Does = {
    turn: vi.fn(),
    go: vi.fn(),
    back: vi.fn(),
    home: vi.fn(),
    open: vi.fn(),
    pin: vi.fn(),
    tie: vi.fn(),
    log: vi.fn(),
    way: vi.fn(),
    menu: vi.fn(),
    escape: vi.fn(),
  };
  const zoom = vi.fn();
  render(Twin, { label: "Map of 2 people", here: "You", steps: [], at: null, said: "", does, zoom, focused: false });
  const user = userEvent.setup();
  screen.getByRole("application").focus();
  await user.keyboard("+{Shift>}+{/Shift}=-−0");
  expect(zoom.mock.calls).toEqual([[1], [1], [1], [-1], [-1], [0]]);
  // With Ctrl they are the size of the text, and with Shift the letters say nothing.
  await user.keyboard("{Control>}+-0{/Control}{Shift>}p{/Shift}");
  expect(zoom).toHaveBeenCalledTimes(6);
  expect(does.pin).not.toHaveBeenCalled();
});
