import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as materials from "~/i18n/materials";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { materialsQuery } from "~/services/queries-materials.server";
import { ask } from "~/services/query.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { materialsAct } from "../_staff/materials.server";
import { FailedFiles, MaterialsForm } from "../_staff/materials-form";
import { pageTitle } from "../_staff/page-title";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { MaterialsTable } from "./materials-table";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, materials)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const found = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const { caseId } = found.header;
  const shown = await guarded(() => ask(deps, actor, materialsQuery, { caseId }));
  if (!shown.ok) throw new Response(null, { status: 404 });
  return {
    header: found.header,
    parties: found.parties.map(({ partyId, name }) => ({ partyId, name })),
    materials: shown.materials,
    mayHandIn: found.next.abilities.includes("upload-file") && found.header.stage !== "closed",
    formKey: uuid(),
  };
}

export type MaterialsShown = Awaited<ReturnType<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const again = await materialsAct(context.deps, actor, caseId, { request, form });
  if (again) return again;
  const done = form.get("intent") === "withdraw" ? "withdrawn" : "done";
  return redirect(`/cases/${caseId}/materials?done=${done}`, 303);
}

/** What was handed in to a case, as this reader may see it, and where more is taken in. */
export default function Materials() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const t = useText(materials);
  const hasErrors = answer && (answer.message || Object.keys(answer.fields).length > 0);
  const labels: Readonly<Record<string, string>> = {
    files: t("form.files"),
    fileIds: t("form.files"),
    kind: t("form.kind"),
    reach: t("form.reach"),
    partyId: t("form.whose"),
    title: t("form.title"),
  };
  return (
    <Page>
      <CaseCrumbs header={page.header} title={t("title")} about={t("about")} />
      {!answer && (done === "done" || done === "withdrawn") ? (
        <Notice tone="done" isOutcome>
          <p>{t(done)}</p>
        </Notice>
      ) : null}
      {hasErrors ? <FormErrors answer={answer} labelOf={(name) => labels[name]} /> : null}
      <FailedFiles answer={answer} />
      <MaterialsTable page={page} />
      {page.mayHandIn ? (
        <Section id="hand-in" title={t("handIn")} note={t("handInNote")}>
          <MaterialsForm formKey={page.formKey} answer={answer} parties={page.parties} />
        </Section>
      ) : null}
    </Page>
  );
}
