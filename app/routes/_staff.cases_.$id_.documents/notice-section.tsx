import * as papers from "~/i18n/papers";
import * as session from "~/i18n/session-codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import { nameIn } from "../_staff.cases_.$id/names";
import type { Papers } from "./route";

/** A notice for every party of every session that is still to come. */
export function NoticeSection({ page }: { page: Papers }) {
  const [t, code] = [useText(papers), useText(session)];
  const format = useFormat();
  const locale = useLocale();
  return (
    <Section id="notices" title={t("notices")} note={t("noticesNote")}>
      {page.sessions.length === 0 ? <Empty title={t("noSession")}>{t("noSessionText")}</Empty> : null}
      {page.sessions.map((one) => (
        <div key={one.sessionId} className="gap">
          <p>
            <b>{one.startAt && one.endAt ? format.range(one.startAt, one.endAt) : null}</b>{" "}
            {one.room ? nameIn(locale, one.room) : code(`mode.${one.mode}`)}
          </p>
          <p className="acts">
            {page.parties.map((party) => (
              <LinkButton
                key={party.partyId}
                href={`/cases/${page.header.caseId}/notice/${one.sessionId}/${party.partyId}.docx`}
                download
                icon="download"
              >
                {t("noticeFor", { name: party.name })}
              </LinkButton>
            ))}
          </p>
        </div>
      ))}
    </Section>
  );
}
