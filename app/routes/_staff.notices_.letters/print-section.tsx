import * as letters from "~/i18n/letters";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { BatchBar, PickAll } from "~/ui/batch-bar";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import { useLetterColumns } from "./letter-columns";
import type { LettersShown } from "./route";

/** Choose what goes out on paper; printing keeps it as a letter. */
export function PrintSection({ shown, picked }: { shown: LettersShown; picked: readonly string[] }) {
  const [t, tShell] = [useText(letters), useText(shell)];
  const columns = useLetterColumns();
  const { toPrint: rows } = shown;
  const isPicked = (id: string) => picked.includes(id);
  return (
    <Section id="to-print" title={t("toPrint")} note={t("toPrintNote", { count: rows.length })}>
      {rows.length === 0 ? (
        <p className="hint gap">{t("none")}</p>
      ) : (
        <Form method="post" className="gap">
          <input type="hidden" name="_key" value={`${shown.formKey}-print`} />
          <PickAll name="notice" label={t("pickAll")} />
          <Sheet>
            <Table
              caption={t("toPrint")}
              scrollLabel={tShell("scrolls", { what: t("toPrint") })}
              columns={[
                {
                  id: "pick",
                  head: <span className="sr">{t("pick")}</span>,
                  isScreenOnly: true,
                  cell: (row) => (
                    <input
                      type="checkbox"
                      name="notice"
                      value={row.notice_id}
                      aria-label={`${t("pick")} ${row.number} ${row.name ?? ""}`}
                      defaultChecked={isPicked(row.notice_id)}
                    />
                  ),
                },
                ...columns,
              ]}
              rows={rows}
              rowKey={(row) => row.notice_id}
            />
          </Sheet>
          <BatchBar
            label={t("batch")}
            name="notice"
            picked={rows.filter((row) => isPicked(row.notice_id)).length}
            summary={(count) => t("picked", { count })}
          >
            <Button look="main" name="intent" value="print" icon="print">
              {t("printPicked")}
            </Button>
          </BatchBar>
        </Form>
      )}
    </Section>
  );
}
