// Which day it is: a window that stays open over night shows the new one.
import { todayHere } from "../shared/days";

class Now {
  /** ISO, as this computer's clock has it. */
  day = $state(todayHere());
}
export const now = new Now();

/** Looks when the window is looked at again, and once a minute; the returned function stops it. */
export function followDay(): () => void {
  const look = (): void => void (now.day = todayHere());
  const timer = setInterval(look, 60_000);
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    window.removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}
