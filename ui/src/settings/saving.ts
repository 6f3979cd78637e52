// Settings that are saved from a field: what is wrong is said there, and what held before stays.
import { host } from "../host/host";
import type { KithError, Settings } from "../host/wire.gen";
import { app } from "../state/app.svelte";

/**
 * Saves at once and answers with the step that Undo would take back; rejects, with everything as it was, when it
 * cannot be saved.
 */
export async function save(patch: Partial<Settings>): Promise<number | null> {
  const before = app.settings;
  if (before) app.settings = { ...before, ...patch };
  try {
    const { value, operation } = await host.ask("settings_set", { settings: patch });
    app.settings = value;
    return operation;
  } catch (thrown) {
    app.settings = before;
    throw thrown;
  }
}

/** Something typed that the page itself cannot take. */
export const wrong = (message: string, field: string | null = null): KithError => ({ code: "invalid", message, field });
