import * as templates from "~/i18n/document-templates";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Empty } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Sub, Table } from "~/ui/table";
import type { TemplateShown } from "./route";

/** Every version with its file, a look with a real case, and the way back to the built-in one. */
export function Versions({ shown }: { shown: TemplateShown }) {
  const [t, tShell] = [useText(templates), useText(shell)];
  const format = useFormat();
  const { versions, kind } = shown;
  return (
    <>
      <Section id="preview" title={t("preview")} note={t("previewHint")}>
        {/* A plain form: a file is fetched, no page follows. */}
        <form method="get" action="/templates/preview.docx" className="form gap">
          <input type="hidden" name="kind" value={kind} />
          <Field id="number" label={t("previewNumber")}>
            <TextInput name="number" maxLength={60} autoComplete="off" />
          </Field>
          <Field id="version" label={t("previewVersion")}>
            <Select
              name="version"
              options={[
                { value: "", label: t("inForceOption") },
                ...versions
                  .filter((one) => !one.isBuiltIn)
                  .map((one) => ({ value: one.templateId, label: one.label })),
              ]}
            />
          </Field>
          <div className="acts">
            <Button icon="download">{t("previewGo")}</Button>
          </div>
        </form>
      </Section>
      <Section id="versions" title={t("versions")} note={t("versionsNote", { count: versions.length })}>
        {versions.length === 0 ? (
          <Empty title={t("noVersions")}>{t("noVersionsText")}</Empty>
        ) : (
          <Sheet className="gap">
            <Table
              caption={t("versions")}
              scrollLabel={tShell("scrolls", { what: t("versions") })}
              rows={versions}
              rowKey={(row) => row.templateId}
              columns={[
                {
                  id: "version",
                  head: t("col.version"),
                  isRowHead: true,
                  isNowrap: true,
                  cell: (row) => (
                    <>
                      {row.label}
                      {row.isInForce ? <Sub>{t("nowUsed")}</Sub> : null}
                    </>
                  ),
                },
                {
                  id: "file",
                  head: t("col.file"),
                  cell: (row) => (row.isBuiltIn ? t("backToBuiltIn") : row.name),
                },
                {
                  id: "since",
                  head: t("col.since"),
                  isNowrap: true,
                  cell: (row) => format.date(row.effectiveOn),
                },
                {
                  id: "made",
                  head: t("col.made"),
                  isNowrap: true,
                  cell: (row) => format.instantShort(row.createdAt),
                },
                {
                  id: "act",
                  head: t("col.act"),
                  isScreenOnly: true,
                  cell: (row) =>
                    row.isBuiltIn ? null : (
                      <a href={`/templates/file.docx?kind=${kind}&version=${row.templateId}`} download>
                        {t("download")}
                        <span className="sr"> {row.label}</span>
                      </a>
                    ),
                },
              ]}
            />
          </Sheet>
        )}
      </Section>
      {versions.some((one) => !one.isBuiltIn) ? (
        <Section id="restore" title={t("restore")} note={t("restoreText")}>
          <Form method="post" className="line-form gap">
            <input type="hidden" name="_key" value={shown.formKey} />
            <TextInput
              type="date"
              name="effectiveOn"
              aria-label={t("effectiveOn")}
              defaultValue={shown.today}
              min={shown.today}
            />
            <Button name="intent" value="restore">
              {t("restore")}
            </Button>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
