import { expect, it } from "vitest";
import { done, fakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { now } from "./day.svelte";
import { logAttempt } from "./attempts";
import { takeUp } from "./people";
import { toasts } from "./toast.svelte";

const ilse = { id: 1, name: "Ilse Varnholt" };

it("says in its own way from what somebody is taken up again", async () => {
  useHost(fakeHost({ relationship_edit: async () => done(null, 3) }));
  const about = { ids: [1], name: ilse.name };
  const said = async (from: Parameters<typeof takeUp>[1]): Promise<string | undefined> => {
    await takeUp(about, from);
    return toasts.shown?.text;
  };
  expect(await said("died")).toBe("It is no longer said that Ilse Varnholt died");
  expect(await said("archived")).toBe("Ilse Varnholt is out of the archive");
  expect(await said("ended")).toBe("You are in touch with Ilse Varnholt again");
});

it("says the day after an attempt in words, or that it is due now", async () => {
  now.day = "2026-03-10";
  let on = "2026-04-02";
  useHost(fakeHost({ interaction_log_with: async () => done({ id: 9, next: [{ ...ilse, on, rests: null }] }, 5) }));
  await logAttempt(ilse);
  expect(toasts.shown?.text).toBe("Logged that you tried to reach Ilse Varnholt. Next on Thu 2 April.");
  on = "2026-03-10";
  await logAttempt(ilse);
  expect(toasts.shown?.text).toBe("Logged that you tried to reach Ilse Varnholt. Next is due now.");
});
