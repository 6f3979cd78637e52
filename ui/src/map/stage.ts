// The canvas: draws when something changed, and moves what is drawn already while one pans.
import { panned, type Camera, type Point, type Size } from "./camera";
import { draw, type Drawn } from "./draw";
import type { Label } from "./labels";
import { CanvasPen, type Pen } from "./pen";
import type { Scene } from "./scene";
import { inView, type Sheet } from "./sheet";
import { DUST, dotsOf } from "./sizes";
import type { Look, Type } from "./style";

/** So many pixels around the window are drawn beforehand, to be there when one pans. */
const AROUND = 160;
/** Milliseconds without a move after which it is drawn well. */
const REST = 140;
/** So few people and ties are drawn anew in every frame of a zoom. */
const FEW = 700;

type Layer = {
  readonly pen: CanvasPen;
  camera: Camera;
  dots: number;
  dust: boolean;
  rough: boolean;
  scene: Scene | null;
};
type Over = (pen: Pen) => void;

// Where the page's engine has no graphics card to draw with, it draws on an imitation of one, which takes
// twice as long as drawing in memory; and it does not say so. Only on Linux is that likely.
const inMemory = (): boolean => navigator.userAgent.includes("Linux");

const surface = (canvas: HTMLCanvasElement): CanvasRenderingContext2D | null =>
  canvas.getContext("2d", { alpha: false, willReadFrequently: inMemory() });

export class Stage {
  camera: Camera = { x: 0, y: 0, scale: 1 };
  size: Size = { width: 0, height: 0 };
  drawn: Drawn = { labels: [], dust: false, people: 0, ties: 0 };
  #sheet: Sheet | null = null;
  #look: Look | null = null;
  #over: Over | null = null;
  #layer: Layer | null = null;
  #stale = true;
  #moving = false;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #zoom = 1;
  #foot = 0;
  readonly #pen: CanvasPen | null;

  constructor(readonly canvas: HTMLCanvasElement) {
    const context = surface(canvas);
    this.#pen = context && new CanvasPen(context);
  }

  show(sheet: Sheet | null, look: Look): void {
    this.#sheet = sheet;
    this.#look = look;
    this.#stale = true;
    this.#ask();
  }

  /** What is drawn above everything, anew in each frame: what the pointer holds. */
  over(over: Over | null): void {
    if (!over && !this.#over) return;
    this.#over = over;
    this.#ask();
  }

  /** Looks elsewhere. `moving`: more of it is to come at once. */
  look(camera: Camera, moving: boolean): void {
    this.camera = camera;
    this.#moving = moving;
    clearTimeout(this.#rest);
    this.#ask();
  }

  resize(size: Size): void {
    this.size = size;
    this.#layer = null;
    this.#ask();
  }

  /** The page is drawn `zoom` times as large. */
  enlarge(zoom: number): void {
    this.#zoom = zoom;
    this.#ask();
  }

  /** So many pixels at the bottom lie under something else: names keep off them where they can. */
  rise(foot: number): void {
    this.#foot = foot;
    this.#stale = true;
    this.#ask();
  }

  /** In pixels. */
  widthOf(words: string, type: Type): number {
    return this.#pen?.widthOf(words, type) ?? 0;
  }

  /** Whose name is at a pixel. */
  labelAt(at: Point): Label | null {
    const layer = this.#layer;
    if (!layer || this.camera.scale !== layer.camera.scale) return null;
    const x = at.x + AROUND - this.camera.x + layer.camera.x;
    const y = at.y + AROUND - this.camera.y + layer.camera.y;
    return (
      this.drawn.labels.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ?? null
    );
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#frame = 0;
  }

  #ask(): void {
    if (this.#frame === 0 && this.#pen) this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    this.#frame = 0;
    clearTimeout(this.#rest);
    const { width, height } = this.size;
    if (!this.#pen || !this.#look || width === 0 || height === 0) return;
    const dots = dotsOf(window.devicePixelRatio, this.#zoom, navigator.userAgent);
    sized(this.canvas, width * dots, height * dots);
    const { context } = this.#pen;
    const layer = this.#ready(dots);
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.#lay(context, layer, dots);
    // Counted from here: what took long to draw must not be taken for a rest.
    if (this.#moving) this.#rest = setTimeout(() => this.look(this.camera, false), REST);
    // Where it looks, for whoever wants to find somebody on it from outside: x and y of the middle of the map, and the
    // scale.
    else if (this.#sheet) this.canvas.dataset.camera = `${this.camera.x} ${this.camera.y} ${this.camera.scale}`;
    if (!this.#sheet || !this.#over) return;
    context.setTransform(dots, 0, 0, dots, 0, 0);
    this.#over(this.#pen);
  }

  /** A layer that can be shown now: the one there is, or a new one. */
  #ready(dots: number): Layer {
    const layer = this.#layer;
    if (!layer || layer.dots !== dots) return this.#render(dots, false);
    if (this.#stale) return this.#render(dots, this.#moving);
    const { camera } = this;
    const by = camera.scale / layer.camera.scale;
    const dx = camera.x - layer.camera.x;
    const dy = camera.y - layer.camera.y;
    const still = by === 1 && dx === 0 && dy === 0;
    if (!this.#moving) return still && !layer.rough ? layer : this.#render(dots, false);
    if (by === 1) return Math.abs(dx) <= AROUND && Math.abs(dy) <= AROUND ? layer : this.#render(dots, true);
    if (this.drawn.people + this.drawn.ties <= FEW || by < 0.5 || by > 2) return this.#render(dots, true);
    return layer;
  }

  /** Draws the sheet into a layer that is larger than the window. */
  #render(dots: number, moving: boolean): Layer {
    const size = { width: this.size.width + 2 * AROUND, height: this.size.height + 2 * AROUND };
    const layer = this.#layer ?? this.#newLayer();
    const { context } = layer.pen;
    sized(context.canvas, size.width * dots, size.height * dots);
    context.setTransform(dots, 0, 0, dots, 0, 0);
    context.fillStyle = this.#look?.paper ?? "#fff";
    context.fillRect(0, 0, size.width, size.height);
    // Whole pixels, so that what is moved later stays sharp.
    this.camera = {
      ...this.camera,
      x: Math.round(this.camera.x * dots) / dots,
      y: Math.round(this.camera.y * dots) / dots,
    };
    // Names stay where they stand as long as one comes neither nearer nor goes farther.
    const same = layer.scene === this.#sheet?.scene && layer.camera.scale === this.camera.scale;
    const before = same ? { labels: this.drawn.labels, camera: panned(layer.camera, AROUND, AROUND) } : undefined;
    layer.scene = this.#sheet?.scene ?? null;
    layer.camera = this.camera;
    layer.dots = dots;
    layer.rough = moving;
    if (this.#sheet && this.#look) {
      // A move does not turn people into dust or back.
      layer.dust = moving ? layer.dust : inView(this.#sheet, this.camera, this.size).length > DUST;
      const window = {
        left: AROUND,
        top: AROUND,
        right: AROUND + this.size.width,
        bottom: AROUND + this.size.height - this.#foot,
      };
      this.drawn = draw(layer.pen, this.#sheet, panned(this.camera, AROUND, AROUND), size, this.#look, {
        moving,
        dust: layer.dust,
        window,
        before,
      });
    }
    this.#layer = layer;
    this.#stale = false;
    return layer;
  }

  #newLayer(): Layer {
    const context = surface(document.createElement("canvas"));
    if (!context) throw new Error("no second canvas");
    return { pen: new CanvasPen(context), camera: this.camera, dots: 1, dust: false, rough: false, scene: null };
  }

  /** Lays the layer on the canvas, where the camera looks now. */
  #lay(context: CanvasRenderingContext2D, layer: Layer, dots: number): void {
    const by = this.camera.scale / layer.camera.scale;
    const { canvas } = layer.pen.context;
    const left = (this.camera.x - (layer.camera.x + AROUND) * by) * dots;
    const top = (this.camera.y - (layer.camera.y + AROUND) * by) * dots;
    if (by === 1) {
      context.drawImage(canvas, Math.round(left), Math.round(top));
      return;
    }
    context.fillStyle = this.#look?.paper ?? "#fff";
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.drawImage(canvas, left, top, canvas.width * by, canvas.height * by);
  }
}

/** Setting a canvas's size clears it, even to what it was. */
function sized(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [wide, high] = [Math.round(width), Math.round(height)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}
