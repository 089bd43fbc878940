import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as materials from "~/i18n/materials";
import { useFormat, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { materialsQuery } from "~/services/queries-materials.server";
import { ask } from "~/services/query.server";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Anchor, Form } from "~/ui/router";
import { FormErrors } from "../_staff/form-errors";
import { materialsAct } from "../_staff/materials.server";
import { FailedFiles, MaterialsForm } from "../_staff/materials-form";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const shown = await guarded(() => ask(context.deps, actor, materialsQuery, { caseId: actor.caseId }));
  if (!shown.ok) throw new Response(null, { status: 404 });
  const isMine = (one: (typeof shown.materials)[number]) => one.isOwn || one.side === actor.side;
  return {
    mine: shown.materials.filter(isMine),
    theirs: shown.materials.filter((one) => !isMine(one)),
    token: params.token as string,
    formKey: uuid(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const form = await request.formData();
  const again = await materialsAct(context.deps, actor, actor.caseId, { request, form });
  if (again) return again;
  const done = form.get("intent") === "withdraw" ? "withdrawn" : "partyDone";
  return redirect(`/p/${params.token}/materials?done=${done}`, 303);
}

/** What a side hands in from its phone, what it handed in before, and what the other side meant for it. */
export default function PartyMaterials() {
  const { mine, theirs, token, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  const t = useText(materials);
  const format = useFormat();
  const hasErrors = answer && (answer.message || Object.keys(answer.fields).length > 0);
  const labels: Readonly<Record<string, string>> = {
    files: t("form.files"),
    fileIds: t("form.files"),
    kind: t("form.kind"),
    reach: t("form.reach"),
    title: t("form.title"),
  };
  const paper = (one: (typeof mine)[number]) => (
    <>
      <Anchor href={`/p/${token}/material/${one.materialId}`} download>
        {one.title}
      </Anchor>
      <br />
      <span className="q2">
        {t(`kind.${one.kind}`)} · {t(`reach.${one.reach}`)} · {format.instant(one.handedInAt)}
      </span>
    </>
  );
  return (
    <>
      <div>
        <h1>{t("partyTitle")}</h1>
        <p className="q2">{t("partyLead")}</p>
      </div>
      {!answer && (done === "partyDone" || done === "withdrawn") ? (
        <Notice isOutcome tone="done" title={t(done)} />
      ) : null}
      {hasErrors ? <FormErrors answer={answer} labelOf={(name) => labels[name]} /> : null}
      <FailedFiles answer={answer} />
      <MaterialsForm formKey={formKey} answer={answer} isLarge />
      <section aria-labelledby="h-mine">
        <h2 id="h-mine">{t("partyYours")}</h2>
        {mine.length === 0 ? <p>{t("partyNone")}</p> : null}
        <ul>
          {mine.map((one) => (
            <li key={one.materialId}>
              {paper(one)}
              {one.isOwn ? (
                <Form method="post">
                  <input type="hidden" name="materialId" value={one.materialId} />
                  <Button look="quiet" name="intent" value="withdraw" reading={one.title}>
                    {t("withdraw")}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      {theirs.length > 0 ? (
        <section aria-labelledby="h-theirs">
          <h2 id="h-theirs">{t("partyTheirs")}</h2>
          <ul>
            {theirs.map((one) => (
              <li key={one.materialId}>{paper(one)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
