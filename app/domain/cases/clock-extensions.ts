import type { DateTime } from "luxon";
import { ok, type Refusal, type Result, refuse } from "../result";
import { dueInstant } from "./calendar";
import { CLOCK_RULES, type ClockLength } from "./clock-rules";
import { type Clock, extendClock } from "./clocks";

export type ExtensionGrounds = {
  /** When the consents or the approval were given; the extension may be entered later. */
  readonly givenAt: DateTime;
  /** The last day without this extension, court-local. */
  readonly dueOn: string;
  readonly allAgreed: boolean;
  readonly approvedBy: "president" | "upperCourt" | null;
};

/** Was it given by 24:00 of the last day in Beijing? Afterwards there is nothing left to extend (ONL 25(6)). */
export const isInTime = (givenAt: DateTime, dueOn: string): boolean => givenAt < dueInstant(dueOn);

/** Lengthens a clock as its rule allows: domain.md 1.8, extension column. Refusals name the rule. */
export function extendByRule(
  clock: Clock,
  extension: ClockLength,
  grounds: ExtensionGrounds,
): Result<{ clock: Clock }> {
  const refusal = refusalOf(clock, extension, grounds);
  return refusal ?? ok({ clock: extendClock(clock, extension) });
}

function refusalOf(clock: Clock, extension: ClockLength, grounds: ExtensionGrounds): Refusal | null {
  const rule = CLOCK_RULES[clock.code];
  const params = { rule: clock.code };
  if (rule.extension === "none" || rule.extension === "excluded") return refuse("clockFixed", { params });
  if (!isInTime(grounds.givenAt, grounds.dueOn)) return refuse("extensionAfterEnd", { params });
  if (rule.extension === "allAgree" || rule.extension === "allAgree30") {
    if (!grounds.allAgreed) return refuse("consentMissing", { params });
  } else if (grounds.approvedBy === null) return refuse("approvalMissing", { params });
  if (rule.extension === "upperCourt" && grounds.approvedBy === "upperCourt") return null;
  return isWithin(clock, extension, rule.most) ? null : refuse("extensionTooLong", { params });
}

/** Whether this extension and the earlier ones stay within the most that the rule allows, in the unit it speaks of. */
function isWithin(clock: Clock, extension: ClockLength, most: ClockLength | null): boolean {
  if (most === null) return true;
  if (extension.unit !== most.unit) return false;
  const earlier = clock.extensions.filter((one) => one.unit === most.unit);
  return earlier.reduce((sum, one) => sum + one.length, extension.length) <= most.length;
}
