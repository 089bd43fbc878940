import type { Ability } from "~/domain/policy/abilities";
import type { UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Role } from "~/domain/policy/roles";
import type * as nav from "~/i18n/nav";
import type { IconName } from "~/ui/icon";

type Place = {
  readonly href: string;
  readonly key: keyof typeof nav.zh & `nav.${string}`;
  readonly icon: IconName;
  readonly ability: Ability;
  /** For some roles only, where the ability alone would show an empty page. */
  readonly only?: readonly Role[];
  /** Pages that lie below it by another address. */
  readonly above?: readonly string[];
};

/** Who leads sessions works by the day and opens the week at their own; the whole court's is one click further. */
const LEADERS: readonly Role[] = ["mediator", "lawyer"];

/** Who sees to everybody’s day begins with all of it. */
const DESK: readonly Role[] = ["coordinator", "orgManager", "leader"];
/** Who sits in sessions himself has hours of his own; the others keep them from the roster. */
export const PERSONS: readonly Role[] = ["mediator", "lawyer", "judge"];

/** The places of the main navigation, in their order. */
const PLACES: readonly Place[] = [
  { href: "/today", key: "nav.today", icon: "today", ability: "view-calendar", only: LEADERS },
  { href: "/board", key: "nav.board", icon: "today", ability: "view-calendar", only: DESK },
  {
    href: "/cases",
    key: "nav.cases",
    icon: "file",
    ability: "view-queue",
    above: ["/series", "/sessions", "/documents", "/templates", "/calculators"],
  },
  { href: "/calendar", key: "nav.calendar", icon: "calendar", ability: "view-calendar" },
  {
    href: "/availability",
    key: "nav.availability",
    icon: "clock",
    ability: "manage-availability",
    only: PERSONS,
  },
  { href: "/reviews", key: "nav.reviews", icon: "check", ability: "view-reviews" },
  { href: "/roster", key: "nav.roster", icon: "person", ability: "view-roster" },
  { href: "/court-calendar", key: "nav.courtCalendar", icon: "clock", ability: "load-calendar" },
  { href: "/court-scheduling", key: "nav.courtScheduling", icon: "calendar", ability: "manage-court" },
  { href: "/court-clocks", key: "nav.courtClocks", icon: "today", ability: "manage-court" },
  { href: "/tasks", key: "nav.tasks", icon: "check", ability: "work-tasks" },
  { href: "/notices", key: "nav.notices", icon: "mail", ability: "view-notices" },
  { href: "/report", key: "nav.report", icon: "chart", ability: "view-report" },
  { href: "/records", key: "nav.records", icon: "lock", ability: "view-records" },
];

// Read from the folders themselves, so that no link leads to a page that is not there.
const ROUTES = Object.keys(import.meta.glob("../_staff.*/route.tsx"));
const isThere = ({ href }: Place) =>
  ["", "._index"].some((end) => ROUTES.includes(`../_staff.${href.slice(1)}${end}/route.tsx`));

const hrefFor = (href: string, actor: UserActor): string =>
  href === "/calendar" && LEADERS.includes(actor.role) ? "/calendar?mine=true" : href;

export function placesFor(actor: UserActor): Pick<Place, "href" | "key" | "icon" | "above">[] {
  return PLACES.filter(
    (place) =>
      isThere(place) &&
      (!place.only || place.only.includes(actor.role)) &&
      can(actor, place.ability, ["court"]).ok,
  ).map(({ href, key, icon, above }) => ({ href: hrefFor(href, actor), key, icon, above }));
}
