import { fireEvent } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { leavesOnEscape } from "./inPlace";

const user = userEvent.setup();

it("says first that text would be lost, and leaves the second time", async () => {
  const form = document.createElement("form");
  const [lost, kept] = [document.createElement("input"), document.createElement("input")];
  lost.value = "as it was";
  kept.dataset.kept = "";
  form.append(lost, kept);
  document.body.append(form);
  // It has the focus before anybody listens, as what is focused when it appears.
  lost.focus();
  const leave = vi.fn();
  const end = leavesOnEscape(leave)(form);
  await user.keyboard("{Escape}");
  expect(leave).toHaveBeenCalledTimes(1);
  await user.type(kept, "kept");
  await user.keyboard("{Escape}");
  expect(leave).toHaveBeenCalledTimes(2);
  await user.type(lost, "!");
  await user.keyboard("{Escape}");
  expect(form.textContent).toBe("What you wrote is not saved. Once more closes without it.");
  // Whoever writes on does not leave.
  await user.keyboard("?");
  expect(form.textContent).toBe("");
  await user.keyboard("{Escape}");
  expect(leave).toHaveBeenCalledTimes(2);
  await user.keyboard("{Escape}");
  expect(leave).toHaveBeenCalledTimes(3);
  end();
  await fireEvent.keyDown(lost, { key: "Escape" });
  expect(leave).toHaveBeenCalledTimes(3);
});
