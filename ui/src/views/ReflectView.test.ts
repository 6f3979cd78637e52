import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { app } from "../state/app.svelte";
import { route } from "../state/route.svelte";
import ReflectView from "./ReflectView.svelte";
import Sidebar from "./Sidebar.svelte";

let host: FakeHost;
beforeEach(() => {
  route.go({ view: "today" });
  app.settings = theSettings();
  host = fakeHost({
    reflect: async () => ({ pitches: 0, reflections: 0, quarterFrom: "from 31 March" }),
    today_count: async () => 0,
    pitches: async () => [],
  });
  useHost(host);
});

it("says what there is to begin with while nothing is written", async () => {
  render(ReflectView, { part: null });
  await screen.findByText("A pitch");
  screen.getByText("from 31 March");
  expect(screen.queryByRole("button", { name: "Quarter" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Write one" }));
  expect(route.at).toEqual({ view: "reflect", part: "pitch" });
});

it("stands in the sidebar unless it is left out there", () => {
  const { unmount } = render(Sidebar, { oncollapse: () => undefined });
  screen.getByRole("button", { name: /Reflect/ });
  unmount();
  app.settings = theSettings({ showReflect: false });
  render(Sidebar, { oncollapse: () => undefined });
  expect(screen.queryByRole("button", { name: /Reflect/ })).toBeNull();
});
