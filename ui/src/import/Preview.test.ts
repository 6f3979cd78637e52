import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { madeUpImport } from "../../tests/made-up/import";
import { fakeHost, type FakeHost } from "../host/fake";
import { useHost, type Args } from "../host/host";
import type { CommandName } from "../host/wire.gen";
import ImportPage from "./ImportPage.svelte";
import { planOf } from "./plan.svelte";

const user = userEvent.setup();
let host: FakeHost;

beforeEach(() => {
  host = fakeHost({
    ...madeUpImport(40, (event, payload) => host.emit(event, payload)),
    kinds_list: async () => [
      {
        id: 6,
        name: "Industry contact",
        category: "external",
        colour: "industry",
        cadenceDays: 90,
        people: 0,
        keptClose: 0,
      },
    ],
    history: async () => [],
  });
  useHost(host);
});

let next = 0;
/** Opens the made-up plan; each test looks at it under the same token, so the page's memory of it is renewed. */
async function open(): Promise<ReturnType<typeof planOf>> {
  planOf(`other-${next++}`);
  render(ImportPage, {
    token: "t",
    onleave: vi.fn(),
    onchoose: vi.fn(),
    onopen: vi.fn(),
    after: (() => undefined) as never,
  });
  await screen.findByRole("grid", { name: "Cards" });
  await screen.findByText("Same phone as Leonie Marchwald");
  await waitFor(() => expect(document.activeElement?.textContent?.trim()).toBe("Skip"));
  return planOf("t");
}
const asked = (command: CommandName): unknown[] =>
  host.calls.filter((call) => call.command === command).map(({ args }) => args);
const focused = (): string => document.activeElement?.closest("[data-at]")?.getAttribute("data-at") ?? "";

it("moves, decides, opens and goes on to the next by keyboard alone", async () => {
  const plan = await open();
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(focused()).toBe("1"));
  expect(document.activeElement).toHaveProperty("textContent", "Merge");
  await user.keyboard("{ArrowRight}");
  await waitFor(() => expect(document.activeElement).toHaveProperty("textContent", "Keep both"));
  expect(asked("import_decide")[0]).toEqual({
    token: "t",
    indexes: [1],
    filter: { show: "all", text: "" },
    decision: "keep_both",
  });
  await user.keyboard(" ");
  await screen.findByText("Address");
  expect(plan.open.has(1)).toBe(true);
  await user.keyboard("n");
  await waitFor(() => expect(focused()).toBe("2"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(focused()).toBe("0"));
  expect(plan.row(2)?.decided).toBe(true);
});

it("keeps close with K, as one kind, and lets go again", async () => {
  const plan = await open();
  await user.keyboard("{ArrowDown}k");
  await waitFor(() =>
    expect(asked("import_keep_close")[0]).toEqual({ token: "t", indexes: [1], filter: null, kind: 6 }),
  );
  expect(plan.kept.get(1)).toBe(6);
  await screen.findByText(/Import \d+, keep 1 close/);
  await user.keyboard("k");
  await waitFor(() => expect(plan.kept.size).toBe(0));
});

it("takes one side of a field, and says what is wrong with a card that was not put right", async () => {
  const plan = await open();
  plan.toggle(3, true);
  const table = within(await screen.findByRole("table"));
  await user.click(table.getByRole("radio", { name: "Senior Scientist" }));
  await waitFor(() =>
    expect(asked("import_decide_field")[0]).toEqual({ token: "t", index: 3, key: "title", take: "kith" }),
  );
  await user.click(within(table.getByRole("row", { name: /Work email/ })).getByRole("radio", { name: "both" }));
  await waitFor(() =>
    expect(asked("import_decide_field")[1]).toEqual({ token: "t", index: 3, key: "email", take: "both" }),
  );
  expect(within(table.getByRole("row", { name: /Mobile/ })).queryByRole("radio", { name: "both" })).toBeNull();
  plan.fix(0, true);
  const text = await screen.findByRole("textbox", { name: /The card in/ });
  await user.click(screen.getByRole("button", { name: /Read it again/ }));
  expect(await screen.findByRole("alert")).toHaveProperty("textContent", expect.stringContaining("still has no name"));
  await user.type(text, "FN:Mara Holm");
  await user.click(screen.getByRole("button", { name: /Read it again/ }));
  await screen.findByText("Mara Holm");
});

it("narrows by text, imports, and reports", async () => {
  await open();
  await user.type(screen.getByRole("textbox", { name: "Find among these cards" }), "Iwobi");
  await waitFor(() =>
    expect(asked("import_rows").some((asked) => (asked as Args<"import_rows">).filter.text === "Iwobi")).toBe(true),
  );
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText(/ new, .* merged/);
  await screen.findByRole("button", { name: /Undo this import/ });
});

it("says what failed in the host's own words", async () => {
  planOf("other");
  render(ImportPage, {
    token: "t",
    onleave: vi.fn(),
    onchoose: vi.fn(),
    onopen: vi.fn(),
    after: (() => undefined) as never,
  });
  host.emit("import-failed", { token: "other", error: { code: "internal", message: "Not mine.", field: null } });
  host.emit("import-failed", { token: "t", error: { code: "file_too_large", message: "It has 212 MB.", field: null } });
  await screen.findByText("This file is too large to read at once");
  await screen.findByText("It has 212 MB.");
  expect(screen.queryByText("Not mine.")).toBeNull();
});
