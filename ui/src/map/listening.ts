// From the page's events to what a hand does.
import type { Point } from "./camera";
import type { Pointing } from "./pointing";

/** What a notch of a wheel counts, in pixels, where it is counted in lines or pages. */
const LINE = 30;
const PAGE = 300;
/** Of a pinch on a touchpad as Safari's engine tells it. */
type Gesture = MouseEvent & { readonly scale: number };

const spot = (event: MouseEvent): Point => ({ x: event.offsetX, y: event.offsetY });

/** Hands every event of the canvas to `hand`; `down` hears of a press before. The answer ends it. */
export function listened(canvas: HTMLCanvasElement, hand: Pointing, down: () => void): () => void {
  const over = new AbortController();
  const on = <E extends Event>(kind: string, heard: (event: E) => void): void =>
    canvas.addEventListener(kind, heard as EventListener, { signal: over.signal, passive: false });
  on("pointerdown", (event: PointerEvent) => {
    if (event.button !== 0) return;
    down();
    // What moves out of the canvas is still held. A press that no hand made cannot be.
    if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
    hand.down(event.pointerId, spot(event), event.shiftKey);
  });
  on("pointermove", (event: PointerEvent) => hand.move(event.pointerId, spot(event)));
  on("pointerup", (event: PointerEvent) => hand.up(event.pointerId, spot(event)));
  on("pointercancel", (event: PointerEvent) => hand.cancel(event.pointerId));
  on("pointerleave", () => hand.leave());
  on("dblclick", (event: MouseEvent) => hand.twice(spot(event)));
  on("wheel", (event: WheelEvent) => {
    event.preventDefault();
    const unit =
      event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? PAGE : 1;
    hand.wheel(event.deltaY * unit, spot(event), event.ctrlKey);
  });
  let scale = 1;
  on("gesturestart", (event: Gesture) => {
    event.preventDefault();
    scale = 1;
  });
  on("gesturechange", (event: Gesture) => {
    event.preventDefault();
    hand.spread(event.scale / scale, spot(event));
    scale = event.scale;
  });
  return () => over.abort();
}
