import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { TEMPLATE_FAULTS } from "~/domain/documents/template-faults";
import * as documentCodes from "~/i18n/document-codes";
import * as templates from "~/i18n/document-templates";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { templateQuery } from "~/services/queries-templates.server";
import { ask } from "~/services/query.server";
import { restoreTemplate } from "~/services/restore-template.server";
import { storeFile } from "~/services/store-file.server";
import { uploadTemplate } from "~/services/upload-template.server";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { formAnswer, refuseForm } from "../_staff/refusal.server";
import { FieldList } from "./field-list";
import { UploadSection } from "./upload-section";
import { Versions } from "./versions";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, templates)("title"));

async function templateOf({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const kind = new URL(request.url).searchParams.get("kind") || undefined;
  const found = await guarded(() => ask(context.deps, actor, templateQuery, { kind }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { actor, found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { found } = await templateOf(args);
  return { ...found, formKey: uuid() };
}
export type TemplateShown = Awaited<ReturnType<typeof loader>>;

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { actor, found } = await templateOf(args);
  const { kind } = found;
  const form = await request.formData();
  const { intent, effectiveOn } = textsOf(form);
  const key = String(form.get("_key") ?? "");
  if (intent === "restore") {
    const restored = await act(context.deps, actor, restoreTemplate, { kind, effectiveOn }, `${key}-restore`);
    return restored.ok
      ? redirect(`/templates/edit?kind=${kind}&done=1`, 303)
      : refuseForm(request, restored, form);
  }
  const file = form.get("fileId");
  const isFile = file instanceof File && file.size > 0;
  const stored = isFile
    ? await guarded(async () =>
        storeFile(context.deps, actor, {
          bytes: Buffer.from(await file.arrayBuffer()),
          name: file.name,
          kinds: ["docx"],
        }),
      )
    : null;
  if (stored && !stored.ok) return refuseForm(request, stored, form);
  const input = {
    kind,
    fileId: stored?.fileId,
    effectiveOn,
    isMissingMeant: form.get("isMissingMeant") === "on",
  };
  const uploaded = await act(context.deps, actor, uploadTemplate, input, key);
  if (uploaded.ok) return redirect(`/templates/edit?kind=${kind}&done=1`, 303);
  const findings = uploaded.params?.findings;
  if (!Array.isArray(findings)) return refuseForm(request, uploaded, form);
  const t = textFor(localeOf(request), templates);
  const words = findings.map((one) => {
    const [code = "", ...name] = String(one).split(" ");
    const fault = TEMPLATE_FAULTS.find((each) => each === code) ?? "unmade";
    return t(`fault.${fault}`, { name: name.join(" ") });
  });
  const answer = formAnswer(request, uploaded, form);
  return {
    ...answer,
    fields: { ...answer.fields, fileId: [...(answer.fields.fileId ?? []), ...words] },
  };
}

/** One kind's template: take it, edit it, bring it back, look at it with a case. */
export default function Template() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, code, tShell] = [useText(templates), useText(documentCodes), useText(shell)];
  const kind = code(`kind.${shown.kind}`);
  const labels: Readonly<Record<string, string>> = { fileId: t("file"), effectiveOn: t("effectiveOn") };
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[{ href: "/templates", label: t("title") }, { label: kind }]}
      />
      <Head title={kind}>{t("inForceNow", { version: shown.inForce })}</Head>
      {search.has("done") && !refused ? (
        <Notice tone="done" isOutcome>
          <p>{t("done")}</p>
        </Notice>
      ) : null}
      <FormErrors answer={refused} labelOf={(name) => labels[name]} />
      <UploadSection shown={shown} answer={refused} />
      <Versions shown={shown} />
      <FieldList shown={shown} />
    </Page>
  );
}
