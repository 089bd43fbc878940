import * as letters from "~/i18n/letters";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import { useLetterColumns } from "./letter-columns";
import type { LettersShown } from "./route";

/** Letters in the post: what the receipt says, or why one came back. */
export function ReceiptSection({ shown }: { shown: LettersShown }) {
  const [t, tShell] = [useText(letters), useText(shell)];
  const columns = useLetterColumns();
  const { toReceive: rows } = shown;
  return (
    <Section id="to-receive" title={t("toReceive")}>
      {rows.length === 0 ? (
        <p className="hint gap">{t("none")}</p>
      ) : (
        <Sheet className="gap">
          <Table
            caption={t("toReceive")}
            scrollLabel={tShell("scrolls", { what: t("toReceive") })}
            columns={[
              ...columns,
              { id: "tracking", head: t("col.tracking"), isNowrap: true, cell: (row) => row.tracking },
              {
                id: "result",
                head: t("col.result"),
                isScreenOnly: true,
                cell: (row) => {
                  const name = { number: row.number, name: row.name ?? "" };
                  return (
                    <Form method="post" className="line-form" aria-label={t("enterOf", name)}>
                      <input type="hidden" name="_key" value={`${shown.formKey}-${row.delivery_id}`} />
                      <input type="hidden" name="deliveryId" value={row.delivery_id ?? ""} />
                      <Select
                        name="outcome"
                        aria-label={t("col.result")}
                        options={[
                          { value: "delivered", label: t("received") },
                          { value: "bounced", label: t("returned") },
                        ]}
                      />
                      <TextInput type="date" name="on" aria-label={t("on")} />
                      <TextInput
                        name="code"
                        aria-label={t("reason")}
                        placeholder={t("reason")}
                        maxLength={80}
                      />
                      <Button name="intent" value="note" reading={`${row.number} ${row.name ?? ""}`}>
                        {t("enter")}
                      </Button>
                    </Form>
                  );
                },
              },
            ]}
            rows={rows}
            rowKey={(row) => row.notice_id}
          />
        </Sheet>
      )}
    </Section>
  );
}
