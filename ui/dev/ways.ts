// Made-up ways in and organisations. Every third person cannot be reached, every third is known to me; ?ways=wait|fail|gone.
import type { Host } from "../src/host/host";
import type { Hop, OrganisationFound, PersonRow, WayIn } from "../src/host/wire.gen";

const refuse = (code: "internal" | "not_found", message: string): Promise<never> =>
  Promise.reject({ code, message, field: null });
const first = (row: PersonRow): string => row.name.split(" ")[0] ?? "";
const through = (between: PersonRow[], to: PersonRow): Hop[] =>
  [...between, to].map((row, at, all) => {
    const before = all[at - 1];
    if (!before) return { row, why: "Very warm. You talked nine days ago.", note: "" };
    return {
      row,
      why: `${first(before)} knows them closely, since 2019.`,
      note: at === 1 ? "Two years on the drafting group; Gareth chairs it." : "",
    };
  });

/** `rows`: everybody outside the trash, by name. */
export function madeUpWays(query: URLSearchParams, rows: () => PersonRow[]): Partial<Host> {
  const names = (): string[] => [...new Set(rows().map(({ organisation }) => organisation))].filter(Boolean).sort();
  const found = (name: string): OrganisationFound => ({
    id: names().indexOf(name) + 1,
    name,
    people: rows().filter(({ organisation }) => organisation === name).length,
  });
  const begins = (name: string, text: string): boolean =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((word, at, all) => all.slice(at).join(" ").startsWith(text.trim().toLowerCase()) && word !== "");
  return {
    organisationsFind: async (text, limit) =>
      names()
        .filter((name) => begins(name, text))
        .slice(0, limit)
        .map(found),
    organisation: async (id) => {
      const name = names()[id - 1];
      return name ? found(name) : refuse("not_found", "This organisation is not in your book any more.");
    },
    waysIn: async (id) => {
      if (query.get("ways") === "wait") return new Promise(() => undefined);
      if (query.get("ways") === "fail") return refuse("internal", "The book did not answer.");
      const all = rows();
      const to = all.find((row) => row.id === id);
      if (!to || query.get("ways") === "gone") return refuse("not_found", "This person is not in your book any more.");
      const [a, b, c] = all.filter((row) => row.keptClose && row.id !== id);
      if (!a || !b || !c)
        return {
          to,
          ways: [],
          leftOut: [],
          none: {
            sentence: `Nobody in your book is known to know ${to.name}, with up to two introductions.`,
            ask: [],
            colleagues: [],
            colleaguesWords: "",
            contact: null,
          },
        };
      const colleagues = all.filter((row) => row.organisation === to.organisation && row.id !== id).slice(0, 3);
      if (id % 3 === 0)
        return {
          to,
          ways: [],
          leftOut: [],
          none: {
            sentence: `Nobody in your book is known to know ${to.name}, with up to two introductions.`,
            ask: [a, b],
            colleagues,
            colleaguesWords: `These three work where ${first(to)} works.`,
            contact: [id * 10, `${first(to).toLowerCase()}@example.org`],
          },
        };
      const ways: WayIn[] = [
        { hops: through([a, b], to), summary: "2 introductions. Warmest of 3 ways." },
        { hops: through([c], to), summary: "1 introduction." },
        { hops: through([c, b], to), summary: "2 introductions." },
      ];
      return {
        to,
        ways: id % 3 === 1 ? ways : [{ hops: through([], to), summary: "You know them yourself." }],
        leftOut: id % 2 ? ["A way through Ruth Castellane is left out: paused until 1 May."] : [],
        none: null,
      };
    },
  };
}
