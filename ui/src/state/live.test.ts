import { flushSync } from "svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { hearChanges } from "./changes";
import { live, type Live } from "./live.svelte";
import { holder } from "../../tests/holder.svelte";

let host: FakeHost;
beforeEach(() => {
  host = fakeHost();
  useHost(host);
  return hearChanges();
});
const settle = async (): Promise<void> => {
  flushSync();
  await new Promise((done) => setTimeout(done));
  flushSync();
};

function run<T>(read: () => Promise<T>, concerns?: () => boolean): { query: Live<T>; stop: () => void } {
  let query: Live<T> | undefined;
  const stop = $effectRoot(() => {
    query = live(read, concerns);
  });
  return { query: query as Live<T>, stop };
}
const $effectRoot = holder.root;

describe("a live query", () => {
  it("reads, and reads again after a change that concerns it", async () => {
    const read = vi.fn(async () => read.mock.calls.length);
    let mine = true;
    const { query, stop } = run(read, () => mine);
    await settle();
    expect(query.value).toBe(1);
    expect(query.waiting).toBe(false);
    host.emit("changed", noChanges);
    await settle();
    expect(query.value).toBe(2);
    mine = false;
    host.emit("changed", noChanges);
    await settle();
    expect(read).toHaveBeenCalledTimes(2);
    stop();
    mine = true;
    host.emit("changed", noChanges);
    await settle();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("reads again when what it read from changes, and drops the answer that comes too late", async () => {
    const answers = new Map<number, (value: string) => void>();
    const { query, stop } = run(() => {
      const id = holder.value;
      return new Promise<string>((done) => answers.set(id, done));
    });
    flushSync();
    holder.value = 2;
    flushSync();
    answers.get(2)?.("two");
    answers.get(0)?.("none");
    await settle();
    expect(query.value).toBe("two");
    stop();
  });

  it("keeps the last answer beside an error", async () => {
    let fail = false;
    const { query, stop } = run(() =>
      fail ? Promise.reject({ code: "internal", message: "No.", field: null }) : Promise.resolve("yes"),
    );
    await settle();
    fail = true;
    query.again();
    await settle();
    expect(query.value).toBe("yes");
    expect(query.error?.message).toBe("No.");
    stop();
  });
});
