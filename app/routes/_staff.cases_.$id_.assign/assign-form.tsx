import { LAWYER_ROLES } from "~/domain/roster/mediator-categories";
import * as assignment from "~/i18n/assignment";
import * as roles from "~/i18n/roles";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { nameIn } from "../_staff.cases_.$id/names";
import { CandidateList } from "./candidate-list";
import { ExcludedList } from "./excluded-list";
import type { Field as Candidates } from "./field.server";

interface AssignFormProps {
  field: Candidates;
  /** The organisation's manager names one of his own; he has no organisation or lawyer to choose. */
  isNaming: boolean;
  caseId: string;
  formKey: string;
  answer?: FormAnswer;
}

export function AssignForm({ field, isNaming, caseId, formKey, answer }: AssignFormProps) {
  const [t, role, tShell] = [useText(assignment), useText(roles), useText(shell)];
  const locale = useLocale();
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  const hasFull = field.choosable.some((one) => one.standing === "full");
  const fit = field.choosable.filter((one) => one.standing === "eligible").length;
  return (
    <Form method="post" className="form is-wide" noValidate>
      <input type="hidden" name="_key" value={formKey} />
      <Section
        id="mediatorId"
        title={t("candidates")}
        note={t("candidatesNote", { total: field.choosable.length + field.excluded.length, count: fit })}
      >
        <CandidateList people={field.choosable} chosen={value("mediatorId")} />
        {isNaming ? null : (
          <label className="check gap">
            <input type="radio" name="mediatorId" value="" defaultChecked={value("mediatorId") === ""} />
            <span>{t("noPerson")}</span>
          </label>
        )}
        <ExcludedList people={field.excluded} />
      </Section>
      {isNaming ? null : (
        <>
          <div className="form-row">
            <Field
              id="orgId"
              label={t("org")}
              hint={t("orgHint")}
              error={error("orgId")}
              errorPrefix={errorPrefix}
            >
              <Select
                name="orgId"
                blank={tShell("none")}
                defaultValue={value("orgId")}
                options={field.organisations.map((org) => ({
                  value: org.id,
                  label: org.fits ? t("orgFits", { name: nameIn(locale, org) }) : nameIn(locale, org),
                }))}
              />
            </Field>
            <Field
              id="lawyerId"
              label={t("lawyer")}
              hint={t("lawyerHint")}
              error={error("lawyerId")}
              errorPrefix={errorPrefix}
            >
              <Select
                name="lawyerId"
                blank={tShell("none")}
                defaultValue={value("lawyerId")}
                options={field.lawyers.map((one) => ({
                  value: one.id,
                  label: [nameIn(locale, one), one.firm].filter(Boolean).join(" · "),
                }))}
              />
            </Field>
            <Field id="lawyerPart" label={t("lawyerPart")}>
              <Select
                name="lawyerPart"
                defaultValue={value("lawyerPart")}
                options={LAWYER_ROLES.map((part) => ({ value: part, label: role(`lawyer.${part}`) }))}
              />
            </Field>
          </div>
          <Field
            id="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            error={error("reason")}
            errorPrefix={errorPrefix}
          >
            <TextArea name="reason" rows={2} maxLength={500} defaultValue={value("reason")} />
          </Field>
          {hasFull ? (
            <Check
              name="passOverLoad"
              label={t("passOverLoad")}
              defaultChecked={value("passOverLoad") === "on"}
            />
          ) : null}
        </>
      )}
      <div className="acts">
        <Button look="main">{t("submit")}</Button>
        <LinkButton look="quiet" href={`/cases/${caseId}`}>
          {tShell("cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
