import * as acts from "~/i18n/acts";
import * as page from "~/i18n/session-page";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Notice } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { HappenedFields } from "../_staff/happened-fields";
import { AttendanceFields } from "./attendance-fields";
import { NoShowForm } from "./no-show-form";
import type { SessionFormProps } from "./route";

const RIGHTS = ["rights.1", "rights.2", "rights.3", "rights.4"] as const;
const LATE = ["happenedAt", "lateReason", "evidenceFileId", "evidenceFile"];

/** Before a session: rights to be read out, identities party by party, one button; or nobody came. */
export function OpenSection({ work, formKey, answer, called }: SessionFormProps) {
  const [t, tActs] = [useText(page), useText(acts)];
  const isLate = LATE.some((name) => answer?.fields[name] || answer?.values[name]);
  const open = work.cases.flatMap((one) => one.chances.filter(({ event }) => event === "openSession"));
  const blocked = open.filter((chance) => chance.why);
  if (open.length === 0) {
    return (
      <Section id="open" title={t("openTitle")}>
        <p className="gap">{t("notMine")}</p>
      </Section>
    );
  }
  return (
    <>
      <Section id="open" title={t("openTitle")} note={t("openNote")}>
        {blocked.length > 0 ? (
          <Notice tone="risk" title={t("notYet")}>
            {[...new Set(blocked.map((chance) => chance.why))].map((why) => (
              <p key={why}>{why}</p>
            ))}
          </Notice>
        ) : null}
        <div className="doc gap">
          <h3>{t("rights")}</h3>
          {RIGHTS.map((key) => (
            <p key={key}>{t(key)}</p>
          ))}
        </div>
        <Notice tone="final" title={t("sham")}>
          <p>{t("shamText")}</p>
        </Notice>
        <Form method="post" encType="multipart/form-data" className="form is-wide gap" noValidate>
          <input type="hidden" name="_key" value={formKey} />
          <input type="hidden" name="caseId" value={called.caseId} />
          <div>
            <AttendanceFields cases={work.cases} suggests values={answer?.values} />
          </div>
          <div className="checks is-column">
            <Check id="identityChecked" name="identityChecked" label={t("open.identity")} />
            <Check id="rightsRead" name="rightsRead" label={t("open.rights")} />
          </div>
          <details className="fold" open={isLate}>
            <summary>{tActs("happened")}</summary>
            <HappenedFields answer={answer} label={tActs("happenedAt")} />
          </details>
          <div className="acts">
            <Button look="main" name="intent" value="open">
              {t("openDo")}
            </Button>
          </div>
        </Form>
      </Section>
      <NoShowForm work={work} called={called} formKey={formKey} answer={answer} />
    </>
  );
}
