import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useLocation,
  useParams,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import * as answerLink from "~/i18n/answer-link";
import { displaySwitches } from "~/i18n/display-switches";
import * as party from "~/i18n/party";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { requireAnswerLink } from "~/platform/answer-link.server";
import type { loader as rootLoader } from "~/root";
import { type CourtShown, linkCourt } from "~/services/party-links.server";
import type { PageHandle } from "~/ui/page-handle";
import { PartyFrame } from "~/ui/party-frame";
import { DeadLink } from "./dead-link";

export const handle: PageHandle = { density: "party" };
export const meta: MetaFunction = () => [{ title: `${answerLink.zh.title} · ${answerLink.en.title}` }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { court: await linkCourt(context.deps, await requireAnswerLink(params.token, context)) };
}

interface FrameProps {
  court: CourtShown | null;
  children: ReactNode;
}

/** What stands around an answer: the court's name, large type, language; no account, and no way into the case. */
function Frame({ court, children }: FrameProps) {
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const locale = useLocale();
  const { pathname } = useLocation();
  const { token } = useParams();
  const [t, say, tell] = [useText(shell), useText(party), useText(answerLink)];
  const home = `/a/${token}`;
  const name = locale === "en" ? court?.nameEn : court?.name;
  return (
    <PartyFrame
      skip={t("skip")}
      court={name ? [name, say("office")] : [tell("brand")]}
      displayLabel={t("display")}
      back={pathname === home ? undefined : { href: home, label: say("back") }}
      {...displaySwitches(locale, root?.typeSize === "large", pathname)}
    >
      {children}
    </PartyFrame>
  );
}

export default function AnswerLayout() {
  const { court } = useLoaderData<typeof loader>();
  const say = useText(party);
  return (
    <Frame court={court}>
      <Outlet />
      <section className="help" aria-labelledby="h-help">
        <h2 id="h-help">{say("help")}</h2>
        <p>{say("helpText", { phone: court.phone })}</p>
      </section>
    </Frame>
  );
}

const courtIn = (data: unknown): CourtShown | null =>
  typeof data === "object" && data !== null && "court" in data ? (data.court as CourtShown | null) : null;

/** A link that opens nothing says so in the court's own frame; anything else that goes wrong is the whole site's. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  const court = courtIn(error.data);
  return (
    <Frame court={court}>
      <DeadLink court={court} />
    </Frame>
  );
}
