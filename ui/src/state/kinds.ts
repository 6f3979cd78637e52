// The kind that one begins with.
import type { Kind } from "../host/wire.gen";

/** The calmest kind there is, for somebody of whom no kind is known. */
export const usualKind = (kinds: readonly Kind[]): Kind | undefined =>
  kinds.find(({ colour }) => colour === "industry") ?? kinds[0];
