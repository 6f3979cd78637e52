import { expect, it } from "vitest";
import type { OperationKind } from "../host/wire.gen";
import { operationWords, stepWords } from "./operations";

const past = (kind: OperationKind, subject: string, count = 1): string => {
  const { before, strong, after } = operationWords({ kind, subject, count }, "twenty_four");
  return before + strong + after;
};
const step = (kind: OperationKind, subject = "Samir Haddoun", count = 1): string => stepWords({ kind, subject, count });

it("says every kind of change in the history", () => {
  expect(past("add_person", "Mei Tanoura")).toBe("Added Mei Tanoura");
  expect(past("edit_person", "Samir Haddoun")).toBe("Changed Samir Haddoun");
  expect(past("edit_people", "", 12)).toBe("Changed 12 people");
  expect(past("trash", "Pavel Drenko")).toBe("Moved Pavel Drenko to the trash");
  expect(past("trash", "", 3)).toBe("Moved 3 people to the trash");
  expect(past("restore", "Pavel Drenko")).toBe("Brought Pavel Drenko back");
  expect(past("import", "contacts.vcf", 213)).toBe("Imported contacts.vcf, 213 people");
  expect(past("settings", "theme", 0)).toBe("Changed the theme");
  expect(past("settings", "", 0)).toBe("Changed a setting");
  expect(past("read_book", "book.json")).toBe("Read the book book.json");
  expect(past("restore_backup", "2020-03-03T10:00:00")).toBe("Went back to the backup of 3 March 2020, 10:00");
  expect(past("add_tie", "Gareth and Nadia")).toBe("Drew the tie of Gareth and Nadia");
  expect(past("decide_ties", "", 5)).toBe("Decided on 5 proposed ties");
  expect(past("unpin", "", 3)).toBe("Unpinned 3 people on the map");
  expect(past("undo", "Pavel Drenko")).toBe("Took a change back: Pavel Drenko");
  expect(past("redo", "", 0)).toBe("Did a change again");
});

it("says what a change did, where the host knows", () => {
  const { before, strong, after } = operationWords(
    { kind: "edit_person", subject: "Doug White", count: 1, what: "paused until 3 March" },
    "twenty_four",
  );
  expect(before + strong + after).toBe("Changed Doug White: paused until 3 March");
});

it("says what a step was", () => {
  expect(step("edit_person")).toBe("a change to Samir Haddoun");
  expect(step("trash", "Samir Haddoun", 3)).toBe("moving 3 people to the trash");
  expect(step("import", "contacts.vcf")).toBe("the import of contacts.vcf");
  expect(step("log_interaction", "Ilse")).toBe("a conversation with Ilse");
  expect(step("snooze", "Samir Haddoun", 4)).toBe("snoozing 4 people");
  expect(step("add_tie", "Gareth and Nadia")).toBe("the tie of Gareth and Nadia");
  expect(step("edit_tie", "Gareth and Nadia")).toBe("a change to the tie of Gareth and Nadia");
  expect(step("remove_tie", "Gareth and Nadia")).toBe("removing the tie of Gareth and Nadia");
  expect(step("decide_ties", "", 1240)).toBe("what you said of 1,240 proposed ties");
  expect(step("decide_ties", "", 1)).toBe("what you said of a proposed tie");
  expect(step("pin")).toBe("pinning Samir Haddoun on the map");
  expect(step("unpin", "", 3)).toBe("unpinning 3 people on the map");
});

it("names nobody who is gone for good", () => {
  for (const kind of ["add_person", "trash", "restore", "log_interaction", "add_tie", "add_fact", "skip"] as const) {
    expect(step(kind, "")).toMatch(/someone/);
    expect(step(kind, "", 2)).toMatch(/2 people/);
  }
});
