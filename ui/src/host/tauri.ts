// The one place that imports Tauri.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Host } from "./host";
import { shownOpening } from "./opening";

/** A listener that can be dropped at once, though Tauri registers it a moment later. */
const on: Host["on"] = (event, handler) => {
  let dropped = false;
  const listening = listen(event, ({ payload }) => {
    if (!dropped) handler(payload as Parameters<typeof handler>[0]);
  });
  return () => {
    dropped = true;
    void listening.then((stop) => stop());
  };
};

/** The shell's `opening.rs` reads it. */
const opening = (): { headers: Record<string, string> } | undefined => {
  const shown = shownOpening();
  return shown === null ? undefined : { headers: { "kith-opening": String(shown) } };
};

export const tauriHost: Host = { ask: (command, ...[args]) => invoke(command, args, opening()), on };
