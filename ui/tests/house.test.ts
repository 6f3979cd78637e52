// The rules of the house that the page must keep, read from its sources.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The sources below a folder with one of these endings, each named as seen from the folder. */
const read = (folder: string, endings = /\.(ts|svelte)$/): { name: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => endings.test(name))
    .map((name) => ({ name: name.replaceAll("\\", "/"), text: readFileSync(join(folder, name), "utf8") }));

const root = resolve(import.meta.dirname, "../src");
const files = read(root);
const imports = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, path]) => path ?? "");
/** What a module reads when it starts, as it is written: neither types nor what is imported later by a call. */
const startImports = (text: string): string[] => {
  const statement = /^\s*(?:import|export)\s+(?!type\b)(?:[\w*{][^;]*?\sfrom\s+)?["'](\.[^"']+)["']/gm;
  return [...text.matchAll(statement)].map(([, path]) => path ?? "");
};
const folderOf = (name: string): string => name.split("/")[0] ?? "";
const wrong = (test: (file: { name: string; text: string }) => boolean): string[] =>
  files.filter(test).map(({ name }) => name);

/** What a module may keep for itself, because it belongs to the window and names nobody's rows. */
const windows = [
  // The book's state and settings as the shell last told them, and whether files hover; another book replaces them.
  "state/app.svelte.ts: app",
  "state/day.svelte.ts: now",
  // What a book's state is held by, and who hears of changes.
  "state/book.svelte.ts: renewals",
  "state/changes.ts: listeners",
  // The shell, and which opening of a book the page shows.
  "host/host.ts: host",
  "host/opening.ts: shown",
  "host/opening.ts: opens",
  // Constants, and measures of a picture that go with it.
  "map/finding.ts: names",
  "map/pen.ts: widths",
  "shared/counts.ts: format",
  "shared/names.ts: asRead",
];

/** The text of what a file runs once, when it is loaded. */
function loadedOnce({ name, text }: { name: string; text: string }): string {
  if (name.endsWith(".ts")) return text;
  return /<script[^>]*\bmodule\b[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? "";
}

/** Whether a value is made to be changed: by `new`, by a rune, or as the answer of one of the page's functions. */
function isMade(value: ts.Expression): boolean {
  const made = (node: ts.Node): boolean =>
    !ts.isFunctionLike(node) && (ts.isNewExpression(node) || (ts.forEachChild(node, made) ?? false));
  const call = /^(\$\w+(\.\w+)?|[a-z]\w*)$/;
  return made(value) || (ts.isCallExpression(value) && call.test(value.expression.getText()));
}

/** What a module keeps from call to call: variables, what is made to be changed, and what its own lines change. */
function kept(text: string): string[] {
  const source = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isVariableStatement).flatMap(({ declarationList: { flags, declarations } }) =>
    declarations
      .filter(({ name, initializer }) => {
        if (initializer && ts.isCallExpression(initializer) && initializer.expression.getText() === "ofBook")
          return false;
        const written = `\\b${name.getText()}(\\.\\w+|\\[[^\\]]+\\])+ (\\+|\\?\\?)?= `;
        const called = `\\b${name.getText()}\\.(push|set|add|delete)\\(`;
        const isChanged = new RegExp(`${written}|${called}`).test(text);
        return !(flags & ts.NodeFlags.Const) || isChanged || (initializer && isMade(initializer));
      })
      .map(({ name }) => name.getText()),
  );
}

describe("the page", () => {
  it("imports Tauri in one place only", () => {
    expect(wrong(({ text }) => /@tauri-apps\/|__TAURI/.test(text))).toEqual(["host/tauri.ts"]);
  });

  it("never makes markup from text", () => {
    const makes = /\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|new Function|eval\(/;
    const all = read(root, /\.(ts|svelte|js|html)$/);
    expect(all.filter(({ text }) => makes.test(text)).map(({ name }) => name)).toEqual([]);
    expect(makes.test(readFileSync(join(root, "../index.html"), "utf8"))).toBe(false);
  });

  it("writes no style as a string, which the content policy refuses", () => {
    expect(wrong(({ text, name }) => name.endsWith(".svelte") && /\sstyle=["'{]/.test(text))).toEqual([]);
  });

  it("reads neither map, import nor settings before they are opened", () => {
    const first = new Set<string>();
    const text = (name: string): string => files.find((file) => file.name === name)?.text ?? "";
    const follow = (name: string): void => {
      if (first.has(name)) return;
      first.add(name);
      for (const path of startImports(text(name))) {
        const to = join(dirname(name), path);
        [to, `${to}.ts`].filter((one) => files.some((file) => file.name === one)).forEach(follow);
      }
    };
    follow("main.ts");
    expect(first).toContain("views/TodayView.svelte");
    const late = /^(map|import|palette|people\/(People|Person)|settings\/.*\.svelte$)/;
    expect([...first].filter((name) => late.test(name))).toEqual([]);
    const starts = `
      import "./a.css";
      import b, { type C } from "./b";
      export * from "./d";
      import type { E } from "./e";
      export const f = () => import("./f");
      export type { G } from "./g";
      export const h = ["./h"];
    `;
    expect(startImports(starts)).toEqual(["./a.css", "./b", "./d"]);
  });

  it("keeps its domains apart: only views compose them", () => {
    const below = ["host", "shared", "state", "styles", "views"];
    const domains = [
      ...new Set(files.filter(({ name }) => name.includes("/")).map(({ name }) => folderOf(name))),
    ].filter((folder) => !below.includes(folder));
    expect(domains.length).toBeGreaterThan(7);
    const crossing = files.flatMap(({ name, text }) =>
      imports(text)
        .filter((path) => path.startsWith("."))
        .map((path) => folderOf(relative(root, resolve(root, dirname(name), path)).replaceAll("\\", "/")))
        .filter((to) => {
          const from = folderOf(name);
          if (domains.includes(from)) return (domains.includes(to) && to !== from) || to === "views";
          if (from === "shared" || from === "state" || from === "host") return domains.includes(to) || to === "views";
          return false;
        })
        .map((to) => `${name} → ${to}`),
    );
    expect(crossing).toEqual([]);
  });

  it("keeps nothing beside the book's own state that could name rows of another book", () => {
    const source = files.filter(({ name }) => !/\.test\.ts$|^host\/(fake|wire\.gen)\.ts$|^main\.ts$/.test(name));
    const found = source.flatMap((file) => kept(loadedOnce(file)).map((what) => `${file.name}: ${what}`));
    // Its owner makes it anew for another book: `ofBook` in state/book.svelte.ts.
    expect(found.sort()).toEqual([...windows].sort());
    expect(
      kept(`
        export const a = $state(0); let b = 1; const c = new Map(); const d = make(); const e = { last: 1 };
        const f = ofBook(() => new Map()); const g = { h: 1 }; const i = [1].map(String); const j = () => make();
        function set() { e.last = 2; }
      `),
    ).toEqual(["a", "b", "c", "d", "e"]);
    const stored = wrong(({ text }) => /\b(local|session)Storage\b|indexedDB/.test(text));
    expect(stored).toEqual(["views/theme.ts"]);
  });

  it("writes times of day in one place, as the clock of the settings has them", () => {
    const writes = /\.get(UTC)?(Hours|Minutes)\(|toLocaleTimeString|timeStyle|hour12|hourCycle|\b(hour|minute):\s*["']/;
    const wrongly = [
      'then.toLocaleString("en", { hour: "2-digit" })',
      'new Intl.DateTimeFormat("en", { timeStyle: "short" })',
      "then.getHours()",
    ];
    expect(wrongly.filter((line) => !writes.test(line))).toEqual([]);
    expect(wrong(({ text, name }) => !name.endsWith(".test.ts") && writes.test(text))).toEqual([]);
    // Two figures: times in clock.ts, days of the calendar in days.ts, lengths of talks in talks.ts.
    const figures = wrong(({ text, name }) => !name.endsWith(".test.ts") && text.includes('padStart(2, "0")'));
    expect(figures.sort()).toEqual(["people/talks.ts", "shared/clock.ts", "shared/days.ts"]);
  });

  it("asks Kith which day it is: this computer's clock is read in one place", () => {
    const reads = /new Date\(\)|Date\.now\(/;
    expect(wrong(({ text, name }) => !name.endsWith(".test.ts") && reads.test(text))).toEqual(["state/day.svelte.ts"]);
  });

  it("takes the made-up host into nothing that ships", () => {
    expect(
      wrong(({ name, text }) => !name.endsWith(".test.ts") && imports(text).some((path) => /\/fake$/.test(path))),
    ).toEqual([]);
  });

  it("defines a class in one noun's stylesheet only: all of them are one sheet in the window", () => {
    const bare = /(?:^|[,}])\s*\.([a-zA-Z][\w-]*)\s*(?=[,{])/g;
    const homes = new Map<string, Set<string>>();
    for (const { name, text } of read(root, /\.css$/).filter(({ name }) => folderOf(name) !== "styles"))
      for (const [, found = ""] of text.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(bare))
        homes.set(found, (homes.get(found) ?? new Set()).add(folderOf(name)));
    const shared = [...homes].filter(([, folders]) => folders.size > 1);
    expect(shared.map(([found, folders]) => `${found}: ${[...folders].join(", ")}`)).toEqual([]);
  });

  it("sets no property to a value that is defined nowhere", () => {
    const sources = read(root, /\.(css|svelte|ts)$/).map(({ name, text }) => ({
      name,
      text: text.replace(/\/\*[\s\S]*?\*\//g, ""),
    }));
    const defined = new Set(
      sources.flatMap(({ text }) =>
        [...text.matchAll(/(?:^|[\s{;:"'])(--[\w-]+)\s*["']?\s*[:=,]/gm)].map(([, made]) => made),
      ),
    );
    const missing = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)]
        .filter(([, used]) => !defined.has(used))
        .map(([, used]) => `${name}: ${used}`),
    );
    expect(missing).toEqual([]);
  });

  it("has no line over 120 characters, data aside", () => {
    // The path of a drawing, or codes.
    const isData = (line: string): boolean => /^\s*(d="[^"]+"|"[A-Z0-9 ]+",?)$/.test(line);
    const sources = [root, import.meta.dirname].flatMap((folder) => read(folder, /(?<!\.gen)\.(ts|svelte|css)$/));
    const long = sources.flatMap(({ name, text }) =>
      text.split("\n").flatMap((line, at) => (line.length > 120 && !isData(line) ? [`${name}:${at + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });

  it("gives no file a name that says nothing", () => {
    const empty = ["manager", "service", "helper", "util", "common", "misc"];
    const words = (name: string): string[] =>
      name.split(/[/._-]|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
    const named = [root, import.meta.dirname].flatMap((folder) => read(folder, /\.(ts|js|svelte|css)$/));
    const wrong = named.filter(({ name }) => words(name).some((word) => empty.includes(word.replace(/s$/, ""))));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
