import * as series from "~/i18n/series";
import * as shell from "~/i18n/shell";
import * as stages from "~/i18n/stages";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Anchor, Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Numeral, Table } from "~/ui/table";
import type { SeriesShown } from "./route";

/** The cases of the series, fifty at a time in the order of their numbers. */
export function CasesSection({ page }: { page: SeriesShown }) {
  const [t, tShell, stage] = [useText(series), useText(shell), useText(stages)];
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  const path = `/series/${page.series.id}`;
  return (
    <Section id="cases" title={t("cases")} note={t("casesNote", { count: page.total })}>
      <Sheet>
        <Table
          caption={t("casesCaption")}
          scrollLabel={tShell("scrolls", { what: t("casesLabel") })}
          rows={page.rows}
          rowKey={(row) => row.caseId}
          isWide
          columns={[
            {
              id: "case",
              head: t("col.case"),
              isRowHead: true,
              cell: (row) => (
                <Numeral href={`/cases/${row.caseId}`}>{row.caseNo ?? row.registrationNo}</Numeral>
              ),
            },
            { id: "respondent", head: t("col.respondent"), cell: (row) => row.respondentNames },
            {
              id: "amount",
              head: t("col.amount"),
              isNumber: true,
              cell: (row) => (row.amountFen === null ? null : format.money(row.amountFen)),
            },
            { id: "stage", head: t("col.stage"), isNowrap: true, cell: (row) => stage(row.stage) },
            {
              id: "mediator",
              head: t("col.mediator"),
              isNowrap: true,
              cell: (row) => (isZh ? row.mediatorName : row.mediatorNameEn),
            },
            {
              id: "due",
              head: t("col.due"),
              isNowrap: true,
              cell: (row) => (row.dueOn ? format.date(row.dueOn) : null),
            },
            {
              id: "next",
              head: t("col.next"),
              isNowrap: true,
              cell: (row) => (row.nextSessionAt ? format.instant(row.nextSessionAt) : null),
            },
            ...(page.mayKeep
              ? [
                  {
                    id: "act",
                    head: t("col.act"),
                    isScreenOnly: true,
                    cell: (row: SeriesShown["rows"][number]) => (
                      <Form method="post">
                        <input type="hidden" name="caseId" value={row.caseId} />
                        <Button look="quiet" name="intent" value="leave" reading={row.registrationNo}>
                          {t("leave")}
                        </Button>
                      </Form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Sheet>
      <p className="acts gap">
        {page.isFirst ? null : <Anchor href={`${path}#cases`}>{t("firstPage")}</Anchor>}
        {page.next ? (
          <Anchor href={`${path}?after=${encodeURIComponent(page.next)}#cases`}>{t("nextPage")}</Anchor>
        ) : null}
      </p>
    </Section>
  );
}
