import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeHost } from "../host/fake";
import { useHost } from "../host/host";
import StatusDialogs from "./StatusDialogs.svelte";

it("wipes nothing that is typed when something becomes known of the person", async () => {
  useHost(
    fakeHost({
      when_preview: async () => ({ understood: null, problem: null, on: null, at: null, rings: null, choices: [] }),
      days: async () => [],
    }),
  );
  const props = { asking: "pause" as const, about: { ids: [1], name: "Ilse Varnholt" }, start: "4 may" };
  const { rerender } = render(StatusDialogs, props);
  const why = await screen.findByLabelText<HTMLTextAreaElement>("Why");
  await userEvent.type(why, "Abroad");
  await rerender({ start: "5 may", reason: "Other", held: "paused" });
  expect(why.value).toBe("Abroad");
});
