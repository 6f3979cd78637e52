import { describe, expect, it } from "vitest";
import { look, pictureOf, sheetFor } from "../../tests/map";
import { draw } from "./draw";
import { boundsOf, framed } from "./picture";
import { escaped, SvgPen } from "./svg";
import { lettersOf } from "./svgLetters";

const hostile = [
  "<script>alert(1)</script> X",
  '"><image href="http://evil" onload="x()"/>',
  "A & B ]]> C",
  "nul\u0000 bell\u0007 half\uD800 end",
  "</text></svg>",
  "<!-- x",
];

function file(names: readonly string[]): string {
  const sheet = sheetFor(
    pictureOf(
      names.map((name) => ({ name, organisation: 0 })),
      [
        [0, 1, 0.5, "proposed"],
        [0, 2, 1, "reports"],
      ],
      ['Org <b>"&'],
    ),
    [...names.flatMap((_, at) => [at * 190, (at % 2) * 160]), 0, 400],
  );
  const { camera, size } = framed(boundsOf(sheet));
  const pen = new SvgPen((words, type) => words.length * type.size * 0.5);
  draw(pen, sheet, camera, size, look);
  return pen.written(size, look.paper, names[0] ?? "", [{ family: "Inter Kith", data: "data:font/woff2;base64,AAAA" }]);
}

/** What is wrong with it as XML: unclosed tags, attributes that are none, signs that are not escaped. */
function wrongs(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^?]*\?>/, "")
    .replace(
      /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*)(\/?)>/g,
      (_, end: string, name: string, __, alone: string) => {
        if (end) wrong.push(...(open.pop() === name ? [] : [`</${name}>`]));
        else if (!alone) open.push(name);
        return "";
      },
    );
  return [
    ...wrong,
    ...open,
    ...(rest.replace(/&#\d+;/g, "").match(/[<>&]/g) ?? []),
    ...(xml.match(/[^\t\n\r\u0020-\uFFFD]/g) ?? []),
  ];
}

describe("the picture as SVG", () => {
  it("is well formed whatever people are called, and has no more tags than it draws", () => {
    const xml = file(hostile);
    expect(wrongs(xml)).toEqual([]);
    const tags = new Set([...xml.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(["path", "rect", "style", "svg", "text", "title"]);
    expect(wrongs(xml.replace("</svg>", "<b></svg>")), "the check itself").not.toEqual([]);
  });

  it("says names as they are", () => {
    const page = new DOMParser().parseFromString(file(hostile), "image/svg+xml");
    const said = [...page.querySelectorAll("text")].map((text) => text.textContent);
    expect(said).toContain("A & B ]]> C");
    expect(page.querySelector("script, image")).toBeNull();
  });

  it("holds the typeface that it names, and keeps the width of words where it is not read", async () => {
    const page = new DOMParser().parseFromString(file(["Ana Berg"]), "image/svg+xml");
    const [own, ...others] = (page.documentElement.getAttribute("font-family") ?? "").split(", ");
    expect(own).toBe("'Inter Kith'");
    expect(others).toEqual(["sans-serif"]);
    expect(page.querySelector("style")?.textContent).toContain('font-family:"Inter Kith"');
    const texts = [...page.querySelectorAll("text")];
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      const size = Number(text.getAttribute("font-size"));
      expect(Number(text.getAttribute("textLength"))).toBeCloseTo((text.textContent ?? "").length * size * 0.5, 1);
    }
    const western = await lettersOf(["Ana Berg", "Jürgen Köhler", "王伟"]);
    expect(western.map(({ family }) => family)).toEqual(["Inter Kith"]);
    expect(western[0]?.data).toMatch(/^data:font\/woff2;base64,d09G/);
    const eastern = await lettersOf(["Łukasz Świątek"]);
    expect(eastern.map(({ family }) => family)).toEqual(["Inter Kith", "Inter Kith More"]);
  });

  it("leaves out what XML cannot hold", () => {
    expect(escaped("a\u0000b\uD800c\uFFFF😀ü")).toBe("abc😀ü");
  });

  it("has no number that is none", () => {
    expect(file(["A", "B", "C"])).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("the frame of a picture", () => {
  it("holds everybody with a margin, and stays within what a canvas can be", () => {
    const small = framed({ left: -20, right: 20, top: -20, bottom: 20 });
    expect(small.size).toEqual({ width: 320, height: 320 });
    const large = framed({ left: -60_000, right: 60_000, top: -20_000, bottom: 20_000 });
    expect(large.size.width).toBeLessThanOrEqual(2000);
    expect(large.camera.scale * 120_000).toBeLessThanOrEqual(2000 - 128 + 1);
  });
});
