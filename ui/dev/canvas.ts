// /dev/canvas.html: the map's canvas alone, over made-up people in circles of organisations.
// ?n=60 how many, ?theme=dark, ?state=way|walk|marked|filter|organisation|selected|few. `pan(frames)` in the console measures.
import { mount, tick } from "svelte";
import type { MapFilter, MapPicture, MapTie } from "../src/host/wire.gen";
import MapCanvas from "../src/map/MapCanvas.svelte";
import { KINDS } from "../src/map/style";
import "../src/styles/all.css";

const asked = new URLSearchParams(location.search);
const n = Number(asked.get("n") ?? 60);
const state = asked.get("state") ?? "";
if (asked.get("theme")) document.documentElement.dataset.theme = asked.get("theme") ?? "";

let seed = 7;
const chance = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const pick = (below: number): number => Math.floor(chance() * below);
const given = [
  "Samir",
  "Gareth",
  "Nadia",
  "Yuki",
  "Helena",
  "Ilse",
  "Leonie",
  "Daniel",
  "Amara",
  "Ruth",
  "Kofi",
  "Sofia",
  "Meenal",
  "Tomasz",
  "Elif",
  "Jonas",
  "Adaeze",
  "Rafael",
  "Hannah",
  "Theo",
];
const family = [
  "Haddoun",
  "Pennlow",
  "Ferreux",
  "Taniwaki",
  "Prokš",
  "Varnholt",
  "Marchwald",
  "Osterby",
  "Castellane",
  "Amenuvor",
  "Lindqvern",
  "Dasrath",
  "Wilczyn",
  "Sarıkan",
  "Witterick",
  "Umeh",
  "Montiqué",
  "Iwobi",
];
const houses = [
  "Northmere",
  "Tarn Biologics",
  "St Alder Hospitals",
  "Orrin Pharma",
  "Open Metrology Forum",
  "Pelagic Sensing",
  "Bench & Signal",
  "Corvane Optics",
  "Veld Logistics",
];

function invented(): { picture: MapPicture; places: Float32Array } {
  const groups = n < 20 ? 7 : Math.min(600, Math.max(9, Math.round(n / 40)));
  const circle = Math.sqrt(n * 1900) * 0.62;
  const spots = Array.from({ length: groups }, (_, group) => {
    const far = groups <= 9 ? circle * 1.25 : circle * Math.sqrt((group + 0.6) / groups) * 1.2;
    const angle = groups <= 9 ? (group / groups) * Math.PI * 2 - Math.PI / 2 : group * 2.39996;
    return { x: Math.cos(angle) * far, y: Math.sin(angle) * far, people: 0 };
  });
  const places = new Float32Array((n + 1) * 2);
  const radii = [5.5, 7.5, 10, 13, 16];
  const people = Array.from({ length: n }, (_, number) => {
    const group = number < groups ? number : Math.floor(chance() ** 1.6 * groups);
    const spot = spots[group] ?? { x: 0, y: 0, people: 0 };
    const far = 18 * Math.sqrt(spot.people + 0.3);
    const angle = spot.people * 2.39996;
    spot.people += 1;
    places[number * 2] = spot.x + Math.cos(angle) * far;
    places[number * 2 + 1] = spot.y + Math.sin(angle) * far;
    const [first, last] = [given[pick(given.length)] ?? "", family[pick(family.length)] ?? ""];
    const keptClose = chance() < Math.min(1, 60 / n);
    const warmth = keptClose ? 1 + pick(5) : 0;
    return {
      id: number + 1,
      name: `${first} ${last}`,
      initials: `${first[0]}${last[0]}`,
      organisation: chance() < 0.94 ? group : null,
      colour: chance() < 0.93 ? (KINDS[group % 6] ?? null) : null,
      warmth,
      radius: radii[Math.max(0, warmth - 1)] ?? 5.5,
      keptClose,
      pinned: number === 5,
    };
  });
  const ties: MapTie[] = [];
  people.forEach((person, number) => {
    if (person.keptClose) ties.push([number, n, person.warmth / 5, "tie"]);
  });
  const inGroup = new Map<number, number[]>();
  people.forEach(({ organisation }, number) =>
    inGroup.set(organisation ?? -1, [...(inGroup.get(organisation ?? -1) ?? []), number]),
  );
  const others = n <= 60 ? n * 1.6 : n * 3.4 - ties.length;
  for (let tie = 0; tie < others; tie += 1) {
    const a = pick(n);
    const group = inGroup.get(people[a]?.organisation ?? -1) ?? [];
    const b = chance() < 0.8 ? (group[pick(group.length)] ?? a) : pick(n);
    if (a !== b)
      ties.push([
        Math.min(a, b),
        Math.max(a, b),
        [0.25, 0.5, 0.8][pick(3)] ?? 0.25,
        chance() < 0.04 ? "proposed" : chance() < 0.04 ? "reports" : "tie",
      ]);
  }
  const organisations = spots.map((_, group) => ({
    id: group + 1,
    name: houses[group] ?? `${houses[group % 9]} ${Math.floor(group / 9) + 1}`,
    people: inGroup.get(group)?.length ?? 0,
    keptClose: 0,
  }));
  return {
    picture: {
      view: { steps: "everyone", centre: null },
      people,
      ties,
      organisations,
      facets: { kinds: [], standings: [], warmth: [], tags: [], mine: 0, others: 0, proposed: 0 },
      inBook: n,
      keptClose: 0,
    },
    places,
  };
}

const { picture, places } = invented();
const filter = {
  hideMine: asked.has("hideMine"),
  hideOthers: asked.has("hideOthers"),
  hideProposed: false,
} as MapFilter;
const first = picture.ties.find(([, , , mark]) => mark === "tie" && true) ?? [0, n, 1, "tie"];
const toMe = picture.ties.find(([, to]) => to === n)?.[0] ?? 0;
const onward = picture.ties.find(([a, b]) => a === toMe && b !== n)?.[1] ?? 1;
const target = document.getElementById("kith") as HTMLElement;
target.className = "canvas-page";
document.documentElement.style.height = document.body.style.height = target.style.height = "100%";

const log =
  (what: string) =>
  (...all: unknown[]) =>
    console.log(what, ...all);
const props = {
  picture,
  places,
  filter,
  matching:
    state === "filter"
      ? new Set(picture.people.flatMap(({ colour }, number) => (colour === "client" ? [number] : [])))
      : null,
  selected: state === "selected" ? 3 : state === "walk" ? toMe : null,
  walked: state === "walk" ? onward : null,
  way: state === "way" ? [n, toMe, onward] : null,
  marked: state === "marked" ? [1, 4] : [],
  organisation: state === "organisation" ? 2 : null,
  onselect: log("select"),
  onorganisation: log("organisation"),
  onpin: log("pin"),
  ontie: log("tie"),
  onmenu: log("menu"),
  ontying: log("tying"),
};
void first;
const map = mount(MapCanvas, { target, props });
const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** Pans by dragging; how long each frame took, in ms. */
async function pan(frames: number, dx = 7, dy = 3): Promise<string> {
  const canvas = target.querySelector("canvas") as HTMLCanvasElement;
  const { width, height } = canvas.getBoundingClientRect();
  const [x, y] = [width / 2 + 5, height - 12];
  const fire = (type: string, at: number): boolean =>
    canvas.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientX: x + dx * at, clientY: y - dy * at }),
    );
  fire("pointerdown", 0);
  const took: number[] = [];
  let before = await frame();
  for (let at = 1; at <= frames; at += 1) {
    const there = at % 60 < 30 ? at % 60 : 60 - (at % 60);
    fire("pointermove", there);
    const now = await frame();
    took.push(now - before);
    before = now;
  }
  fire("pointerup", 0);
  const sorted = took.sort((a, b) => a - b);
  return `median ${sorted[frames >> 1]?.toFixed(1)} p90 ${sorted[Math.floor(frames * 0.9)]?.toFixed(1)} most ${sorted.at(-1)?.toFixed(1)}`;
}

Object.assign(window, { map, pan, tick });
