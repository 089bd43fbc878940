import type { EventName } from "~/domain/cases/events";
import * as codes from "~/i18n/codes";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import type { ToTrial } from "./route";

const SETTLED = ["notDue", "paid", "waived"];

/** Fee, file, hand-over: each says whether it is done, and what to do if not. */
export function PassSteps({ page }: { page: ToTrial }) {
  const [t, code] = [useText(trial), useText(codes)];
  const { caseId } = page.header;
  const can = (event: EventName) => page.chances.some((one) => one.event === event && one.why === null);
  const to = (event: EventName) => `/cases/${caseId}/act/${event}`;
  const isPaid = SETTLED.includes(page.fee);
  const pass = page.chances.find((one) => one.event === "handOver");
  return (
    <Section id="steps" title={t("handOver")} isTitleHidden>
      <div className="sheet steps-row">
        <div>
          <h2 className="h3">{t("step.fee")}</h2>
          <p>
            <Status tone={isPaid ? "done" : "wait"}>{code(`fee.${page.fee}`)}</Status>
          </p>
          <p className="hint">{t(isPaid ? "feeReady" : "feeOpen")}</p>
          <p className="acts mt">
            {can("sendFeeNotice") ? (
              <LinkButton href={to("sendFeeNotice")}>{t("feeNotice")}</LinkButton>
            ) : null}
            {can("recordFee") ? <LinkButton href={to("recordFee")}>{t("feeRecord")}</LinkButton> : null}
            {can("deemWithdrawn") ? (
              <LinkButton href={to("deemWithdrawn")}>{t("feeLapsed")}</LinkButton>
            ) : null}
          </p>
        </div>
        <div>
          <h2 className="h3">{t("step.file")}</h2>
          {page.missing.length === 0 ? (
            <p>
              <Status tone="done">{t("fileReady")}</Status>
            </p>
          ) : (
            <>
              <p>
                <Status tone="risk">{t("fileMissing")}</Status>
              </p>
              <ul className="said">
                {page.missing.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </>
          )}
          {can("proceedToFiling") ? (
            <p className="acts mt">
              <LinkButton href={to("proceedToFiling")}>{t("toFiling")}</LinkButton>
              <span className="hint">{t("number")}</span>
            </p>
          ) : null}
        </div>
        <div>
          <h2 className="h3">{t("step.pass")}</h2>
          <p>
            {t("passTo")} {t("passAuto")}
          </p>
          {pass?.why === null ? (
            <Form method="post" className="acts mt">
              <input type="hidden" name="_key" value={page.formKey} />
              <Button look="main">{t("passNow")}</Button>
            </Form>
          ) : (
            <p className="hint mt">
              {[t("passWaits"), pass?.why, ...(pass?.missing ?? [])].filter(Boolean).join(" ")}
            </p>
          )}
        </div>
      </div>
    </Section>
  );
}
