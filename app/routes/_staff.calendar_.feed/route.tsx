import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FEED_DETAILS, ROOM_FEED_DETAILS } from "~/domain/notices/feeds";
import * as day from "~/i18n/day";
import * as nav from "~/i18n/nav";
import * as ownCalendars from "~/i18n/own-calendars";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useLocale, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { feedQuery, roomFeedQuery } from "~/services/queries-feeds.server";
import { ask } from "~/services/query.server";
import { renewFeed, revokeFeed } from "~/services/renew-feed.server";
import { renewRoomFeed, revokeRoomFeed } from "~/services/renew-room-feed.server";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { pageTitle } from "../_staff/page-title";
import { nameIn } from "../_staff.cases_.$id/names";
import { FeedNow } from "./feed-now";
import { MadeFeed } from "./made-feed";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, day)("feed.title"));

const roomIn = (request: Request) => new URL(request.url).searchParams.get("roomId") || null;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const roomId = roomIn(request);
  const found = await guarded(() =>
    roomId ? ask(context.deps, actor, roomFeedQuery, { roomId }) : ask(context.deps, actor, feedQuery, {}),
  );
  if (!found.ok || (roomId && !found.room)) throw new Response(null, { status: 404 });
  return { feed: found.feed, room: found.room };
}

export type FeedShown = ReturnType<typeof useLoaderData<typeof loader>>;

/** The address is the secret: it is answered to this press alone, never kept in a page that could be opened again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const roomId = roomIn(request);
  const form = await request.formData();
  if (form.get("intent") === "revoke") {
    const ended = roomId
      ? await act(context.deps, actor, revokeRoomFeed, { roomId })
      : await act(context.deps, actor, revokeFeed, {});
    if (!ended.ok) throw new Response(null, { status: 400 });
    return { address: null };
  }
  const detail = form.get("detail") ?? undefined;
  const made = roomId
    ? await act(context.deps, actor, renewRoomFeed, { roomId, detail })
    : await act(context.deps, actor, renewFeed, { detail });
  if (!made.ok) throw new Response(null, { status: 400 });
  return { address: made.address };
}

/** One's own calendar, or a room's, for phone and computer. */
export default function Feed() {
  const { feed, room } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const [t, own, tShell, tNav] = [useText(day), useText(ownCalendars), useText(shell), useText(nav)];
  const locale = useLocale();
  const isRoom = room !== null;
  const title = room ? own("feed.roomTitle", { name: nameIn(locale, room) }) : t("feed.title");
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[
          { href: room ? `/calendar?roomId=${room.id}` : "/calendar", label: tNav("nav.calendar") },
          { label: title },
        ]}
      />
      <Head title={title}>{room ? own("feed.roomAbout") : t("feed.about")}</Head>
      {made?.address ? <MadeFeed address={made.address} isRoom={isRoom} /> : null}
      {made && !made.address ? <Notice tone="done" isOutcome title={own("feed.revoked")} /> : null}
      {feed ? <FeedNow feed={feed} /> : null}
      <Form method="post" className="form gap">
        <Choices
          kind="radio"
          id="detail"
          name="detail"
          legend={own("feed.detail")}
          chosen={[feed?.detail ?? (isRoom ? "busy" : "number")]}
          choices={(isRoom ? ROOM_FEED_DETAILS : FEED_DETAILS).map((value) => ({
            value,
            label: own(`feed.${value}`),
            ...(value === "full" && { hint: own("feed.fullHint") }),
          }))}
          isColumn
        />
        <p className="gap">{isRoom ? own("feed.roomNote") : t("feed.note")}</p>
        <p className="gap">
          <Button look="main" name="intent" value="renew">
            {t("feed.do")}
          </Button>
        </p>
      </Form>
      <Section id="how" title={t("feed.how")}>
        <ul className="papers">
          <li>{t("feed.ios")}</li>
          <li>{t("feed.outlook")}</li>
          <li>{t("feed.google")}</li>
        </ul>
      </Section>
      <Section id="refresh" title={t("feed.refresh")}>
        <p className="gap">{t("feed.refreshText")}</p>
      </Section>
    </Page>
  );
}
