import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { decideDraft } from "~/domain/cases/decide";
import { INTAKES } from "~/domain/cases/regime";
import { fenSchema } from "~/domain/intake/amount";
import { CAUSE_SCHEME, causeOf } from "~/domain/intake/causes";
import { judgeSuitability } from "~/domain/intake/suitability";
import { ok, refuse } from "~/domain/result";
import { flag, idText } from "./case-act.server";
import { refreshDue } from "./case-due.server";
import { claimResources, insertParties, namesOf } from "./case-parties.server";
import { turnClocks } from "./clocks.server";
import { type CaseRow, type Command, verb } from "./command.server";
import { courtDay } from "./deps.server";
import { twinOf } from "./duplicates.server";
import { happened, happenedShape } from "./happened.server";
import { nextRegistrationNumber } from "./numbers.server";
import { partyShape } from "./party-shape.server";
import { GENESIS } from "./record.server";
import { settingsOn } from "./settings.server";
import { advance, effectsOf } from "./transition.server";

const registerShape = (now: Parameters<typeof partyShape>[0]) =>
  z.object({
    intake: z.enum(INTAKES).default("LAWSUIT"),
    causeCode: z.string().refine((code) => causeOf(code) !== undefined, "notChosen"),
    amountFen: fenSchema.nullish(),
    facts: z.string().trim().max(5000, "textTooLong").default(""),
    claims: z.string().trim().max(5000, "textTooLong").default(""),
    procedureHint: z.enum(["summary", "ordinary"]).default("ordinary"),
    parties: z.array(partyShape(now)).max(60, "tooLong").default([]),
    teamId: idText.nullish(),
    /** Last day of a pre-suit preservation, YYYY-MM-DD. */
    preservationUntil: z.iso.date("dateInvalid").nullish(),
    /** The claim asks to confirm a personal status. */
    asksForStatus: flag.default(false),
    /** Why a second case between the same sides about the same cause. */
    separateReason: z.string().trim().max(300, "tooLong").optional(),
    /** False keeps a draft that may still lack something. */
    submit: flag.default(true),
    ...happenedShape,
  });
type RegisterInput = z.output<ReturnType<typeof registerShape>>;

async function insertCase(command: Command<RegisterInput>, id: string, createdOn: string): Promise<CaseRow> {
  const { tx, courtId, input, now, today } = command;
  const regime = (await settingsOn(tx, courtId, createdOn)).regime;
  const resources = await claimResources(command, input.parties);
  const registrationNo = await nextRegistrationNumber(tx, courtId, today);
  const [row] = await tx
    .insert(schema.cases)
    .values({
      courtId,
      id,
      registrationNo,
      regime,
      intake: input.intake,
      stage: "draft",
      causeScheme: CAUSE_SCHEME,
      causeCode: input.causeCode,
      amountFen: input.amountFen ?? null,
      facts: input.facts,
      claims: input.claims,
      procedureHint: input.procedureHint,
      ...namesOf(input.parties),
      teamId: input.teamId ?? null,
      preservationUntil: input.preservationUntil ?? null,
      createdAt: now,
      recordHead: GENESIS,
    })
    .returning();
  await insertParties(command, id, input.parties, resources);
  return row as CaseRow;
}

function suitabilityOf(row: CaseRow, asksForStatus: boolean) {
  const cause = causeOf(row.causeCode);
  if (!cause) throw new Error("the schema let an unknown cause through");
  const { regime, intake } = row;
  const judged = judgeSuitability({
    cause,
    regime,
    intake,
    registered: row.caseNo !== null,
    partyRefuses: false,
    courtHasJurisdiction: true,
    asksForStatus,
    online: false,
    canUseOnline: true,
    medicalCommitteeAlone: false,
  });
  return { against: judged.against.map((one) => one.code), notes: judged.notes.map((one) => one.code) };
}

/** Takes a case in: its own registration number 登记号, parties, agents, contacts; handed in at once unless kept as a draft. */
export const registerCase = verb({
  name: "register-case",
  ability: "draft-case",
  input: registerShape,
  cases: () => [],
  run: async (command) => {
    const { tx, actor, input, now, today } = command;
    const id = uuidv7();
    const draft = decideDraft(actor);
    if (!draft.ok) return draft;
    const when = await happened(command, id, "register-case");
    if (!when.ok) return when;
    const twin = input.separateReason ? null : await twinOf(command, input.causeCode, input.parties);
    if (twin) return refuse("duplicateCase", { params: { registrationNo: twin } });
    const startOn = courtDay(when.at);
    const row = await insertCase(command, id, startOn);
    const suitability = suitabilityOf(row, input.asksForStatus);
    const data = {
      registrationNo: row.registrationNo,
      regime: row.regime,
      intake: row.intake,
      cause: row.causeCode,
      against: suitability.against,
    };
    const answer = { caseId: id, registrationNo: row.registrationNo, suitability };
    if (!input.submit) {
      await turnClocks(tx, row, draft, { startOn, today, endedAt: now, choices: command.settings.clocks });
      await refreshDue(command, id);
      await command.record({ caseId: id, happenedAt: when.at, data: { ...data, stage: row.stage } });
      return ok({ ...answer, stage: row.stage });
    }
    const step = await advance(command, row, {
      event: "submitCase",
      happenedAt: when.at,
      change: { submittedAt: when.at },
    });
    if (!step.ok) return step;
    await command.record({
      caseId: id,
      happenedAt: when.at,
      data: { ...data, stage: step.row.stage },
      effects: effectsOf(step),
    });
    return ok({ ...answer, stage: step.row.stage });
  },
});
