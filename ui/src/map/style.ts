// How the map looks: colours from the page's tokens, widths, and letters.
import type { Colour } from "../host/wire.gen";

export type Look = {
  readonly paper: string;
  readonly raised: string;
  readonly sunken: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly inverse: string;
  readonly edge: string;
  readonly control: string;
  readonly accent: string;
  readonly focus: string;
  /** In the order of `KINDS`. */
  readonly kinds: readonly string[];
  readonly font: string;
  /** Times which letters are larger than usual. */
  readonly letters: number;
  /** Light letters on a dark ground look bolder than they are, dark ones on light circles thinner. */
  readonly dark: boolean;
};

/** Letters. `size` in pixels; the halo keeps them readable over lines. */
export type Type = {
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  readonly font: string;
  readonly halo?: string;
  readonly haloWidth?: number;
  readonly alpha?: number;
};

export const KINDS: readonly Colour[] = ["peer", "manager", "report", "client", "vendor", "industry"];
/** After the kinds: somebody of no kind, and me. */
export const NO_KIND = 6;
export const ME = 7;

/** Of what is not looked at. */
export const FADED = 0.22;
export const FADED_TIE = 0.3;
export const TIE_WIDTHS: readonly number[] = [0.6, 0.85, 1.2, 1.7, 2.4, 3.2];

/** Which of the widths: .6 for hardly anything, 3.2 for the strongest. */
export function tieWidth(strength: number): number {
  const wanted = 0.6 + 2.6 * Math.min(1, Math.max(0, strength)) ** 2;
  const wider = TIE_WIDTHS.findIndex((width) => width >= wanted);
  if (wider <= 0) return 0;
  const below = TIE_WIDTHS[wider - 1] ?? 0;
  return wanted - below < (TIE_WIDTHS[wider] ?? 0) - wanted ? wider - 1 : wider;
}

export const typeOf = ({ weight, size, font }: Type): string => `${weight} ${size}px ${font}`;

/** The tokens as they are now at `element`. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim() || "#888888";
  const page = getComputedStyle(document.documentElement);
  const root = parseFloat(page.fontSize) || 16;
  return {
    paper: token("paper"),
    raised: token("raised"),
    sunken: token("sunken"),
    ink: token("ink"),
    ink2: token("ink-2"),
    ink3: token("ink-3"),
    inverse: token("ink-inverse"),
    edge: token("map-edge"),
    control: token("line-control"),
    accent: token("accent-ink"),
    focus: token("focus"),
    kinds: KINDS.map((kind) => token(`k-${kind}`)),
    font: style.getPropertyValue("--font-ui").trim() || "sans-serif",
    letters: root / 16,
    dark: page.colorScheme === "dark",
  };
}

const haloed = (look: Look, size: number, weight: number, fill: string, haloWidth: number): Type => ({
  size: size * look.letters,
  weight: look.dark ? weight - 30 : weight,
  fill,
  font: look.font,
  halo: look.paper,
  haloWidth,
});

/** The letters of the map. */
export const types = {
  name: (look: Look) => haloed(look, 12, 520, look.ink, 3),
  fullName: (look: Look) => haloed(look, 12, 580, look.ink, 3),
  second: (look: Look) => haloed(look, 12, 450, look.ink3, 3),
  organisation: (look: Look) => haloed(look, 12, 540, look.ink3, 4),
  cluster: (look: Look) => haloed(look, 12, 580, look.ink, 4),
  count: (look: Look) => haloed(look, 12, 450, look.ink3, 4),
  initials: (look: Look, radius: number, fill: string): Type => ({
    size: Math.min(13, Math.max(9.5, radius * 0.62)),
    weight: look.dark ? 710 : 650,
    fill,
    font: look.font,
  }),
  you: (look: Look): Type => ({ size: 11, weight: 640, fill: look.inverse, font: look.font }),
  hop: (look: Look): Type => ({ size: 11, weight: 680, fill: look.accent, font: look.font }),
};
