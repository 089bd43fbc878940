import * as words from "~/i18n/court-calendar";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Empty } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";

type Own = { on: string; open: boolean; name: string; isPast: boolean };

/** The court's own days, and for the administrator the form that sets another. */
export function OwnSection({
  closures,
  mayLoad,
  answer,
}: {
  closures: readonly Own[];
  mayLoad: boolean;
  answer?: FormAnswer;
}) {
  const [t, tShell] = [useText(words), useText(shell)];
  const format = useFormat();
  const errorPrefix = tShell("error");
  const { error, value } = fieldsOf(answer);
  return (
    <Section id="own" title={t("own")} note={t("ownNote")}>
      {closures.length === 0 ? (
        <Empty title={t("ownNone")}>{t("ownNoneText")}</Empty>
      ) : (
        <Sheet className="gap">
          <Table
            caption={t("own")}
            scrollLabel={tShell("scrolls", { what: t("own") })}
            rows={closures}
            rowKey={(one) => one.on}
            columns={[
              { id: "on", head: t("col.on"), isRowHead: true, cell: (one) => format.date(one.on) },
              { id: "kind", head: t("col.kind"), cell: (one) => t(one.open ? "kind.open" : "kind.closed") },
              { id: "name", head: t("col.name"), cell: (one) => one.name },
              {
                id: "act",
                head: "",
                isScreenOnly: true,
                cell: (one) =>
                  mayLoad && !one.isPast ? (
                    <Form method="post">
                      <input type="hidden" name="on" value={one.on} />
                      <Button look="quiet" name="intent" value="preview-clear" reading={format.date(one.on)}>
                        {t("clear")}
                      </Button>
                    </Form>
                  ) : null,
              },
            ]}
          />
        </Sheet>
      )}
      {mayLoad ? (
        <Form method="post" className="form gap">
          <h3>{t("setOwn")}</h3>
          <Field id="on" label={t("on")} error={error("on")} errorPrefix={errorPrefix}>
            <TextInput name="on" type="date" required defaultValue={value("on")} />
          </Field>
          <Field id="open" label={t("kind")} errorPrefix={errorPrefix}>
            <Select
              name="open"
              defaultValue={value("open", "false")}
              options={[
                { value: "false", label: t("kind.closed") },
                { value: "true", label: t("kind.open") },
              ]}
            />
          </Field>
          <Field id="name" label={t("name")} error={error("name")} errorPrefix={errorPrefix}>
            <TextInput name="name" required maxLength={40} defaultValue={value("name")} />
          </Field>
          <div className="acts">
            <Button name="intent" value="preview-own">
              {t("preview")}
            </Button>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}
