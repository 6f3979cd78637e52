import { expect, it } from "vitest";
import { onlyWritten } from "./onlyWritten";

it("keeps the one that is being written, new or old, and drops what else is empty", () => {
  const [a, empty, b] = [{ what: "a" }, { what: "" }, { what: "b" }];
  const isWritten = ({ what }: { what: string }): boolean => what !== "";
  const one = { what: "" };
  expect(onlyWritten([a, empty, b], one, isWritten)).toEqual({ all: [a, b, one], at: 2 });
  expect(onlyWritten([a, empty, b], b, isWritten)).toEqual({ all: [a, b], at: 1 });
  expect(onlyWritten([a, empty, b], empty, isWritten)).toEqual({ all: [a, empty, b], at: 1 });
  expect(onlyWritten([], one, isWritten)).toEqual({ all: [one], at: 0 });
});
