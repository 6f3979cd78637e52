import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { toasts } from "../state/toast.svelte";
import { letGo, pinThere, savePicture } from "./doing";

let host: FakeHost;
let file: string | null;
beforeEach(() => {
  file = "map.svg";
  toasts.shown = null;
  host = fakeHost({
    picture_save_png: async () => (file === null ? null : { file }),
    picture_save_svg: async () => (file === null ? null : { file }),
    map_pin: async () => done(null, 3),
    map_unpin: () => Promise.reject({ code: "internal", message: "The disk is full.", field: null }),
  });
  useHost(host);
});

it("saves the picture where the person says, and says what it is called", async () => {
  const bytes = new Uint8Array([1, 2]);
  await savePicture("svg", async (format) => (format === "svg" ? bytes : new Uint8Array()));
  expect(host.calls).toEqual([{ command: "picture_save_svg", args: bytes }]);
  expect(toasts.shown?.text).toBe("The map is saved as map.svg");
});

it("says nothing where the person thought better of it, and what went wrong otherwise", async () => {
  file = null;
  await savePicture("png", async () => new Uint8Array());
  expect(toasts.shown).toBeNull();
  await savePicture("png", () => Promise.reject({ code: "internal", message: "Nothing is drawn yet.", field: null }));
  expect(toasts.shown).toMatchObject({ text: "Nothing is drawn yet.", bad: true });
});

it("pins with a way back, and says why somebody could not be let go", async () => {
  await pinThere({ id: 4, name: "Samir Haddoun" }, 1, 2);
  expect(host.calls).toEqual([{ command: "map_pin", args: { person: 4, x: 1, y: 2 } }]);
  expect(toasts.shown).toMatchObject({ text: "Pinned Samir here", action: { label: "Undo" } });
  await letGo({ id: 4, name: "Samir Haddoun" });
  expect(toasts.shown).toMatchObject({ text: "The disk is full.", bad: true });
});
