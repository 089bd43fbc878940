import { eventOfVerb } from "~/domain/cases/events";
import * as events from "./events";
import type { Locale } from "./locale";
import * as records from "./records";
import { sayAny, textFor } from "./text";

/** A verb of the trail in words: by its own sentence, else by the event of the case table that it is. */
export function verbText(locale: Locale, verb: string): string {
  const key = `verb.${verb}`;
  if (key !== "verb.other" && Object.hasOwn(records.zh, key)) return sayAny(locale, records, key);
  const event = eventOfVerb(verb);
  return event ? textFor(locale, events)(event) : textFor(locale, records)("verb.other", { code: verb });
}
