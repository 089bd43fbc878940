import { SESSION_RESULTS } from "~/domain/mediation/sessions";
import * as sessionCodes from "~/i18n/session-codes";
import * as page from "~/i18n/session-page";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { SessionFormProps } from "./route";
import type { SessionCase } from "./workspace.server";

/** The end of a session: one result for each case that it served. */
export function CloseSection({ work, formKey, answer }: SessionFormProps) {
  const [t, code, tShell] = [useText(page), useText(sessionCodes), useText(shell)];
  const may = work.cases.every((one) =>
    one.chances.some(({ event, why }) => event === "closeSession" && !why),
  );
  if (!may) return null;
  const lacks = (one: SessionCase) => !answer?.values[`result.${one.caseId}`];
  // The list of errors leads to the first case that has no result yet.
  const first = work.cases.find(lacks) ?? work.cases[0];
  return (
    <Section id="close" title={t("closeTitle")} note={t("closeNote")}>
      <Form method="post" className="form gap" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        {work.cases.map((one) => (
          <div className="form" key={one.caseId}>
            <Choices
              kind="radio"
              id={one === first ? "results" : `result-${one.caseId}`}
              name={`result.${one.caseId}`}
              legend={
                work.cases.length > 1 ? (
                  <span className="no">{one.caseNo ?? one.registrationNo}</span>
                ) : (
                  t("result")
                )
              }
              error={lacks(one) ? answer?.fields.results : undefined}
              errorPrefix={tShell("error")}
              chosen={[answer?.values[`result.${one.caseId}`] ?? ""]}
              choices={SESSION_RESULTS.map((result) => ({ value: result, label: code(`result.${result}`) }))}
            />
            <Field id={`nextStep-${one.caseId}`} label={t("nextStep")} hint={t("nextStep.hint")}>
              <TextInput
                name={`nextStep.${one.caseId}`}
                maxLength={300}
                defaultValue={answer?.values[`nextStep.${one.caseId}`]}
              />
            </Field>
          </div>
        ))}
        <div className="acts">
          <Button look="main" name="intent" value="close">
            {t("closeDo")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
