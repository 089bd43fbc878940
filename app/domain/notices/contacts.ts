export const CONTACT_KINDS = ["mobile", "landline", "email", "address", "wechat"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** What is known about a contact: not tried, reached its person, does not work, or belongs to somebody else. */
export const CONTACT_STATUSES = ["unverified", "verified", "dead", "wrongPerson"] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

export const CONTACT_RESULTS = [
  "answered",
  "noAnswer",
  "off",
  "emptyNumber",
  "refused",
  "wrongPerson",
  "delivered",
  "returned",
] as const;
export type ContactResult = (typeof CONTACT_RESULTS)[number];

/** A try that did not reach the person; only these count towards "unreachable" (a refusal did reach him). */
export const FAILED_CONTACT_RESULTS = ["noAnswer", "off", "emptyNumber", "wrongPerson", "returned"] as const;

export function isFailedContact(result: ContactResult): boolean {
  return FAILED_CONTACT_RESULTS.some((failed) => failed === result);
}
