import { expect, it } from "vitest";
import type { MapPicture } from "../host/wire.gen";
import { find } from "./finding";

const picture = {
  people: ["Astrid Nygårdson", "Gareth Pennlow", "Elif Sarıkan", "Nadia Ferreux"].map((name, at) => ({
    id: at + 1,
    name,
    organisation: at === 3 ? 0 : null,
  })),
  organisations: [
    { id: 7, name: "Orrin Pharma", people: 5 },
    { id: 8, name: "Garnet", people: 1 },
  ],
} as unknown as MapPicture;
const labels = (text: string): string[] => find(picture, text).map(({ label }) => label);

it("finds people and organisations without regard to accents, those that begin so first", () => {
  expect(labels("gar")).toEqual(["Gareth Pennlow", "Garnet", "Astrid Nygårdson"]);
  expect(labels("nygard")).toEqual(["Astrid Nygårdson"]);
  expect(labels("FERREUX")).toEqual(["Nadia Ferreux"]);
  expect(find(picture, "nadia")[0]).toMatchObject({ person: 4, words: "Orrin Pharma" });
  expect(find(picture, "garnet")[0]).toMatchObject({ organisation: 8, words: "1 person" });
});

it("finds nothing by nothing", () => {
  expect([labels(""), labels("  "), labels("zz")]).toEqual([[], [], []]);
});
