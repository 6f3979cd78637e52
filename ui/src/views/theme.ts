// Light, dark, or as the system says.
import type { Theme } from "../host/wire.gen";

/** Tokens follow the system unless `data-theme` says otherwise. */
export function lookAs(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}
