import { EVENT_NAMES, type EventName } from "~/domain/cases/events";
import { abilityOf } from "~/domain/policy/abilities";
import type { Verb } from "~/services/command.server";
import { enterCaseNumber } from "~/services/enter-case-number.server";
import { recordAuthority } from "~/services/record-authority.server";
import { reportTermination } from "~/services/report-termination.server";
import { resubmitCase } from "~/services/resubmit-case.server";
import { setTeam } from "~/services/set-team.server";
import { verbNamed } from "~/services/verbs.server";
import type { BesideName, FormName } from "../_staff.cases_.$id/beside";
import { SPECS } from "./specs";

/** A case that has a page was submitted and registered before: here it is handed in again, and gets the court's number. */
const OTHERWISE: Partial<Record<EventName, Verb>> = {
  submitCase: resubmitCase,
  registerCase: enterCaseNumber,
};

const BESIDE: Readonly<Record<BesideName, Verb>> = { reportTermination, setTeam, recordAuthority };

function verbOf(event: EventName): Verb {
  const verb = OTHERWISE[event] ?? verbNamed(abilityOf(event));
  if (!verb) throw new Error(`no verb behind the form of ${event}`);
  return verb;
}

/** The verb behind each small form; those of the case table carry the name of their event. */
export const VERBS: ReadonlyMap<FormName, Verb> = new Map<FormName, Verb>([
  ...EVENT_NAMES.filter((event) => SPECS[event]).map((event) => [event, verbOf(event)] as const),
  ...(Object.entries(BESIDE) as [BesideName, Verb][]),
]);
