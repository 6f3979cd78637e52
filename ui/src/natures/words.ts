// How the page says the nature of a relationship.
import type { Nature, NatureKind } from "../host/wire.gen";

export const natureWords: Record<NatureKind, { label: string; means: string }> = {
  transactional: { label: "Transactional", means: "Each does a part, and that is enough" },
  mutually_dependent: { label: "Mutually dependent", means: "Neither can do it alone" },
  transformational: { label: "Transformational", means: "You change how each other thinks" },
};

export const scales = [
  { of: "influence", label: "Influence", low: "little", high: "much" },
  { of: "mutuality", label: "Mutuality", low: "one way", high: "both ways" },
  { of: "openness", label: "Openness", low: "guarded", high: "open" },
] as const;

export const isSaid = ({ nature, influence, mutuality, openness }: Nature): boolean =>
  nature !== null || influence !== null || mutuality !== null || openness !== null;
