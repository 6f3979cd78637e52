// A made-up host, for tests and for looking at the page without a shell. Nothing that ships imports it.
import type { Events, Host } from "./host";
import type { Changes, Done, PersonPage, PersonRow } from "./wire.gen";

export type FakeHost = Host & {
  /** Tells the page something, as the shell would. */
  emit<E extends keyof Events>(event: E, payload: Events[E]): void;
  /** Every command that was asked for, oldest first. */
  calls: { command: string; args: unknown[] }[];
};

export const noChanges: Changes = { people: [], allPeople: false, tags: false, kinds: false, settings: false, backups: false, book: false };
export const done = <T>(value: T, operation: number | null = null, changes: Partial<Changes> = {}): Done<T> => ({ value, operation, changes: { ...noChanges, ...changes } });

/** Answers what `answers` has an answer for, and refuses the rest. */
export function fakeHost(answers: Partial<Host> = {}): FakeHost {
  const handlers = new Map<string, Set<(payload: never) => void>>();
  const calls: FakeHost["calls"] = [];
  const own = {
    calls,
    on: (event: string, handler: (payload: never) => void) => {
      const set = handlers.get(event) ?? new Set();
      handlers.set(event, set.add(handler));
      return () => set.delete(handler);
    },
    emit: (event: string, payload: never) => handlers.get(event)?.forEach((handler) => handler(payload)),
  };
  const refuse = (command: string) => () => Promise.reject({ code: "internal", message: `${command} is not answered here`, field: null });
  return new Proxy(own, {
    get(target, name: string) {
      if (name in target) return target[name as keyof typeof target];
      const answer = answers[name as keyof Host] as ((...args: unknown[]) => unknown) | undefined;
      return (...args: unknown[]) => {
        calls.push({ command: name, args });
        return (answer ?? refuse(name))(...args);
      };
    },
  }) as unknown as FakeHost;
}

export const aRow = (id: number, name: string, more: Partial<PersonRow> = {}): PersonRow => ({
  id, name, initials: name.split(" ").map((word) => word[0] ?? "").join("").slice(0, 2), colour: (id % 6) + 1, photo: null,
  role: "Analyst", organisation: "Fenwick Grey", kind: null, keptClose: false, warmth: null, quiet: false, status: null, ...more,
});

export const aPage = (id: number, name: string, more: Partial<PersonPage> = {}): PersonPage => ({
  id, name: { display: name, prefix: "", given: name.split(" ")[0] ?? "", additional: "", family: name.split(" ").slice(1).join(" "), suffix: "" },
  nickname: "", initials: aRow(id, name).initials, colour: aRow(id, name).colour, photo: null, headline: "", relationship: null,
  contactPoints: [], affiliations: [], dates: [], notes: [], tags: [], cameFrom: [], trashedOn: null, warmth: null, checkIns: [], talks: 0, ...more,
});
