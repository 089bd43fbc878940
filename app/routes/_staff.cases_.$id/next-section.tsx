import * as acts from "~/i18n/acts";
import * as casePage from "~/i18n/case-page";
import * as events from "~/i18n/events";
import * as roles from "~/i18n/roles";
import { useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { NextActions } from "~/ui/next-actions";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import { aboutOf, actTitle } from "./about";
import type { CaseShown, Chance } from "./case.server";

/** What can be done now, then what cannot yet and why, then what is seldom wanted. */
export function NextSection({ shown }: { shown: CaseShown }) {
  const [t, role, event, act] = [useText(casePage), useText(roles), useText(events), useText(acts)];
  const first = shown.chances.filter((chance) => !chance.why && chance.href && !chance.isAside);
  const aside = shown.chances.filter((chance) => !chance.why && chance.href && chance.isAside);
  const blocked = shown.chances.filter((chance) => chance.why && !chance.isAside);
  const beside = ({ name }: (typeof shown.beside)[number]) => {
    const title = actTitle(act, event, name);
    const href = `/cases/${shown.header.caseId}/act/${name}`;
    return {
      id: name,
      title,
      reason: aboutOf(act, name),
      act: (
        <LinkButton href={href} reading={title}>
          {t("go")}
        </LinkButton>
      ),
    };
  };
  const due = shown.beside.filter((one) => !one.isAside);
  const entry = (chance: Chance, isMain: boolean) => ({
    id: chance.event,
    title: event(chance.event),
    reason: aboutOf(act, chance.event),
    act: chance.href ? (
      <LinkButton href={chance.href} look={isMain ? "main" : undefined} reading={event(chance.event)}>
        {t("go")}
      </LinkButton>
    ) : null,
  });
  return (
    <Section
      id="next"
      title={t("next")}
      note={first.length + due.length > 0 ? t("nextNote", { count: first.length + due.length }) : null}
    >
      {first.length + due.length > 0 ? (
        <NextActions
          actions={[...first.map((chance, index) => entry(chance, index === 0)), ...due.map(beside)]}
        />
      ) : (
        <Empty title={t("nextNone")}>{t("nextNoneText", { owner: role(shown.header.owner) })}</Empty>
      )}
      {blocked.length > 0 ? (
        <details className="fold">
          <summary>{t("blocked")}</summary>
          <NextActions
            actions={blocked.map((chance) => ({
              id: chance.event,
              title: event(chance.event),
              reason: [chance.why, ...chance.missing].join(" "),
            }))}
          />
        </details>
      ) : null}
      {aside.length + shown.beside.length - due.length > 0 ? (
        <details className="fold" open={first.length + due.length === 0}>
          <summary>{t("more")}</summary>
          <NextActions
            actions={[
              ...aside.map((chance) => entry(chance, false)),
              ...shown.beside.filter((one) => one.isAside).map(beside),
            ]}
          />
        </details>
      ) : null}
    </Section>
  );
}
