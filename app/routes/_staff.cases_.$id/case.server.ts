import type { UserActor } from "~/domain/policy/actor";
import type { Locale } from "~/i18n/locale";
import { missingText } from "~/i18n/missing-text";
import { refusalText } from "~/i18n/refusal-text";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { ask } from "~/services/query.server";
import { clocksShown } from "../_staff/clocks-shown.server";
import { besideActs } from "./beside.server";
import { byUrgency, isAside, placeOf } from "./places";

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Everything about one case, with every sentence that is made from the law already said in the reader's language. */
export async function caseOf(deps: Deps, actor: UserActor, locale: Locale, caseId: string, before?: string) {
  const found = await guarded(() => ask(deps, actor, casePageQuery, { caseId, before }));
  if (!found.ok) throw new Response(null, { status: 404 });
  const coming = found.sessions.find((one) => one.status === "planned" || one.status === "open");
  // Asked and answered: what remains is a change of mind.
  const hasEverybody = found.parties.every((party) => party.consent !== null);
  return {
    ...found,
    ...clocksShown(locale, found.header.stage, found.clocks),
    chances: [...found.next.events].sort(byUrgency).map(({ event, refusal }) => ({
      event,
      href: placeOf(caseId, event, coming?.sessionId ?? null, found.header.stage),
      isAside: isAside(event) || (event === "recordConsent" && hasEverybody),
      why: refusal ? refusalText(locale, refusal) : null,
      missing: list(refusal?.params?.missing)
        .map((code) => missingText(locale, String(code)))
        .filter((words) => words !== undefined),
    })),
    beside: besideActs(actor, {
      stage: found.header.stage,
      packageMissing: found.facts.packageMissing,
      hasAgents: found.parties.some((party) => party.agents.length > 0),
    }),
    agreement: found.agreement
      ? {
          ...found.agreement,
          missing: found.agreement.missing
            .map((code) => missingText(locale, code))
            .filter((words) => words !== undefined),
        }
      : null,
  };
}

export type CaseShown = Awaited<ReturnType<typeof caseOf>>;
export type Chance = CaseShown["chances"][number];
