import { and, eq, max, ne } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { SETTLED_ROUTES } from "~/domain/cases/routes";
import { asId, type PartyId } from "~/domain/ids";
import { causeOf } from "~/domain/intake/causes";
import { termsSchema } from "~/domain/mediation/agreement";
import { missingTerms } from "~/domain/mediation/completeness";
import { ok, type Refusal, refuse } from "~/domain/result";
import { agreementNumber, agreementPaper } from "./agreement-papers.server";
import { caseHead, type HeadParty } from "./case-head.server";
import { type CaseRow, type Command, verb } from "./command.server";
import { contentHash } from "./content-hash.server";
import { issueDocument } from "./documents.server";
import { advance, effectsOf } from "./transition.server";

const inputShape = z.object({
  caseId: z.string().uuid("idMalformed"),
  route: z.enum(SETTLED_ROUTES),
  terms: termsSchema,
});
type Input = z.output<typeof inputShape>;

/** Routes that this case can never take: divorce and the like are not confirmed (INT 355), a statement needs a registered case (INV 20). */
export function closedRoute(row: CaseRow, { route, terms }: Pick<Input, "route" | "terms">): Refusal | null {
  const confirmable = causeOf(row.causeCode)?.confirmable && !terms.statusContent && !terms.titleContent;
  if (route === "confirm" && !confirmable)
    return refuse("notConfirmable", { fields: { route: ["notConfirmable"] } });
  if (route === "confirm" && row.orgId === null)
    return refuse("routeNotOpen", { params: { why: "orgPresided" }, fields: { route: ["routeNotOpen"] } });
  if ((route === "statement" || route === "withdraw") && row.caseNo === null)
    return refuse("routeNotOpen", { params: { why: "registered" }, fields: { route: ["routeNotOpen"] } });
  return null;
}

/** What every signature on an agreement is bound to. */
export const agreementHash = (of: Pick<Input, "route" | "terms">, parties: readonly HeadParty[]): string =>
  contentHash({
    route: of.route,
    terms: of.terms,
    parties: parties.map((party) => ({ id: party.id, side: party.side, name: party.name })),
  });

async function supersede(command: Command<unknown>, caseId: string): Promise<void> {
  const { tx, courtId } = command;
  const a = schema.agreements;
  const o = schema.obligations;
  await tx.delete(o).where(and(eq(o.courtId, courtId), eq(o.caseId, caseId)));
  await tx
    .update(a)
    .set({ status: "superseded" })
    .where(and(eq(a.courtId, courtId), eq(a.caseId, caseId), ne(a.status, "superseded")));
}

/** Writes the terms down as a new version; what was not signed by all before is replaced by it, signatures and all. */
export const draftAgreement = verb({
  name: "draft-agreement",
  ability: "draft-agreement",
  input: inputShape,
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, today } = command;
    const row = command.theCase();
    const closed = closedRoute(row, input);
    if (closed) return closed;
    const step = await advance(command, row, {
      event: "draftAgreement",
      change: { outcome: null, mediationEnd: null, route: null },
    });
    if (!step.ok) return step;
    const head = await caseHead(tx, step.row);
    const missing = missingTerms(input.terms, {
      parties: head.parties.map((party) => asId<PartyId>(party.id)),
      route: input.route,
      today,
    });
    const a = schema.agreements;
    const [last] = await tx
      .select({ version: max(a.version) })
      .from(a)
      .where(and(eq(a.courtId, courtId), eq(a.caseId, row.id)));
    await supersede(command, row.id);
    const version = (last?.version ?? 0) + 1;
    const agreementId = uuidv7();
    const hash = agreementHash(input, head.parties);
    const complete = missing.length === 0;
    await tx.insert(a).values({
      courtId,
      id: agreementId,
      caseId: row.id,
      version,
      status: complete ? "signing" : "draft",
      route: input.route,
      terms: input.terms,
      performedAtOnce: input.route === "performed",
      contentHash: hash,
      createdAt: now,
    });
    if (complete) {
      await issueDocument(command, step.row, "agreement", agreementPaper(step.row, head, input), {
        number: agreementNumber(row, version),
      });
    }
    await command.record({
      caseId: row.id,
      data: {
        agreementId,
        version,
        route: input.route,
        contentHash: hash,
        missing: missing.map((m) => m.code),
      },
      effects: complete ? effectsOf(step) : [],
    });
    return ok({ agreementId, version, contentHash: hash, missing });
  },
});
