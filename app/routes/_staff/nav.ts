import type { Ability } from "~/domain/policy/abilities";
import type { UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Role } from "~/domain/policy/roles";
import type * as nav from "~/i18n/nav";

type Place = {
  readonly href: string;
  readonly key: keyof typeof nav.zh & `nav.${string}`;
  readonly ability: Ability;
  /** For some roles only, where the ability alone would show an empty page. */
  readonly only?: readonly Role[];
};

/** The places of the main navigation, in their order. */
const PLACES: readonly Place[] = [
  { href: "/today", key: "nav.today", ability: "view-calendar", only: ["mediator", "lawyer"] },
  { href: "/cases", key: "nav.cases", ability: "view-queue" },
  { href: "/calendar", key: "nav.calendar", ability: "view-calendar" },
  { href: "/reviews", key: "nav.reviews", ability: "view-reviews" },
  { href: "/roster", key: "nav.roster", ability: "view-roster" },
  { href: "/notices", key: "nav.notices", ability: "view-notices" },
  { href: "/report", key: "nav.report", ability: "view-report" },
  { href: "/records", key: "nav.records", ability: "view-records" },
];

// Read from the folders themselves, so that no link leads to a page that is not there.
const ROUTES = Object.keys(import.meta.glob("../_staff.*/route.tsx"));
const isThere = ({ href }: Place) =>
  ["", "._index"].some((end) => ROUTES.includes(`../_staff.${href.slice(1)}${end}/route.tsx`));

export function placesFor(actor: UserActor): { href: string; key: Place["key"] }[] {
  return PLACES.filter(
    (place) =>
      isThere(place) &&
      (!place.only || place.only.includes(actor.role)) &&
      can(actor, place.ability, ["court"]).ok,
  ).map(({ href, key }) => ({ href, key }));
}
