import * as reviewClosing from "~/i18n/review-closing";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import type { ServiceWay } from "~/services/served.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Status } from "~/ui/status";
import { fieldsOf } from "../_staff/form-errors";
import type { AfterProps } from "./after-section";

const WAYS: readonly ServiceWay[] = ["inPerson", "electronic", "post", "agent", "left", "publicNotice"];

/** How and when the document reached each party; the form asks only for those whom it has not reached. */
export function ServicePart({ shown, answer, formKey, documentId }: AfterProps & { documentId: string }) {
  const [t, tShell] = [useText(reviewClosing), useText(shell)];
  const format = useFormat();
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  const servedOn = (partyId: string) =>
    shown.services.find((one) => one.partyId === partyId && one.documentId === documentId);
  const open = shown.parties.filter((party) => !servedOn(party.partyId));
  const wayOf = (how: string) => WAYS.find((one) => one === how);
  return (
    <div>
      <h3>{t("service")}</h3>
      <ul className="judge">
        {shown.parties.map((party) => {
          const served = servedOn(party.partyId);
          const way = served ? wayOf(served.how) : undefined;
          return (
            <li key={party.partyId}>
              <div>{party.name}</div>
              <Status tone={served ? "done" : "wait"}>
                {served && way
                  ? t("servedHow", { how: t(`how.${way}`), on: format.dateShort(served.servedOn) })
                  : t("notServed")}
              </Status>
            </li>
          );
        })}
      </ul>
      {open.length > 0 && shown.mayIssue ? (
        <Form method="post" className="form mt" key={shown.formState}>
          <input type="hidden" name="_key" value={formKey} />
          <input type="hidden" name="intent" value="recordService" />
          <input type="hidden" name="documentId" value={documentId} />
          <div className="form-row">
            <Field id="partyId" label={t("serviceParty")} error={error("partyId")} errorPrefix={errorPrefix}>
              <Select
                name="partyId"
                defaultValue={value("partyId")}
                options={open.map((party) => ({ value: party.partyId, label: party.name }))}
              />
            </Field>
            <Field id="how" label={t("serviceHow")}>
              <Select
                name="how"
                defaultValue={value("how")}
                options={WAYS.map((one) => ({ value: one, label: t(`how.${one}`) }))}
              />
            </Field>
            <Field id="servedOn" label={t("serviceOn")} error={error("servedOn")} errorPrefix={errorPrefix}>
              <TextInput
                type="date"
                name="servedOn"
                max={shown.today}
                defaultValue={value("servedOn", shown.today)}
              />
            </Field>
          </div>
          <div className="acts">
            <Button>{t("serviceSave")}</Button>
          </div>
        </Form>
      ) : null}
    </div>
  );
}
