import * as availability from "~/i18n/availability";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Anchor, Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { type Column, Sub, Table } from "~/ui/table";
import { partsText } from "../_staff/minutes";
import { availabilityHref } from "./address";
import type { AvailabilityShown } from "./route";

type Day = AvailabilityShown["days"][number];

/** Four weeks as the slot search sees them; each day leads to its explanation. */
export function DaysSection({ kept }: { kept: AvailabilityShown }) {
  const [t, tShell] = [useText(availability), useText(shell)];
  const format = useFormat();
  const { resourceId, isOwn } = kept.resource;
  const own = isOwn ? undefined : resourceId;
  const columns: Column<Day>[] = [
    {
      id: "on",
      head: t("days.on"),
      isRowHead: true,
      isNowrap: true,
      cell: (row) => (
        <Anchor href={`${availabilityHref(own, { on: row.on })}#explain`}>
          {format.date(row.on)}
          <span className="sr"> {t("days.explain")}</span>
        </Anchor>
      ),
    },
    {
      id: "free",
      head: t("days.free"),
      cell: (row) => (
        <>
          {row.working ? (
            row.free.length > 0 ? (
              partsText(row.free, format.list)
            ) : (
              t("days.none")
            )
          ) : (
            <span className="q">{t("days.rest")}</span>
          )}
          {row.provisional ? <Sub>{t("days.provisional")}</Sub> : null}
        </>
      ),
    },
    {
      id: "busy",
      head: t("days.busy"),
      cell: (row) => partsText(row.busy, format.list),
    },
  ];
  return (
    <Section id="days" title={t("days.title")} note={t("days.note")}>
      <Form method="get" action="/availability#explain" className="form-row gap">
        {own ? <input type="hidden" name="resourceId" value={own} /> : null}
        <Field id="explain-on" label={t("explain.askOn")}>
          <TextInput type="date" name="on" defaultValue={kept.day?.on ?? kept.today} />
        </Field>
        <Button>{t("explain.ask")}</Button>
      </Form>
      <Sheet className="gap">
        <Table
          caption={t("days.caption")}
          scrollLabel={tShell("scrolls", { what: t("days.title") })}
          columns={columns}
          rows={kept.days}
          rowKey={(row) => row.on}
        />
      </Sheet>
    </Section>
  );
}
