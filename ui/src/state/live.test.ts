import { flushSync } from "svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeHost, noChanges, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { hearChanges } from "./changes";
import { noFilter } from "./filter";
import { live, Live } from "./live.svelte";
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

function made<T>(make: () => Live<T>): { query: Live<T>; stop: () => void } {
  let query: Live<T> | undefined;
  const stop = $effectRoot(() => {
    query = make();
  });
  return { query: query as Live<T>, stop };
}
function run<T>(read: () => Promise<T>, concerns = () => true): { query: Live<T>; stop: () => void } {
  return made(() => new Live(read, concerns));
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

describe("a live command", () => {
  const asked = (): unknown[] => host.calls.map(({ args }) => args);

  it("asks again after the changes that the table names, and after no other", async () => {
    host.answers.warmth_explained = async () => null;
    const { stop } = made(() => live("warmth_explained", () => ({ person: holder.value })));
    holder.value = 3;
    await settle();
    expect(asked()).toEqual([{ person: 3 }]);
    const changes = [
      { people: [4] },
      { tables: ["kinds"] },
      { people: [3] },
      { allPeople: true },
      { tables: ["settings"] },
      { book: true },
    ];
    for (const change of changes) {
      host.emit("changed", { ...noChanges, ...change });
      await settle();
    }
    expect(asked()).toHaveLength(5);
    stop();
  });

  it("asks nothing without arguments, and makes of an answer what is wanted", async () => {
    host.answers.today_count = async () => 4;
    host.answers.people_window = async () => [];
    holder.value = 0;
    const { query, stop } = made(() =>
      live(
        "people_window",
        () => (holder.value === 0 ? null : { filter: noFilter, offset: 0, limit: holder.value }),
        async ({ limit }) => limit * 2,
      ),
    );
    await settle();
    expect([query.value, host.calls.length]).toEqual([null, 0]);
    holder.value = 21;
    await settle();
    expect(query.value).toBe(42);
    stop();
    const count = made(() => live("today_count"));
    await settle();
    expect([count.query.value, asked()]).toEqual([4, [{}]]);
    count.stop();
  });
});
