import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { findConflicts, RELATION_KINDS } from "~/domain/assignment/conflict-of-interest";
import { ok, refuse } from "~/domain/result";
import { fieldOf } from "./assignment-judgement.server";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { currentAssignment } from "./case-ending.server";
import { verb } from "./command.server";

const LEVELS = ["none", "waivable", "block"] as const;

/**
 * The mediator discloses 披露 what ties him to the case, or that nothing does (ONL 13). What the court knows already
 * counts: a relation found by the check cannot be disclosed as none.
 */
export const discloseRelation = verb({
  name: "disclose-relation",
  ability: "disclose-relation",
  input: z.object({
    ...caseShape,
    level: z.enum(LEVELS),
    relation: z.enum(["none", ...RELATION_KINDS]).default("none"),
    words: z.string().trim().max(500, "tooLong").default(""),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const row = command.theCase();
    const assignment = await currentAssignment(command, row.id);
    if (!assignment?.mediatorId) return refuse("notFound");
    if (input.level !== "none" && input.words === "")
      return refuse("reasonMissing", { fields: { words: ["required"] } });
    const field = await fieldOf(command, row);
    const candidate = field.candidates.find((one) => one.mediatorId === assignment.mediatorId);
    const found = candidate ? findConflicts(candidate, field.dispute) : [];
    const known = found.some((one) => one.level === "BLOCK") ? "block" : found.length ? "waivable" : "none";
    const level = LEVELS[
      Math.max(LEVELS.indexOf(input.level), LEVELS.indexOf(known))
    ] as (typeof LEVELS)[number];
    const acted = await act(command, "disclose-relation", { event: "discloseRelation" });
    if (!acted.ok) return acted;
    await tx.insert(schema.disclosures).values({
      courtId,
      id: uuidv7(),
      caseId: row.id,
      assignmentId: assignment.id,
      personId: assignment.mediatorId,
      relation: input.relation,
      words: input.words,
      level,
      madeAt: acted.at,
    });
    await recordAct(command, acted, { assignmentId: assignment.id, level, relation: input.relation });
    return ok({ ...standing(acted), level });
  },
});
