import { z } from "zod";
import { idSchema, type PartyId } from "../ids";
import { OBLIGATION_KINDS } from "../settlement/obligation-kinds";

export const dateSchema = z.iso.date("dateInvalid");
export const fenSchema = z
  .int("amountNotWhole")
  .positive("amountNotPositive")
  .max(100_000_000_000_000, "amountTooLarge");

export const instalmentSchema = z.object({ dueOn: dateSchema, amountFen: fenSchema });
export type Instalment = z.output<typeof instalmentSchema>;

/** As entered, so that a draft can be kept: what is still missing is for completeness.ts to say. Money in fen. */
export const obligationSchema = z.object({
  kind: z.enum(OBLIGATION_KINDS),
  obligorId: idSchema<PartyId>().optional(),
  obligeeId: idSchema<PartyId>().optional(),
  amountFen: fenSchema.optional(),
  /** What is delivered, done or left undone. */
  object: z.string().trim().max(500, "textTooLong").optional(),
  dueOn: dateSchema.optional(),
  instalments: z.array(instalmentSchema).max(120, "tooManyInstalments").default([]),
  /** Account or manner of payment. */
  channel: z.string().trim().max(200, "textTooLong").optional(),
});
export type Obligation = z.output<typeof obligationSchema>;

export const DEFAULT_CLAUSES = ["none", "acceleration", "penalty", "accelerationAndPenalty"] as const;
export const FEE_SPLITS = ["none", "claimant", "respondent", "shared"] as const;

/** The terms of an agreement (INV 24, PML 29). Null = not decided yet, which is not the same as "none". */
export const termsSchema = z.object({
  mainFacts: z.string().trim().max(5000, "textTooLong").default(""),
  obligations: z.array(obligationSchema).max(50, "tooManyObligations"),
  defaultClause: z.enum(DEFAULT_CLAUSES).nullable().default(null),
  feeSplit: z.enum(FEE_SPLITS).nullable().default(null),
  /** 其他无争议，一次性了结. */
  finality: z.boolean().nullable().default(null),
  /** "If you breach I may ask the court to adjudicate": never allowed (MED20 8). */
  adjudicationClause: z.boolean().default(false),
  /** Divorce, parentage, adoption: no confirmation (INT 355). */
  statusContent: z.boolean().default(false),
  /** Confirms title to property or intellectual property: no confirmation (INT 355). */
  titleContent: z.boolean().default(false),
  guarantors: z.array(z.object({ name: z.string().trim(), served: z.boolean() })).default([]),
  /** Binding on signing (INT 151). */
  bindsOnSigning: z.boolean().default(false),
});
export type Terms = z.output<typeof termsSchema>;
