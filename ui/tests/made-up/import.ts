/** A made-up import plan for the tests of the preview: some rows of every sort, and a host that decides them. */
import { done, type Answers } from "../../src/host/fake";
import type {
  Decision,
  Difference,
  ImportDetails,
  ImportFilter,
  ImportRow,
  ImportStatus,
  ImportSummary,
  Take,
  Told,
} from "../../src/host/wire.gen";

type Emit = <E extends keyof Told>(event: E, payload: Told[E]) => void;
const given = "Beatrix Caspian Ines Jakob Mei Noor Vera Hannah Tomas Edda".split(" ");
const family = "Almgren Rook Calvaro Stenrud Tanoura Elbaz Holm Iwobi Wilczyn Brandvold".split(" ");
const choices: Record<ImportStatus, Decision[]> = {
  new: ["add", "skip"],
  update: ["update", "skip"],
  unchanged: ["skip"],
  duplicate: ["merge", "keep_both", "skip"],
  unreadable: ["skip"],
  me: ["add", "skip"],
  group: ["add", "skip"],
};

function rowAt(index: number, of: number): ImportRow {
  const status: ImportStatus =
    index === 0
      ? "unreadable"
      : index < 3
        ? "duplicate"
        : index < 12
          ? "update"
          : index === 12
            ? "me"
            : index === 13
              ? "group"
              : index < 18
                ? "unchanged"
                : "new";
  const name =
    status === "unreadable" ? "" : `${given[index % 10]} ${family[(index * 3 + Math.floor(index / 10)) % 10]}`;
  return {
    index,
    file: "contacts.vcf",
    line: 12 + index * 11,
    number: index + 1,
    of,
    name,
    subtitle: "Curator, Museum of Instruments",
    initials: name
      .split(" ")
      .map((word) => word[0] ?? "")
      .join(""),
    colour: (index % 6) + 1,
    status,
    reason:
      status === "duplicate"
        ? {
            why: index === 1 ? "same_phone" : "same_name",
            with: index === 1 ? "Leonie Marchwald" : "Tomasz Wilczyn",
            detail: index === 1 ? "+1 202 555 0116" : "",
            against: null,
          }
        : status === "me"
          ? { why: "same_email", with: "", detail: "", against: null }
          : null,
    message: status === "unreadable" ? "The card ends before it has a name." : null,
    decision: status === "me" || status === "group" || status === "unchanged" ? "skip" : (choices[status][0] ?? "skip"),
    choices: choices[status],
    decided: status !== "duplicate" && status !== "unreadable",
    keepClose: null,
    fieldsChanged: status === "update" ? 2 : 0,
    keptClose: false,
  };
}

/** A host with a plan of `n` cards under the token "t"; `emit` tells that it is read. */
export function madeUpImport(n: number, emit: Emit): Answers {
  const rows = Array.from({ length: n }, (_, index) => rowAt(index, n));
  const takes = new Map<string, Take>();
  let ready = false;

  const shown = ({ show, text }: ImportFilter): ImportRow[] =>
    rows
      .filter(
        (row) =>
          show === "all" ||
          (show === "to_decide"
            ? !row.decided
            : show === "updates"
              ? row.status === "update"
              : show === "new"
                ? row.status === "new"
                : show === "unchanged"
                  ? row.status === "unchanged"
                  : row.decision === "skip"),
      )
      .filter((row) => row.name.toLowerCase().includes(text.toLowerCase()));
  const of = (status: ImportStatus): number => rows.filter((row) => row.status === status).length;
  const summary = (): ImportSummary => ({
    token: "t",
    title: "contacts.vcf",
    files: 1,
    cards: n,
    counts: {
      new: of("new"),
      updates: of("update"),
      unchanged: of("unchanged"),
      duplicates: of("duplicate"),
      unreadable: of("unreadable"),
      me: of("me"),
      groups: of("group"),
    },
    toDecide: rows.filter((row) => !row.decided).length,
    willImport: rows.filter((row) => row.decision !== "skip").length,
    keepClose: rows.filter((row) => row.keepClose !== null).length,
    problems: [],
  });
  function difference(
    row: ImportRow,
    key: string,
    label: string,
    inKith: string | null,
    inFile: string | null,
    take: Take,
  ): Difference {
    return {
      key,
      label,
      inKith,
      inFile,
      take: takes.get(`${row.index}/${key}`) ?? take,
      conflict: inKith !== null && inFile !== null,
      canBeBoth: inKith !== null && inFile !== null,
    };
  }
  function details(row: ImportRow): ImportDetails {
    const raw = [
      { number: row.line, text: "BEGIN:VCARD", bad: false },
      { number: row.line + 1, text: "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=61=72=", bad: true },
      { number: row.line + 2, text: "END:VCARD", bad: false },
    ];
    const differs = row.status === "update" || row.status === "duplicate";
    return {
      index: row.index,
      same: differs ? 5 : 0,
      earlier: [],
      raw: row.status === "unreadable" ? raw : [],
      differences: differs
        ? [
            difference(row, "title", "Title", "Senior Scientist", "Head of Assay Development", "file"),
            difference(row, "email", "Work email", "h.iwobi@tarn.example", "hannah.iwobi@tarn.example", "file"),
            difference(row, "tel", "Mobile", "+1 202 555 0118", null, "kith"),
          ]
        : [],
      contents: [
        { label: "Name", value: row.name },
        { label: "Work", value: row.subtitle },
        { label: "Email", value: `${row.name.split(" ")[0]?.toLowerCase()}@museum.example` },
        { label: "Address", value: "12 Harbour Lane\n9007 Tromsø\nNorway" },
      ],
    };
  }
  setTimeout(() => {
    ready = true;
    emit("import-ready", { token: "t" });
  }, 0);

  return {
    import_summary: async () => (ready ? summary() : null),
    import_rows: async ({ filter, offset, limit }) => {
      const all = shown(filter);
      return { total: all.length, rows: structuredClone(all.slice(offset, offset + limit)) };
    },
    import_details: async ({ index }) => details(rows[index]!),
    import_decide: async ({ indexes, filter, decision }) => {
      for (const row of indexes ? indexes.map((index) => rows[index]!) : shown(filter))
        if (row.choices.includes(decision)) Object.assign(row, { decision, decided: true });
      return summary();
    },
    import_decide_field: async ({ index, key, take }) => (takes.set(`${index}/${key}`, take), details(rows[index]!)),
    import_take_all: async () => summary(),
    import_keep_close: async ({ indexes, kind }) => {
      indexes?.forEach((index) => (rows[index]!.keepClose = kind));
      return summary();
    },
    import_fix: async ({ index, text }) => {
      if (!/FN:.+/.test(text))
        throw {
          code: "invalid",
          message: "The card still has no name. A line such as “FN:Mara Holm” gives it one.",
          field: null,
        };
      rows[index] = { ...rowAt(99, n), index, name: /FN:(.+)/.exec(text)?.[1] ?? "", status: "new" };
      return summary();
    },
    import_apply: async () => {
      const s = summary();
      return done(
        {
          operation: 7,
          title: s.title,
          seconds: 0.42,
          added: s.counts.new,
          updated: s.counts.updates,
          fieldsChanged: 44,
          merged: [{ id: 3, name: "Leonie Marchwald", from: "L. Marchwald" }],
          mergedCount: 1,
          skipped: 1,
          unchanged: s.counts.unchanged,
          keptClose: s.keepClose,
          photosLeftOut: 0,
          toDecide: 0,
          skippedRows: [{ name: "Line 12", message: "Card 1 ends before it has a name, line 12." }],
        },
        7,
      );
    },
    import_cancel: async () => null,
  };
}
