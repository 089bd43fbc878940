import * as batches from "~/i18n/document-batches";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { Numeral, Table } from "~/ui/table";
import type { BatchShown } from "./route";

/** Every case without a document, and why; what was mended meanwhile can be tried in another batch. */
export function Exceptions({ batch }: { batch: BatchShown }) {
  const [t, tShell] = [useText(batches), useText(shell)];
  const rows = batch.exceptions;
  if (rows.length === 0) return null;
  const count = batch.counts.missing + batch.counts.failed;
  return (
    <Section id="exceptions" title={t("exceptions")} note={t("exceptionsNote", { count })}>
      <Sheet className="gap">
        <Table
          caption={t("exceptions")}
          scrollLabel={tShell("scrolls", { what: t("exceptions") })}
          rows={rows}
          rowKey={(row) => String(row.ordinal)}
          columns={[
            {
              id: "case",
              head: t("col.case"),
              isRowHead: true,
              isNowrap: true,
              cell: (row) => <Numeral href={`/cases/${row.caseId}`}>{row.registrationNo}</Numeral>,
            },
            { id: "party", head: t("col.party"), cell: (row) => row.partyName ?? "" },
            {
              id: "reason",
              head: t("col.reason"),
              cell: (row) => (row.reason ? <Status tone="no">{t(`reason.${row.reason}`)}</Status> : null),
            },
          ]}
        />
      </Sheet>
      {batch.status === "done" ? (
        <Form method="post" action="/documents" className="acts gap">
          <input type="hidden" name="_key" value={`${batch.formKey}-again`} />
          <input type="hidden" name="kind" value={batch.kind} />
          <input type="hidden" name="exceptionsOf" value={batch.batchId} />
          <Button>{t("again")}</Button>
        </Form>
      ) : null}
    </Section>
  );
}
