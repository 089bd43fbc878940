import type { UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import { placesFor } from "./nav";

const FIRST: Readonly<Record<Role, string>> = {
  clerk: "/cases?tab=intake",
  coordinator: "/board",
  orgManager: "/cases",
  mediator: "/today",
  lawyer: "/today",
  judge: "/reviews",
  judgeAssistant: "/reviews",
  courtClerk: "/reviews",
  leader: "/report",
  finance: "/cases",
  auditor: "/records",
  administrator: "/roster",
};

/** Where a role begins its day; the first place it may open, where that one is not there. */
export function firstPageOf(actor: UserActor): string {
  const places = placesFor(actor);
  const wanted = FIRST[actor.role];
  if (places.some(({ href }) => href === wanted.split("?")[0])) return wanted;
  return places[0]?.href ?? "/choose-role";
}
