import type { Result } from "~/domain/result";
import { minuteOf } from "./minutes";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Morning, afternoon, evening: more spans than that nobody keeps by hand. */
export const SPANS = [1, 2, 3] as const;

/** The name of one end of a span: `h.3.1.from` is Wednesday's first start; `h.date.…` those of a single date. */
export const spanName = (day: string, n: number, end: "from" | "to"): string => `h.${day}.${n}.${end}`;

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** The spans of one day that were filled in, half or whole; an untouched one is none. */
export function spansIn(form: FormData, day: string) {
  return SPANS.flatMap((n) => {
    const [from, to] = [text(form, spanName(day, n, "from")), text(form, spanName(day, n, "to"))];
    return from || to ? [{ n, fromMinute: minuteOf(from), toMinute: minuteOf(to) }] : [];
  });
}

/** The whole week as it was filled in, by weekday and span. */
export const weekIn = (form: FormData) =>
  WEEKDAYS.flatMap((weekday) =>
    spansIn(form, String(weekday)).map((span) => ({
      ...span,
      weekday,
    })),
  );

type Spans = readonly { n: number; weekday?: number }[];

/** The verb knows the spans by their place in its list; the page by weekday and number. */
export function atFields<T extends Result<object>>(done: T, spans: Spans): T {
  if (done.ok || !("fields" in done) || !done.fields) return done;
  const fields = Object.fromEntries(
    Object.entries(done.fields).map(([path, codes]) => {
      const [, at, end] = /^hours\.(\d+)\.(from|to)Minute$/.exec(path) ?? [];
      const span = spans[Number(at)];
      return span && (end === "from" || end === "to")
        ? [spanName(span.weekday === undefined ? "date" : String(span.weekday), span.n, end), codes]
        : [path, codes];
    }),
  );
  return { ...done, fields };
}
