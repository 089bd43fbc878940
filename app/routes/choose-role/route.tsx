import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ROLES } from "~/domain/policy/roles";
import * as signIn from "~/i18n/sign-in";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { signInCookie, signInSecret } from "~/platform/cookie";
import { safePath } from "~/platform/safe-path";
import { viewer } from "~/platform/viewer.server";
import { chooseGrant } from "~/services/sign-in.server";
import { Button } from "~/ui/button";
import { Empty, Notice } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { OpenFrame } from "../_staff/open-frame";
import { pageTitle } from "../_staff/page-title";
import { GrantList } from "./grant-list";

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, signIn)("chooseTitle"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await viewer(request, context);
  if (!found) throw redirect("/sign-in");
  const next = new URL(request.url).searchParams.get("next");
  return {
    name: found.name,
    grants: found.grants,
    now: found.actor ? `${found.actor.courtId}:${found.actor.role}` : null,
    next: next ? safePath(next) : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  const [courtId = "", wanted] = String(form.get("grant") ?? "").split(":");
  const role = ROLES.find((one) => one === wanted);
  const old = signInSecret(request, deps.publicUrl);
  const secret = old && role ? await chooseGrant(deps, old, courtId, role) : null;
  if (!secret) return data({ isGone: true }, { status: 409 });
  const next = form.get("next");
  return redirect(typeof next === "string" && next ? safePath(next) : "/", {
    status: 303,
    headers: { "Set-Cookie": signInCookie(deps.publicUrl, secret) },
  });
}

export default function ChooseRole() {
  const { name, grants, now, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(signIn);
  return (
    <OpenFrame>
      <Page>
        <Head title={t("chooseTitle")}>
          {name} · {t("chooseText")}
        </Head>
        {answer?.isGone ? (
          <Notice tone="final" isOutcome>
            <p>{t("chooseGone")}</p>
          </Notice>
        ) : null}
        {grants.length > 0 ? (
          <GrantList grants={grants} now={now} next={next} />
        ) : (
          <Empty title={t("chooseNone")}>{t("chooseNoneText")}</Empty>
        )}
        <Section id="out" title={t("outTitle")}>
          <p className="q2">{t("outText")}</p>
          <form method="post" action="/sign-out" className="acts mt">
            <Button>{t("outHere")}</Button>
            <Button look="final" name="everywhere" value="yes">
              {t("outEverywhere")}
            </Button>
          </form>
          <p className="hint">{t("outEverywhereText")}</p>
        </Section>
      </Page>
    </OpenFrame>
  );
}
