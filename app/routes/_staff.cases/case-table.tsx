import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import * as queue from "~/i18n/queue";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { BatchBar, PickAll } from "~/ui/batch-bar";
import { Button, LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notice";
import { ListBar } from "~/ui/pager";
import { Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import { ListPager } from "../_staff/list-pager";
import { PrintButton } from "../_staff/print-button";
import { addressWith, pageLinks } from "./address";
import { useColumns } from "./columns";
import type { CaseList } from "./list.server";

/** The list itself with its place, tick boxes, batch bar and pages. */
export function CaseTable({ list, scope }: { list: CaseList; scope: ReactNode }) {
  const [t, tShell] = [useText(queue), useText(shell)];
  const [search] = useSearchParams();
  const { rows, may, filter } = list;
  const columns = useColumns({ canPick: may.export, today: list.today });
  if (rows.length === 0) return <NoCases list={list} scope={scope} />;
  const links = pageLinks(search, list.next, rows.length);
  const at = { from: links.at + 1, to: links.at + rows.length };
  const place = list.capped
    ? t("placeCapped", { ...at, total: list.total - 1 })
    : tShell("place", { ...at, total: list.total });
  const table = (
    <Sheet>
      <Table
        isWide
        caption={t("caption", { tab: t(`tab.${filter.tab}`), place })}
        scrollLabel={tShell("scrolls", { what: t("listLabel") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.caseId}
      />
    </Sheet>
  );
  const listPart = (
    <>
      <ListBar summary={place} tools={<PrintButton />}>
        {scope}
        {may.export ? <PickAll name="id" label={tShell("pickPage")} /> : null}
      </ListBar>
      {table}
    </>
  );
  const pager = <ListPager pages={links} summary={place} />;
  if (!may.export)
    return (
      <>
        {listPart}
        {pager}
      </>
    );
  return (
    // A plain form: a file is fetched, no page follows.
    <form method="get" action="/cases/export.xlsx" key={search.toString()}>
      {listPart}
      {pager}
      <BatchBar
        label={tShell("batch")}
        name="id"
        picked={0}
        summary={(picked) => tShell("picked", { count: picked })}
      >
        <Button>{t("exportPicked")}</Button>
        {may.documents ? <Button formAction="/documents">{t("documents")}</Button> : null}
        <LinkButton look="quiet" href={addressWith(search, {})}>
          {t("clearPicked")}
        </LinkButton>
      </BatchBar>
    </form>
  );
}

function NoCases({ list, scope }: { list: CaseList; scope: ReactNode }) {
  const t = useText(queue);
  const { filter, may, counts } = list;
  const isBare = counts.all === 0 && filter.tab === "all" && !filter.text && filter.stage.length === 0;
  const text = filter.scope === "mine" ? t("emptyMineText") : t("emptyText");
  return (
    <>
      <ListBar summary={t("total", { total: 0 })}>{scope}</ListBar>
      {isBare && may.create ? (
        <Empty
          title={t("emptyAllTitle")}
          action={
            <LinkButton look="main" href="/cases/new">
              {t("create")}
            </LinkButton>
          }
        >
          {t("emptyAllText")}
        </Empty>
      ) : (
        <Empty title={t("emptyTitle")}>{text}</Empty>
      )}
    </>
  );
}
