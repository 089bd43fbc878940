import { z } from "zod";
import { CLOCK_CODES, type ClockCode } from "./clock-codes";
import { CLOCK_RULES, type ClockRule } from "./clock-rules";

const isUnread = (code: ClockCode) => !CLOCK_RULES[code].verified;
const isOwn = (code: ClockCode) => CLOCK_RULES[code].article === "local";

/** Rules whose text nobody has read yet: a court may switch each off. */
export const UNREAD_CODES: readonly ClockCode[] = CLOCK_CODES.filter(isUnread);
/** The court's own limits: it may set the length of each. */
export const OWN_CODES: readonly ClockCode[] = CLOCK_CODES.filter(isOwn);

/** What a court decides about its clocks; the law's own rules are not among it. */
export const clockChoices = z.object({
  off: z.array(z.enum(CLOCK_CODES).refine(isUnread, "notSwitchable")).default([]),
  /** In the rule's own unit. */
  lengths: z
    .partialRecord(z.enum(CLOCK_CODES).refine(isOwn, "notOurs"), z.coerce.number().int().min(1).max(365))
    .default({}),
  /** Days before the last one on which its owner is warned. */
  warnDays: z.array(z.coerce.number().int().min(1).max(60)).max(5).default([7, 3, 1]),
});
export type ClockChoices = z.output<typeof clockChoices>;
export const NO_CHOICES: ClockChoices = { off: [], lengths: {}, warnDays: [7, 3, 1] };

/** The rule as this court has it; null = switched off. */
export function ruleInCourt(rule: ClockRule, choices: ClockChoices): ClockRule | null {
  if (!rule.verified && choices.off.includes(rule.code)) return null;
  const length = rule.article === "local" ? choices.lengths[rule.code] : undefined;
  return length === undefined ? rule : { ...rule, length };
}
