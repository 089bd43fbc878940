import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { ok, type Result, refuse } from "~/domain/result";
import { type AgreementRow, currentAgreement } from "./agreement-facts.server";
import { agreementNumber, agreementPaper } from "./agreement-papers.server";
import { caseHead } from "./case-head.server";
import { type CaseRow, type Command, verb } from "./command.server";
import { courtDay } from "./deps.server";
import { issueDocument } from "./documents.server";
import { happened, happenedShape } from "./happened.server";
import {
  addSignature,
  allHaveSigned,
  type Signer,
  signaturesOn,
  signerShape,
  signingParty,
} from "./signatures.server";
import { allDocuments } from "./standing-documents.server";
import { advance, effectsOf } from "./transition.server";

const inputShape = z.object({
  caseId: z.string().uuid("idMalformed"),
  signer: z.enum(["party", "mediator", "organisation"]).default("party"),
  /** The content that the signer had before him; another one is refused. */
  contentHash: z.string().optional(),
  ...signerShape,
  ...happenedShape,
});
type Signing = Command<z.output<typeof inputShape>>;

/** The mediator and the organisation sign through staff; a link signs for its own party alone. */
async function signerOf(command: Signing, row: CaseRow): Promise<Result<{ signer: Signer }>> {
  const { actor, input } = command;
  if (actor.kind === "party" || input.signer === "party") return signingParty(command, row);
  const id = input.signer === "mediator" ? row.mediatorId : row.orgId;
  if (!id) return refuse("signatureInvalid", { fields: { signer: ["invalid"] } });
  if (
    input.signer === "mediator" &&
    actor.kind === "user" &&
    actor.role === "mediator" &&
    actor.userId !== id
  )
    return refuse("signatureInvalid", { fields: { signer: ["invalid"] } });
  return ok({ signer: { kind: input.signer, id, partyId: null } });
}

/** One row per payment or act, to be followed until it is performed. */
export async function enterObligations(command: Command<unknown>, agreement: AgreementRow): Promise<void> {
  const rows = agreement.terms.obligations.flatMap((one, index) => {
    const base = {
      courtId: command.courtId,
      agreementId: agreement.id,
      caseId: agreement.caseId,
      ordinal: index + 1,
      kind: one.kind,
      obligorId: one.obligorId as string,
      obligeeId: one.obligeeId as string,
    };
    const whole = [
      { ...base, id: uuidv7(), instalment: 0, amountFen: one.amountFen ?? null, dueOn: one.dueOn ?? null },
    ];
    if (one.instalments.length === 0) return whole;
    return one.instalments.map((part, no) => ({
      ...base,
      id: uuidv7(),
      instalment: no + 1,
      amountFen: part.amountFen,
      dueOn: part.dueOn,
    }));
  });
  if (rows.length) await command.tx.insert(schema.obligations).values(rows);
}

/** The last signature makes the agreement effective (INV 24): obligations stand, and the signed text is put in the file. */
async function takeEffect(command: Command<unknown>, row: CaseRow, agreement: AgreementRow, at: DateTime) {
  const a = schema.agreements;
  await command.tx
    .update(a)
    .set({ status: "effective", effectiveAt: at })
    .where(and(eq(a.courtId, command.courtId), eq(a.id, agreement.id)));
  await enterObligations(command, agreement);
  const number = agreementNumber(row, agreement.version);
  const draft = (await allDocuments(command.tx, row)).find(
    (one) => one.kind === "agreement" && one.number === number,
  );
  const head = await caseHead(command.tx, row);
  await issueDocument(command, row, "agreement", agreementPaper(row, head, agreement), {
    number,
    on: courtDay(at),
    ...(draft ? { replaces: draft.id } : {}),
  });
}

/** Enters one signature on the current agreement: a party's or its agent's, the mediator's, the organisation's seal. */
export const signAgreement = verb({
  name: "sign-agreement",
  ability: "sign-agreement",
  input: inputShape,
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const row = command.theCase();
    const agreement = await currentAgreement(tx, row);
    if (agreement?.contentHash && input.contentHash && input.contentHash !== agreement.contentHash)
      return refuse("staleVersion");
    const when = await happened(command, row.id, "sign-agreement");
    if (!when.ok) return when;
    const who = await signerOf(command, row);
    if (!who.ok) return who;
    const { signer } = who;
    const hash = agreement?.contentHash ?? "";
    const head = await caseHead(tx, row);
    const before = agreement ? await signaturesOn(tx, courtId, "agreement", agreement.id) : [];
    const after = [
      ...before,
      { signerKind: signer.kind, partyId: signer.partyId, contentHash: hash, happenedAt: when.at },
    ];
    const completes =
      allHaveSigned(
        after,
        head.parties.map((party) => party.id),
        hash,
      ) &&
      after.some((one) => one.signerKind === "mediator") &&
      (row.orgId === null || after.some((one) => one.signerKind === "organisation"));
    // Entered late, an earlier signature may come last into the file: the latest one makes it effective.
    const effectiveAt = DateTime.max(...after.map((one) => one.happenedAt)) ?? when.at;
    const step = await advance(command, row, {
      event: "signAgreement",
      input: {
        completes,
        late: when.late,
        ...(when.lateReason ? { lateReason: when.lateReason } : {}),
        ...(signer.partyId ? { partyId: asId<PartyId>(signer.partyId) } : {}),
      },
      happenedAt: completes ? effectiveAt : when.at,
      change: completes && agreement ? { mediationEnd: "agreed", route: agreement.route } : {},
    });
    if (!step.ok) return step;
    if (!agreement) return refuse("notSigned");
    const signed = await addSignature(command, row, {
      subjectKind: "agreement",
      subjectId: agreement.id,
      contentHash: hash,
      signer,
      at: when.at,
    });
    if (!signed.ok) return signed;
    if (completes) await takeEffect(command, step.row, agreement, effectiveAt);
    await command.record({
      caseId: row.id,
      happenedAt: when.at,
      data: {
        agreementId: agreement.id,
        version: agreement.version,
        signer: signer.kind,
        signerId: signer.id,
        completes,
        contentHash: hash,
      },
      effects: effectsOf(step),
    });
    return ok({ agreementId: agreement.id, completes });
  },
});
