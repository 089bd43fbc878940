import { z } from "zod";
import { needsRoom } from "~/domain/mediation/sessions";
import { ok, type Result, refuse } from "~/domain/result";
import type { SessionTime } from "./book-session.server";
import { flag, idText } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import type { Command } from "./command.server";
import { keepConsents } from "./mediation-clock.server";

/** What two of the ways of meeting ask for beside a time. */
export const meetingShape = {
  /** `otherPlace`: where, with the court's consent (INV 14). */
  place: z.string().trim().min(1, "required").max(200, "tooLong").optional(),
  courtConsents: flag.default(false),
  /** `videoSplit`: the parties who agreed to be seen at separate times; all of them must (ONL 16). */
  consentingPartyIds: z.array(idText).max(100).default([]),
} as const;
type Meeting = z.output<z.ZodObject<typeof meetingShape>>;

/**
 * Whether a session may be held in this way, and the consents it rests on kept. Refuses with the field: another place
 * without the court's consent, separate video without everybody's, a meeting in the court without a room.
 */
export async function allowWay(
  command: Command<unknown>,
  input: SessionTime & Meeting,
): Promise<Result<{ place: string | null }>> {
  if (needsRoom(input.mode) && !input.roomId)
    return refuse("invalidInput", { fields: { roomId: ["required"] } });
  if (input.mode === "otherPlace") {
    if (!input.place) return refuse("invalidInput", { fields: { place: ["required"] } });
    if (!input.courtConsents)
      return refuse("courtConsentMissing", { fields: { courtConsents: ["required"] } });
    return ok({ place: input.place });
  }
  if (input.mode !== "videoSplit") return ok({ place: null });
  for (const row of command.cases) {
    const parties = await partiesOfCase(command.tx, command.courtId, row.id);
    if (parties.some((party) => !input.consentingPartyIds.includes(party.id)))
      return refuse("consentMissing", { fields: { consentingPartyIds: ["everyParty"] } });
    await keepConsents(
      command,
      row.id,
      parties.map((party) => ({ partyId: party.id, how: "inPerson" as const })),
      { kind: "splitVideo", subjectId: null, until: null, at: command.now },
    );
  }
  return ok({ place: null });
}
