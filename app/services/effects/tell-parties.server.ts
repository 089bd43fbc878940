import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import * as notices from "~/i18n/notices";
import { textFor } from "~/i18n/text";
import { partyLink } from "../party-links.server";
import { addressee, caseAndCourt, caseMailbox } from "./addressees.server";
import { deliverMail, noAddress } from "./deliver.server";
import { type Handler, textOf } from "./job.server";
import { letterHtml } from "./letter.server";

/** A plain notice to each party of the case, with its own link; the substance stands behind the link. */
export const tellParties: Handler = async (deps, job) => {
  const { courtId } = job;
  const caseId = textOf(job, "caseId");
  const t = textFor("zh-CN", notices);
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
    "sendInvitations" | "sendCancellations" | "offerFreedPlace" | "warnClock" | "alertExpiry"
  >;
  for (const party of parties) {
    const to = await deps.db.withCourt(courtId, (tx) =>
      addressee(tx, deps, { courtId, recipientKind: "party", recipientId: party.id }),
    );
    const key = `notice:${job.key}:${party.id}`;
    const about = { courtId, caseId };
    if (!to.address || !to.party) {
      await noAddress(deps, about, key);
      continue;
    }
    const link = await partyLink(deps, courtId, { caseId, partyId: to.party.id, side: to.party.side });
    const lines = [
      t("greeting", { name: to.name }),
      what === "sendReceipt" ? t("sendReceipt", { number }) : t(what),
      t("number", { number }),
      t("openCase"),
      what === "sendOffer" ? `${link}/times` : link,
      t("verify", { phone: court.phone }),
      t("office", { court: court.name }),
    ];
    await deliverMail(deps, about, {
      key,
      to: { name: to.name, address: to.address },
      from: caseMailbox(deps, court.name, courtId, caseId),
      subject: t("subjectNotice", { court: court.shortName, number }),
      text: `${lines.join("\n\n")}\n`,
      html: letterHtml(lines),
    });
  }
};
