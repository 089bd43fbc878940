export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Morning, afternoon, evening: more spans than that nobody keeps by hand. */
export const SPANS = [1, 2, 3] as const;

/** The name of one end of a span: `h.3.1.from` is Wednesday's first start; `h.date.…` those of a single date. */
export const spanName = (day: string, n: number, end: "from" | "to"): string => `h.${day}.${n}.${end}`;
