import { allowedEvents } from "~/domain/cases/decide";
import type { CaseFacts } from "~/domain/cases/facts";
import { abilityOf } from "~/domain/policy/abilities";
import { can } from "~/domain/policy/can";
import type { Question } from "./query.server";

/** The table's events that this actor could do now, each with the reason why not yet, if any. */
export const chancesOf = (
  { actor, relations }: Pick<Question<unknown>, "actor" | "relations">,
  facts: CaseFacts,
) => allowedEvents(facts, actor).filter(({ event }) => can(actor, abilityOf(event), relations).ok);
