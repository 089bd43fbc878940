import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import type { EventName } from "~/domain/cases/events";
import * as words from "~/i18n/case-clocks";
import * as events from "~/i18n/events";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { extendLimit } from "~/services/extend-limit.server";
import { nameClockOwner } from "~/services/name-clock-owner.server";
import { clockOwnersQuery } from "~/services/queries-clock-owners.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { uploadedId } from "../_staff/evidence.server";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { ClockSection } from "../_staff.cases_.$id/clock-section";
import { LimitForm } from "./limit-form";
import { OwnerForm } from "./owner-form";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, words)("title"));

/** Rules that are lengthened by an approval; what the parties agree to has a form of its own. */
const APPROVED = ["president", "upperCourt"];
/** Acts on the case that lengthen, interrupt or halt a limit, each with a form of its own. */
const MOVING: readonly EventName[] = [
  "extendMediation",
  "beginAppraisal",
  "endAppraisal",
  "reportSham",
  "decideSham",
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const found = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const { header, clocks, next, chances } = found;
  // Of another role: the case page shows the clocks.
  if (!next.abilities.includes("name-clock-owner")) throw redirect(`/cases/${header.caseId}`);
  const owners = await guarded(() => ask(deps, actor, clockOwnersQuery, { caseId: header.caseId }));
  const mayExtend = next.abilities.includes("extend-limit");
  return {
    header,
    clocks,
    people: owners.ok ? owners.people : [],
    extendable: clocks
      .filter(({ code }) => mayExtend && APPROVED.includes(CLOCK_RULES[code].extension))
      .map(({ clockId, code, words: { title } }) => ({
        clockId,
        title,
        unit: CLOCK_RULES[code].most?.unit ?? CLOCK_RULES[code].unit,
      })),
    moving: chances.flatMap(({ event, href, why }) =>
      href && !why && MOVING.includes(event) ? [{ event, href }] : [],
    ),
    mayUpload: next.abilities.includes("upload-file"),
    formKey: uuid(),
  };
}
export type ClocksShown = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const { intent = "", ...texts } = textsOf(form);
  const input: Record<string, string> = {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== "")),
    caseId,
  };
  const evidence = await uploadedId(deps, actor, form, "evidenceFile", caseId);
  if (!evidence.ok) return refuseForm(request, evidence, form);
  if (evidence.fileId) input.evidenceFileId = evidence.fileId;
  const key = `${form.get("_key")}-${intent}`;
  const done =
    intent === "limit"
      ? await act(deps, actor, extendLimit, input, key)
      : await act(deps, actor, nameClockOwner, input, key);
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}/clocks?done=${intent === "limit" ? "limit" : "owner"}`, 303);
}

const LABELS = ["clockId", "ownerId", "length", "approvedBy", "reason"] as const;

/** The clocks of a case for those who lead: who answers for each, and what the president or the upper court allowed. */
export default function CaseClocks() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, tEvents] = [useText(words), useText(events)];
  const refused = answer && "message" in answer ? answer : undefined;
  const done = search.get("done");
  const labelOf = (name: string) => {
    const label = LABELS.find((one) => one === name);
    return label && t(label);
  };
  return (
    <Page>
      <CaseCrumbs header={shown.header} title={t("title")} about={t("about")} />
      {done && !refused ? (
        <Notice tone="done" isOutcome>
          <p>{t(done === "limit" ? "doneLimit" : "doneOwner")}</p>
        </Notice>
      ) : null}
      <FormErrors answer={refused} labelOf={labelOf} />
      <ClockSection clocks={shown.clocks} />
      {shown.moving.length > 0 ? (
        <Section id="moving" title={t("moving")} note={t("movingNote")}>
          <div className="acts gap">
            {shown.moving.map(({ event, href }) => (
              <LinkButton key={event} href={href}>
                {tEvents(event)}
              </LinkButton>
            ))}
          </div>
        </Section>
      ) : null}
      {shown.extendable.length > 0 ? <LimitForm shown={shown} answer={refused} /> : null}
      {shown.clocks.length > 0 ? <OwnerForm shown={shown} answer={refused} /> : null}
    </Page>
  );
}
