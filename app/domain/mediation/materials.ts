import type { Side } from "../cases/sides";

export const MATERIAL_KINDS = ["application", "identity", "authority", "evidence", "other"] as const;
/** What somebody handed in: the application and claims, papers of identity, an agent's authority, evidence, the rest. */
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** Belongs to the court's file whatever becomes of the mediation; the rest was handed in for the mediation alone. */
const OF_THE_FILE: readonly MaterialKind[] = ["application", "identity", "authority"];

export const isOfTheFile = (kind: MaterialKind): boolean => OF_THE_FILE.includes(kind);

export const MATERIAL_REACHES = ["mediation", "bothSides"] as const;
/** For whom its giver meant it: those who mediate, or the other side too. Nobody else decides that (ONL 18). */
export type MaterialReach = (typeof MATERIAL_REACHES)[number];

/** So many of one case that nobody drowns its readers in files. */
export const MOST_MATERIALS = 200;

type Material = {
  readonly kind: MaterialKind;
  readonly reach: MaterialReach;
  /** Whose it is; null for what the court put there. */
  readonly side: Side | null;
  readonly isOwn: boolean;
};
/** `side`: of a party. `isInCircle`: among those with whom the mediation goes on. */
type Reader = { readonly side: Side | null; readonly isInCircle: boolean };

/**
 * Whether a reader may see a material. A side sees its own and what the other meant for it; those who mediate see all;
 * the rest of the court sees what belongs to its file: what is said and shown to reach a settlement does not come before
 * a judge (ONL 18, INV 22). Whoever handed something in sees it again.
 */
export function maySeeMaterial(material: Material, reader: Reader): boolean {
  if (material.isOwn) return true;
  if (reader.side) return material.side === reader.side || material.reach === "bothSides";
  return reader.isInCircle || isOfTheFile(material.kind);
}
