import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeHost } from "../host/fake";
import { useHost } from "../host/host";
import TagInput from "./TagInput.svelte";

const user = userEvent.setup();
beforeEach(() =>
  useHost(
    fakeHost({
      tags_list: async () => [
        { id: 1, name: "drift", people: 4 },
        { id: 2, name: "drinks coffee", people: 1 },
      ],
    }),
  ),
);

function open(): {
  onadd: ReturnType<typeof vi.fn>;
  onremove: ReturnType<typeof vi.fn>;
  onleave: ReturnType<typeof vi.fn>;
} {
  const props = { onadd: vi.fn(), onremove: vi.fn(), onleave: vi.fn() };
  render(TagInput, { tags: [{ id: 9, name: "optics" }], ...props });
  return props;
}

it("takes the best match with Tab, another with the arrows", async () => {
  const { onadd } = open();
  await user.type(screen.getByRole("combobox"), "dri");
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(3));
  await user.keyboard("{Tab}");
  expect(onadd).toHaveBeenLastCalledWith("drift");
  await user.type(screen.getByRole("combobox"), "dri{ArrowDown}{Enter}");
  expect(onadd).toHaveBeenLastCalledWith("drinks coffee");
  await user.type(screen.getByRole("combobox"), "new one{Enter}");
  expect(onadd).toHaveBeenLastCalledWith("new one");
});

it("lifts the last chip with Backspace, and leaves with Esc", async () => {
  const { onremove, onleave } = open();
  await user.type(screen.getByRole("combobox"), "{Backspace}");
  expect(onremove).toHaveBeenCalledWith(9);
  await user.type(screen.getByRole("combobox"), "{Escape}");
  expect(onleave).toHaveBeenCalled();
});
