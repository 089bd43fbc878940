import { data } from "@remix-run/node";
import type { Refusal } from "~/domain/result";
import { statusOf } from "~/platform/answer.server";
import { formAnswer } from "../_staff/refusal.server";

const WHY = ["notFound", "otherCreditor", "otherCause", "inOtherSeries"] as const;
export type BadNumber = { readonly no: string; readonly why: (typeof WHY)[number] };

/** A refused form with the registration numbers that do not belong, each with its reason. */
export function numbersAnswer(request: Request, refusal: Refusal, form: FormData) {
  const told = Array.isArray(refusal.params?.bad) ? refusal.params.bad : [];
  const bad = told.flatMap((line): BadNumber[] => {
    const [no = "", code] = line.split(" ");
    const why = WHY.find((one) => one === code);
    return why ? [{ no, why }] : [];
  });
  const isMore = refusal.params?.more === true;
  return data({ ...formAnswer(request, refusal, form), bad, isMore }, { status: statusOf(refusal) });
}
