import { render, screen } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { aPromise } from "./made";
import TellForm from "./TellForm.svelte";

let host: FakeHost;
beforeEach(() => {
  host = fakeHost({
    commitment_letter: async () => ({
      subject: "The merger note",
      text: "I promised you: the merger note.",
      held: null,
      mails: [],
    }),
    commitment: async () => aPromise(3, "The merger note"),
    draft_marks: async () => [{ from: 16, to: 26, sort: "off_limits", why: "Off limits with Samir: the merger" }],
    when_preview: async () => ({ understood: null, problem: null, on: null, at: null, rings: null, choices: [] }),
    days: async () => [],
  });
  useHost(host);
});

it("says what is off limits before the words are copied", async () => {
  render(TellForm, { id: 3, onclose: vi.fn() });
  await screen.findByText("Off limits with Samir: the merger.");
  const asked = host.calls.filter(({ command }) => command === "draft_marks").map(({ args }) => args);
  expect(asked[0]).toMatchObject({ text: "I promised you: the merger note." });
});

it("says when it could not look", async () => {
  host.answers.draft_marks = () => Promise.reject({ code: "internal", message: "no", field: null });
  render(TellForm, { id: 3, onclose: vi.fn() });
  await screen.findByText("Kith could not check this for private words.");
});
