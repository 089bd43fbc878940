import type { EventName } from "~/domain/cases/events";
import type { ReviewShown } from "./review.server";

/** What of the case table this person could do here; null where it is not his, or not of this stage. */
export const chanceOf = (shown: Pick<ReviewShown, "chances">, event: EventName) =>
  shown.chances.find((one) => one.event === event) ?? null;
