import { and, asc, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { isFailedContact } from "~/domain/notices/contacts";
import * as words from "~/i18n/documents";
import { formatFor } from "~/i18n/format";
import * as peopleCodes from "~/i18n/people-codes";
import * as sessionCodes from "~/i18n/session-codes";
import { sayAny, textFor } from "~/i18n/text";
import { caseHead, type HeadParty } from "./case-head.server";
import { namesOfPeople } from "./case-people.server";
import type { CaseRow } from "./command.server";
import type { PaperData } from "./documents.server";
import { iso } from "./iso.server";
import { arrivalsAt } from "./session-arrivals.server";

/** The notice of a session for one recipient: time and place, nothing of the other side. Null when the session is not booked. */
export async function sessionNoticePaper(
  tx: Tx,
  row: CaseRow,
  party: HeadParty,
  sessionId: string,
): Promise<PaperData<"sessionNotice"> | null> {
  const t = textFor("zh-CN", words);
  const format = formatFor("zh-CN");
  const s = schema.sessions;
  const b = schema.bookings;
  const r = schema.rooms;
  const sc = schema.sessionCases;
  const [found] = await tx
    .select({ session: s, during: b.during, room: r })
    .from(sc)
    .innerJoin(s, and(eq(s.courtId, sc.courtId), eq(s.id, sc.sessionId)))
    .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
    .leftJoin(r, and(eq(r.courtId, s.courtId), eq(r.id, s.roomId)))
    .where(and(eq(sc.courtId, row.courtId), eq(sc.caseId, row.id), eq(sc.sessionId, sessionId)));
  if (!found) return null;
  const head = await caseHead(tx, row);
  const { session, during, room } = found;
  const isVideo = session.mode === "video" || session.mode === "videoSplit";
  const place =
    session.mode === "phone"
      ? t("notice.phone")
      : isVideo
        ? t("notice.video")
        : (session.place ?? [head.court.name, room?.name, room?.place].filter(Boolean).join(" "));
  const arrivals = await arrivalsAt(tx, { courtId: row.courtId, sessionId, caseId: row.id, during });
  const arrival = arrivals(party.id);
  const startAt = iso(arrival.startAt);
  const early = arrival.arriveAt < arrival.startAt;
  return {
    recipient: party.name,
    caseNo: row.caseNo ?? row.registrationNo,
    time: [
      format.range(startAt, iso(during.end)),
      ...(early ? [t("notice.arrive", { at: format.time(iso(arrival.arriveAt)) })] : []),
    ].join("；"),
    mode: textFor("zh-CN", sessionCodes)(`mode.${session.mode}`),
    place: arrival.waitingRoom ? t("notice.waitIn", { place, room: arrival.waitingRoom.name }) : place,
    joinInfo: isVideo ? t("notice.video") : t("dueNone"),
    mediator: head.mediatorName,
    bring: t("notice.bring"),
    absence: t("notice.absence"),
    replyBy: format.instant(iso(arrival.startAt.minus({ days: 1 }))),
    contact: t("notice.contact"),
    phone: head.court.phone,
  };
}

/** The log of every attempt to reach the parties, as proof of having tried (ONL 25). What was said stays sealed. */
export async function contactLogPaper(
  tx: Tx,
  row: CaseRow,
  madeBy: string,
): Promise<PaperData<"contactLog">> {
  const t = textFor("zh-CN", words);
  const format = formatFor("zh-CN");
  const head = await caseHead(tx, row);
  const a = schema.contactAttempts;
  const tries = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id)))
    .orderBy(asc(a.happenedAt), asc(a.id));
  const names = await namesOfPeople(
    tx,
    row.courtId,
    tries.map((one) => one.byId),
  );
  return {
    caseNo: row.caseNo ?? row.registrationNo,
    cause: head.cause.zh,
    conclusion: t("contact.conclusion", {
      times: tries.length,
      failed: tries.filter((one) => isFailedContact(one.result)).length,
    }),
    madeBy,
    contacts: tries.map((one, index) => ({
      no: String(index + 1),
      time: format.instant(iso(one.happenedAt)),
      person: head.parties.find((party) => party.id === one.partyId)?.name ?? "",
      channel:
        one.channel === "visit" ? t("contact.visit") : sayAny("zh-CN", peopleCodes, `contact.${one.channel}`),
      by: names.get(one.byId)?.name ?? "",
      result: sayAny("zh-CN", peopleCodes, `contactResult.${one.result}`),
      note: one.nextTryOn ?? "",
    })),
  };
}
