import * as imports from "~/i18n/imports";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Field } from "~/ui/field";
import { TextArea, TextInput } from "~/ui/input";
import { Pager } from "~/ui/pager";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import type { FormAnswer } from "../_staff/refusal.server";

interface BadRow {
  row: number;
  errors: { column: string; code: string; words: string }[];
  repaired: string[];
  cells: { key: string; column: string; value: string }[];
}
interface BadRun {
  runId: string;
  bad: number;
  /** After which row these come; 0 for the first of them. */
  after: number;
  badRows: BadRow[];
  next: number | null;
  columns: { key: string; column: string }[];
}

/** Longer texts get more room. */
const LONG = ["claims", "facts"];
/** Where a whole line is refused, this is what can be said for it. */
const WHOLE_LINE = "separateReason";

/** Lines that did not come in, each with its wrong cells to be mended in place. */
export function BadRows({ run, answer }: { run: BadRun; answer?: FormAnswer }) {
  const t = useText(imports);
  const { badRows, bad, after, next } = run;
  if (badRows.length === 0) return null;
  return (
    <Section id="bad" title={t("badTitle")} note={t("badNote", { bad })}>
      <p className="gap">
        <LinkButton href={`/cases/import/${run.runId}/returned.xlsx`} download icon="download">
          {t("returned")}
        </LinkButton>
      </p>
      {badRows.map((row) => (
        <RowForm
          key={row.row}
          row={row}
          after={after}
          columns={run.columns}
          typed={answer?.values.row === String(row.row) ? answer.values : {}}
        />
      ))}
      {next !== null || after > 0 ? (
        <Pager
          label={t("badPage")}
          summary={t("badNote", { bad })}
          {...(after > 0 ? { previous: { href: "?after=0", label: t("firstBad") } } : {})}
          {...(next === null ? {} : { next: { href: `?after=${next}#bad`, label: t("nextBad") } })}
        />
      ) : null}
    </Section>
  );
}

interface RowFormProps {
  row: BadRow;
  after: number;
  columns: BadRun["columns"];
  typed: Record<string, string>;
}

function RowForm({ row, after, columns, typed }: RowFormProps) {
  const [t, tShell] = [useText(imports), useText(shell)];
  const title = t("rowTitle", { row: row.row });
  const wrong = columns.filter(({ key, column }) =>
    row.errors.some((error) => (error.column ? error.column === column : key === WHOLE_LINE)),
  );
  const cellOf = (key: string) =>
    typed[`cell.${key}`] ?? row.cells.find((cell) => cell.key === key)?.value ?? "";
  return (
    <Sheet className="gap" isPadded>
      <Form method="post" className="form" id={`row-${row.row}`} aria-label={title}>
        <h3>{title}</h3>
        <input type="hidden" name="row" value={row.row} />
        <input type="hidden" name="after" value={after} />
        {wrong.map(({ key, column }) => {
          const id = `cell-${row.row}-${key}`;
          const errors = row.errors.filter((error) => error.column === column || !error.column);
          const props = { name: `cell.${key}`, defaultValue: cellOf(key), autoComplete: "off" };
          return (
            <Field
              key={key}
              id={id}
              label={column}
              error={errors.map((error) => error.words)}
              errorPrefix={tShell("error")}
            >
              {LONG.includes(key) ? <TextArea {...props} /> : <TextInput {...props} />}
            </Field>
          );
        })}
        {row.repaired.length > 0 ? (
          <p className="q2">{t("repaired", { columns: columnsOf(row.repaired, columns).join("、") })}</p>
        ) : null}
        <details>
          <summary>{t("rowAll")}</summary>
          <Facts facts={row.cells.map(({ column, value }) => ({ term: column, value }))} />
        </details>
        <div className="acts">
          <Button look="main" name="intent" value="fix" reading={title}>
            {t("fix")}
          </Button>
          <Button look="quiet" name="intent" value="drop" reading={title}>
            {t("drop")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

const columnsOf = (keys: readonly string[], columns: BadRun["columns"]) =>
  columns.filter(({ key }) => keys.includes(key)).map(({ column }) => column);
