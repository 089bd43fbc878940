import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from "@remix-run/react";
import { displaySwitches } from "~/i18n/display-switches";
import * as party from "~/i18n/party";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { requireLink } from "~/platform/party.server";
import type { loader as rootLoader } from "~/root";
import { linkCourt } from "~/services/party-links.server";
import type { PageHandle } from "~/ui/page-handle";
import { PartyFrame } from "~/ui/party-frame";

export const handle: PageHandle = { density: "party" };
export const meta: MetaFunction = () => [{ title: `${party.zh.title} · ${party.en.title}` }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await requireLink(params.token, context);
  return { court: await linkCourt(context.deps, link), token: params.token as string };
}

/** What stands around a party's pages: the court's name, large type, language; no account, no navigation. */
export default function PartyLayout() {
  const { court, token } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const locale = useLocale();
  const { pathname } = useLocation();
  const [t, say] = [useText(shell), useText(party)];
  const home = `/p/${token}`;
  return (
    <PartyFrame
      skip={t("skip")}
      court={[locale === "en" ? court.nameEn : court.name, say("office")]}
      displayLabel={t("display")}
      back={pathname === home ? undefined : { href: home, label: say("back") }}
      {...displaySwitches(locale, root?.typeSize === "large", pathname)}
    >
      <Outlet />
      <section className="help" aria-labelledby="h-help">
        <h2 id="h-help">{say("help")}</h2>
        <p>{say("helpText", { phone: court.phone })}</p>
      </section>
    </PartyFrame>
  );
}
