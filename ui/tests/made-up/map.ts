/** A made-up map for the tests of the map view: 60 people in ten organisations, and who knows whom. */
import { done, noChanges, type Answers } from "../../src/host/fake";
import type {
  Channel,
  MapFilter,
  MapPerson,
  MapPicture,
  MapRow,
  MapSort,
  MapTie,
  MapView,
  Standing,
  Told,
} from "../../src/host/wire.gen";

import { kinds, levels, named, people, places, strength, tags, tieOf, ties, well } from "./network";

/** Which book the map is of: everybody; nobody in it; nobody kept close; one person; one that cannot be drawn. */
export type Scene = "" | "nobody" | "empty" | "one" | "broken";

export function madeUpMap(scene: Scene, emit: <E extends keyof Told>(event: E, payload: Told[E]) => void): Answers {
  const pins = new Map<number, [number, number]>();
  const drawings = new Map<number, { picture: MapPicture; indexes: number[] }>();
  const tell = (ids: number[]): void => void setTimeout(() => emit("changed", { ...noChanges, people: ids }));
  let asked = 0;
  const all = scene === "one" ? [named("Samir Haddoun")] : people.map((_, at) => at);
  const close = (at: number): boolean => scene !== "empty" && people[at]!.row.keptClose;
  const next = (of: Set<number>): Set<number> =>
    new Set(
      [
        ...of,
        ...ties.filter(({ a, b, proposed }) => !proposed && (of.has(a) || of.has(b))).flatMap(({ a, b }) => [a, b]),
      ].filter((at) => all.includes(at)),
    );

  function whom({ steps, centre }: MapView): number[] {
    if (steps === "everyone") return all;
    const first = centre === null ? new Set(all.filter(close)) : next(new Set([centre - 1]));
    return [...(steps === "two" ? next(first) : first)];
  }
  function draw(view: MapView): { picture: MapPicture; indexes: number[] } {
    const indexes = whom(view).sort((a, b) => people[a]!.row.name.localeCompare(people[b]!.row.name));
    const here = places
      .map(([name], at) => ({
        id: at + 1,
        name,
        people: indexes.filter((each) => people[each]!.organisation === at).length,
        keptClose: indexes.filter((each) => people[each]!.organisation === at && close(each)).length,
        at,
      }))
      .filter(({ people }) => people > 0);
    const number = new Map(indexes.map((at, number) => [at, number]));
    const shown: MapPerson[] = indexes.map((at) => {
      const { row, organisation, kind, warmth } = people[at]!;
      return {
        id: row.id,
        name: row.name,
        initials: row.initials,
        organisation: here.findIndex((each) => each.at === organisation),
        colour: warmth === 0 ? null : kinds.find(({ id }) => id === kind)!.colour,
        ringed: false,
        warmth,
        radius: [5.5, 5.5, 7.5, 10, 13, 16][warmth] ?? 5.5,
        keptClose: close(at),
        pinned: pins.has(row.id),
      };
    });
    const mine = indexes.flatMap((at): MapTie[] =>
      people[at]!.warmth > 0 ? [[indexes.length, number.get(at)!, strength(people[at]!.warmth), "tie"]] : [],
    );
    const others = ties.flatMap(({ a, b, well: how, kind, proposed }): MapTie[] =>
      number.has(a) && number.has(b)
        ? [
            [
              number.get(a)!,
              number.get(b)!,
              well[how][1],
              proposed ? "proposed" : kind === "reports_to" ? "reports" : "tie",
            ],
          ]
        : [],
    );
    const count = <T>(list: T[], of: (at: number) => T[]): [T, number][] =>
      list
        .map((each): [T, number] => [each, indexes.filter((at) => of(at).includes(each)).length])
        .filter(([, many]) => many > 0);
    return {
      indexes,
      picture: {
        view,
        people: shown,
        ties: [...mine, ...others],
        organisations: here.map(({ id, name, people, keptClose }) => ({ id, name, people, keptClose })),
        inBook: scene === "nobody" ? 0 : scene === "empty" ? 213 : all.length,
        keptClose: all.filter(close).length,
        facets: {
          kinds: count(
            kinds.map(({ id }) => id),
            (at) => (people[at]!.warmth > 0 ? [people[at]!.kind] : []),
          ).map(([id, many]) => ({ ...kinds.find((kind) => kind.id === id)!, ringed: false, people: many })),
          standings: count<Standing>(["kept_close", "not_kept_close"], (at) => [people[at]!.standing]),
          warmth: count([0, 1, 2, 3, 4, 5], (at) => [people[at]!.warmth]),
          tags: count([1, 2, 3], (at) => people[at]!.tags).map(([id, many]) => ({ ...tags[id - 1]!, people: many })),
          mine: mine.length,
          others: others.filter(([, , , mark]) => mark !== "proposed").length,
          proposed: others.filter(([, , , mark]) => mark === "proposed").length,
        },
      },
    };
  }
  /** Organisations on a ring, their people in a spiral; around somebody, those they know on a ring. */
  function stand(of: { picture: MapPicture; indexes: number[] }): number[] {
    const { picture } = of;
    const { centre } = picture.view;
    const ring = picture.organisations.length;
    const seen = new Map<number, number>();
    const around = picture.people.filter(({ id }) => id !== centre);
    const at = picture.people.flatMap((person) => {
      const pinned = pins.get(person.id);
      if (pinned) return pinned;
      if (centre !== null && person.id === centre) return [0, 0];
      if (centre !== null) {
        const turn = ((around.indexOf(person) + 1) / (around.length + 1)) * 2 * Math.PI - Math.PI / 2;
        return [Math.cos(turn) * 220, Math.sin(turn) * 220];
      }
      const place = person.organisation ?? 0;
      const nth = seen.get(place) ?? 0;
      seen.set(place, nth + 1);
      const turn = (place / ring) * 2 * Math.PI - Math.PI / 2;
      const far = 290;
      const spiral = 25 * Math.sqrt(nth);
      return [Math.cos(turn) * far + Math.cos(nth * 2.4) * spiral, Math.sin(turn) * far + Math.sin(nth * 2.4) * spiral];
    });
    return [...at, ...(centre === null ? [0, 0] : [0, -220])];
  }
  const passes = (at: number, filter: MapFilter): boolean => {
    const { row, kind, organisation, warmth, standing, tags: own } = people[at]!;
    const any = <T>(list: T[], one: T): boolean => list.length === 0 || list.includes(one);
    return (
      any(filter.kinds, kind) &&
      any(filter.organisations, organisation + 1) &&
      any(filter.warmth, warmth) &&
      any(filter.standings, standing) &&
      filter.tags.every((tag) => own.includes(tag)) &&
      (filter.category === null || (filter.category === "internal") === (row.kind !== null && kind < 4))
    );
  };
  const ofDrawing = (id: number): { picture: MapPicture; indexes: number[] } =>
    drawings.get(id) ??
    (() => {
      throw { code: "stopped", message: "Another map is being drawn.", field: null };
    })();
  const rowOf = (at: number): MapRow => {
    const mine = ties
      .filter(({ a, b, proposed }) => !proposed && (a === at || b === at))
      .map((tie) => tieOf(tie, at))
      .sort((a, b) => well[b.closeness][1] - well[a.closeness][1]);
    const { warmth } = people[at]!;
    return {
      row: people[at]!.row,
      tie:
        warmth > 3
          ? "Strong"
          : warmth === 3
            ? "Steady"
            : warmth > 0 && people[at]!.row.keptClose
              ? "Light"
              : "None yet",
      knows: mine.slice(0, 2).map((tie) => tie.with.name),
      more: Math.max(0, mine.length - 2),
    };
  };
  const compare =
    ({ by, rising }: MapSort) =>
    (a: MapRow, b: MapRow): number => {
      const text =
        by === "organisation"
          ? a.row.organisation.localeCompare(b.row.organisation)
          : by === "kind"
            ? (a.row.kind?.name ?? "").localeCompare(b.row.kind?.name ?? "")
            : by === "name"
              ? a.row.name.localeCompare(b.row.name)
              : by === "knows"
                ? a.knows.length + a.more - b.knows.length - b.more
                : (a.row.warmth ?? 0) - (b.row.warmth ?? 0);
      return (rising ? text : -text) || a.row.name.localeCompare(b.row.name);
    };

  return {
    map_draw: async ({ view }) => {
      if (scene === "broken") throw { code: "internal", message: "The disk did not answer.", field: null };
      const drawn = draw(view);
      drawings.set(++asked, drawn);
      return { drawing: asked, picture: drawn.picture };
    },
    map_places: async ({ drawing, after }) => {
      const drawn = ofDrawing(drawing);
      return new Float32Array([after + 1, 1, ...stand(drawn)]).buffer;
    },
    map_matching: async ({ drawing, filter }) =>
      ofDrawing(drawing).indexes.flatMap((at, number) => (passes(at, filter) ? [number] : [])),
    map_rows: async ({ drawing, filter, sort, offset, limit }) => {
      const rows = ofDrawing(drawing)
        .indexes.filter((at) => passes(at, filter))
        .map(rowOf)
        .sort(compare(sort));
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    map_panel: async ({ drawing, person }) => {
      const { picture } = ofDrawing(drawing);
      const at = (person - 1) % people.length;
      const { row, warmth } = people[at]!;
      const knows = ties
        .filter(({ a, b, proposed }) => !proposed && (a === at || b === at))
        .map((tie) => tieOf(tie, at))
        .sort((a, b) => well[b.closeness][1] - well[a.closeness][1]);
      const by: Channel[] = ["in_person", "video", "email"];
      return {
        row,
        warmth:
          warmth === 0
            ? null
            : {
                level: levels[warmth - 1]!,
                segments: warmth,
                talks: warmth > 2 ? warmth - 1 : 0,
                days: 90,
                mostly: by[at % 3]!,
              },
        matters:
          row.name === "Gareth Pennlow"
            ? ["They link three groups that do not otherwise meet: the Forum, Orrin Pharma and Bench & Signal."]
            : [],
        knows,
        more: 0,
        around:
          picture.view.steps === "one"
            ? `${knows.length} people they know, and you.`
            : `${picture.people.length - 1} people, and you.`,
        pinned: pins.has(person),
        pins: pins.size,
      };
    },
    map_organisation: async ({ id }) => {
      const members = people.filter(({ organisation }) => organisation === id - 1).map(({ row }) => row);
      return {
        name: places[id - 1]![0],
        people: members.length,
        keptClose: members.filter(({ keptClose }) => keptClose).length,
        tiesTo: [
          ["Orrin Pharma", "many"],
          ["Bench & Signal", "some"],
          ["Northmere", "a few"],
        ],
        members,
      };
    },
    map_pin: async ({ person, x, y }) => (pins.set(person, [x, y]), tell([person]), done(null, 1)),
    map_unpin: async ({ people: ids }) => {
      const gone = ids ?? [...pins.keys()];
      gone.forEach((id) => pins.delete(id));
      tell(gone);
      return done(gone.length, 1);
    },
    map_forget: async () => null,
    picture_save_png: async () => ({ file: "map.png" }),
    picture_save_svg: async () => ({ file: "map.svg" }),
    ties_proposed: async ({ limit }) => {
      const list = ties.filter(({ proposed }) => proposed);
      return {
        total: list.length,
        ties: list.slice(0, limit).map((tie) => ({
          person: people[tie.a]!.row,
          other: people[tie.b]!.row,
          kind: tie.kind,
          how: tie.kind === "works_with" ? "works with" : "knows",
          closeness: tie.well,
          well: well[tie.well][0],
          reason: tie.proposed ?? "",
          likely: true,
        })),
      };
    },
  };
}
