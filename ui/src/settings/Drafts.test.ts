import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { DraftTemplate, Settings } from "../host/wire.gen";
import { app } from "../state/app.svelte";
import { toasts } from "../state/toast.svelte";
import Drafts from "./Drafts.svelte";

const user = userEvent.setup();
let host: FakeHost;
let refuses: string | null;
const parts = ["first name", "my name"];
const template = (more: Partial<DraftTemplate>): DraftTemplate => ({
  sort: "check_in",
  texts: { subject: "Hello", body: "Dear {first name},\nI thought of {first name}." },
  isUsual: true,
  parts,
  ...more,
});
const sent = (): unknown => host.calls.findLast(({ command }) => command === "settings_set")?.args;

beforeEach(() => {
  refuses = null;
  toasts.shown = null;
  app.settings = theSettings();
  host = fakeHost({
    draft_templates: async () => [
      template({}),
      template({ sort: "thanks", texts: { subject: "", body: "Thank you." }, isUsual: false }),
    ],
    settings_set: async ({ settings }) => {
      if (refuses) throw { code: "invalid", field: "draftTemplates", message: refuses };
      return done({ ...theSettings(), ...(settings as Partial<Settings>) }, 5);
    },
  });
  useHost(host);
  render(Drafts);
});

it("changes one template and keeps the others of one's own", async () => {
  await user.click(await screen.findByRole("button", { name: "Check-in. Edit" }));
  const body = screen.getByRole("textbox", { name: "Check-in" });
  await user.clear(body);
  await user.type(body, "Hei ");
  await user.click(screen.getByRole("button", { name: "first name" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(sent()).toEqual({
      settings: {
        draftTemplates: {
          thanks: { subject: "", body: "Thank you." },
          check_in: { subject: "Hello", body: "Hei {first name}" },
        },
      },
    }),
  );
  expect(toasts.shown?.text).toBe("Check-in kept");
});

it("goes back to Kith's words", async () => {
  await user.click(await screen.findByRole("button", { name: "Thanks. Edit" }));
  await user.click(screen.getByRole("button", { name: "Back to Kith’s words" }));
  await waitFor(() => expect(sent()).toEqual({ settings: { draftTemplates: {} } }));
});

it("says at the field what cannot be, and keeps what was typed", async () => {
  refuses = "Kith knows no part “last name”. The parts are below the text.";
  await user.click(await screen.findByRole("button", { name: "Check-in. Edit" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect((await screen.findByRole("alert")).textContent).toContain("no part “last name”");
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Check-in" }).value).toContain("Dear");
  await user.keyboard("{Escape}");
  await screen.findByRole("button", { name: "Check-in. Edit" });
});
