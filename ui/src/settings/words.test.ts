import { describe, expect, it } from "vitest";
import { backupWords, leftWords, listed, nextScale, unlisted } from "./words";

describe("backups and the trash", () => {
  it("say why they are there and how long", () => {
    expect(backupWords({ why: "before_import", people: 214, ahead: false })).toBe("Before an import, 214 people");
    expect(backupWords({ why: "daily", people: 3, ahead: true })).toBe(
      "Once a day, 3 people, the date is of a wrong clock",
    );
    expect(backupWords({ why: "daily", people: null, ahead: false })).toBe("Once a day, cannot be read");
    expect([30, 1, 0].map(leftWords)).toEqual(["30 days of use left", "1 day of use left", "goes today"]);
  });
});

describe("settings", () => {
  it("step through text sizes and stop at the ends", () => {
    expect(nextScale(1, 1)).toBe(1.1);
    expect(nextScale(1.13, -1)).toBe(1.1);
    expect(nextScale(2, 1)).toBe(2);
    expect(nextScale(0.8, -1)).toBe(0.8);
  });
  it("read and write several values in one line", () => {
    expect(unlisted(" a@b.example,  c@d.example;a@b.example ,")).toEqual(["a@b.example", "c@d.example"]);
    expect(unlisted(listed(["x", "y"]))).toEqual(["x", "y"]);
  });
});
