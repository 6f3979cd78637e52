import { expect, it } from "vitest";
import { route } from "./route.svelte";

it("goes there and back again", () => {
  route.replace({ view: "people", person: 1 });
  route.go({ view: "settings", section: null });
  route.go({ view: "settings", section: null });
  expect(route.lastPerson).toBe(1);
  route.back();
  expect(route.at).toEqual({ view: "people", person: 1 });
  route.forward();
  expect(route.at.view).toBe("settings");
  route.back();
  route.go({ view: "import", token: "t" });
  route.forward();
  expect(route.at.view).toBe("import");
  route.back();
  route.back();
  expect(route.at).toEqual({ view: "people", person: null });
});
