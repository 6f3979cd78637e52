import { describe, expect, it, vi } from "vitest";
import type { MenuItem } from "../shared/Menu.svelte";
import { buttonOf, doings, menuOf, namedMenuOf, whomOf, type DoingName, type Here } from "./doings";

const samir = whomOf({ id: 2, name: "Samir Haddoun" }, { kept: true });
/** A place that says how everything is done. */
const everything = Object.fromEntries(Object.keys(doings).map((what) => [what, () => undefined])) as Here;
const said = (items: MenuItem[]): string[] =>
  items.map((item) =>
    item === "line"
      ? "—"
      : "heading" in item
        ? `# ${item.heading}`
        : [item.label, "end" in item ? item.end : ""].filter(Boolean).join(" · "),
  );

describe("the menus of a person", () => {
  it("of a row of the list", () => {
    expect(said(namedMenuOf("row", samir, everything))).toEqual([
      "# Samir Haddoun",
      "Open · Enter",
      "Log a conversation · L",
      "Tried, no answer",
      "Brief · B",
      "Write a draft…",
      "Choose · Space",
      "Export card",
      "—",
      "Show on the map",
      "Find a way in",
      "Add who Samir knows…",
      "Introduce to somebody…",
      "Do not ask Samir for introductions",
      "—",
      "Pause until…",
      "Let it cool…",
      "End it…",
      "Archive",
      "Move to trash · Delete",
    ]);
    const resting = { ...samir, status: "paused", kept: false, chosen: true } as const;
    expect(said(menuOf("row", resting, everything)).slice(5, 6)).toEqual(["Do not choose · Space"]);
    expect(said(menuOf("row", resting, everything)).slice(-4)).toEqual([
      "—",
      "Take up again",
      "Archive",
      "Move to trash · Delete",
    ]);
  });

  it("on their page, with no line twice where nothing stands between", () => {
    const stranger = { ...samir, kept: false };
    const here: Here = { plan: () => undefined, name: () => undefined, trash: () => undefined };
    expect(said(menuOf("page", stranger, here))).toEqual([
      "Log a conversation · Ctrl L",
      "Tried, no answer",
      "Brief",
      "Plan a check-in…",
      "Add a promise…",
      "Add an event…",
      "Keep something to share…",
      "Write a draft…",
      "—",
      "Show on the map",
      "Find a way in",
      "Add who Samir knows…",
      "Introduce to somebody…",
      "Do not ask Samir for introductions",
      "—",
      "Archive",
      "—",
      "Name in full…",
      "Export card, as it came",
      "Export card as vCard 4.0",
      "—",
      "Move to trash",
    ]);
    const words = said(menuOf("page", { ...samir, kept: false, status: "dormant" }, everything));
    expect(words).toEqual(expect.arrayContaining(["Take up again", "Pause until…", "End it…"]));
    expect(words).not.toContain("Rest for now");
    expect(words).not.toContain("Plan a check-in…");
    const snoozed = menuOf("page", samir, { snooze: ["line"] });
    expect(snoozed).toContainEqual(expect.objectContaining({ label: "Snooze", items: ["line"] }));
  });

  it("on the map, where nobody can be pinned in the list", () => {
    const pinned = { ...samir, pinned: true };
    expect(said(menuOf("map", pinned, everything))).toEqual([
      "Open page · O",
      "Log a conversation · L",
      "Add who Samir knows… · T",
      "Find a way in · W",
      "—",
      "Let go · P",
      "Show around Samir · 1 step",
    ]);
    expect(said(menuOf("map", samir, { around: () => undefined })).slice(-2)).toEqual([
      "—",
      "Show around Samir · 1 step",
    ]);
    const names: DoingName[] = ["open", "log", "way", "tie", "pin"];
    expect(names.map((what) => buttonOf(what, samir).label)).toEqual([
      "Open page",
      "Log",
      "Way in",
      "Add a tie",
      "Pin",
    ]);
  });

  it("for several, and of a row of Today", () => {
    expect(said(menuOf("chosen", whomOf(null, { ids: [1, 2] }), everything))).toEqual([
      "Export, as they came",
      "Export as vCard 4.0",
      "—",
      "Pause until…",
      "Let it cool…",
      "Rest for now",
      "End it…",
      "Take up again",
      "Keep close no longer",
      "Archive",
      "—",
      "Move to trash · Delete",
    ]);
    expect(said(menuOf("today", samir, everything))).toEqual([
      "Open · Enter",
      "Log a conversation · L",
      "Tried, no answer",
      "Brief · B",
      "Write a draft…",
      "Snooze",
      "Skip this time · X",
    ]);
  });

  it("do what the place says before what is usual", () => {
    const own = vi.fn();
    const [first] = menuOf("map", samir, { open: own });
    if (typeof first === "object" && "run" in first) first.run();
    expect(own).toHaveBeenCalledOnce();
  });
});
