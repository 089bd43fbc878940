import * as letters from "~/i18n/letters";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { useLetterColumns } from "./letter-columns";
import type { LettersShown } from "./route";

/** One line a letter: a scanner types the number and goes on with Enter or Tab. */
export function TrackSection({ shown, answer }: { shown: LettersShown; answer: FormAnswer | undefined }) {
  const [t, tShell] = [useText(letters), useText(shell)];
  const columns = useLetterColumns();
  const { value } = fieldsOf(answer);
  const { toTrack: rows } = shown;
  const ids = new URLSearchParams(rows.map((row) => ["ids", row.notice_id]));
  return (
    <Section id="to-track" title={t("toTrack")} note={rows.length ? t("toTrackText") : undefined}>
      {rows.length === 0 ? (
        <p className="hint gap">{t("none")}</p>
      ) : (
        <Form method="post" className="gap" noValidate>
          <input type="hidden" name="_key" value={`${shown.formKey}-track`} />
          <Sheet>
            <Table
              caption={t("toTrack")}
              scrollLabel={tShell("scrolls", { what: t("toTrack") })}
              columns={[
                ...columns,
                {
                  id: "tracking",
                  head: t("col.tracking"),
                  cell: (row) => (
                    <TextInput
                      name={`tracking-${row.delivery_id}`}
                      aria-label={t("trackingOf", { number: row.number, name: row.name ?? "" })}
                      autoComplete="off"
                      maxLength={30}
                      defaultValue={value(`tracking-${row.delivery_id}`)}
                    />
                  ),
                },
              ]}
              rows={rows}
              rowKey={(row) => row.notice_id}
            />
          </Sheet>
          <div className="acts gap">
            <Button look="main" name="intent" value="track">
              {t("track")}
            </Button>
            <LinkButton href={`/notices/print?labels=true&${ids}`} icon="print">
              {t("labels")}
            </LinkButton>
          </div>
        </Form>
      )}
    </Section>
  );
}
