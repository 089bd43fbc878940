import { STAGES } from "~/domain/cases/stages";
import * as series from "~/i18n/series";
import * as shell from "~/i18n/shell";
import * as stages from "~/i18n/stages";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Section, Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import type { SeriesShown } from "./route";

/** The whole series in short: amounts, mediators, and how many cases stand where, in the order of a case's life. */
export function ShortSection({ page }: { page: SeriesShown }) {
  const [t, tShell, stage] = [useText(series), useText(shell), useText(stages)];
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  const rows = STAGES.flatMap((one) => page.stages.filter((each) => each.stage === one));
  const mediators = page.mediators.map(({ name, nameEn, n }) =>
    t("mediatorCount", { name: isZh ? name : nameEn, count: n }),
  );
  return (
    <Section id="short" title={t("facts")}>
      <Facts
        isPadded
        facts={[
          { term: t("amount"), value: format.money(page.amountFen) },
          { term: t("mediators"), value: mediators.length ? format.list(mediators) : t("nobody") },
        ]}
      />
      <Sheet>
        <Table
          caption={t("stagesCaption")}
          scrollLabel={tShell("scrolls", { what: t("stagesLabel") })}
          rows={rows}
          rowKey={(row) => row.stage}
          columns={[
            { id: "stage", head: t("col.stage"), isRowHead: true, cell: (row) => stage(row.stage) },
            { id: "count", head: t("col.count"), isNumber: true, cell: (row) => row.n },
          ]}
        />
      </Sheet>
    </Section>
  );
}
