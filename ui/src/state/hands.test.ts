import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { followHands } from "./hands";

it("knows which was used last, and takes Shift with a click for no key", async () => {
  const user = userEvent.setup();
  const stop = followHands();
  const keyed = (): boolean => "keys" in document.documentElement.dataset;
  await user.keyboard("{ArrowDown}");
  expect(keyed()).toBe(true);
  await user.pointer({ keys: "[MouseLeft]", target: document.body });
  expect(keyed()).toBe(false);
  await user.keyboard("{Shift>}{/Shift}");
  expect(keyed()).toBe(false);
  stop();
  await user.keyboard("{ArrowDown}");
  expect(keyed()).toBe(false);
});
