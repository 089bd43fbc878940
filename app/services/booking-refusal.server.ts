import { type Refusal, refuse } from "~/domain/result";
import type { Conflict } from "~/domain/scheduling/conflicts";
import { fromMinutes } from "~/domain/scheduling/minutes";

/** What a coordinator may book over, with a reason that the person overridden sees; all else is hard, for everybody. */
const SOFT: readonly string[] = [
  "tooSoon",
  "outsideHours",
  "restDay",
  "capDay",
  "capWeek",
  "buffer",
  "beyondHorizon",
];

export const isSoft = ({ code }: Conflict): boolean => SOFT.includes(code);

/** Refusals that another time would not meet, and that alternatives therefore help. */
export const isAboutTime = ({ refusal }: Refusal): boolean =>
  ["slotTaken", "busyElsewhere", "outsideHours", "tooSoon", "beyondDueDate"].includes(refusal);

/** The first obstacle in words' terms: a code, whose it is, and until when. */
export function refusalOf(found: readonly Conflict[], labels: ReadonlyMap<string, string>): Refusal {
  const [first] = found;
  if (!first) throw new Error("nothing to refuse");
  const elsewhere = found.find((one) => one.code === "busyElsewhere");
  const taken = found.find((one) => one.code === "busy" || one.code === "absent");
  const shown = elsewhere ?? taken ?? first;
  const params = {
    codes: [...new Set(found.map((one) => one.code))],
    who: shown.resourceId ? (labels.get(shown.resourceId) ?? "") : "",
    ...(shown.until ? { until: fromMinutes(shown.until).toISO() ?? "" } : {}),
  };
  if (elsewhere) return refuse("busyElsewhere", { params });
  if (taken) return refuse("slotTaken", { params });
  const code =
    first.code === "past" || first.code === "tooSoon"
      ? "tooSoon"
      : first.code === "beyondDueDate"
        ? "beyondDueDate"
        : "outsideHours";
  return refuse(code, { params });
}
