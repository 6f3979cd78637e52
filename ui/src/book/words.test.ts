import { describe, expect, it } from "vitest";
import { backupText, backupTitle, missingWords } from "./words";

const now = new Date(2026, 2, 10, 10, 45);

describe("a backup to go on with", () => {
  it("says when it was made and what may be missing", () => {
    expect(backupTitle({ takenAt: "2026-03-10T08:31:00", why: "daily" }, "twenty_four", now)).toBe(
      "The backup of today, 08:31",
    );
    expect(backupText({ takenAt: "2026-03-10T08:31:00", people: 214, why: "daily", ahead: false }, now)).toBe(
      "214 people. About two hours may be missing.",
    );
    expect(missingWords("2026-03-10T10:30:00", now)).toBe("A few minutes may be missing.");
    expect(missingWords("2026-03-09T08:29:00", now)).toBe("About 26 hours may be missing.");
    expect(missingWords("2026-03-01T08:29:00", now)).toBe("About nine days may be missing.");
    expect(missingWords("never", now)).toBe("What came later is missing.");
  });

  it("says that nothing is missing in what was kept when the file was lost", () => {
    const kept = { takenAt: "2026-03-10T10:44:00", people: 3, why: "rescued", ahead: false } as const;
    expect(backupTitle(kept, "twenty_four", now)).toBe("What you had in Kith, today, 10:44");
    expect(backupText(kept, now)).toBe("3 people. All that you entered is in it.");
  });
});
