import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { courtId, id, instant, instantRange } from "../types";

export const teams = pgTable(
  "teams",
  { courtId: courtId(), id: id(), name: text().notNull(), nameEn: text().notNull(), judgeId: uuid() },
  (t) => [primaryKey({ columns: [t.courtId, t.id] })],
);

/** Judges, assistants, clerks and embedded mediators of a team. */
export const teamMembers = pgTable(
  "team_members",
  { courtId: courtId(), teamId: id(), personId: id(), part: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.courtId, t.teamId, t.personId] }),
    foreignKey({ columns: [t.courtId, t.teamId], foreignColumns: [teams.courtId, teams.id] }),
  ],
);

/** Mediation organisations 调解组织 on the court's roster. */
export const organisations = pgTable(
  "organisations",
  {
    courtId: courtId(),
    id: id(),
    name: text().notNull(),
    nameEn: text().notNull(),
    kind: text().notNull(),
    causeCodes: jsonb().$type<string[]>().notNull(),
    charges: boolean().notNull().default(false),
    address: text().notNull(),
    active: boolean().notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] })],
);

/** A person on a court's roster 名册: mediator or lawyer (judges too, for their time). */
export const rosterMembers = pgTable(
  "roster_members",
  {
    courtId: courtId(),
    personId: id(),
    kind: text().$type<"mediator" | "lawyer" | "judge">().notNull(),
    category: text().notNull(),
    name: text().notNull(),
    nameEn: text().notNull(),
    orgId: uuid(),
    teamId: uuid(),
    firm: text(),
    causeCodes: jsonb().$type<string[]>().notNull(),
    languages: jsonb().$type<string[]>().notNull(),
    mode: text().$type<"resident" | "platform">().notNull(),
    maxOpen: integer().notNull(),
    trainee: boolean().notNull().default(false),
    supervisorId: uuid(),
    active: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.personId, t.kind] }),
    index("roster_org").on(t.courtId, t.orgId),
  ],
);

export const rooms = pgTable(
  "rooms",
  {
    courtId: courtId(),
    id: id(),
    name: text().notNull(),
    nameEn: text().notNull(),
    place: text().notNull(),
    placeEn: text().notNull(),
    facilities: jsonb().$type<string[]>().notNull(),
    active: boolean().notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] })],
);

export type ResourceKind = "mediator" | "lawyer" | "judge" | "party" | "agent" | "room";

/**
 * Everything that can be busy. The home never changes: a room's is its court, every human's is his own id,
 * so a lawyer of three courts stays one resource and cannot be booked twice.
 */
export const resources = pgTable(
  "resources",
  { homeId: text().notNull(), id: id(), kind: text().$type<ResourceKind>().notNull() },
  (t) => [primaryKey({ columns: [t.homeId, t.id] })],
);

export const weeklyHours = pgTable(
  "weekly_hours",
  {
    courtId: courtId(),
    resourceId: id(),
    weekday: integer().notNull(),
    fromMinute: integer().notNull(),
    toMinute: integer().notNull(),
    validFrom: text().notNull(),
    validTo: text(),
    /** Sits in the court on these hours 驻院; ranking prefers them. */
    resident: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.resourceId, t.weekday, t.fromMinute, t.validFrom] })],
);

/** Leave of people, blockings of rooms, times a party cannot. `reason` is the person's own and is shown to nobody else. */
export const absences = pgTable(
  "absences",
  {
    courtId: courtId(),
    id: id(),
    resourceId: id(),
    during: instantRange().notNull(),
    reason: text(),
    toldBy: text().notNull(),
    toldAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] }), index("absences_resource").on(t.courtId, t.resourceId)],
);

/** The court's own settings and regimes, dated. */
export const courtSettings = pgTable(
  "court_settings",
  {
    courtId: courtId(),
    key: text().notNull(),
    validFrom: text().notNull(),
    validTo: text(),
    value: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.key, t.validFrom] })],
);

export const courtClosures = pgTable(
  "court_closures",
  { courtId: courtId(), on: text().notNull(), open: boolean().notNull(), name: text().notNull() },
  (t) => [primaryKey({ columns: [t.courtId, t.on] })],
);

/** Declared relations of a roster member, for the conflict check (INV 15, ONL 13). */
export const declaredRelations = pgTable(
  "declared_relations",
  {
    courtId: courtId(),
    id: id(),
    personId: id(),
    kind: text().notNull(),
    nameIndex: text(),
    firm: text(),
    note: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    index("declared_relations_person").on(t.courtId, t.personId),
  ],
);

/** What a resource takes at most, and what must lie around its sessions; rooms' cleaning is `bufferAfterMinutes`. */
export const resourceLimits = pgTable(
  "resource_limits",
  {
    courtId: courtId(),
    resourceId: id(),
    maxPerDay: integer(),
    maxPerWeek: integer(),
    bufferBeforeMinutes: integer().notNull().default(0),
    bufferAfterMinutes: integer().notNull().default(0),
    minimumNoticeMinutes: integer(),
    horizonDays: integer(),
    version: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.resourceId] })],
);

/** One date's hours instead of the weekly ones; no hours at all means not that day. Minutes since 00:00 court time. */
export const dateHours = pgTable(
  "date_hours",
  {
    courtId: courtId(),
    resourceId: id(),
    on: text().notNull(),
    hours: jsonb().$type<{ fromMinute: number; toMinute: number }[]>().notNull(),
    note: text(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.resourceId, t.on] })],
);

/** Times of the week at which a person cannot, in court time. `reason` is the person's own, as with absences. */
export const weeklyAbsences = pgTable(
  "weekly_absences",
  {
    courtId: courtId(),
    id: id(),
    resourceId: id(),
    weekday: integer().notNull(),
    fromMinute: integer().notNull(),
    toMinute: integer().notNull(),
    validFrom: text().notNull(),
    validTo: text(),
    reason: text(),
    toldBy: text().notNull(),
    toldAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    index("weekly_absences_resource").on(t.courtId, t.resourceId),
  ],
);

/**
 * Each change of the court's calendar. The built-in years are version 1 and have no row; a later version of a year
 * replaces the earlier one; without a year it is a change of the court's own closures.
 */
export const calendarVersions = pgTable(
  "calendar_versions",
  {
    courtId: courtId(),
    version: integer().notNull(),
    year: integer(),
    source: text().notNull(),
    days: jsonb().$type<{ on: string; kind: "off" | "work"; name: string }[]>().notNull(),
    byId: text().notNull(),
    appliedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.version] })],
);
