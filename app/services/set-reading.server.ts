import { and, eq } from "drizzle-orm";
import { IANAZone } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { LOCALES } from "~/i18n/locale";
import { idText } from "./case-act.server";
import { verb } from "./command.server";

/** In which language a party's notices come, and which time zone stands beside Beijing time in them; told by itself or entered for it. */
export const setReading = verb({
  name: "set-reading",
  ability: "edit-contacts",
  input: z.object({
    caseId: idText,
    partyId: idText,
    locale: z.enum(LOCALES),
    /** IANA; none means that it reads where the court is. */
    zone: z
      .string()
      .trim()
      .max(60, "tooLong")
      .refine((zone) => zone === "" || IANAZone.isValidZone(zone), "zoneUnknown")
      .default(""),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor } = command;
    const { caseId, partyId, locale, zone } = input;
    if (actor.kind === "party" && actor.partyId !== partyId) return refuse("partyUnknown");
    const p = schema.parties;
    const changed = await tx
      .update(p)
      .set({ locale, zone: zone || null })
      .where(and(eq(p.courtId, courtId), eq(p.caseId, caseId), eq(p.id, partyId)))
      .returning({ id: p.id });
    if (!changed.length) return refuse("partyUnknown", { fields: { partyId: ["notChosen"] } });
    await command.record({ caseId, data: { partyId, locale } });
    return ok({ partyId, locale, zone: zone || null });
  },
});
