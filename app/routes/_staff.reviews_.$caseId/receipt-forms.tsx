import * as acts from "~/i18n/acts";
import * as reviewClosing from "~/i18n/review-closing";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";
import { Status } from "~/ui/status";
import { fieldsOf } from "../_staff/form-errors";
import { HappenedFields } from "../_staff/happened-fields";
import type { AfterProps } from "./after-section";
import { chanceOf } from "./chance";

/** Who has signed for the statement; signing, or going back on it, is entered here. */
export function ReceiptForms({ shown, answer, formKey }: AfterProps) {
  const [t, tShell, tActs] = [useText(reviewClosing), useText(shell), useText(acts)];
  const { error, value } = fieldsOf(answer);
  const received = (partyId: string) =>
    shown.agreement?.parties.find((party) => party.partyId === partyId)?.received ?? false;
  const open = shown.parties.filter((party) => !received(party.partyId));
  const options = open.map((party) => ({ value: party.partyId, label: party.name }));
  const maySign = chanceOf(shown, "signReceipt")?.why === null && open.length > 0;
  const mayRefuse = chanceOf(shown, "repudiateStatement")?.why === null && open.length > 0;
  const isLate = Boolean(answer?.fields.happenedAt ?? answer?.fields.lateReason ?? answer?.values.happenedAt);
  return (
    <div>
      <h3>{t("receipt")}</h3>
      <ul className="judge">
        {shown.parties.map((party) => (
          <li key={party.partyId}>
            <div>{party.name}</div>
            <Status tone={received(party.partyId) ? "done" : "wait"}>
              {t(received(party.partyId) ? "received" : "notReceived")}
            </Status>
          </li>
        ))}
      </ul>
      <p className="hint mt">{t("receiptText")}</p>
      {maySign ? (
        <Form method="post" encType="multipart/form-data" className="form mt" key={shown.formState}>
          <input type="hidden" name="_key" value={formKey} />
          <input type="hidden" name="intent" value="signReceipt" />
          <div className="form-row">
            <Field
              id="partyId"
              label={t("receiptParty")}
              error={error("partyId")}
              errorPrefix={tShell("error")}
            >
              <Select name="partyId" defaultValue={value("partyId")} options={options} />
            </Field>
            <Field id="how" label={t("receiptHow")}>
              <Select
                name="how"
                defaultValue={value("how")}
                options={(["counter", "paper"] as const).map((one) => ({
                  value: one,
                  label: t(`sign.${one}`),
                }))}
              />
            </Field>
          </div>
          <details className="fold" open={isLate}>
            <summary>{tActs("happened")}</summary>
            <HappenedFields answer={answer} label={tActs("happenedAt")} />
          </details>
          <div className="acts">
            <Button look="main">{t("receiptSave")}</Button>
          </div>
        </Form>
      ) : null}
      {mayRefuse ? (
        <details className="fold">
          <summary>{t("repudiate")}</summary>
          <p className="hint">{t("repudiateText")}</p>
          <Form method="post" className="form mt">
            <input type="hidden" name="_key" value={formKey} />
            <input type="hidden" name="intent" value="repudiateStatement" />
            <Field id="repudiates" label={t("repudiateParty")}>
              <Select name="partyId" options={options} />
            </Field>
            <div className="acts">
              <Button look="final">{t("repudiate")}</Button>
            </div>
          </Form>
        </details>
      ) : null}
    </div>
  );
}
