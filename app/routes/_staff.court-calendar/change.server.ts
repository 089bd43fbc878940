import { data } from "@remix-run/node";
import { daysFromLines } from "~/domain/cases/calendar-notice";
import type { UserActor } from "~/domain/policy/actor";
import { ok, type Refusal, type Result, refuse } from "~/domain/result";
import * as clocks from "~/i18n/clocks";
import * as words from "~/i18n/court-calendar";
import type { Locale } from "~/i18n/locale";
import { textFor } from "~/i18n/text";
import { act, guarded, statusOf } from "~/platform/answer.server";
import type { ClockMove, StrandedBooking } from "~/services/calendar-change.server";
import { clearClosure } from "~/services/clear-closure.server";
import type { Deps } from "~/services/deps.server";
import { loadCalendarYear } from "~/services/load-calendar-year.server";
import { calendarPreviewQuery } from "~/services/queries-court-calendar.server";
import { ask } from "~/services/query.server";
import { setClosure } from "~/services/set-closure.server";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { formAnswer } from "../_staff/refusal.server";
import { hoursBy, seasonBy } from "./hours.server";

/** The year as it was uploaded, pasted or typed line by line, as the text of its public form. */
async function jsonOf(form: FormData): Promise<string> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return file.text();
  const { json = "", lines = "", year = "", paper = "" } = textsOf(form);
  if (json.trim() || !lines.trim()) return json;
  return JSON.stringify({ year, papers: paper ? [paper] : [], days: daysFromLines(lines) });
}

type Effects = {
  readonly version: number;
  readonly clocks: readonly ClockMove[];
  readonly bookings: readonly StrandedBooking[];
};
const inWords = (locale: Locale, { version, clocks: moved, bookings }: Effects) => ({
  version,
  clocks: moved.map((one) => ({ ...one, name: textFor(locale, clocks)(one.rule) })),
  bookings,
});

export type Change = ReturnType<typeof inWords> & {
  readonly isApplied: boolean;
  /** What the change is about: a year, or a day of the court's own. */
  readonly year: number | null;
  readonly on: string | null;
  /** The dates for which a week of hours would hold, or is taken back; what that leaves outside stands in `bookings`. */
  readonly hours: { readonly from: string; readonly to: string | null; readonly isCleared?: boolean } | null;
  /** What the form that applies it sends again. */
  readonly sends: Readonly<Record<string, string>>;
};

/** Looks at a change, or applies it, as the form asks. */
export async function changeBy(
  deps: Deps,
  actor: UserActor,
  locale: Locale,
  form: FormData,
): Promise<Result<{ change: Change }>> {
  const { intent = "", on = "", open = "", name = "", version = "" } = textsOf(form);
  const [step, what] = intent.split("-");
  const json = what === "year" ? await jsonOf(form) : "";
  if (what === "hours") return hoursBy(deps, actor, form, step === "preview");
  if (what === "season") return seasonBy(deps, actor, form, step === "preview");
  const about = { on: what === "year" ? null : on, hours: null };
  if (what === "own" && !name.trim()) return refuse("invalidInput", { fields: { name: ["required"] } });
  if (what !== "year" && !on) return refuse("invalidInput", { fields: { on: ["required"] } });
  if (step === "preview") {
    const input = what === "year" ? { json } : { on, open, clear: what === "clear" };
    const asked = await guarded(() => ask(deps, actor, calendarPreviewQuery, input));
    if (!asked.ok) return asked;
    const { preview } = asked;
    if (!preview.ok) return preview;
    const sends = { ...(what === "year" ? { json } : { on, open, name }), intent: `apply-${what}` };
    const change = { ...inWords(locale, preview), ...about, year: preview.year, isApplied: false };
    return ok({ change: { ...change, sends: { ...sends, version: String(preview.version) } } });
  }
  const key = String(form.get("_key") ?? "");
  const done =
    what === "year"
      ? await act(deps, actor, loadCalendarYear, { json, version }, key)
      : what === "own"
        ? await act(deps, actor, setClosure, { on, open, name, version }, key)
        : await act(deps, actor, clearClosure, { on, version }, key);
  if (!done.ok) return done;
  const year = "year" in done ? done.year : null;
  return ok({ change: { ...inWords(locale, done), ...about, year, isApplied: true, sends: {} } });
}

/** The refused form, with what is wrong in a notice gathered at its text, each under its row: `json.days.3.date` is row 4. */
export function refusedChange(request: Request, refusal: Refusal, form: FormData) {
  const answer = formAnswer(request, refusal, form);
  const t = textFor(localeOf(request), words);
  const isOfText = ([name]: [string, string[]]) => name.startsWith("json");
  const fields = Object.entries(answer.fields);
  const rows = fields.filter(isOfText).flatMap(([name, errors]) => {
    const row = /^json\.days\.(\d+)/.exec(name)?.[1];
    return errors.map((one) => (row === undefined ? one : `${t("row", { row: Number(row) + 1 })} · ${one}`));
  });
  const others = Object.fromEntries(fields.filter((one) => !isOfText(one)));
  return data(
    { ...answer, fields: rows.length ? { ...others, json: rows } : others },
    { status: statusOf(refusal) },
  );
}
