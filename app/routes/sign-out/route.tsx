import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endedCookie, signInSecret } from "~/platform/cookie";
import { endSignIn } from "~/services/sign-in.server";

/** Ends this sign-in, or with `everywhere` all of the person's. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  const secret = signInSecret(request, deps.publicUrl);
  if (secret) await endSignIn(deps, secret, form.get("everywhere") === "yes");
  return redirect("/sign-in?out=yes", {
    status: 303,
    headers: { "Set-Cookie": endedCookie(deps.publicUrl) },
  });
}

/** Following the address ends nothing: only the button does. */
export function loader() {
  return redirect("/");
}
