import { expect, it } from "vitest";
import { meaning } from "./meaning";

it.each([
  ["way in to gareth", { does: "way", name: "gareth" }],
  ["Find a way in to  Gareth Pennlow", { does: "way", name: "Gareth Pennlow" }],
  ["intro to gareth", { does: "way", name: "gareth" }],
  ["who knows wanda?", { does: "way", name: "wanda" }],
  ["plan gareth", { does: "plan", name: "gareth" }],
  ["check in with gareth", { does: "plan", name: "gareth" }],
  ["plan a check-in with gareth", { does: "plan", name: "gareth" }],
  ["show gareth on the map", { does: "map", name: "gareth" }],
  ["map gareth", { does: "map", name: "gareth" }],
  ["who does gareth know?", { does: "tie", name: "gareth" }],
  ["who gareth knows", { does: "tie", name: "gareth" }],
  ["tie gareth", { does: "tie", name: "gareth" }],
  ["tie to gareth", { does: "tie", name: "gareth" }],
  ["open gareth", { does: "open", name: "gareth" }],
])("%s says what to do, and with whom", (text, meant) => {
  expect(meaning(text)).toEqual(meant);
});

it.each([
  "",
  "way",
  "way in",
  "way in to",
  "way in to ",
  "gareth",
  "map",
  "who knows",
  "plan",
  "open",
  "log call with samir",
  "Wayne Tomkins",
])("“%s” may be a name, or is not whole yet", (text) => {
  expect(meaning(text)).toBeNull();
});
