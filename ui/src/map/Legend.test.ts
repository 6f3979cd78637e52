import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { pictureOf } from "../../tests/map";
import Legend from "./Legend.svelte";
import { noMapFilter } from "./words";

const high = window.innerHeight;
const tall = (height: number): void => {
  Object.defineProperty(window, "innerHeight", { value: height, configurable: true, writable: true });
};
afterEach(() => tall(high));

const picture = pictureOf([{ name: "Ana" }, { name: "Bo" }], [[0, 1, 1, "proposed"]]);
const kinds = ["Manager", "Client", "Industry contact"].map((name, at) => ({
  id: at,
  name,
  colour: "client" as const,
  ringed: at === 2,
  people: 1,
}));
const shown = { ...picture, facets: { ...picture.facets, kinds } };

it("says what the picture means in its corner", () => {
  tall(820);
  render(Legend, { picture: shown, filter: noMapFilter });
  const legend = screen.getByRole("group", { name: "What the map shows" });
  for (const words of ["Manager", "Client", "Industry contact", "proposed"])
    expect(legend.textContent).toContain(words);
  expect(screen.queryByRole("button", { name: "Legend" })).toBeNull();
});

it("has it whole behind a button where the window is low", async () => {
  tall(300);
  render(Legend, { picture: shown, filter: noMapFilter });
  await userEvent.setup().click(screen.getByRole("button", { name: "Legend" }));
  const legend = await screen.findByRole("dialog", { name: "What the map shows" });
  for (const words of ["Manager", "Client", "Industry contact", "proposed"])
    expect(legend.textContent).toContain(words);
});
