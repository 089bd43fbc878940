import type { DateTime } from "luxon";
import { z } from "zod";
import { courtDate } from "../cases/calendar";
import { SIDES } from "../cases/sides";
import { creditCodeFault, normaliseCreditCode } from "./credit-code";
import { ID_KINDS, type IdKind, PARTY_KINDS } from "./party-kinds";
import { phoneSchema } from "./phone";
import { normaliseResidentId, residentIdFault } from "./resident-id";

/** The kinds of identity documents that each kind of party can have. */
export const ID_KINDS_OF = {
  natural: ID_KINDS.filter((kind) => kind !== "creditCode"),
  org: ["creditCode", "other"],
} as const satisfies Record<(typeof PARTY_KINDS)[number], readonly IdKind[]>;

const FORMS: Partial<Record<IdKind, RegExp>> = {
  passport: /^[A-Z0-9]{5,17}$/,
  hkMacaoPermit: /^[HM]\d{8}(\d{2})?$/,
  taiwanPermit: /^\d{8}$/,
  foreignPermanentResident: /^(9\d{16}[\dX]|[A-Z]{3}\d{12})$/,
  hkMacaoTaiwanResidence: /^8[123]\d{4}\d{11}[\dX]$/,
};

/** Upper case, half width, no spaces: as it is stored, indexed and compared. */
export function normaliseIdNumber(kind: IdKind, text: string): string {
  return kind === "creditCode" ? normaliseCreditCode(text) : normaliseResidentId(text);
}

/** A code of what is wrong with an identity number, judged on a court-local date. */
export function idNumberFault(kind: IdKind, number: string, today: string): string | null {
  if (kind === "residentId") return residentIdFault(number, today);
  if (kind === "creditCode") return creditCodeFault(number);
  const form = FORMS[kind];
  return !form || form.test(number) ? null : "idNumberForm";
}

/** One party as entered. Errors are codes; `now` bounds birth dates. */
export function partySchema(now: DateTime) {
  const today = courtDate(now);
  return z
    .object({
      side: z.enum(SIDES),
      kind: z.enum(PARTY_KINDS),
      name: z.string().trim().min(1, "nameMissing").max(120, "nameTooLong"),
      idKind: z.enum(ID_KINDS),
      idNumber: z.string().trim().min(1, "idNumberMissing").max(40, "idNumberForm"),
      phone: phoneSchema.optional(),
      email: z.email("emailForm").optional(),
      address: z.string().trim().max(200, "addressTooLong").optional(),
      /** The person who speaks for an organisation. */
      representative: z.string().trim().max(60, "nameTooLong").optional(),
    })
    .transform((party) => ({ ...party, idNumber: normaliseIdNumber(party.idKind, party.idNumber) }))
    .superRefine((party, context) => {
      const allowed: readonly IdKind[] = ID_KINDS_OF[party.kind];
      if (!allowed.includes(party.idKind))
        context.addIssue({ code: "custom", path: ["idKind"], message: "idKindOfOtherParty" });
      const fault = idNumberFault(party.idKind, party.idNumber, today);
      if (fault) context.addIssue({ code: "custom", path: ["idNumber"], message: fault });
    });
}
export type PartyInput = z.output<ReturnType<typeof partySchema>>;
