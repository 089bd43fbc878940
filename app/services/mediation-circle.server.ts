import { type Actor, actorName } from "~/domain/policy/actor";
import type { ActorName } from "~/domain/policy/roles";

/**
 * Those among whom a mediation goes on. What is only proposed there (an unsigned agreement, a fact that nobody has
 * signed yet) stays there: it never comes before a judge, his people, or those who look on (INV 22, ONL 18).
 */
const CIRCLE: readonly ActorName[] = ["mediator", "lawyer", "coordinator", "orgManager", "party"];

export const isInCircle = (actor: Actor): boolean => CIRCLE.includes(actorName(actor));
