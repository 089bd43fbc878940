import * as sessionCodes from "~/i18n/session-codes";
import * as page from "~/i18n/session-page";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { NextActions } from "~/ui/next-actions";
import { Section } from "~/ui/section";
import type { SessionCase } from "./workspace.server";

/** After a session: what follows from the result of the case. */
export function AfterSection({ called }: { called: SessionCase }) {
  const [t, code] = [useText(page), useText(sessionCodes)];
  const base = `/cases/${called.caseId}`;
  const outcome = called.outcome as keyof typeof OUTCOMES | null;
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
    reason: t("after.adjournedText"),
    act: <LinkButton href={`${base}/book`}>{t("book")}</LinkButton>,
  };
  const end = {
    id: "end",
    title: t("after.notAgreed"),
    reason: t("after.notAgreedText"),
    act: <LinkButton href={`${base}/end`}>{t("end")}</LinkButton>,
  };
  const ways = { draft, book, end };
  return (
    <Section
      id="after"
      title={t("after")}
      note={known ? t("resultIs", { result: code(`result.${outcome as keyof typeof OUTCOMES}`) }) : null}
    >
      {called.nextStep ? <p className="gap">{called.nextStep}</p> : null}
      <NextActions actions={(known ?? OUTCOMES.adjourned).map((way) => ways[way])} />
    </Section>
  );
}

const OUTCOMES = {
  agreed: ["draft"],
  partlyAgreed: ["draft", "book", "end"],
  notAgreed: ["end", "book"],
  adjourned: ["book", "end"],
} as const;
