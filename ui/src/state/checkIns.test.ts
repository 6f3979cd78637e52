import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { skip, snooze, snoozeChoices } from "./checkIns";
import { toasts } from "./toast.svelte";

let host: FakeHost;
beforeEach(() => {
  toasts.shown = null;
  host = fakeHost({
    check_in_skip: async () => done(null, 7),
    check_in_snooze: async () => done(null, 8),
    snooze_options: async () => [{ key: "tomorrow", label: "Tomorrow", words: "Wed 11 March" }],
    when_preview: async () => ({
      understood: "Friday 20 March, in 10 days",
      problem: null,
      on: "2026-03-20",
      at: null,
      rings: null,
      choices: [],
    }),
    undo_operation: async () =>
      done({
        operation: { id: 7, kind: "skip", subject: "Ilse", count: 1, what: "", at: "", undone: true, canUndo: false },
        kept: [],
      }),
  });
  useHost(host);
});

it("skips, says so, and can take it back", async () => {
  expect(await skip([3], "Ilse Varnholt")).toBe(true);
  expect(toasts.shown?.text).toBe("Skipped Ilse Varnholt this time");
  toasts.shown?.action?.run();
  expect(host.calls.at(-1)).toEqual({ command: "undo_operation", args: { id: 7 } });
  await skip([3, 4], "");
  expect(toasts.shown?.text).toBe("Skipped 2 check-ins this time");
});

it("snoozes to one of the offered times, or to another day", async () => {
  expect(await snoozeChoices()).toHaveLength(1);
  await snooze([3], { type: "until", key: "tomorrow" }, "Ilse");
  expect(toasts.shown?.text).toBe("Snoozed Ilse until Wed 11 March");
  await snooze([3], { type: "on", when: "next friday" }, "Ilse");
  expect(toasts.shown?.text).toBe("Snoozed Ilse until Friday 20 March");
  expect(host.calls.at(-1)).toEqual({
    command: "check_in_snooze",
    args: { ids: [3], until: { type: "on", when: "next friday" } },
  });
});

it("says what went wrong in the host's words", async () => {
  useHost(
    fakeHost({
      check_in_skip: () =>
        Promise.reject({ code: "not_found", message: "This check-in is answered already.", field: null }),
    }),
  );
  expect(await skip([3], "Ilse")).toBe(false);
  expect(toasts.shown).toMatchObject({ text: "This check-in is answered already.", bad: true });
});
