import type { DateTime } from "luxon";
import { z } from "zod";
import { courtDate } from "~/domain/cases/calendar";
import { idNumberFault, normaliseIdNumber, partySchema } from "~/domain/intake/parties";
import { ID_KINDS } from "~/domain/intake/party-kinds";
import { phoneKind, phoneSchema } from "~/domain/intake/phone";
import { CONTACT_KINDS, type ContactKind } from "~/domain/notices/contacts";

/** One way to reach somebody, normalised and checked by its kind. */
export const contactShape = z
  .object({
    kind: z.enum(CONTACT_KINDS),
    value: z.string().trim().min(1, "required").max(200, "tooLong"),
    preferred: z.boolean().default(false),
  })
  .transform((one, context) => {
    if (one.kind === "mobile" || one.kind === "landline") {
      const phone = phoneSchema.safeParse(one.value);
      if (phone.success) return { ...one, value: phone.data };
      context.addIssue({ code: "custom", path: ["value"], message: "phoneForm" });
    }
    if (one.kind === "email" && !z.email().safeParse(one.value).success)
      context.addIssue({ code: "custom", path: ["value"], message: "emailForm" });
    return one;
  });
export type ContactInput = z.output<typeof contactShape>;

const agentShape = (today: string) =>
  z
    .object({
      name: z.string().trim().min(1, "nameMissing").max(60, "nameTooLong"),
      unit: z.string().trim().max(120, "nameTooLong").optional(),
      authority: z.enum(["general", "special"]).default("general"),
      idKind: z.enum(ID_KINDS).default("residentId"),
      idNumber: z.string().trim().max(40, "idNumberForm").optional(),
      phone: phoneSchema.optional(),
      email: z.email("emailForm").optional(),
    })
    .transform((agent) => ({
      ...agent,
      idNumber: agent.idNumber ? normaliseIdNumber(agent.idKind, agent.idNumber) : undefined,
    }))
    .superRefine((agent, context) => {
      const fault = agent.idNumber ? idNumberFault(agent.idKind, agent.idNumber, today) : null;
      if (fault) context.addIssue({ code: "custom", path: ["idNumber"], message: fault });
    });
export type AgentInput = z.output<ReturnType<typeof agentShape>>;

/** A party with agents and further numbers, as the form and the spreadsheet bring it. */
export const partyShape = (now: DateTime) =>
  z.intersection(
    partySchema(now),
    z.object({
      contacts: z.array(contactShape).max(10, "tooLong").default([]),
      agents: z
        .array(agentShape(courtDate(now)))
        .max(4, "tooLong")
        .default([]),
      /** What somebody needs to take part: large print, an interpreter, a wheelchair. */
      needs: z.array(z.string().trim().min(1).max(60, "tooLong")).max(10, "tooLong").default([]),
      eServiceConsent: z.boolean().default(false),
    }),
  );
export type CaseParty = z.output<ReturnType<typeof partyShape>>;

type Reachable = { phone?: string | undefined; email?: string | undefined; address?: string | undefined };

/** The single fields of the form and the list beside them as one list, each once; the first number is the preferred one. */
export function contactsOf(of: Reachable, listed: readonly ContactInput[] = []): ContactInput[] {
  const plain: [ContactKind, string | undefined][] = [
    [of.phone && phoneKind(of.phone) === "mobile" ? "mobile" : "landline", of.phone],
    ["email", of.email],
    ["address", of.address],
  ];
  const all = [
    ...plain.flatMap(([kind, value]) => (value ? [{ kind, value, preferred: false }] : [])),
    ...listed,
  ];
  const once = [...new Map(all.map((one) => [`${one.kind}:${one.value}`, one])).values()];
  return once.some((one) => one.preferred)
    ? once
    : once.map((one, n) => (n === 0 ? { ...one, preferred: true } : one));
}
