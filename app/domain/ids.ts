import { z } from "zod";

declare const brand: unique symbol;
/** A UUIDv7 that knows what it points at, so that a party's id cannot be handed in where a case's is asked. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type CaseId = Id<"case">;
export type PartyId = Id<"party">;
export type AgentId = Id<"agent">;
export type PersonId = Id<"person">;
export type OrgId = Id<"org">;
export type TeamId = Id<"team">;
export type MediatorId = Id<"mediator">;
export type AssignmentId = Id<"assignment">;
export type SessionId = Id<"session">;
export type HearingId = Id<"hearing">;
export type BookingId = Id<"booking">;
export type OfferId = Id<"offer">;
export type ResourceId = Id<"resource">;
export type RoomId = Id<"room">;
export type AgreementId = Id<"agreement">;
export type ObligationId = Id<"obligation">;
export type FactId = Id<"undisputedFact">;
export type NoteId = Id<"note">;
export type ClockId = Id<"clock">;
export type PackageId = Id<"package">;
export type ReviewId = Id<"review">;
export type DocumentId = Id<"document">;
export type FileId = Id<"file">;
export type LinkId = Id<"partyLink">;
export type NoticeId = Id<"notice">;
export type JobId = Id<"job">;
export type RecordId = Id<"record">;
export type ImportId = Id<"import">;
export type BatchId = Id<"batch">;

/** A court's short ASCII code, e.g. `bj0107` for 京0107. It leads every key. */
export type CourtId = Id<"court">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const COURT = /^[a-z]{2,4}\d{0,4}$/;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Brands a string that is known to be such an id (a row read, an id just made); a malformed one is a bug. */
export function asId<T extends Id<string>>(text: string): T {
  if (!UUID.test(text)) throw new Error("not an id");
  return text as T;
}

export function asCourtId(text: string): CourtId {
  if (!COURT.test(text)) throw new Error("not a court id");
  return text as CourtId;
}

/** For command shapes: `idSchema<CaseId>()`. */
export function idSchema<T extends Id<string>>() {
  return z
    .string()
    .regex(UUID, "idMalformed")
    .transform((text) => text as T);
}

export const courtIdSchema = z
  .string()
  .regex(COURT, "courtIdMalformed")
  .transform((text) => text as CourtId);
