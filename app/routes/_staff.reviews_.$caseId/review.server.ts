import { RELATIONS_OF } from "~/domain/policy/abilities";
import type { UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { articleText } from "~/i18n/article-text";
import type { Locale } from "~/i18n/locale";
import { missingText } from "~/i18n/missing-text";
import { refusalText } from "~/i18n/refusal-text";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { reviewPageQuery } from "~/services/queries-review-page.server";
import { reviewScreenQuery } from "~/services/queries-review-screen.server";
import { ask } from "~/services/query.server";
import { clocksShown } from "../_staff/clocks-shown.server";

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Everything on the judge's screen, with every sentence that the law makes already said in the reader's language. */
export async function reviewOf(deps: Deps, actor: UserActor, locale: Locale, caseId: string) {
  const [page, aside] = await guarded(() =>
    Promise.all([
      ask(deps, actor, reviewPageQuery, { caseId }),
      ask(deps, actor, reviewScreenQuery, { caseId }),
    ]),
  );
  if (!page.ok || !aside.ok) throw new Response(null, { status: 404 });
  const received = page.agreement?.parties.filter((party) => party.received).length ?? 0;
  return {
    ...page,
    ...aside,
    // Forms are made anew when the file has moved on, and only then: a tick must not empty a half-written reason.
    formState: [
      caseId,
      page.header.stage,
      page.header.judgeId,
      page.decisions.length,
      page.services.length,
      received,
    ].join(" "),
    role: actor.role,
    // The page was shown, so the ties of the role are there.
    mayIssue: can(actor, "issue-document", RELATIONS_OF[actor.role]).ok,
    today: deps.clock.now().setZone("Asia/Shanghai").toISODate() ?? "",
    checklist: page.checklist.map((one) => ({
      ...one,
      law: one.article.split(" ")[0] ?? "",
      number: one.article.split(" ")[1] ?? "",
      basis: articleText(locale, one.article),
    })),
    ...clocksShown(locale, page.header.stage, page.clocks),
    chances: page.next.map(({ event, refusal }) => ({
      event,
      why: refusal ? refusalText(locale, refusal) : null,
      missing: list(refusal?.params?.missing)
        .map((code) => missingText(locale, String(code)))
        .filter((words) => words !== undefined),
    })),
  };
}

export type ReviewShown = Awaited<ReturnType<typeof reviewOf>>;
