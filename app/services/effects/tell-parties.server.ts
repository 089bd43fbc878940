import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import { writtenCode } from "~/domain/notices/notice-code";
import * as notices from "~/i18n/notices";
import { textFor } from "~/i18n/text";
import { partyLink } from "../party-links.server";
import { addressee, caseAndCourt } from "./addressees.server";
import { type Handler, textOf } from "./job.server";
import { postNotice } from "./post-notice.server";
import { verifyPage } from "./verify-page.server";

/** A plain notice to each party of the case, with its own link; the substance stands behind the link. */
export const tellParties: Handler = async (deps, job) => {
  const { courtId } = job;
  const caseId = textOf(job, "caseId");
  const { court, number, parties } = await deps.db.withCourt(courtId, async (tx) => {
    const { row, court } = await caseAndCourt(tx, courtId, caseId);
    const p = schema.parties;
    const parties = await tx
      .select({ id: p.id })
      .from(p)
      .where(and(eq(p.courtId, courtId), eq(p.caseId, caseId)))
      .orderBy(p.side, p.ordinal);
    return { court, number: row.registrationNo, parties };
  });
  const what = job.effect as Exclude<
    typeof job.effect,
    | "sendInvitations"
    | "sendCancellations"
    | "declineCounter"
    | "offerFreedPlace"
    | "warnClock"
    | "alertExpiry"
    | "remindSession"
    | "noteSilence"
    | "sendAgain"
    | "writeDocuments"
    | "carryOutImport"
  >;
  for (const party of parties) {
    const to = await deps.db.withCourt(courtId, (tx) =>
      addressee(tx, deps, { courtId, recipientKind: "party", recipientId: party.id }),
    );
    const t = textFor(to.locale, notices);
    const side = to.party?.side;
    const link = side ? await partyLink(deps, courtId, { caseId, partyId: party.id, side }) : "";
    const sentence = what === "sendReceipt" ? t("sendReceipt", { number }) : t(what);
    const isEnglish = to.locale === "en";
    const names = { court: isEnglish ? court.nameEn : court.shortName, number };
    await postNotice(deps, court, {
      key: `notice:${job.key}:${party.id}`,
      kind: "other",
      courtId,
      caseId,
      to,
      facts: { number },
      words: (code) => {
        const proof = { code: writtenCode(code), phone: court.phone };
        return {
          subject: t("subjectNotice", names),
          lines: [
            t("greeting", { name: to.name }),
            sentence,
            t("number", { number }),
            t("openCase"),
            what === "sendOffer" ? `${link}/times` : link,
            t("verify", proof),
            verifyPage(deps),
            t("office", { court: isEnglish ? court.nameEn : court.name }),
          ],
          sms: t("sms", { ...names, ...proof, what: sentence }),
          smsParams: { ...names, ...proof, what: sentence },
        };
      },
    });
  }
};
