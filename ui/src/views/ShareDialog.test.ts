import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { aFace, done, fakeHost, theSettings, type FakeHost } from "../host/fake";
import { useHost } from "../host/host";
import { app } from "../state/app.svelte";
import { dialogs, openShare } from "../state/dialog.svelte";
import { drafts } from "../state/drafts.svelte";
import { route } from "../state/route.svelte";
import { toasts } from "../state/toast.svelte";
import { keepLink } from "./keepLink";
import ShareDialog from "./ShareDialog.svelte";

const ilse = { id: 7, name: "Ilse Varnholt" };
let host: FakeHost;
beforeEach(() => {
  toasts.shown = null;
  dialogs.close();
  drafts.drop("share/7");
  app.settings = theSettings();
  host = fakeHost({
    person_face: async ({ id }) => aFace(id, ilse.name),
    share_add: async ({ share }) => {
      if (share.title.startsWith("javascript:"))
        throw { code: "invalid", field: "title", message: "Kith keeps web addresses only." };
      return done(1, 2);
    },
  });
  useHost(host);
});
const sent = (): unknown => host.calls.findLast((call) => call.command === "share_add")?.args;

it("takes a pasted link alone, and says at the field what is none", async () => {
  render(ShareDialog);
  openShare([ilse]);
  const what = await screen.findByRole("textbox", { name: "What" });
  expect(screen.queryByRole("textbox", { name: "Link" })).toBeNull();
  await userEvent.click(what);
  await userEvent.paste("javascript:alert(1)");
  await userEvent.click(screen.getByRole("button", { name: /^Save/ }));
  await screen.findByText("Kith keeps web addresses only.");
  expect(what.getAttribute("aria-invalid")).toBe("true");
  await userEvent.clear(what);
  await userEvent.paste("https://a.example/b");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(dialogs.of("share")).toBeNull());
  expect(sent()).toEqual({ share: { title: "https://a.example/b", link: "", note: "", people: [7] } });
  expect(toasts.shown?.text).toBe("Kept to share");
});

it("begins with a link that was dropped, for the person whose page is open", async () => {
  route.replace({ view: "people", person: 7 });
  render(ShareDialog);
  await keepLink("Moving a lab", "https://a.example/b");
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "Link" })).value).toBe("https://a.example/b");
  await userEvent.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(dialogs.of("share")).toBeNull());
  expect(sent()).toEqual({ share: { title: "Moving a lab", link: "https://a.example/b", note: "", people: [7] } });
});
