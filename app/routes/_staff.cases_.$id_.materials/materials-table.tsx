import { isOfTheFile } from "~/domain/mediation/materials";
import * as materials from "~/i18n/materials";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Empty } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Sub, Table } from "~/ui/table";
import type { MaterialsShown } from "./route";

/** One line for each material: what, whose, for whom, since when. */
export function MaterialsTable({ page }: { page: MaterialsShown }) {
  const [t, tShell] = [useText(materials), useText(shell)];
  const format = useFormat();
  const rows = page.materials;
  const whose = (partyId: string | null) =>
    page.parties.find((party) => party.partyId === partyId)?.name ?? t("court");
  return (
    <Section id="handed-in" title={t("handedIn")} note={t("handedInNote", { count: rows.length })}>
      {rows.length === 0 ? <Empty title={t("none")}>{t("noneText")}</Empty> : null}
      {rows.length > 0 ? (
        <Sheet>
          <Table
            caption={t("caption")}
            scrollLabel={tShell("scrolls", { what: t("listLabel") })}
            rows={rows}
            rowKey={(row) => row.materialId}
            columns={[
              {
                id: "title",
                head: t("col.title"),
                isRowHead: true,
                isNowrap: true,
                cell: (row) => (
                  <>
                    <a href={`/api/v1/files/${row.fileId}`} download>
                      {row.title}
                    </a>
                    <Sub>{`${row.type.toUpperCase()} · ${format.fileSize(row.size)}`}</Sub>
                  </>
                ),
              },
              { id: "kind", head: t("col.kind"), cell: (row) => t(`kind.${row.kind}`) },
              { id: "whose", head: t("col.whose"), cell: (row) => whose(row.partyId) },
              {
                id: "reach",
                head: t("col.reach"),
                isNowrap: true,
                cell: (row) => (
                  <>
                    {t(`reach.${row.reach}`)}
                    {isOfTheFile(row.kind) ? <Sub>{t("reach.file")}</Sub> : null}
                  </>
                ),
              },
              {
                id: "when",
                head: t("col.when"),
                isNowrap: true,
                cell: (row) => (
                  <>
                    {format.instant(row.handedInAt)}
                    <Sub>{row.isByParty ? t("byParty") : t("byStaff", { name: row.byName?.name ?? "" })}</Sub>
                  </>
                ),
              },
              {
                id: "act",
                head: t("col.act"),
                isScreenOnly: true,
                cell: (row) =>
                  row.isOwn ? (
                    <Form method="post">
                      <input type="hidden" name="materialId" value={row.materialId} />
                      <Button look="quiet" name="intent" value="withdraw" reading={row.title}>
                        {t("withdraw")}
                      </Button>
                    </Form>
                  ) : null,
              },
            ]}
          />
        </Sheet>
      ) : null}
    </Section>
  );
}
