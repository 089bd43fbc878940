import { DEFAULT_CLAUSES, FEE_SPLITS } from "~/domain/mediation/agreement";
import * as page from "~/i18n/agreement-page";
import * as codes from "~/i18n/codes";
import * as documentCodes from "~/i18n/document-codes";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Check, Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import type { Values } from "../_staff/form-fields";
import type { AgreementShown } from "./agreement.server";
import { ObligationFields } from "./obligation-fields";
import { SheetTerms } from "./sheet-terms";

interface TermFormProps {
  shown: AgreementShown;
  values: Values;
  fields: Record<string, string[]>;
  rows: readonly number[];
  formKey: string;
}

/** The terms, obligation by obligation, and the way that the case shall take; no way is hidden, a closed one says why. */
export function TermForm({ shown, values, fields, rows, formKey }: TermFormProps) {
  const [t, code, paper, tShell] = [useText(page), useText(codes), useText(documentCodes), useText(shell)];
  const errorPrefix = tShell("error");
  const open = shown.routes.filter((one) => !one.why).map((one) => one.route);
  return (
    // The first button is what Enter presses: it must be the one that saves.
    <Form
      method="post"
      className="form is-wide gap"
      key={`${formKey} ${rows.join()} ${values.stamp ?? ""}`}
      noValidate
    >
      <button type="submit" className="sr" name="intent" value="draft" tabIndex={-1} aria-hidden="true">
        {t("saveDo")}
      </button>
      <input type="hidden" name="_key" value={formKey} />
      <SheetTerms shown={shown} values={values} />
      <Field id="mainFacts" label={t("mainFacts")} error={fields.mainFacts} errorPrefix={errorPrefix}>
        <TextArea name="mainFacts" rows={3} maxLength={5000} defaultValue={values.mainFacts} />
      </Field>
      <div>
        {rows.map((row, index) => (
          <ObligationFields
            key={row}
            row={row}
            no={index + 1}
            isOnly={rows.length === 1}
            parties={shown.parties}
            values={values}
            fields={fields}
          />
        ))}
        <p className="gap">
          <Button name="intent" value="add" icon="add">
            {t("addObligation")}
          </Button>
        </p>
      </div>
      <div className="form-row">
        <Field id="defaultClause" label={t("defaultClause")}>
          <Select
            name="defaultClause"
            blank={t("undecided")}
            defaultValue={values.defaultClause}
            options={DEFAULT_CLAUSES.map((one) => ({ value: one, label: paper(`default.${one}`) }))}
          />
        </Field>
        <Field id="feeSplit" label={t("feeSplit")}>
          <Select
            name="feeSplit"
            blank={t("undecided")}
            defaultValue={values.feeSplit}
            options={FEE_SPLITS.map((one) => ({ value: one, label: paper(`feeSplit.${one}`) }))}
          />
        </Field>
        <Field id="finality" label={t("finality")}>
          <Select
            name="finality"
            blank={t("undecided")}
            defaultValue={values.finality}
            options={(["yes", "no"] as const).map((one) => ({ value: one, label: t(`finality.${one}`) }))}
          />
        </Field>
        <Field id="guarantors" label={t("guarantors")}>
          <TextInput name="guarantors" defaultValue={values.guarantors} />
        </Field>
      </div>
      <div className="checks">
        {(["statusContent", "titleContent", "bindsOnSigning"] as const).map((one) => (
          <Check key={one} name={one} label={t(one)} defaultChecked={values[one] === "on"} />
        ))}
      </div>
      <Choices
        kind="radio"
        id="route"
        name="route"
        legend={t("routeLegend")}
        error={fields.route}
        errorPrefix={errorPrefix}
        chosen={[values.route ?? open[0] ?? ""]}
        choices={shown.routes.map(({ route, why }) => ({
          value: route,
          label: code(`route.${route}`),
          hint: why ? t("routeWhy", { why }) : t(`route.${route}.hint`),
          isDisabled: Boolean(why),
        }))}
      />
      <div className="acts">
        <Button look="main" name="intent" value="draft">
          {t("saveDo")}
        </Button>
        <LinkButton look="quiet" href={`/cases/${shown.caseId}`}>
          {tShell("cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
