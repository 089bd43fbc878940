import * as replan from "~/i18n/replan";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Empty } from "~/ui/notice";
import { Anchor, Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { type Column, Numeral, Sub, Table } from "~/ui/table";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { nameIn, sidesOf } from "../_staff.cases_.$id/names";
import type { ReplanShown } from "./route";

type Preview = NonNullable<ReplanShown["preview"]>;
type Move = Preview["moves"][number];

interface MovesFormProps {
  shown: ReplanShown;
  preview: Preview;
  answer?: FormAnswer;
}

/** What would move and where to, ticked; the reason; one button for all. */
export function MovesForm({ shown, preview, answer }: MovesFormProps) {
  const [t, tShell] = [useText(replan), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const { error, value } = fieldsOf(answer);
  const roomOf = (room: Move["before"]["room"]) => (room ? nameIn(locale, room) : "");
  const columns: Column<Move>[] = [
    {
      id: "take",
      head: t("take"),
      cell: (row) =>
        row.after ? (
          <input
            type="checkbox"
            name="move"
            value={[row.sessionId, row.version, row.after.startAt, row.after.room?.roomId ?? ""].join("|")}
            defaultChecked
            aria-label={t("takeOf", { number: row.cases[0]?.number ?? "" })}
          />
        ) : null,
    },
    {
      id: "case",
      head: t("session"),
      isRowHead: true,
      cell: (row) =>
        row.cases.map((one) => (
          <div key={one.caseId}>
            <Numeral href={`/cases/${one.caseId}`}>{one.number}</Numeral>
            <Sub>{format.versus(...sidesOf(one))}</Sub>
          </div>
        )),
    },
    {
      id: "before",
      head: t("before"),
      cell: (row) => (
        <>
          {format.range(row.before.startAt, row.before.endAt)}
          <Sub>{roomOf(row.before.room)}</Sub>
        </>
      ),
    },
    {
      id: "after",
      head: t("after"),
      cell: (row) =>
        row.after ? (
          <>
            <b>{format.range(row.after.startAt, row.after.endAt)}</b>
            <Sub>{roomOf(row.after.room)}</Sub>
          </>
        ) : (
          <>
            <Status tone="risk">{t("noTime")}</Status>
            <Sub>
              <Anchor href={`/sessions/${row.sessionId}/move`}>{t("noTimeDo")}</Anchor>
            </Sub>
          </>
        ),
    },
    { id: "due", head: t("due"), isNowrap: true, cell: (row) => (row.dueOn ? format.date(row.dueOn) : "") },
    {
      id: "people",
      head: t("people"),
      isNowrap: true,
      cell: (row) => t("peopleCount", { count: row.people }),
    },
  ];
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="_key" value={shown.formKey} />
      {Object.entries(shown.away ?? {}).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <Section id="moves" title={t("moves.title")} note={t("moves.note", { count: preview.total })}>
        {preview.moves.length === 0 ? (
          <Empty title={t("none")}>{t("noneText")}</Empty>
        ) : (
          <Sheet className="gap">
            <Table
              caption={t("moves.title")}
              scrollLabel={tShell("scrolls", { what: t("moves.title") })}
              columns={columns}
              rows={preview.moves}
              rowKey={(row) => row.sessionId}
            />
          </Sheet>
        )}
        <div className="form gap">
          <Field
            id="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            error={error("reason")}
            errorPrefix={tShell("error")}
          >
            <TextInput name="reason" maxLength={200} defaultValue={value("reason")} required />
          </Field>
          <div className="acts">
            <Button look="main">{t(preview.moves.length > 0 ? "do" : "doOnly")}</Button>
          </div>
        </div>
      </Section>
    </Form>
  );
}
