import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as review from "~/i18n/review";
import * as reviewQueue from "~/i18n/review-queue";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { Empty } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ListBar } from "~/ui/pager";
import { Anchor } from "~/ui/router";
import { Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import { Tabs } from "~/ui/tabs";
import { addressOf, pagesOf } from "../_staff/list-address";
import { ListPager } from "../_staff/list-pager";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { useKeySwitch } from "../_staff.reviews_.$caseId/keys";
import { useIsLive } from "../_staff.reviews_.$caseId/use-is-live";
import { useColumns } from "./columns";
import { queueOf } from "./list.server";
import { useRowKeys } from "./use-row-keys";

const PATH = "/reviews";
const KEEP = ["lane", "scope"] as const;
const LANES = ["settled", "failed", "served", "returned"] as const;

export const handle: PageHandle = { print: "landscape" };

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, review)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return queueOf(context.deps, actor, new URL(request.url).searchParams);
}

export default function Reviews() {
  const list = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [t, tReview, tShell] = [useText(reviewQueue), useText(review), useText(shell)];
  const format = useFormat();
  const columns = useColumns();
  const [isOn] = useKeySwitch();
  useRowKeys(isOn);
  const isLive = useIsLive();
  const { filter, rows } = list;
  const lane = filter.lane ?? "settled";
  const scope = filter.mine ? "mine" : list.isBench ? "all" : "court";
  const conditions = format.list([t(`scope.${scope}`), t(`lane.${lane}`)]);
  const pages = pagesOf(PATH, search, KEEP, list.next, rows.length);
  const place = tShell("place", { from: pages.at + 1, to: pages.at + rows.length, total: list.total });
  return (
    <Page>
      <Head title={tReview("title")}>
        {t("total", { total: list.total })} {t("conditions", { conditions })}
      </Head>
      <Tabs
        label={t("lanes")}
        tabs={LANES.map((one) => ({
          href: addressOf(PATH, search, KEEP, { lane: one }),
          label: t(`lane.${one}`),
          count: list.counts[one],
          isCurrent: one === lane,
        }))}
      />
      <ListBar summary={rows.length > 0 ? place : t("total", { total: 0 })} tools={<PrintButton />}>
        {list.isJudge ? (
          <nav aria-label={t("scope")} className="link-row">
            {(["all", "mine"] as const).map((one) => (
              <Anchor
                key={one}
                href={addressOf(PATH, search, KEEP, { scope: one === "mine" ? "mine" : null })}
                aria-current={one === scope ? "true" : undefined}
              >
                {t(`scope.${one}`)}
              </Anchor>
            ))}
          </nav>
        ) : null}
        {isLive && isOn && rows.length > 0 ? (
          <p className="keys no-print">
            <span>
              <kbd>J</kbd> <kbd>K</kbd> {t("keysQueue")}
            </span>
          </p>
        ) : null}
      </ListBar>
      {rows.length === 0 ? (
        <Empty title={t(`empty.${lane}`)}>{t(`empty.${lane}.text`)}</Empty>
      ) : (
        <>
          <Sheet>
            <Table
              isWide
              caption={t("caption", { lane: t(`lane.${lane}`), place })}
              scrollLabel={tShell("scrolls", { what: t("listLabel") })}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.caseId}
            />
          </Sheet>
          <ListPager pages={pages} summary={place} />
        </>
      )}
    </Page>
  );
}
