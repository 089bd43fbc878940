import { DateTime } from "luxon";
import { z } from "zod";
import { courtDate } from "../cases/calendar";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

export type ResidentIdFault = "residentIdForm" | "residentIdDate" | "residentIdChecksum";

/** Upper case, no spaces: as it is stored and indexed. */
export function normaliseResidentId(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Counted by hand: a sheet has tens of thousands of numbers, and a date library takes longer over each than all the rest. */
function isBirthDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const most = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return year >= 1850 && day >= 1 && day <= most;
}

/** GB 11643: form, a real birth date not after `today` (court-local YYYY-MM-DD), check character. */
export function residentIdFault(id: string, today?: string): ResidentIdFault | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return "residentIdForm";
  if (!isBirthDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))))
    return "residentIdDate";
  if (today && birthOn(id) > today) return "residentIdDate";
  return residentIdCheck(id) === id[17] ? null : "residentIdChecksum";
}

/** The check character that belongs to the first 17 digits. */
export function residentIdCheck(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return CHECKS[sum % 11]!;
}

export function birthOn(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** Full years on a court-local date; for capacity (CC 17-19). */
export function ageOn(id: string, today: string): number {
  return Math.floor(DateTime.fromISO(today).diff(DateTime.fromISO(birthOn(id)), "years").years);
}

/** Refined by the date of `now` so that nobody is born tomorrow. Errors are codes. */
export function residentIdSchema(now: DateTime) {
  return z
    .string()
    .transform(normaliseResidentId)
    .superRefine((id, context) => {
      const fault = residentIdFault(id, courtDate(now));
      if (fault) context.addIssue({ code: "custom", message: fault });
    });
}
