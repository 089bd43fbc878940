import { ABILITY_TABLE, type Ability, RELATIONS_OF, type Relation } from "./abilities";
import { type Actor, actorName } from "./actor";

/** `hidden` answers 404 (he must not learn that it exists), `forbidden` 403 (he may know it, not do it). */
export type Permission =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: "forbidden" | "hidden" };

const HIDDEN = { ok: false, status: "hidden" } as const;
const FORBIDDEN = { ok: false, status: "forbidden" } as const;

/**
 * May this actor do this, being tied so to the case (or to the court, for what is about no case)?
 * An empty list of relations stands for none, revoked, recused, or another court.
 */
export function can(actor: Actor, ability: Ability, relations: readonly Relation[]): Permission {
  const name = actorName(actor);
  const row = ABILITY_TABLE[ability];
  const counting = row.who[name] ?? [];
  if (counting.some((relation) => relations.includes(relation))) return { ok: true };
  if (row.about === "court") return relations.includes("court") ? FORBIDDEN : HIDDEN;
  // Serving the court ties to a case only those whose role works for the whole court.
  return RELATIONS_OF[name].some((relation) => relations.includes(relation)) ? FORBIDDEN : HIDDEN;
}
