import * as casePage from "~/i18n/case-page";
import * as roles from "~/i18n/roles";
import * as session from "~/i18n/session-codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { Lights, Status } from "~/ui/status";
import type { CaseShown } from "./case.server";
import { nameIn } from "./names";
import { knownReply, REPLY_TONES } from "./replies";

type Session = CaseShown["sessions"][number];

/** The session that comes, with every reply, and how many there were. */
export function SessionSection({ shown }: { shown: CaseShown }) {
  const t = useText(casePage);
  const coming = shown.sessions.filter((one) => one.status === "planned" || one.status === "open");
  const past = shown.sessions.length - coming.length;
  return (
    <Section id="sessions" title={t("session")} note={past > 0 ? t("earlier", { count: past }) : null}>
      {coming.length === 0 ? <p className="hint gap">{t("noSession")}</p> : null}
      {coming.map((one) => (
        <Coming key={one.sessionId} session={one} shown={shown} />
      ))}
    </Section>
  );
}

function Coming({ session: one, shown }: { session: Session; shown: CaseShown }) {
  const [t, role, code] = [useText(casePage), useText(roles), useText(session)];
  const format = useFormat();
  const locale = useLocale();
  const isZh = locale === "zh-CN";
  const place = one.room
    ? isZh
      ? [one.room.name, one.room.place]
      : [one.room.nameEn, one.room.placeEn]
    : [];
  const replies = one.invitations.filter(
    (invitation) => invitation.method === "REQUEST" && invitation.recipientKind === "party",
  );
  const sideOf = (partyId: string) => shown.parties.find((party) => party.partyId === partyId);
  return (
    <>
      <Facts
        isPadded
        facts={[
          {
            term: t("when"),
            value: (
              <>
                <b>{one.startAt && one.endAt ? format.range(one.startAt, one.endAt) : null}</b>{" "}
                {one.status === "open" ? <Status tone="now">{code("session.open")}</Status> : null}
              </>
            ),
          },
          { term: t("where"), value: place.filter(Boolean).join(" · ") || code(`mode.${one.mode}`) },
          { term: t("mediator"), value: one.mediator ? nameIn(locale, one.mediator) : t("nobody") },
          { term: t("how"), value: code(`mode.${one.mode}`) },
        ]}
      />
      <p className="gap no-print">
        <Anchor href={`/sessions/${one.sessionId}`}>{t("sessionOpen")}</Anchor>
      </p>
      {one.bookingStatus === "held" && one.holdUntil ? (
        <p className="hint">{t("holdUntil", { at: format.instant(one.holdUntil) })}</p>
      ) : null}
      <Lights
        lights={replies.map((reply) => {
          const party = sideOf(reply.recipientId);
          return {
            id: reply.invitationId,
            who: party ? role(`short.${party.side}`) : "",
            whoFull: party?.name,
            tone: REPLY_TONES[knownReply(reply.reply)],
            word: t(`reply.${knownReply(reply.reply)}`),
            at: reply.repliedAt ? format.instantShort(reply.repliedAt) : undefined,
          };
        })}
      />
    </>
  );
}
