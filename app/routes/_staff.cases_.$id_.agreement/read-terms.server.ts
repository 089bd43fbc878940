import { plusDays } from "~/domain/cases/calendar";
import { equalInstalments } from "~/domain/mediation/completeness";
import type { FieldErrors } from "~/domain/result";
import type { Values } from "../_staff/form-fields";
import { fenOf } from "../_staff.cases_.new/read-form.server";

/** Numbers of the obligations in a form, in order; removed ones leave a hole. */
export const rowsIn = (values: Values): number[] =>
  [...new Set(Object.keys(values).flatMap((name) => /^o\.(\d+)\./.exec(name)?.[1] ?? []))]
    .map(Number)
    .sort((a, b) => a - b);

type Part = { dueOn: string; amountFen: number };

function planOf(text: string): { parts: Part[]; fault: boolean } {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const parts = lines.flatMap((line) => {
    const [, dueOn, amount] = /^\s*(\d{4}-\d{2}-\d{2})[\s,，:：]+([\d,.，]+)\s*元?\s*$/.exec(line) ?? [];
    const amountFen = amount ? fenOf(amount) : null;
    return dueOn && amountFen ? [{ dueOn, amountFen }] : [];
  });
  return { parts, fault: parts.length !== lines.length };
}

/** Typed terms as the verb wants them, and what could not even be read, by the form's own field names. */
export function termsIn(values: Values): { terms: object; fields: FieldErrors } {
  const fields: Record<string, string[]> = {};
  const text = (name: string) => values[name]?.trim() || undefined;
  const obligations = rowsIn(values).map((row) => {
    const at = `o.${row}`;
    const amount = text(`${at}.amount`);
    const amountFen = amount ? fenOf(amount) : undefined;
    if (amountFen === null) fields[`${at}.amount`] = ["amountInvalid"];
    const plan = planOf(values[`${at}.plan`] ?? "");
    if (plan.fault) fields[`${at}.plan`] = ["invalid"];
    return {
      kind: text(`${at}.kind`) ?? "pay",
      obligorId: text(`${at}.obligorId`),
      obligeeId: text(`${at}.obligeeId`),
      amountFen: amountFen ?? undefined,
      object: text(`${at}.object`),
      dueOn: text(`${at}.dueOn`),
      channel: text(`${at}.channel`),
      instalments: plan.parts,
    };
  });
  const finality = text("finality");
  return {
    fields,
    terms: {
      mainFacts: text("mainFacts") ?? "",
      obligations,
      defaultClause: text("defaultClause") ?? null,
      feeSplit: text("feeSplit") ?? null,
      finality: finality ? finality === "yes" : null,
      statusContent: values.statusContent === "on",
      titleContent: values.titleContent === "on",
      bindsOnSigning: values.bindsOnSigning === "on",
      guarantors: (text("guarantors") ?? "")
        .split(/[、,，;；]/)
        .flatMap((name) => (name.trim() ? [{ name: name.trim(), served: false }] : [])),
    },
  };
}

/** A verb's field paths as the form names its fields; the verb counts obligations, the form numbers them with holes. */
export const formFields = (fields: FieldErrors = {}, rows: readonly number[]): FieldErrors =>
  Object.fromEntries(
    Object.entries(fields).map(([path, codes]) => {
      const [, index, field = ""] = /^terms\.obligations\.(\d+)\.(\w+)/.exec(path) ?? [];
      if (index === undefined) return [path.replace(/^terms\./, ""), codes];
      const own = { amountFen: "amount", instalments: "plan" }[field] ?? field;
      return [`o.${rows[Number(index)] ?? index}.${own}`, codes];
    }),
  );

const monthsLater = (on: string, months: number): string => {
  const first = new Date(`${on}T00:00:00Z`);
  const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1));
  const last = plusDays(
    new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1)).toISOString().slice(0, 10),
    -1,
  );
  const day = Math.min(first.getUTCDate(), Number(last.slice(8)));
  return `${last.slice(0, 8)}${String(day).padStart(2, "0")}`;
};

/** The form's texts after a button that only changes its shape: one more obligation, one less, an equal split. */
export function reshaped(values: Values, intent: string): Values {
  const rows = rowsIn(values);
  const [what, at] = intent.split(":");
  if (what === "add") return { ...values, [`o.${(rows.at(-1) ?? -1) + 1}.kind`]: "pay" };
  if (what === "remove")
    return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`o.${at}.`)));
  const amount = fenOf(values[`o.${at}.amount`] ?? "");
  const times = Number(values[`o.${at}.times`]);
  const from = values[`o.${at}.from`] ?? "";
  if (!amount || !Number.isInteger(times) || times < 2 || times > 120 || !/^\d{4}-\d{2}-\d{2}$/.test(from))
    return values;
  const parts = equalInstalments(
    amount,
    Array.from({ length: times }, (_, index) => monthsLater(from, index)),
  );
  return {
    ...values,
    [`o.${at}.plan`]: parts.map((one) => `${one.dueOn} ${(one.amountFen / 100).toFixed(2)}`).join("\n"),
    [`o.${at}.dueOn`]: parts.at(-1)?.dueOn ?? "",
  };
}
