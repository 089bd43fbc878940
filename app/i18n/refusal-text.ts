import { EVENT_NAMES } from "~/domain/cases/events";
import { GUARD_NAMES } from "~/domain/cases/guards";
import type { Article } from "~/domain/cases/laws";
import { STAGES } from "~/domain/cases/stages";
import { ACTOR_NAMES } from "~/domain/policy/roles";
import type { Refusal } from "~/domain/result";
import { NEED_CODES } from "~/domain/scheduling/needs";
import { articleText } from "./article-text";
import * as clocks from "./clocks";
import * as events from "./events";
import { formatFor } from "./format";
import * as guards from "./guards";
import type { Locale } from "./locale";
import * as needs from "./needs";
import * as refusals from "./refusals";
import * as roles from "./roles";
import * as stages from "./stages";
import { sayAny, textFor } from "./text";
import { verbText } from "./verb-text";

const oneOf = <T extends string>(all: readonly T[], value: unknown) => all.find((one) => one === value);

/** What is said to whoever was refused: the sentence, for guards with its article. What `params.missing` lists is the page's to show. */
export function refusalText(locale: Locale, refusal: Pick<Refusal, "refusal" | "params">): string {
  const params = refusal.params ?? {};
  const guard = oneOf(GUARD_NAMES, params.guard);
  if (refusal.refusal === "guardFailed" && guard) {
    const sentence = textFor(locale, guards)(guard);
    const { article } = params;
    if (typeof article !== "string" || article === "local") return sentence;
    const basis = textFor(locale, clocks)("basis", { article: articleText(locale, article as Article) });
    return locale === "zh-CN" ? `${sentence}（${basis}）` : `${sentence} (${basis})`;
  }
  const changes = changesIn(locale, params.changes);
  if (refusal.refusal === "staleVersion" && changes)
    return textFor(locale, refusals)("staleChanges", { changes });
  const isDialect = refusal.refusal === "needUnmet" && params.need === "dialect";
  return sayAny(locale, refusals, isDialect ? "dialectUnmet" : refusal.refusal, {
    ...params,
    ...namesOf(locale, params),
  });
}

/** What was done since a page was made, `<verb> <instant>` each, as one phrase; blank where nothing is known of it. */
function changesIn(locale: Locale, changes: unknown): string {
  if (!Array.isArray(changes)) return "";
  const format = formatFor(locale);
  const each = changes.map((one) => {
    const [verb = "", at = ""] = String(one).split(" ");
    return at ? `${verbText(locale, verb)} ${format.instantShort(at)}` : verbText(locale, verb);
  });
  return format.list(each);
}

/** Codes among the values become words: stage, event, role, need. */
function namesOf(locale: Locale, params: NonNullable<Refusal["params"]>) {
  const stage = oneOf(STAGES, params.stage);
  const event = oneOf(EVENT_NAMES, params.event);
  const role = oneOf(ACTOR_NAMES, params.role);
  const need = oneOf(NEED_CODES, params.need);
  return {
    ...(stage && { stage: textFor(locale, stages)(stage) }),
    ...(event && { event: textFor(locale, events)(event) }),
    ...(role && { role: textFor(locale, roles)(role) }),
    ...(need && { need: textFor(locale, needs)(`need.${need}`) }),
  };
}
