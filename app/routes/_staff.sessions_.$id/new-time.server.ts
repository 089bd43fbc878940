import { ok, type Result, refuse } from "~/domain/result";
import { type ChosenSlot, slotsOf, wayOf } from "../_staff.cases_.$id_.book/read-slots.server";

type NewTime = ChosenSlot & ReturnType<typeof wayOf> & { readonly version?: string; readonly reason: string };

/** The new time that was chosen, with what its way of meeting asks for, the version that was seen and the reason. */
export function newTimeOf(form: FormData): Result<{ time: NewTime }> {
  const [slot] = slotsOf(form);
  if (!slot) return refuse("invalidInput", { fields: { slot: ["notChosen"] } });
  const version = form.get("version");
  return ok({
    time: {
      ...slot,
      ...wayOf(form),
      ...(version !== null && { version: String(version) }),
      reason: String(form.get("reason") ?? ""),
    },
  });
}
