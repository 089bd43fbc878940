import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refusalText } from "~/i18n/refusal-text";
import * as signIn from "~/i18n/sign-in";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { statusOf } from "~/platform/answer.server";
import { safePath } from "~/platform/safe-path";
import { viewer } from "~/platform/viewer.server";
import { demoSignIns } from "~/services/demo/demo-sign-ins.server";
import { Door } from "~/ui/door";
import { localeOf } from "../_staff/locale.server";
import { OpenFrame } from "../_staff/open-frame";
import { pageTitle } from "../_staff/page-title";
import { DoorAside } from "./door-aside";
import { enter } from "./enter.server";
import { SignInForm } from "./sign-in-form";

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, signIn)("title"));

const nextOf = (wish: unknown) => (typeof wish === "string" && wish ? safePath(wish) : null);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = nextOf(searchParams.get("next"));
  if ((await viewer(request, context))?.actor) throw redirect(next ?? "/");
  return {
    next,
    hasLeft: searchParams.has("out"),
    host: new URL(context.deps.publicUrl).host,
    demo: context.demo ? demoSignIns().map(({ login, role, name }) => ({ login, role, name })) : [],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const ready = context.demo ? demoSignIns().find(({ role }) => role === form.get("demo")) : undefined;
  const login = ready?.login ?? String(form.get("login") ?? "");
  const refusal = await enter(context.deps, {
    login,
    password: ready?.password ?? String(form.get("password") ?? ""),
    role: ready?.role,
    next: nextOf(form.get("next")),
    address: context.address,
  });
  const locale = localeOf(request);
  const seconds = refusal.params?.seconds;
  const message =
    refusal.refusal === "tooManyTries" && typeof seconds === "number"
      ? textFor(locale, signIn)("wait", { count: seconds })
      : refusalText(locale, refusal);
  return data({ message, login }, { status: statusOf(refusal) });
}

export default function SignInPage() {
  const { next, hasLeft, host, demo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(signIn);
  return (
    <OpenFrame>
      <Door asideLabel={t("aside")} aside={<DoorAside host={host} next={next} demo={demo} />}>
        <SignInForm next={next} hasLeft={hasLeft} answer={answer} />
      </Door>
    </OpenFrame>
  );
}
