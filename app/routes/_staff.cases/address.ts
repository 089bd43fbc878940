import { addressOf, pagesOf } from "../_staff/list-address";

const KEPT = [
  "tab",
  "scope",
  "stage",
  "cause",
  "mediatorId",
  "orgId",
  "teamId",
  "dueWithin",
  "from",
  "until",
  "text",
];

/** The list's address with some values changed; what is blank is left out, so that an address says only what it means. */
export const addressWith = (
  search: URLSearchParams,
  change: Record<string, string | null>,
  path = "/cases",
): string => addressOf(path, search, KEPT, change);

/** The pages before and after the one that shows `shown` cases. */
export const pageLinks = (search: URLSearchParams, next: string | null, shown: number) =>
  pagesOf("/cases", search, KEPT, next, shown);
