import { describe, expect, it } from "vitest";
import type { ImportReport, ImportRow, ImportSummary } from "../host/wire.gen";
import {
  closeWords,
  farWords,
  fortnightWords,
  importWords,
  leftWords,
  mergedWords,
  reasonWords,
  reportTitle,
  rowSpoken,
  rowTitle,
  rowWords,
  segments,
  summaryWords,
  undecidedWords,
} from "./words";

const counts = { new: 180, updates: 31, unchanged: 0, duplicates: 2, unreadable: 1, me: 0, groups: 0 };
const summary = (more: Partial<ImportSummary> = {}): ImportSummary => ({
  token: "t",
  title: "contacts.vcf",
  files: 1,
  cards: 214,
  counts,
  toDecide: 3,
  willImport: 213,
  keepClose: 0,
  problems: [],
  ...more,
});
const row = (more: Partial<ImportRow> = {}): ImportRow => ({
  index: 0,
  file: "contacts.vcf",
  line: 1482,
  number: 127,
  of: 214,
  name: "L. Marchwald",
  subtitle: "Nurse, St Alder",
  initials: "LM",
  colour: 3,
  status: "duplicate",
  reason: { why: "same_phone", with: "Leonie Marchwald", detail: "+12025550116", against: null },
  message: null,
  decision: "merge",
  choices: ["merge", "keep_both", "skip"],
  decided: false,
  keepClose: null,
  fieldsChanged: 0,
  keptClose: false,
  ...more,
});

describe("the summary", () => {
  it("counts what there is and leaves out what there is not", () => {
    expect(summaryWords(summary())).toBe("214 cards: 180 new, 31 updates, 2 possible duplicates, 1 unreadable");
    expect(
      summaryWords(
        summary({ cards: 3, counts: { ...counts, new: 1, updates: 1, duplicates: 0, unreadable: 0, me: 1 } }),
      ),
    ).toBe("3 cards: 1 new, 1 update, 1 is you");
    expect(
      summaryWords(
        summary({
          cards: 0,
          counts: { new: 0, updates: 0, unchanged: 0, duplicates: 0, unreadable: 0, me: 0, groups: 0 },
        }),
      ),
    ).toBe("0 cards");
  });
  it("says what the button will do", () => {
    expect(importWords(summary())).toBe("Import 213 people");
    expect(importWords(summary({ willImport: 1 }))).toBe("Import 1 person");
    expect(importWords(summary({ keepClose: 3 }))).toBe("Import 213, keep 3 close");
    expect(importWords(summary({ willImport: 0 }))).toBe("Import");
    expect(closeWords(summary({ keepClose: 3 }))).toBe("213 people come in. You keep 3 of them close so far.");
  });
  it("says what becomes of the undecided", () => {
    expect(undecidedWords(summary())).toBe("Possible duplicates left undecided stay apart.");
    expect(undecidedWords(summary({ toDecide: 0 }))).toBe("");
  });
  it("shows segments only where there are rows, but keeps what was to decide", () => {
    expect(segments(summary(), 1).map(({ label }) => label)).toEqual([
      "All 214",
      "To decide 3",
      "Updates 31",
      "New 180",
      "Skipped 1",
    ]);
    expect(segments(summary({ toDecide: 0 }), 0).map(({ label }) => label)).toEqual([
      "All 214",
      "To decide 0",
      "Updates 31",
      "New 180",
    ]);
    expect(
      segments(summary({ toDecide: 0, counts: { ...counts, duplicates: 0, unreadable: 0, unchanged: 4 } }), 0).map(
        ({ value }) => value,
      ),
    ).toEqual(["all", "updates", "new", "unchanged"]);
  });
});

describe("a row", () => {
  it("says why it may be somebody known", () => {
    expect(reasonWords(row())).toBe("Same phone as Leonie Marchwald");
    expect(reasonWords(row({ reason: { why: "same_name", with: "Tomasz Wilczyn", detail: "", against: null } }))).toBe(
      "Same name as Tomasz Wilczyn",
    );
    expect(reasonWords(row({ reason: { why: "same_email", with: "Ilse", detail: "", against: null } }))).toBe(
      "Same email as Ilse",
    );
    expect(
      reasonWords(row({ reason: { why: "same_phone", with: "Mario Rossi", detail: "", against: "given_name" } })),
    ).toBe("Same phone as Mario Rossi, but another given name");
    expect(reasonWords(row({ reason: null }))).toBe("");
  });
  it("has a line under the name for every status", () => {
    expect(rowWords(row(), false)).toBe("Same phone as Leonie Marchwald");
    expect(rowWords(row({ status: "update", decision: "update", fieldsChanged: 1, reason: null }), false)).toBe(
      "1 field changes",
    );
    expect(rowWords(row({ status: "update", decision: "skip", fieldsChanged: 2, reason: null }), false)).toBe(
      "Nurse, St Alder",
    );
    expect(rowWords(row({ status: "unreadable", name: "", reason: null, message: "It ends early." }), false)).toBe(
      "Card 127 of 214 · contacts.vcf",
    );
    expect(rowWords(row({ status: "me", reason: null, subtitle: "" }), false)).toBe("The card looks like your own");
    expect(rowWords(row({ status: "me", reason: null, subtitle: "The card has your name" }), false)).toBe(
      "The card has your name",
    );
    expect(rowWords(row({ status: "update", decision: "update", fieldsChanged: 0, reason: null }), false)).toBe(
      "Nothing that you see changes",
    );
    expect(
      rowWords(
        row({ status: "unchanged", reason: null, message: "The same card comes earlier in this import, as number 3." }),
        false,
      ),
    ).toContain("comes earlier");
    expect(rowWords(row({ status: "new", reason: null }), true)).toBe("Nurse, St Alder · contacts.vcf");
  });
  it("is named by its line when it has no name", () => {
    expect(rowTitle(row({ name: "" }))).toBe("Line 1482");
    expect(rowTitle(row({ name: "", line: 0 }))).toBe("Card 127");
    expect(rowSpoken(row())).toBe("L. Marchwald, possible duplicate, Same phone as Leonie Marchwald");
  });
});

describe("progress", () => {
  it("measures files and counts cards", () => {
    expect(farWords({ stage: "reading", done: 12_000_000, total: 64_000_000 })).toEqual({
      done: "12.0 MB",
      of: "of 64.0 MB",
    });
    expect(farWords({ stage: "importing", done: 8412, total: 21300 })).toEqual({
      done: "8,412",
      of: "of 21,300 cards",
    });
    expect(farWords({ stage: "reading", done: 900, total: 0 })).toEqual({ done: "900 bytes", of: "so far" });
  });
  it("says how long it takes, once it can know", () => {
    expect(leftWords(10, 100, 500)).toBe("");
    expect(leftWords(50, 100, 4000)).toBe("about 4 seconds left");
    expect(leftWords(99, 100, 4000)).toBe("about 1 second left");
    expect(leftWords(1, 100, 4000)).toBe("about 7 minutes left");
    expect(leftWords(100, 100, 4000)).toBe("");
  });
});

describe("the report", () => {
  const report = {
    added: 181,
    updated: 31,
    mergedCount: 1,
    merged: [{ id: 3, name: "Leonie Marchwald", from: "L. Marchwald" }],
  } as ImportReport;
  it("counts who is here", () => {
    expect(reportTitle(report)).toBe("181 new, 31 brought up to date, 1 merged");
    expect(reportTitle({ ...report, added: 23, updated: 0, mergedCount: 4 })).toBe("23 new, 4 merged");
    expect(reportTitle({ ...report, added: 0, updated: 0 })).toBe("1 merged");
    expect(reportTitle({ ...report, updated: 0, mergedCount: 0 })).toBe("181 people are here");
    expect(reportTitle({ ...report, added: 1, updated: 0, mergedCount: 0 })).toBe("1 person is here");
    expect(reportTitle({ ...report, added: 0, updated: 0, mergedCount: 0 })).toBe("Nothing was imported");
  });
  it("names who was merged", () => {
    expect(mergedWords(report)).toBe("L. Marchwald into Leonie Marchwald.");
    expect(mergedWords({ ...report, mergedCount: 4 })).toBe("L. Marchwald into Leonie Marchwald, and 3 more.");
    expect(mergedWords({ merged: [{ id: 1, name: "Ilse", from: "Ilse" }], mergedCount: 1 })).toBe(
      "One card went into Ilse.",
    );
  });
  it("says what keeping close comes to", () => {
    expect(fortnightWords([14, 30, 14, 30, 90])).toBe("About three conversations a fortnight.");
    expect(fortnightWords([90])).toBe("Less than one conversation a fortnight.");
    expect(fortnightWords([])).toBe("");
  });
});
