export const TIME_WAYS = ["notify", "offer"] as const;
/**
 * How a session's time is found: the court sets it and notifies, with a right to object (INV 14), or it is offered to
 * the sides, who each choose among a few. A court has one way; a case may have the other.
 */
export type TimeWay = (typeof TIME_WAYS)[number];
