import type { Locale } from "./locale";
import * as shell from "./shell";
import { textFor } from "./text";

export type CrashKind = 403 | 404 | 500;

/** The kind of page that an HTTP status asks for; whatever is neither refused nor missing is ours. */
export function crashKindOf(status: number): CrashKind {
  if (status === 401 || status === 403) return 403;
  return status === 404 ? 404 : 500;
}

/** What an error page says in one language. */
export function crashText(locale: Locale, kind: CrashKind) {
  const t = textFor(locale, shell);
  return {
    lang: locale,
    title: t(`crash.${kind}.title`),
    what: t(`crash.${kind}.what`),
    safe: t(`crash.${kind}.safe`),
    todo: t(`crash.${kind}.do`),
    home: t("crash.home"),
  };
}
