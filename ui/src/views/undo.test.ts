import { beforeEach, expect, it } from "vitest";
import { done, fakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Operation } from "../host/wire.gen";
import { toasts } from "../state/toast.svelte";
import { stepWords, undo } from "./undo";

const operation = (more: Partial<Operation>): Operation => ({
  id: 1,
  kind: "edit_person",
  subject: "Samir Haddoun",
  count: 1,
  at: "2026-03-10T10:00",
  undone: true,
  canUndo: false,
  ...more,
});
beforeEach(() => (toasts.shown = null));

it("says what a step was", () => {
  expect(stepWords(operation({}))).toBe("a change to Samir Haddoun");
  expect(stepWords(operation({ kind: "trash", count: 3 }))).toBe("moving 3 people to the trash");
  expect(stepWords(operation({ kind: "import", subject: "contacts.vcf" }))).toBe("the import of contacts.vcf");
  expect(stepWords(operation({ kind: "log_interaction", subject: "Ilse" }))).toBe("a conversation with Ilse");
  expect(stepWords(operation({ kind: "snooze", count: 4 }))).toBe("snoozing 4 people");
  expect(stepWords(operation({ kind: "add_tie", subject: "Gareth and Nadia" }))).toBe("the tie of Gareth and Nadia");
  expect(stepWords(operation({ kind: "edit_tie", subject: "Gareth and Nadia" }))).toBe(
    "a change to the tie of Gareth and Nadia",
  );
  expect(stepWords(operation({ kind: "remove_tie", subject: "Gareth and Nadia" }))).toBe(
    "removing the tie of Gareth and Nadia",
  );
  expect(stepWords(operation({ kind: "decide_ties", subject: "", count: 1240 }))).toBe(
    "what you said of 1,240 proposed ties",
  );
  expect(stepWords(operation({ kind: "decide_ties", subject: "", count: 1 }))).toBe("what you said of a proposed tie");
  expect(stepWords(operation({ kind: "pin" }))).toBe("pinning Samir Haddoun on the map");
  expect(stepWords(operation({ kind: "unpin", subject: "", count: 3 }))).toBe("unpinning 3 people on the map");
});

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
