import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { isLocale } from "~/i18n/locale";
import { displayCookie, TYPE_SIZES } from "~/platform/language";
import { safePath } from "~/platform/safe-path";

/** Keeps how pages are shown (`lang`, `type`) and goes back to the page that asked. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const isSecure = new URL(request.url).protocol === "https:";
  const lang = form.get("lang");
  const type = TYPE_SIZES.find((size) => size === form.get("type"));
  const headers = new Headers();
  if (isLocale(lang)) headers.append("Set-Cookie", displayCookie("lang", lang, isSecure));
  if (type) headers.append("Set-Cookie", displayCookie("type", type, isSecure));
  return redirect(safePath(form.get("returnTo")), { status: 303, headers });
}

/** There is nothing to see here: whoever follows the address goes home. */
export function loader() {
  return redirect("/");
}
