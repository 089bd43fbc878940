import { RELATION_KINDS } from "~/domain/assignment/conflict-of-interest";
import * as assignment from "~/i18n/assignment";
import * as people from "~/i18n/people-codes";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { CaseShown } from "../_staff.cases_.$id/case.server";

interface AcceptStepsProps {
  page: Pick<CaseShown, "header" | "chances" | "parties"> & {
    current: CaseShown["assignments"][number];
    formKey: string;
  };
  answer?: FormAnswer;
}

/** Papers, disclosure, consent where it is needed, answer: in the order in which the law asks for them. */
export function AcceptSteps({ page, answer }: AcceptStepsProps) {
  const [t, code, tShell] = [useText(assignment), useText(people), useText(shell)];
  const format = useFormat();
  const { current, header, parties } = page;
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  const disclosed = current.disclosures.at(-1);
  const needsGoOn = current.disclosures.some((one) => one.level === "waivable");
  const unsigned = parties.filter(
    (party) => !current.goOn.some((one) => one.partyId === party.partyId && one.decision === "agreed"),
  );
  const accept = page.chances.find(({ event }) => event === "acceptAssignment");
  const decline = page.chances.find(({ event }) => event === "declineAssignment");
  const key = <input type="hidden" name="_key" value={page.formKey} />;
  return (
    <>
      {header.stage === "delegated" ? (
        <Section id="materials" title={t("materials")} note={t("materialsText")}>
          {current.materialsSignedAt ? (
            <p className="gap">
              <Status tone="done">
                {t("materialsDone", { at: format.instant(current.materialsSignedAt) })}
              </Status>
            </p>
          ) : (
            <Form method="post" className="gap">
              {key}
              <Button look="main" name="intent" value="sign">
                {t("materialsAct")}
              </Button>
            </Form>
          )}
        </Section>
      ) : null}
      <Section id="disclosure" title={t("disclosure")} note={t("disclosureText")}>
        {disclosed ? (
          <p className="gap">
            <Status tone={disclosed.level === "none" ? "done" : disclosed.level === "block" ? "no" : "part"}>
              {t("disclosureDone", { what: t(`level.${disclosed.level}`) })}
            </Status>
          </p>
        ) : null}
        <details className="fold" open={!disclosed}>
          <summary>{t("disclosureAct")}</summary>
          <Form method="post" className="form">
            {key}
            <Choices
              kind="radio"
              id="level"
              name="level"
              legend={t("level")}
              error={error("level")}
              errorPrefix={errorPrefix}
              chosen={[value("level") ?? "none"]}
              choices={(["none", "waivable", "block"] as const).map((level) => ({
                value: level,
                label: t(`level.${level}`),
              }))}
            />
            <Field id="relation" label={t("relation")}>
              <Select
                name="relation"
                blank={t("noRelation")}
                defaultValue={value("relation")}
                options={RELATION_KINDS.map((kind) => ({ value: kind, label: code(`relation.${kind}`) }))}
              />
            </Field>
            <Field id="words" label={t("words")} error={error("words")} errorPrefix={errorPrefix}>
              <TextArea name="words" rows={2} maxLength={500} defaultValue={value("words")} />
            </Field>
            <div className="acts">
              <Button look={disclosed ? undefined : "main"} name="intent" value="disclose">
                {t("disclosureAct")}
              </Button>
            </div>
          </Form>
        </details>
      </Section>
      {needsGoOn && unsigned.length > 0 ? (
        <Section id="goOn" title={t("goOn")}>
          <p className="gap">
            <Status tone="part">
              {t("goOnText", { names: format.list(unsigned.map((party) => party.name)) })}
            </Status>
          </p>
          <p className="gap">
            <LinkButton href={`/cases/${header.caseId}/act/consentToGoOn`}>{t("goOnLink")}</LinkButton>
          </p>
        </Section>
      ) : null}
      {accept ? (
        <Section id="answer" title={t("answer")} note={t("answerText")}>
          {accept.why ? <p className="hint gap">{accept.why}</p> : null}
          <Form method="post" className="gap">
            {key}
            <Button look={disclosed ? "main" : undefined} name="intent" value="accept">
              {t("accept")}
            </Button>
          </Form>
        </Section>
      ) : null}
      {decline ? (
        <details className="fold" open={Boolean(error("reason"))}>
          <summary>{t("decline")}</summary>
          <Form method="post" className="form" noValidate>
            {key}
            <Field id="reason" label={t("declineReason")} error={error("reason")} errorPrefix={errorPrefix}>
              <TextArea name="reason" rows={3} maxLength={1000} defaultValue={value("reason")} />
            </Field>
            <div className="acts">
              <Button look="final" name="intent" value="decline">
                {t("decline")}
              </Button>
            </div>
          </Form>
        </details>
      ) : null}
    </>
  );
}
