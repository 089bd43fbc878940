import type { EventName } from "~/domain/cases/events";
import { DISMISSAL_CODES, NON_ACCEPTANCE_CODES } from "~/domain/review/decision-codes";
import * as documentCodes from "~/i18n/document-codes";
import * as reviewDecision from "~/i18n/review-decision";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { Decide } from "~/ui/review";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { chanceOf } from "./chance";
import { KeyHelp } from "./key-help";
import { MainDecision } from "./main-decision";
import type { ReviewShown } from "./review.server";

const ALL: readonly EventName[] = [
  "takeUp",
  "returnPackage",
  "askSupplement",
  "supplyMaterials",
  "lapseSupplement",
  "dismissApplication",
  "withdrawApplication",
  "confirmAgreement",
  "issueStatement",
];

interface DecideBarProps {
  shown: ReviewShown;
  answer?: FormAnswer;
  formKey: string;
}

/** At the foot of the screen: the reason, then what needs one; the main decision to the right. */
export function DecideBar({ shown, answer, formKey }: DecideBarProps) {
  const [t, tShell] = [useText(reviewDecision), useText(shell)];
  const format = useFormat();
  if (!ALL.some((event) => chanceOf(shown, event))) return null;
  const { error, value } = fieldsOf(answer);
  const may = (event: EventName) => chanceOf(shown, event)?.why === null;
  const errorPrefix = tShell("error");
  // Other forms of the page have a reason of their own, and then carry the id that the summary leads to.
  const isElsewhere = value("intent") === "reassignReview" || value("intent") === "closeCase";
  const needsReason = may("returnPackage") || may("askSupplement") || may("dismissApplication");
  const asked = shown.withdrawalAsked;
  return (
    <Decide
      key={shown.formState}
      id="decide"
      title={t("decide")}
      hidden={{ _key: formKey, next: shown.queue.next ?? "" }}
      ways={
        <>
          {needsReason ? (
            <Field
              id={isElsewhere ? "decide-reason" : "reason"}
              label={t("reason")}
              error={isElsewhere ? undefined : error("reason")}
              errorPrefix={errorPrefix}
              isGrowing
            >
              <TextArea
                name="reason"
                rows={1}
                maxLength={1000}
                placeholder={t("reasonPlaceholder")}
                defaultValue={isElsewhere ? undefined : value("reason")}
              />
            </Field>
          ) : null}
          {may("returnPackage") ? (
            <Button name="intent" value="returnPackage" shortcut="R">
              {t("return")}
            </Button>
          ) : null}
          {may("askSupplement") ? (
            <Button name="intent" value="askSupplement">
              {t("supplement")}
            </Button>
          ) : null}
          {may("supplyMaterials") ? (
            <Button name="intent" value="supplyMaterials">
              {t("supplied")}
            </Button>
          ) : null}
          {may("lapseSupplement") ? (
            <Button name="intent" value="lapseSupplement" look="final">
              {t("lapse")}
            </Button>
          ) : null}
          {may("withdrawApplication") && (asked || shown.role !== "judge") ? (
            <Button name="intent" value="withdrawApplication">
              {t(shown.role === "judge" ? "allowWithdrawal" : "enterWithdrawal")}
            </Button>
          ) : null}
          {may("dismissApplication") ? (
            <Dismissal shown={shown} chosen={value("code")} error={error("code")} />
          ) : null}
        </>
      }
      main={<MainDecision shown={shown} />}
      keys={
        <>
          <KeyHelp />
          {asked ? (
            <span>{t("withdrawAsked", { at: format.instantShort(asked.at), by: asked.by ?? "" })}</span>
          ) : null}
        </>
      }
    />
  );
}

function Dismissal({
  shown,
  chosen,
  error,
}: {
  shown: ReviewShown;
  chosen?: string;
  error?: readonly string[];
}) {
  const [t, tShell, code] = [useText(reviewDecision), useText(shell), useText(documentCodes)];
  const isEarly = shown.header.stage === "handedOver";
  const refused = NON_ACCEPTANCE_CODES.map((one) => (
    <option key={one} value={one}>
      {code(`notAccepted.${one}`)}
    </option>
  ));
  return (
    <>
      <Field
        id="code"
        label={t(isEarly ? "groundEarly" : "ground")}
        error={error}
        errorPrefix={tShell("error")}
      >
        <select
          id="code"
          name="code"
          className="in"
          defaultValue={chosen ?? ""}
          aria-invalid={error ? true : undefined}
        >
          <option value="">{tShell("choose")}</option>
          {isEarly ? (
            refused
          ) : (
            <>
              <optgroup label={t("group358")}>
                {DISMISSAL_CODES.map((one) => (
                  <option key={one} value={one}>
                    {code(`dismissal.${one}`)}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t("group355")}>{refused}</optgroup>
            </>
          )}
        </select>
      </Field>
      <Button name="intent" value="dismissApplication" look="final" shortcut="D">
        {t(isEarly ? "notAccept" : "dismiss")}
      </Button>
    </>
  );
}
