import { z } from "zod";
import { asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { currentAgreement } from "./agreement-facts.server";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { caseHead } from "./case-head.server";
import { verb } from "./command.server";
import { courtDay } from "./deps.server";
import { keepService } from "./served.server";
import { addSignature, allHaveSigned, signaturesOn, signerShape, signingParty } from "./signatures.server";
import { standingDocument } from "./standing-documents.server";

/** A party signs for the statement; with the last receipt it takes effect (INT 149). */
export const signReceipt = verb({
  name: "sign-receipt",
  ability: "sign-receipt",
  input: z.object({ ...caseShape, ...signerShape }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId } = command;
    const row = command.theCase();
    const who = await signingParty(command, row);
    if (!who.ok) return who;
    const partyId = who.signer.partyId as string;
    const agreement = await currentAgreement(tx, row);
    const hash = agreement?.contentHash ?? "";
    const head = await caseHead(tx, row);
    const before = agreement ? await signaturesOn(tx, courtId, "statement", agreement.id) : [];
    const completes = allHaveSigned(
      [...before, { partyId, contentHash: hash }],
      head.parties.map((party) => party.id),
      hash,
    );
    const acted = await act(command, "sign-receipt", {
      event: "signReceipt",
      input: { completes, partyId: asId<PartyId>(partyId) },
    });
    if (!acted.ok) return acted;
    if (!agreement) return refuse("notSigned");
    const signed = await addSignature(command, row, {
      subjectKind: "statement",
      subjectId: agreement.id,
      contentHash: hash,
      signer: who.signer,
      at: acted.at,
    });
    if (!signed.ok) return signed;
    const statement = await standingDocument(tx, row, "statement");
    if (statement)
      await keepService(command, row, {
        documentId: statement.id,
        partyId,
        how: "inPerson",
        servedOn: courtDay(acted.at),
      });
    await recordAct(command, acted, { partyId, completes });
    return ok({ ...standing(acted), completes });
  },
});
