import * as casePage from "~/i18n/case-page";
import * as roles from "~/i18n/roles";
import * as page from "~/i18n/session-page";
import { useFormat, useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import { Lights } from "~/ui/status";
import { knownReply, REPLY_TONES } from "../_staff.cases_.$id/replies";
import { PlaceFacts } from "./place-facts";
import type { SessionCase, Workspace } from "./workspace.server";

/** Time and place, what each side answered, and the papers of the case that is called. */
export function SideColumn({ work, called }: { work: Workspace; called: SessionCase }) {
  const [t, tCase, role] = [useText(page), useText(casePage), useText(roles)];
  const format = useFormat();
  return (
    <>
      <Section id="place" title={t("place")}>
        <PlaceFacts place={work.place} />
      </Section>
      <Section id="replies" title={t("replied")}>
        <div className="gap">
          <Lights
            lights={called.parties.flatMap((party) =>
              party.replies.map((one) => ({
                id: one.recipientId,
                who: role(`mediation.${party.side}`),
                tone: REPLY_TONES[knownReply(one.reply)],
                word: `${party.name} ${tCase(`reply.${knownReply(one.reply)}`)}`,
                at: one.repliedAt ? format.instantShort(one.repliedAt) : undefined,
              })),
            )}
          />
        </div>
      </Section>
      <Section id="documents" title={t("documents")}>
        {called.documents.length === 0 ? <p className="hint gap">{t("documents.none")}</p> : null}
        <ul className="papers">
          {called.documents.map((one) => (
            <li key={one.documentId}>
              <a href={`/api/v1/files/${one.fileId}`} download>
                {one.title}
              </a>{" "}
              <span className="q">{format.instantShort(one.createdAt)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
