import * as sessionCodes from "~/i18n/session-codes";
import * as page from "~/i18n/session-page";
import { useFormat, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { NextActions } from "~/ui/next-actions";
import { Section } from "~/ui/section";
import type { SessionCase, Workspace } from "./workspace.server";

/** After a session: who stayed away, and what follows from the result of the case. */
export function AfterSection({ work, called }: { work: Workspace; called: SessionCase }) {
  const [t, code] = [useText(page), useText(sessionCodes)];
  const format = useFormat();
  const base = `/cases/${called.caseId}`;
  const outcome = called.outcome as keyof typeof OUTCOMES | null;
  const others = alsoGoingOn(work, called);
  const known = outcome && Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome] : null;
  const draft = {
    id: "draft",
    title: t("after.agreed"),
    reason: t("after.agreedText"),
    act: (
      <LinkButton look="main" href={`${base}/agreement`}>
        {t(called.hasAgreement ? "toAgreement" : "draft")}
      </LinkButton>
    ),
  };
  const book = {
    id: "book",
    title: t("after.adjourned"),
    reason: others.length > 0 ? t("after.together", { count: others.length }) : t("after.adjournedText"),
    act: <LinkButton href={`${base}/book?${again(work, others)}`}>{t("book")}</LinkButton>,
  };
  const end = {
    id: "end",
    title: t("after.end"),
    reason: t("after.endText"),
    act: <LinkButton href={`${base}/end`}>{t("end")}</LinkButton>,
  };
  const ways = { draft, book, end };
  const absent = called.parties.filter((party) => party.attendance?.status === "absent");
  return (
    <Section
      id="after"
      title={t("after")}
      note={known ? t("resultIs", { result: code(`result.${outcome as keyof typeof OUTCOMES}`) }) : null}
    >
      {absent.length > 0 ? (
        <p className="gap">{t("after.absent", { names: format.list(absent.map((party) => party.name)) })}</p>
      ) : null}
      {called.nextStep ? <p className="gap">{t("after.nextStep", { words: called.nextStep })}</p> : null}
      <NextActions actions={(known ?? OUTCOMES.adjourned).map((way) => ways[way])} />
    </Section>
  );
}

/** The other cases of the session that are to go on, where the called one is. */
function alsoGoingOn({ session, cases }: Workspace, called: SessionCase): SessionCase[] {
  const goesOn = (one: SessionCase) => session.status === "noShow" || one.outcome === "adjourned";
  return goesOn(called) ? cases.filter((one) => one !== called && goesOn(one)) : [];
}

/** The same way and length of meeting once more, for the called case together with these. */
const again = ({ place }: Workspace, others: readonly SessionCase[]): URLSearchParams =>
  new URLSearchParams([
    ["mode", place.mode],
    ["minutes", String(place.minutes)],
    ...others.map((one) => ["with", one.caseId]),
  ]);

const OUTCOMES = {
  agreed: ["draft"],
  partlyAgreed: ["draft", "book", "end"],
  notAgreed: ["end", "book"],
  adjourned: ["book", "end"],
} as const;
