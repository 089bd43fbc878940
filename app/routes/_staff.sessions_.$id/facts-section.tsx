import { FACT_SOURCES } from "~/domain/mediation/undisputed-facts";
import * as sessionCodes from "~/i18n/session-codes";
import * as page from "~/i18n/session-page";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextArea } from "~/ui/input";
import { Empty } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import type { FormAnswer } from "../_staff/refusal.server";
import type { SessionCase } from "./workspace.server";

interface FactsSectionProps {
  formKey: string;
  answer?: FormAnswer;
  called: Pick<SessionCase, "caseId" | "facts"> & {
    chances: readonly Pick<SessionCase["chances"][number], "event" | "why">[];
    parties: readonly Pick<SessionCase["parties"][number], "partyId" | "name">[];
  };
}

/** Facts put up for both sides to sign: add, take back while unsigned, enter signatures made on paper. */
export function FactsSection({ formKey, answer, called }: FactsSectionProps) {
  const [t, code, tShell] = [useText(page), useText(sessionCodes), useText(shell)];
  const format = useFormat();
  const may = (event: string) => called.chances.some((one) => one.event === event && !one.why);
  const nameOf = (id: string) => called.parties.find((party) => party.partyId === id)?.name ?? "";
  const unsigned = called.parties.filter((party) =>
    called.facts.some((fact) => !fact.signedBy.includes(party.partyId)),
  );
  const hidden = (
    <>
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="caseId" value={called.caseId} />
    </>
  );
  return (
    <Section id="facts" title={t("facts")} note={t("factsNote")}>
      {called.facts.length === 0 ? <Empty title={t("facts.none")}>{t("facts.noneText")}</Empty> : null}
      <ol className="said">
        {called.facts.map((fact) => (
          <li key={fact.factId}>
            {fact.text}{" "}
            <span className="q">
              {fact.agreedIn ? t("facts.from", fact.agreedIn) : code(`source.${fact.source}`)}
            </span>{" "}
            <Status tone={fact.undisputed ? "done" : fact.signedBy.length > 0 ? "part" : "wait"}>
              {fact.undisputed
                ? t("facts.both")
                : fact.signedBy.length > 0
                  ? t("facts.signed", { names: format.list(fact.signedBy.map(nameOf)) })
                  : t("facts.unsigned")}
            </Status>
            {!fact.undisputed && may("recordUndisputedFacts") ? (
              <Form method="post" className="no-print">
                {hidden}
                <input type="hidden" name="factId" value={fact.factId} />
                <button type="submit" className="as-link" name="intent" value="withdraw">
                  {t("facts.withdraw")}
                  <span className="sr"> {fact.text}</span>
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ol>
      {may("recordUndisputedFacts") ? (
        <Form method="post" className="form gap" noValidate key={`${formKey}-fact`}>
          {hidden}
          <Field
            id="add.0.text"
            label={t("facts.add")}
            hint={t("facts.textHint")}
            error={answer?.fields["add.0.text"]}
            errorPrefix={tShell("error")}
          >
            <TextArea name="fact" rows={2} maxLength={1000} defaultValue={answer?.values.fact} />
          </Field>
          <Field id="source" label={t("facts.source")}>
            <Select
              name="source"
              defaultValue={answer?.values.source}
              options={FACT_SOURCES.map((one) => ({ value: one, label: code(`source.${one}`) }))}
            />
          </Field>
          <div className="acts">
            <Button name="intent" value="facts">
              {t("facts.addDo")}
            </Button>
          </div>
        </Form>
      ) : null}
      {may("signUndisputedFacts") && unsigned.length > 0 ? (
        <Form method="post" className="form gap">
          {hidden}
          <Field id="partyId" label={t("facts.signWho")} hint={t("facts.signHint")}>
            <Select
              name="partyId"
              options={unsigned.map((party) => ({ value: party.partyId, label: party.name }))}
            />
          </Field>
          <div className="acts">
            <Button name="intent" value="sign">
              {t("facts.signDo")}
            </Button>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}
