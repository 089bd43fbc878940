import { and, eq, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Actor, UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Role } from "~/domain/policy/roles";
import type { ResourceKind } from "~/domain/scheduling/snapshot";
import { namesOfPeople } from "./case-people.server";
import { Forbidden, NotFound } from "./command.server";
import type { Wanted } from "./scheduling-snapshot.server";

/** Somebody of the court or a room of it whose hours can be kept here; parties and agents only tell their own. */
export type Bookable = Wanted & {
  /** The asker himself. */
  readonly isOwn: boolean;
  readonly orgId: string | null;
  readonly place?: string;
  readonly placeEn?: string;
};

type At = { readonly tx: Tx; readonly courtId: string; readonly actor: Actor };

/** Roles that sit in sessions themselves, and so have hours of their own. */
const HAS_HOURS: Readonly<Partial<Record<Role, ResourceKind>>> = {
  mediator: "mediator",
  lawyer: "lawyer",
  judge: "judge",
};

async function roomOf({ tx, courtId }: At, id: string): Promise<Bookable | null> {
  const r = schema.rooms;
  const [row] = await tx
    .select()
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.id, id)));
  if (!row) return null;
  return {
    resourceId: row.id,
    homeId: courtId,
    kind: "room",
    label: row.name,
    labelEn: row.nameEn,
    facilities: row.facilities,
    place: row.place,
    placeEn: row.placeEn,
    isOwn: false,
    orgId: null,
  };
}

async function memberOf({ tx, courtId, actor }: At, id: string): Promise<Bookable | null> {
  const r = schema.rosterMembers;
  const [row] = await tx
    .select()
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.personId, id)))
    .orderBy(r.kind);
  const isOwn = actor.kind === "user" && actor.userId === id && actor.role in HAS_HOURS;
  if (row)
    return {
      resourceId: id,
      homeId: id,
      kind: row.kind,
      label: row.name,
      labelEn: row.nameEn,
      isOwn,
      orgId: row.orgId,
    };
  // A judge need not stand on the roster of mediators to have hours.
  if (!isOwn) return null;
  const name = (await namesOfPeople(tx, courtId, [id])).get(id);
  return {
    resourceId: id,
    homeId: id,
    kind: HAS_HOURS[actor.role] ?? "judge",
    label: name?.name ?? "",
    labelEn: name?.nameEn ?? "",
    isOwn,
    orgId: null,
  };
}

/** Everybody keeps his own hours; the court keeps its rooms' and its people's, an organisation its own people's. */
function mayKeep(actor: UserActor, one: Bookable): boolean {
  if (one.isOwn) return true;
  if (one.kind === "room") return can(actor, "manage-rooms", ["court"]).ok;
  if (can(actor, "manage-roster", ["court"]).ok) return true;
  return actor.role === "orgManager" && actor.orgIds.some((id) => id === one.orgId);
}

/**
 * The person or room whose hours are to be kept; without an id the asker himself.
 * @throws NotFound where it is nobody of this court, Forbidden where it is not this actor's to keep.
 */
export async function bookableOf(at: At, resourceId?: string): Promise<Bookable> {
  const { actor } = at;
  if (actor.kind !== "user") throw new NotFound("resource");
  const id = resourceId ?? actor.userId;
  const found = (await memberOf(at, id)) ?? (await roomOf(at, id));
  if (!found) throw new NotFound("resource");
  if (!mayKeep(actor, found)) throw new Forbidden("manage-availability");
  return found;
}

/** Makes two changes of one resource's hours follow each other: its row of limits stands for all of them. */
export async function lockHours(tx: Tx, courtId: string, resourceId: string) {
  const l = schema.resourceLimits;
  await tx.insert(l).values({ courtId, resourceId }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(l)
    .where(and(eq(l.courtId, courtId), eq(l.resourceId, resourceId)))
    .for("update");
  if (!row) throw new Error(`no limits of ${resourceId}`);
  return row;
}

/** People and rooms of a court as one list, for looking up what a question names. */
export const BOOKABLES = Object.assign(
  sql`(select court_id, person_id as id from roster_members union all select court_id, id from rooms) as bookable`,
  { courtId: sql`bookable.court_id` },
);
export const BOOKABLE_ID = sql`bookable.id`;
