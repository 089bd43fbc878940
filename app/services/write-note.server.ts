import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { SIDES } from "~/domain/cases/sides";
import { ok, refuse } from "~/domain/result";
import { verb } from "./command.server";
import { place } from "./personal.server";

export const NOTE_KINDS = ["note", "caucus", "offer", "concession", "assessment"] as const;

/**
 * The only writer of what is said in mediation (INV 22, ONL 18). Sealed before it is stored. The record stands on the
 * writer's own chain, as the reading of notes does, and without the kind: that one side made an offer, and when, is
 * nothing for whoever reads the case's timeline.
 */
export const writeNote = verb({
  name: "write-note",
  ability: "write-note",
  input: z.object({
    caseId: z.string().uuid("idMalformed"),
    sessionId: z.string().uuid("idMalformed").nullish(),
    kind: z.enum(NOTE_KINDS),
    side: z.enum(SIDES).nullish(),
    words: z.string().trim().min(1, "required").max(5000, "textTooLong"),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, actor, deps, input, now } = command;
    if (actor.kind !== "user") return refuse("forbidden");
    const id = uuidv7();
    await tx.insert(schema.confidentialNotes).values({
      courtId,
      id,
      caseId: input.caseId,
      sessionId: input.sessionId ?? null,
      authorId: actor.userId,
      kind: input.kind,
      side: input.side ?? null,
      sealed: deps.secrets.seal(input.words, place("confidential_notes", "sealed", id)),
      writtenAt: now,
    });
    await command.record({ data: { caseId: input.caseId, noteId: id } });
    return ok({ noteId: id });
  },
});
