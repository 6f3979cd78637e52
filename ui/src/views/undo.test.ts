import { beforeEach, expect, it } from "vitest";
import { done, fakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Operation } from "../host/wire.gen";
import { toasts } from "../state/toast.svelte";
import { undo } from "./undo";

const operation = (more: Partial<Operation>): Operation => ({
  id: 1,
  kind: "edit_person",
  subject: "Samir Haddoun",
  count: 1,
  what: "",
  at: "2026-03-10T10:00",
  undone: true,
  canUndo: false,
  ...more,
});
beforeEach(() => (toasts.shown = null));

it("says what was taken back, what stayed, and when there is nothing", async () => {
  useHost(fakeHost({ undo: async () => done({ operation: operation({}), kept: [] }) }));
  await undo();
  expect(toasts.shown?.text).toBe("Taken back: a change to Samir Haddoun");
  useHost(fakeHost({ undo: async () => done({ operation: operation({}), kept: [{ id: 1, name: "Ilse" }] }) }));
  await undo();
  expect(toasts.shown?.text).toBe("Taken back. Ilse was changed since and stays");
  useHost(fakeHost({ undo: () => Promise.reject({ code: "nothing_to_undo", message: "-", field: null }) }));
  await undo();
  expect(toasts.shown?.text).toBe("Nothing to take back");
});
