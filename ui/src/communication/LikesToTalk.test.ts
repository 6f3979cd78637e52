import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { done, fakeHost, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import type { Communication, RicherChannel } from "../host/wire.gen";
import LikesToTalk from "./LikesToTalk.svelte";

let host: FakeHost;
let said: Communication | null;
let richer: RicherChannel | null;
beforeEach(() => {
  said = null;
  richer = null;
  host = fakeHost({
    communication_of: async () => said,
    richer_channel: async () => richer,
    communication_set: async ({ said: now }) => {
      if (now.bestTime.length > 200) throw { code: "invalid", field: "bestTime", message: "One line." };
      return done(null, 4);
    },
  });
  useHost(host);
});
const open = (): void => void render(LikesToTalk, { person: 7, name: "Ana Souza" });
const saved = (): unknown =>
  host.calls.filter(({ command }) => command === "communication_set").map(({ args }) => args);

it("shows no heading while nothing is said, only a way to say it", async () => {
  open();
  await userEvent.click(await screen.findByRole("button", { name: "How Ana likes to talk" }));
  await userEvent.click(screen.getByRole("button", { name: "Video call" }));
  await userEvent.click(screen.getByRole("button", { name: "Email" }));
  // The last one first, with the keyboard.
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await userEvent.type(screen.getByRole("textbox", { name: "Best time" }), " Before noon ");
  await userEvent.click(screen.getByRole("radio", { name: "rather structured" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(saved()).toEqual([
    {
      person: 7,
      said: { channels: ["email", "video"], bestTime: "Before noon", dynamic: 2, rapid: null, ownWords: "" },
    },
  ]);
});

it("says what is known, and is changed in place", async () => {
  said = { channels: ["video", "chat"], bestTime: "", dynamic: 4, rapid: null, ownWords: "One question at a time" };
  open();
  await screen.findByText("Video call, chat");
  screen.getByRole("img", { name: "4 of 5" });
  screen.getByText("One question at a time");
  expect(screen.queryByText("Best time")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /^Change how Ana likes to talk/ }));
  await userEvent.click(screen.getByRole("button", { name: "Take out Chat" }));
  // A step that is chosen, pressed again, is unsaid.
  await userEvent.click(screen.getByRole("radio", { name: "rather dynamic" }));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(saved()).toEqual([{ person: 7, said: { ...said, channels: ["video"], dynamic: null } }]);
});

it("says what is wrong where it stands; Escape says what is lost, and leaves", async () => {
  open();
  await userEvent.click(await screen.findByRole("button", { name: "How Ana likes to talk" }));
  const field = screen.getByRole("textbox", { name: "Best time" });
  await userEvent.click(field);
  await userEvent.paste("x".repeat(201));
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByRole("alert");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await userEvent.keyboard("{Escape}{Escape}");
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("suggests a richer way after three talks in writing", async () => {
  richer = { channel: "video", liked: true };
  open();
  await screen.findByText("The last three talks were in writing. A video call, as Ana likes?");
});
