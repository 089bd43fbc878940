import { type Ability, RELATIONS_OF } from "~/domain/policy/abilities";
import type { UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type * as queue from "~/i18n/queue";
import type { QueueRow } from "~/services/queries-queue.server";
import { isPageThere } from "../_staff.cases_.$id/places";

type Key = keyof typeof queue.zh & `next.${string}`;
type Step = { readonly key: Key; readonly ability: Ability; readonly path: string };

/** What waits in this row, and where it is done. The order is that of urgency. */
function stepsOf(row: QueueRow): Step[] {
  const isOver = row.due?.tone === "over";
  switch (row.stage) {
    case "draft":
    case "submitted":
    case "correction":
      return [{ key: "next.intake", ability: "submit-case", path: "#next" }];
    case "filing":
      return [{ key: "next.number", ability: "register-case", path: "/number" }];
    case "consent":
      return [{ key: "next.consent", ability: "record-consent", path: "/consent" }];
    case "selecting":
      return [{ key: "next.assign", ability: "assign-mediator", path: "/assign" }];
    case "delegated":
      return [{ key: "next.accept", ability: "accept-assignment", path: "/accept" }];
    case "mediation":
      if (isOver) return [{ key: "next.end", ability: "end-mediation", path: "/end" }];
      return row.session ? [] : [{ key: "next.book", ability: "book-session", path: "/book" }];
    case "signing":
      if (row.toEnd) return [{ key: "next.end", ability: "end-mediation", path: "/end" }];
      return [{ key: "next.sign", ability: "sign-agreement", path: "/agreement" }];
    case "agreed":
    case "returned":
      return [{ key: "next.handOver", ability: "hand-over", path: "/hand-over" }];
    case "review":
    case "handedOver":
      return [{ key: "next.review", ability: "take-up", path: "#next" }];
    default:
      return [];
  }
}

export function nextStepOf(actor: UserActor, row: QueueRow): { key: Key; href: string } {
  const isThere = ({ path }: Step) => path.startsWith("#") || isPageThere(path.slice(1));
  const step = stepsOf(row).find(
    (one) => isThere(one) && can(actor, one.ability, RELATIONS_OF[actor.role]).ok,
  );
  return step
    ? { key: step.key, href: `/cases/${row.caseId}${step.path}` }
    : { key: "next.view", href: `/cases/${row.caseId}` };
}
