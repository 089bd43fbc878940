import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { currentAgreement } from "./agreement-facts.server";
import { agreementNumber, applicationPaper } from "./agreement-papers.server";
import { caseHead } from "./case-head.server";
import { verb } from "./command.server";
import { courtDay } from "./deps.server";
import { issueDocument } from "./documents.server";
import { happened, happenedShape } from "./happened.server";
import { addSignature, allHaveSigned, signaturesOn, signerShape, signingParty } from "./signatures.server";

/**
 * One party signs the joint application for confirmation (CPL 205: both sides together, within 30 days). With the last
 * signature the application is written. No row of the case table: the case stays where it is.
 */
export const signApplication = verb({
  name: "sign-application",
  ability: "sign-agreement",
  input: z.object({ caseId: z.string().uuid("idMalformed"), ...signerShape, ...happenedShape }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId } = command;
    const row = command.theCase();
    if (!["agreed", "returned", "defaulted"].includes(row.stage))
      return refuse("wrongStage", { params: { event: "handOver", stage: row.stage } });
    const agreement = await currentAgreement(tx, row);
    if (!agreement?.effectiveAt || !agreement.contentHash) return refuse("notSigned");
    if (agreement.route !== "confirm") return refuse("routeNotOpen");
    const when = await happened(command, row.id, "sign-application");
    if (!when.ok) return when;
    const who = await signingParty(command, row);
    if (!who.ok) return who;
    const signed = await addSignature(command, row, {
      subjectKind: "confirmationApplication",
      subjectId: agreement.id,
      contentHash: agreement.contentHash,
      signer: who.signer,
      at: when.at,
    });
    if (!signed.ok) return signed;
    const head = await caseHead(tx, row);
    const completes = allHaveSigned(
      await signaturesOn(tx, courtId, "confirmationApplication", agreement.id),
      head.parties.map((party) => party.id),
      agreement.contentHash,
    );
    if (completes) {
      await issueDocument(command, row, "confirmationApplication", applicationPaper(row, head, agreement), {
        number: agreementNumber(row, agreement.version),
        on: courtDay(when.at),
      });
    }
    await command.record({
      caseId: row.id,
      happenedAt: when.at,
      data: { agreementId: agreement.id, partyId: who.signer.partyId, completes },
      effects: completes
        ? [
            {
              effect: "notifyMediator",
              key: `notifyMediator:application:${agreement.id}`,
              payload: { caseId: row.id },
            },
          ]
        : [],
    });
    return ok({ agreementId: agreement.id, completes });
  },
});
