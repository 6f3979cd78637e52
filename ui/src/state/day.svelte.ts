// Which day it is to Kith, whose clock the host has: a window that stays open over night shows the new one. The page
// reads this computer's clock here only, until the host has said.
import { host } from "../host/host";
import { dayHere } from "../shared/days";
import { onChange } from "./changes";

class Now {
  /** ISO, as Kith has it. */
  day = $state(dayHere(new Date()));
}
export const now = new Now();

/** Kith's day at the time that it is on this computer: what a moment in the past is told from ("today, 08:31"). */
export function momentNow(): Date {
  const moment = new Date();
  const [year = 0, month = 1, day = 1] = now.day.split("-").map(Number);
  moment.setFullYear(year, month - 1, day);
  return moment;
}

/**
 * Looks at once, when the window is looked at again, once a minute, and when another book is open; the returned
 * function stops it. Without a host that says it, the day is this computer's.
 */
export function followDay(): () => void {
  let stopped = false;
  let isSaid = false;
  function look(): void {
    host.ask("when_preview", { text: "today", purpose: "day" }).then(
      ({ on }) => {
        if (stopped || on === null) return;
        isSaid = true;
        now.day = on;
      },
      () => {
        if (!stopped && !isSaid) now.day = dayHere(new Date());
      },
    );
  }
  look();
  const timer = setInterval(look, 60_000);
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  const over = onChange((changes) => changes.book && look());
  return () => {
    stopped = true;
    over();
    clearInterval(timer);
    window.removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}
