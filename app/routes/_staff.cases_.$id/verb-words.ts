import { eventOfVerb } from "~/domain/cases/events";
import * as casePage from "~/i18n/case-page";
import type * as events from "~/i18n/events";
import type { Text } from "~/i18n/text";

type VerbKey = keyof typeof casePage.zh & `verb.${string}`;
const isVerbKey = (key: string): key is VerbKey => Object.hasOwn(casePage.zh, key);

/** What was done, in the words of its button; an act without a button has its own. */
export function verbWords(verb: string, t: Text<typeof casePage.zh>, event: Text<typeof events.zh>): string {
  const key = `verb.${verb}`;
  if (key !== "verb.other" && isVerbKey(key)) return t(key as Exclude<VerbKey, "verb.other">);
  const found = eventOfVerb(verb);
  return found ? event(found) : t("verb.other", { code: verb });
}
