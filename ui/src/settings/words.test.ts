import { describe, expect, it } from "vitest";
import type { OperationKind } from "../host/wire.gen";
import { backupWords, leftWords, listed, nextScale, operationWords, unlisted } from "./words";

const say = (kind: OperationKind, subject: string, count = 1): string => {
  const { before, strong, after } = operationWords({ kind, subject, count });
  return before + strong + after;
};

describe("the history", () => {
  it("has words for every sort of change", () => {
    expect(say("add_person", "Mei Tanoura")).toBe("Added Mei Tanoura");
    expect(say("edit_person", "Samir Haddoun")).toBe("Changed Samir Haddoun");
    expect(say("edit_people", "", 12)).toBe("Changed 12 people");
    expect(say("trash", "Pavel Drenko")).toBe("Moved Pavel Drenko to the trash");
    expect(say("trash", "", 3)).toBe("Moved 3 people to the trash");
    expect(say("restore", "Pavel Drenko")).toBe("Brought Pavel Drenko back");
    expect(say("import", "contacts.vcf", 213)).toBe("Imported contacts.vcf, 213 people");
    expect(say("settings", "theme", 0)).toBe("Changed the theme");
    expect(say("settings", "", 0)).toBe("Changed a setting");
    expect(say("read_book", "book.json")).toBe("Read the book book.json");
    expect(say("add_tie", "Gareth and Nadia")).toBe("Drew the tie of Gareth and Nadia");
    expect(say("decide_ties", "", 5)).toBe("Decided on 5 proposed ties");
    expect(say("unpin", "", 3)).toBe("Unpinned 3 people on the map");
    expect(say("undo", "Pavel Drenko")).toBe("Took a change back: Pavel Drenko");
    expect(say("redo", "", 0)).toBe("Did a change again");
  });
});

describe("backups and the trash", () => {
  it("say why they are there and how long", () => {
    expect(backupWords({ why: "before_import", people: 214 })).toBe("Before an import, 214 people");
    expect(backupWords({ why: "daily", people: null })).toBe("Once a day, cannot be read");
    expect([30, 1, 0].map(leftWords)).toEqual(["30 days left", "1 day left", "goes today"]);
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
