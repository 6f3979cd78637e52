// Light, dark, or as the system says.
import type { Theme } from "../host/wire.gen";

/** Tokens follow the system unless `data-theme` says otherwise. */
export function lookAs(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  localStorage.setItem("theme", theme);
}

/** What it was last time, so that the window does not open in the other colours for a blink. */
export function lookAsBefore(): void {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}
