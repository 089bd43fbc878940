import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as letters from "~/i18n/letters";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { sessionTextsQuery } from "~/services/queries-session-texts.server";
import { ask } from "~/services/query.server";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { Empty } from "~/ui/notice";
import { Page } from "~/ui/page";
import { QrCode } from "~/ui/qr";
import { Section } from "~/ui/section";
import { pageTitle } from "../_staff/page-title";
import { placeOfSession } from "../_staff.sessions_.$id/place.server";
import { SessionCrumbs } from "../_staff.sessions_.$id/session-crumbs";
import { CopyButton } from "./copy-button";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, letters)("texts"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(context.deps, actor, params.id);
  const texts = [];
  for (const { id: caseId } of place.cases) {
    const input = { caseId, sessionId: place.sessionId };
    const found = await guarded(() => ask(context.deps, actor, sessionTextsQuery, input));
    if (!found.ok) throw new Response(null, { status: 404 });
    texts.push(...found.texts);
  }
  return { place, texts };
}

/** What each side was told, to be copied into another channel; and its own page as a QR code. */
export default function TextsPage() {
  const { place, texts } = useLoaderData<typeof loader>();
  const t = useText(letters);
  return (
    <Page>
      <SessionCrumbs place={place} title={t("texts")} />
      <p className="hint gap">{t("textsAbout")}</p>
      {texts.length === 0 ? <Empty title={t("textsNone")}>{t("textsNoneText")}</Empty> : null}
      {texts.map((one) => (
        <Section key={one.id} title={one.name}>
          <div className="words gap">
            <div className="form">
              <Field id={`text-${one.id}`} label={t("text", { name: one.name })}>
                <TextArea readOnly rows={12} value={one.text} />
              </Field>
              <CopyButton text={one.text} reading={one.name} />
            </div>
            {one.link ? <QrCode text={one.link} label={t("linkQr", { name: one.name })} /> : null}
          </div>
        </Section>
      ))}
    </Page>
  );
}
