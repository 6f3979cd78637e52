// A book in memory, good enough to click through every screen.
import { madeUpHouse } from "./house";
import { madeUpImport } from "./imports";
import { madeUpTies } from "./ties";
import { madeUpMap, onTheMap } from "./map";
import { madeUpToday } from "./today";
import { madeUpWays } from "./ways";
import { aCheckIn, explained, inWords, madeUpDays, shown as warmthOf, talksOf, today } from "./talks";
import { aPage, aRelationship, aRow, done, fakeHost, theSettings, type FakeHost } from "../src/host/fake";
import type { Host } from "../src/host/host";
import { addDays } from "../src/shared/days";
import { noFilter } from "../src/state/filter";
import type {
  CheckIn,
  Kind,
  PeopleFilter,
  PersonEdit,
  PersonPage,
  PersonRow,
  Settings,
  Talk,
} from "../src/host/wire.gen";

const given =
  "Amara Daniel Elif Gareth Hannah Ilse Joaquín Kofi Leonie Meenal Nadia Pavel Rafael Ruth Samir Siddharth Sofia Tamsin Theo Tomasz Yuki".split(
    " ",
  );
const family =
  "Nwokedi Osterby Sarıkan Pennlow Iwobi Varnholt Beltrame Amenuvor Marchwald Dasrath Ferreux Drenko Montiqué Castellane Haddoun Velloor Lindqvern Eversholt Marangos Wilczyn Taniwaki".split(
    " ",
  );
const work = [
  ["Regional Manager", "Veld Logistics"],
  ["Supply Lead", "Corvane Optics"],
  ["Clinical Engineer", "St Alder Hospitals"],
  ["Director of Laboratories", "Tarn Biologics"],
  ["Founder", "Pelagic Sensing"],
] as const;
const kinds: Kind[] = [
  { id: 1, name: "Peer", category: "internal", colour: "peer", cadenceDays: 30, people: 9, keptClose: 9 },
  { id: 2, name: "Manager", category: "internal", colour: "manager", cadenceDays: 14, people: 1, keptClose: 1 },
  { id: 3, name: "Direct report", category: "internal", colour: "report", cadenceDays: 14, people: 4, keptClose: 4 },
  { id: 4, name: "Client", category: "external", colour: "client", cadenceDays: 30, people: 11, keptClose: 11 },
  { id: 5, name: "Vendor", category: "external", colour: "vendor", cadenceDays: 60, people: 6, keptClose: 6 },
  {
    id: 6,
    name: "Industry contact",
    category: "external",
    colour: "industry",
    cadenceDays: 90,
    people: 8,
    keptClose: 8,
  },
];
const tags = ["optics", "founder", "drift", "drinks coffee"].map((name, at) => ({ id: at + 1, name, people: 4 - at }));

function person(id: number): PersonPage {
  const [role, organisation] = onTheMap[id - 1] ?? work[id % work.length]!;
  const name =
    onTheMap[id - 1]?.[2] ??
    `${given[id % given.length]} ${family[(id * 5 + Math.floor(id / given.length)) % family.length]}`;
  const kind = id % 3 ? kinds[id % 6]! : null;
  const kept = kind !== null && id % 2 === 1;
  const status = !kept
    ? ("active" as const)
    : id % 17 === 1
      ? ("paused" as const)
      : id % 17 === 3
        ? ("ended" as const)
        : id % 17 === 5
          ? ("dormant" as const)
          : ("active" as const);
  const next = addDays(today, (id % 9) * 6 - 12);
  const talks = talksOf(id, name, { id: id + 1, name: "Ruth Castellane" });
  return aPage(id, name, {
    headline: `${role}, ${organisation}`,
    relationship:
      kind &&
      aRelationship({
        category: kind.category,
        kind,
        purpose: id % 2 ? "" : "Compare notes on drift in humid labs.",
        workplace: id % 2 ? "remote" : null,
        keptCloseOn: kept ? "2024-10-03" : null,
        cadenceDays: kept ? 30 : null,
        importance: 2,
        status,
        pausedUntil: status === "paused" ? addDays(today, 55) : null,
        nextDueOn: kept && status === "active" ? next : null,
        nextWords: kept && status === "active" ? inWords(next) : null,
      }),
    warmth: warmthOf(talks, kept ? 30 : null),
    talks: talks.length,
    checkIns:
      kept && status === "active"
        ? [
            aCheckIn(id * 10, "cadence", next),
            ...(id % 4 === 3
              ? [
                  aCheckIn(id * 10 + 1, "planned", addDays(today, 10), {
                    at: "19:00",
                    reason: "Ask how the Bergen move went, and whether the second bench has come.",
                    rings: "The reminder comes Monday 16 March at 08:30.",
                  }),
                ]
              : []),
          ]
        : [],
    contactPoints: [
      {
        id: id * 10,
        kind: "email",
        value: `${name.split(" ")[0]?.toLowerCase()}@${organisation.split(" ")[0]?.toLowerCase()}.example`,
        label: "work",
        preferred: true,
        opens: true,
      },
      { id: id * 10 + 1, kind: "phone", value: "+1 202 555 0148", label: "mobile", preferred: false, opens: true },
      {
        id: id * 10 + 2,
        kind: "address",
        value: "12 Harbour Lane\n9007 Tromsø\nNorway",
        label: "work",
        preferred: false,
        opens: false,
      },
    ],
    affiliations: [
      { id: id * 10, organisation, role, department: "", since: "2023", until: null },
      {
        id: id * 10 + 1,
        organisation: "Open Metrology Forum",
        role: "Optics Lead",
        department: "",
        since: "2017-05",
        until: "2023",
      },
    ],
    dates: [
      { id: id * 10, kind: "birthday", label: "", year: null, month: 8, day: 14, text: "14 August" },
      { id: id * 10 + 1, kind: "other", label: "We met", year: 2024, month: 10, day: null, text: "October 2024" },
    ],
    notes: [
      {
        id: id * 10,
        body: "Trained as a marine engineer, came to sensing through buoys. Trusts people who show unfinished work. Do not pitch him; bring a problem.",
        createdOn: "2026-03-01",
        editedOn: "2026-03-04",
      },
    ],
    tags: tags.slice(0, 3),
    cameFrom: [{ card: 1, file: "contacts.vcf", number: 41, line: 1022, importedOn: "2026-03-09" }],
  });
}

const isQuiet = (page: PersonPage): boolean =>
  page.relationship?.status === "active" && (page.relationship.nextDueOn ?? today) < today;
const row = (page: PersonPage): PersonRow =>
  aRow(page.id, page.name.display, {
    role: page.affiliations[0]?.role ?? "",
    organisation: page.affiliations[0]?.organisation ?? "",
    kind: page.relationship?.kind ? { name: page.relationship.kind.name, colour: page.relationship.kind.colour } : null,
    keptClose: !!page.relationship?.keptCloseOn,
    status: page.relationship?.status ?? null,
    warmth: page.relationship?.keptCloseOn && page.warmth ? page.warmth.segments : null,
    quiet: isQuiet(page),
  });

export function madeUpBook(query: URLSearchParams): FakeHost {
  let next = 1;
  const people = new Map<number, PersonPage>();
  const count = query.has("empty") ? 0 : Number(query.get("n") ?? 214);
  for (; next <= count; next++) people.set(next, person(next));
  let settings: Settings = theSettings({
    theme: (query.get("theme") as Settings["theme"] | null) ?? "system",
    onboarded: count > 0,
  });
  const drafts = new Map<string, string>();
  const step = Number(query.get("step") ?? 0);
  const shown = (filter: PeopleFilter): PersonPage[] =>
    [...people.values()]
      .filter((page) => !page.trashedOn)
      .filter((page) => !filter.category || page.relationship?.category === filter.category)
      .filter((page) => filter.kinds.length === 0 || filter.kinds.includes(page.relationship?.kind?.id ?? 0))
      .filter((page) => !filter.quiet || isQuiet(page))
      .filter(
        (page) =>
          filter.organisation === null ||
          page.affiliations[0]?.organisation === organisations()[filter.organisation - 1],
      )
      .filter((page) => filter.tags.every((tag) => page.tags.some(({ id }) => id === tag)))
      .sort((a, b) => a.name.display.localeCompare(b.name.display));
  const organisations = (): string[] =>
    [...new Set([...people.values()].map((page) => page.affiliations[0]?.organisation ?? ""))].filter(Boolean).sort();
  const change = (ids: number[]): void =>
    void setTimeout(() => host.emit("changed", { ...done(null).changes, people: ids, tags: true }), step);

  function edit(id: number, what: PersonEdit): void {
    const page = people.get(id);
    if (!page) return;
    const next = structuredClone(page);
    const put = <T extends { id: number }>(list: T[], item: T): T[] =>
      list.some((each) => each.id === item.id)
        ? list.map((each) => (each.id === item.id ? item : each))
        : [...list, item];
    const fresh = Math.floor(performance.now() * 1000);
    if (what.type === "name") next.name.display = what.display;
    if (what.type === "contact_point")
      next.contactPoints = put(next.contactPoints, { opens: true, ...what, id: what.id ?? fresh });
    if (what.type === "remove_contact_point")
      next.contactPoints = next.contactPoints.filter((each) => each.id !== what.id);
    if (what.type === "affiliation")
      next.affiliations = put(next.affiliations, {
        ...what,
        since: what.since || null,
        until: what.until || null,
        id: what.id ?? fresh,
      });
    if (what.type === "remove_affiliation") next.affiliations = next.affiliations.filter((each) => each.id !== what.id);
    if (what.type === "date")
      next.dates = put(next.dates, { year: null, month: null, day: null, ...what, id: what.id ?? fresh });
    if (what.type === "remove_date") next.dates = next.dates.filter((each) => each.id !== what.id);
    if (what.type === "note")
      next.notes = put(next.notes, {
        createdOn: "2026-03-10",
        editedOn: "2026-03-10",
        body: what.body,
        id: what.id ?? fresh,
      });
    if (what.type === "remove_note") next.notes = next.notes.filter((each) => each.id !== what.id);
    if (what.type === "add_tag")
      next.tags = put(next.tags, tags.find(({ name }) => name === what.name) ?? { id: fresh, name: what.name });
    if (what.type === "remove_tag") next.tags = next.tags.filter((each) => each.id !== what.id);
    const relationship = next.relationship ?? aRelationship();
    if (what.type === "keep_close")
      next.relationship = {
        ...relationship,
        kind: kinds.find((kind) => kind.id === what.kind) ?? null,
        keptCloseOn: "2026-03-10",
        cadenceDays: what.cadenceDays,
        importance: what.importance,
      };
    if (what.type === "keep_close" && (what.cadenceDays ?? 30) > 3650)
      throw { code: "invalid", message: "Choose from 1 to 3,650 days.", field: "cadenceDays" };
    if (what.type === "keep_close")
      next.checkIns = [
        aCheckIn(fresh, "cadence", addDays(today, what.cadenceDays ?? 30)),
        ...next.checkIns.filter(({ source }) => source === "planned"),
      ];
    if (what.type === "status")
      next.relationship = {
        ...relationship,
        status: what.value,
        pausedUntil: what.value === "paused" ? what.until : null,
      };
    if (what.type === "let_go") next.relationship = { ...relationship, keptCloseOn: null };
    if (what.type === "purpose") next.relationship = { ...relationship, purpose: what.value };
    if (what.type === "kind")
      next.relationship = { ...relationship, kind: kinds.find((kind) => kind.id === what.id) ?? null };
    if (what.type === "do_not_ask") next.relationship = { ...relationship, doNotAsk: what.value };
    if (what.type === "workplace") next.relationship = { ...relationship, workplace: what.value };
    people.set(id, next);
    change([id]);
  }

  const talks = (id: number): Talk[] =>
    talksOf(id, people.get(id)?.name.display ?? "", { id: id + 1, name: "Ruth Castellane" }).filter(
      (talk) => !gone.has(talk.id),
    );
  const gone = new Set<number>();
  /** Changes the page of whoever has this check-in. */
  function checkIns(id: number, how: (list: CheckIn[]) => CheckIn[]): void {
    for (const page of people.values())
      if (page.checkIns.some((each) => each.id === id))
        (people.set(page.id, { ...page, checkIns: how(page.checkIns) }), change([page.id]));
  }
  async function planned(id: number, when: string, reason: string): Promise<CheckIn> {
    const { on, at, problem, rings } = await host.whenPreview(when, "check_in");
    if (!on) throw { code: "invalid", message: problem ?? "Kith does not know this day.", field: "when" };
    return aCheckIn(id, "planned", on, { at, reason, rings });
  }

  const answers: Partial<Host> = {
    ...madeUpDays(),
    timeline: async (id, offset, limit) => ({
      total: talks(id).length,
      talks: talks(id).slice(offset, offset + limit),
    }),
    warmthExplained: async (id) => explained(talks(id), people.get(id)?.relationship?.cadenceDays ?? null),
    interactionDelete: async (id) => (gone.add(id), change([Math.floor(id / 1000)]), done(null, 1)),
    checkInPlan: async (id, when, reason) => {
      const fresh = Math.floor(performance.now() * 1000);
      const added = await planned(fresh, when, reason);
      people.set(id, { ...people.get(id)!, checkIns: [...people.get(id)!.checkIns, added] });
      change([id]);
      return done(fresh, 1);
    },
    checkInEdit: async (id, when, reason) => {
      const moved = await planned(id, when, reason);
      checkIns(id, (list) => list.map((each) => (each.id === id ? { ...moved, source: each.source } : each)));
      return done(null, 1);
    },
    checkInCancel: async (id) => (checkIns(id, (list) => list.filter((each) => each.id !== id)), done(null, 1)),
    start: async () => ({
      book: { type: "open", sample: query.has("sample"), people: people.size, onboarded: count > 0 },
      settings,
      version: "0.1.0",
      route: query.has("import") ? { type: "import", token: "t" } : null,
    }),
    settingsSet: async (patch) => done((settings = { ...settings, ...patch })),
    onboarded: async () => done(null),
    sampleOpen: async () => ({ type: "open", sample: true, people: 3, onboarded: true }),
    sampleLeave: async () => ({ type: "open", sample: false, people: 0, onboarded: true }),
    peopleOutline: async (filter) => {
      const list = shown(filter);
      const sections: { letter: string; first: number; count: number }[] = [];
      list.forEach((page, first) => {
        const letter = page.name.display[0]!.toUpperCase();
        const last = sections.at(-1);
        if (last?.letter === letter) last.count++;
        else sections.push({ letter, first, count: 1 });
      });
      return { total: list.length, everyone: people.size, quiet: shown({ ...filter, quiet: true }).length, sections };
    },
    peopleWindow: async (filter, offset, limit) =>
      shown(filter)
        .slice(offset, offset + limit)
        .map(row),
    peopleFind: async (text, filter, limit) => {
      const rows = shown(filter).filter((page) =>
        (page.name.display + page.headline).toLowerCase().includes(text.toLowerCase()),
      );
      return {
        rows: rows.slice(0, limit).map((page) => ({
          row: row(page),
          matched: page.name.display.toLowerCase().includes(text.toLowerCase()) ? null : page.headline,
        })),
        more: rows.length > limit,
      };
    },
    personPosition: async (id, filter) => shown(filter).findIndex((page) => page.id === id),
    kindsList: async () => kinds,
    tagsList: async () => tags,
    organisationsComplete: async (text) =>
      work.map(([, name]) => name).filter((name) => name.toLowerCase().startsWith(text.toLowerCase())),
    personPage: async (id) =>
      people.get(id) ??
      Promise.reject({ code: "not_found", message: "This person is not in your book any more.", field: null }),
    personAdd: async (added) => {
      const id = next++;
      people.set(id, aPage(id, added.name, { headline: [added.role, added.organisation].filter(Boolean).join(", ") }));
      change([id]);
      return done(id, 1);
    },
    personEdit: async (id, what) => {
      if (what.type === "contact_point" && what.kind === "email" && !/@.*\./.test(what.value))
        throw { code: "invalid", message: "Add the part after the dot, such as .no", field: "value" };
      edit(id, what);
      return done(null, 1);
    },
    peopleEdit: async (ids, what) => (ids.forEach((id) => edit(id, what)), done(null, 1)),
    peopleTrash: async (ids) => {
      ids.forEach((id) => people.set(id, { ...people.get(id)!, trashedOn: "2026-03-10" }));
      change(ids);
      return done(null, 1);
    },
    peopleRestore: async (ids) => {
      ids.forEach((id) => people.set(id, { ...people.get(id)!, trashedOn: null }));
      change(ids);
      return done(null, 1);
    },
    trashList: async () =>
      [...people.values()]
        .filter((page) => page.trashedOn)
        .map((page) => ({ row: row(page), trashedOn: "2026-03-10", daysLeft: 30 })),
    contactOpen: async () => null,
    cardText: async () => "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Samir Haddoun\r\nEND:VCARD\r\n",
    draftSave: async (key, text) => (text === null ? drafts.delete(key) : drafts.set(key, text), null),
    drafts: async () => [...drafts].map(([key, text]) => ({ key, text })),
    undo: async () =>
      Promise.reject({ code: "nothing_to_undo", message: "There is nothing to take back.", field: null }),
  };
  Object.assign(
    answers,
    madeUpToday(query, (event, payload) => host.emit(event, payload)),
    madeUpImport(query, (event, payload) => host.emit(event, payload)),
    madeUpHouse(query),
    madeUpWays(query, () => shown(noFilter).map(row)),
  );
  Object.assign(
    answers,
    madeUpMap(query, (event, payload) => host.emit(event, payload)),
  );
  const rowOf = (id: number): PersonRow | null => {
    const page = people.get(id);
    return page ? row(page) : null;
  };
  Object.assign(answers, madeUpTies(query, rowOf, change));
  const host = fakeHost(answers);
  Object.assign(globalThis, { kithHost: host });
  return host;
}
