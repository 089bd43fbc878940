import { type Refusal, type RefusalCode, refuse } from "~/domain/result";
import { type Conflict, type ConflictCode, SOFT_CONFLICTS } from "~/domain/scheduling/conflicts";
import { isoOf } from "./iso.server";

/** What a coordinator may book over, with a reason that the person overridden sees; all else is hard, for everybody. */
export const isSoft = ({ code }: Conflict): boolean => SOFT_CONFLICTS.some((one) => one === code);

/** The rule that a refusal names for each obstacle. */
const REFUSED_AS: Readonly<Record<ConflictCode, RefusalCode>> = {
  past: "tooSoon",
  tooSoon: "tooSoon",
  beyondDueDate: "beyondDueDate",
  beyondHorizon: "beyondHorizon",
  restDay: "outsideHours",
  outsideHours: "outsideHours",
  busy: "slotTaken",
  busyElsewhere: "busyElsewhere",
  buffer: "gapTooSmall",
  absent: "slotTaken",
  ownCalendar: "ownCalendarBusy",
  capDay: "capReached",
  capWeek: "capReached",
  facilityMissing: "needUnmet",
  languageMissing: "needUnmet",
  modeClosed: "needUnmet",
};
const ABOUT_TIME: readonly RefusalCode[] = [
  "slotTaken",
  "busyElsewhere",
  "outsideHours",
  "tooSoon",
  "beyondDueDate",
  "beyondHorizon",
  "ownCalendarBusy",
  "gapTooSmall",
  "capReached",
];

/** Refusals that another time would not meet, and that alternatives therefore help. */
export const isAboutTime = ({ refusal }: Refusal): boolean => ABOUT_TIME.includes(refusal);

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
    ...(first.need ? { need: first.need } : {}),
    ...(shown.until ? { until: isoOf(shown.until) } : {}),
  };
  if (elsewhere) return refuse("busyElsewhere", { params });
  if (taken) return refuse("slotTaken", { params });
  return refuse(REFUSED_AS[first.code], { params });
}
