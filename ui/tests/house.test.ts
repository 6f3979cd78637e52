// The rules of the house that the page must keep, read from its sources.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
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
const folderOf = (name: string): string => name.split("/")[0] ?? "";
const wrong = (test: (file: { name: string; text: string }) => boolean): string[] =>
  files.filter(test).map(({ name }) => name);

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

  it("takes the made-up host into nothing that ships", () => {
    expect(
      wrong(({ name, text }) => !name.endsWith(".test.ts") && imports(text).some((path) => /\/fake$/.test(path))),
    ).toEqual([]);
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
