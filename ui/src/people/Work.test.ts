import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Affiliation } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { noFilter } from "../state/filter";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import { listing } from "./listing.svelte";
import Work from "./Work.svelte";

const user = userEvent.setup();
const role = (id: number, organisation: string, until: string | null): Affiliation => ({
  id,
  organisation,
  role: "Engineer",
  department: "",
  since: "2019",
  until,
});
let host: FakeHost;

beforeEach(() => {
  host = fakeHost({
    organisations_find: async ({ text }) =>
      text === "St Alder Hospitals"
        ? [
            { id: 3, name: "St Alder Hospitals Trust", people: 9 },
            { id: 7, name: "St Alder hospitals", people: 6 },
          ]
        : [],
    settings_set: async ({ settings: patch }) => done({ ...theSettings(), ...patch }),
  });
  useHost(host);
  app.settings = theSettings();
  toasts.shown = null;
  listing.text = "ali";
  route.replace({ view: "people", person: 1 });
});

it("leads from where somebody works now to everybody there", async () => {
  render(Work, { person: 1, affiliations: [role(1, "St Alder Hospitals", null), role(2, "Corvane Optics", "2021")] });
  expect(screen.queryByRole("button", { name: "Everyone at Corvane Optics" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Everyone at St Alder Hospitals" }));
  await waitFor(() => expect(app.settings?.listFilter).toEqual({ ...noFilter, organisation: 7 }));
  expect(route.at).toEqual({ view: "people", person: null });
  expect(listing.text).toBe("");
});

it("says so where nobody is known there, or it could not be asked", async () => {
  render(Work, { person: 1, affiliations: [role(1, "Halden Fund", null)] });
  await user.click(screen.getByRole("button", { name: "Everyone at Halden Fund" }));
  await waitFor(() => expect(toasts.shown?.text).toBe("Nobody else is known at Halden Fund"));
  Object.assign(host.answers, {
    organisations_find: () => Promise.reject({ code: "internal", message: "The book did not answer.", field: null }),
  });
  await user.click(screen.getByRole("button", { name: "Everyone at Halden Fund" }));
  await waitFor(() => expect(toasts.shown).toMatchObject({ text: "The book did not answer.", bad: true }));
  expect(route.at).toEqual({ view: "people", person: 1 });
});
