import { describe, expect, it } from "vitest";
import { count, size, when, whenShort } from "./counts";

const now = new Date(2026, 2, 10, 10, 45);

describe("numbers and sizes", () => {
  it("say one and many", () => {
    expect(count(1, "card")).toBe("1 card");
    expect(count(21300, "card")).toBe("21,300 cards");
    expect(count(2, "person", "people")).toBe("2 people");
  });
  it("say sizes as files are spoken of", () => {
    expect([0, 1, 840_000, 999_600, 6_200_000, 212_000_000, 1_500_000_000].map(size)).toEqual([
      "0 bytes",
      "1 byte",
      "840 KB",
      "1.0 MB",
      "6.2 MB",
      "212 MB",
      "1.5 GB",
    ]);
  });
});

describe("moments", () => {
  it("are near or far", () => {
    expect(when("2026-03-10T08:31:00", "twenty_four", now)).toBe("today, 08:31");
    expect(when("2026-03-09T08:29:11", "twenty_four", now)).toBe("yesterday, 08:29");
    expect(when("2026-03-06T08:34:00", "twenty_four", now)).toBe("Friday 6 March, 08:34");
    expect(when("2026-02-08T09:02:00", "twenty_four", now)).toBe("8 February, 09:02");
    expect(when("2025-03-10T09:02:00", "twenty_four", now)).toBe("10 March 2025, 09:02");
    expect(when("2026-03-10", "twenty_four", now)).toBe("today");
    expect(when("2026-03-10T15:31:00", "twelve", now)).toBe("today, 3:31 pm");
    expect(when("soon", "twenty_four", now)).toBe("soon");
  });
  it("are short in a history", () => {
    expect(whenShort("2026-03-10T10:41:00", "twenty_four", now)).toBe("10:41");
    expect(whenShort("2026-03-10T10:41:00", "twelve", now)).toBe("10:41 am");
    expect(whenShort("2026-03-09T23:59:00", "twenty_four", now)).toBe("Mon 9");
    expect(whenShort("2026-02-08T10:00:00", "twenty_four", now)).toBe("8 Feb");
    expect(whenShort("2025-02-08T10:00:00", "twenty_four", now)).toBe("8 Feb 2025");
  });
});
