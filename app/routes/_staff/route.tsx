import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import type { UserActor } from "~/domain/policy/actor";
import { displaySwitches } from "~/i18n/display-switches";
import * as nav from "~/i18n/nav";
import * as roles from "~/i18n/roles";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import type { Deps } from "~/services/deps.server";
import { courtCalendarQuery } from "~/services/queries-court-calendar.server";
import { ask } from "~/services/query.server";
import { Anchor } from "~/ui/router";
import { StaffFrame } from "~/ui/staff-frame";
import { placesFor } from "./nav";

/** Which years the dates of these pages rest on; a person without a role in the court reads no page. */
async function calendarNote(deps: Deps, actor: UserActor) {
  const found = await ask(deps, actor, courtCalendarQuery, {});
  if (!found.ok) throw new Response(null, { status: 404 });
  const { years, version } = found;
  return { years: [years.at(0)?.year, years.at(-1)?.year].join("—"), version };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const places = placesFor(viewer.actor);
  return {
    name: viewer.name,
    role: viewer.actor.role,
    courtName: { "zh-CN": viewer.courtName ?? "", en: viewer.courtNameEn ?? "" },
    places,
    finds: places.some((place) => place.href === "/cases"),
    asOf: context.deps.clock.now().toUTC().toISO() ?? "",
    calendar: await calendarNote(context.deps, viewer.actor),
  };
}

/** What stands around every staff page: navigation by role, search, who is signed in, and what the data rest on. */
export default function StaffLayout() {
  const { name, role, courtName, places, finds, asOf, calendar } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const [t, say, roleName] = [useText(shell), useText(nav), useText(roles)];
  const format = useFormat();
  return (
    <StaffFrame
      skip={t("skip")}
      brand={{ href: "/", name: t("brand"), place: courtName[locale] }}
      nav={{
        label: t("mainNav"),
        items: places.map(({ href, key, icon, above = [] }) => ({
          href,
          label: say(key),
          icon,
          isCurrent: [href.split("?")[0], ...above].some((one) => `${pathname}/`.startsWith(`${one}/`)),
        })),
      }}
      hasDock={places.some(({ href }) => href === "/today")}
      find={
        finds
          ? { action: "/cases", name: "q", label: t("find"), placeholder: t("findPlaceholder") }
          : undefined
      }
      me={{
        name,
        role: (
          <Anchor href="/choose-role" title={say("account")}>
            {roleName(role)}
          </Anchor>
        ),
        signOut: { action: "/sign-out", label: t("signOut") },
      }}
      language={displaySwitches(locale, false, pathname + search).language}
      notes={[
        { id: "zone", note: t("beijingTime") },
        { id: "asOf", note: say("asOf", { at: format.instant(asOf) }) },
        { id: "calendar", note: say("calendar", calendar) },
      ]}
    >
      <Outlet />
    </StaffFrame>
  );
}
