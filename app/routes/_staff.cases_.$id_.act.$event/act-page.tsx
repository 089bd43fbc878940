import { useActionData, useLoaderData } from "@remix-run/react";
import * as acts from "~/i18n/acts";
import * as events from "~/i18n/events";
import * as intake from "~/i18n/intake";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { FormErrors } from "../_staff/form-errors";
import { HappenedFields } from "../_staff/happened-fields";
import type { FormAnswer } from "../_staff/refusal.server";
import { aboutOf, actTitle } from "../_staff.cases_.$id/about";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { ClockSection } from "../_staff.cases_.$id/clock-section";
import { DoneNotice } from "../_staff.cases_.$id/done-notice";
import type { ActPage as ActPageData } from "./act.server";
import { ActField } from "./act-field";
import { actLabel } from "./act-label";
import { SPECS } from "./specs";

const LATE = ["happenedAt", "lateReason", "evidenceFileId", "evidenceFile"];

/** One act on one case: what it does, its fields, when it happened, one button. */
export default function ActPage() {
  const page = useLoaderData<ActPageData>();
  const answer = useActionData<FormAnswer>();
  const [t, event, late, tShell] = [useText(acts), useText(events), useText(intake), useText(shell)];
  const { header, chance } = page;
  const spec = SPECS[page.event];
  const title = actTitle(t, event, page.event);
  const back = `/cases/${header.caseId}`;
  const isLate = LATE.some((name) => answer?.fields[name] || answer?.values[name]);
  const showsClocks = page.event === "extendMediation" || page.event === "endMediation";
  return (
    <Page>
      <CaseCrumbs header={header} title={title} about={aboutOf(t, page.event)} />
      <DoneNotice stage={header.stage} />
      <FormErrors answer={answer} labelOf={(name) => actLabel(t, late, name)} />
      {chance.why && !answer && page.dues.length === 0 ? (
        <Notice tone="risk" title={t("why")}>
          <p>{chance.why}</p>
          {chance.missing.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="form" key={page.formKey} noValidate>
        <input type="hidden" name="_key" value={page.formKey} />
        {spec?.fields.map((field) => (
          <ActField key={field.name} spec={field} page={page} answer={answer} />
        ))}
        {spec?.isTimeless ? null : (
          <details className="fold" open={isLate}>
            <summary>{t("happened")}</summary>
            <HappenedFields answer={answer} label={t("happenedAt")} />
          </details>
        )}
        <div className="acts">
          <Button look={spec?.isFinal ? "final" : "main"}>{title}</Button>
          <LinkButton look="quiet" href={back}>
            {tShell("cancel")}
          </LinkButton>
        </div>
      </Form>
      {showsClocks ? <ClockSection clocks={page.clocks} /> : null}
    </Page>
  );
}
