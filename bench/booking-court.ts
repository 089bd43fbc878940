import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { record } from "~/services/record.server";
import { actorIn, addResource, addRoom, caseInMediation, type TestCourt } from "../tests/services/court";

export const COURT = "bj0107";
const DESKS = 8;

export type Client = { readonly caseId: string; readonly mediatorId: string };
export type Place = { readonly roomId: string; readonly startAt: string };

/** Cases of eight mediators, eight rooms, and a table in which a place is nothing but a unique key. */
export async function stage(
  c: TestCourt,
  cases: number,
): Promise<{ rooms: readonly string[]; clients: readonly Client[] }> {
  const mediators = await Promise.all(Array.from({ length: DESKS }, () => addResource(c, "mediator")));
  const rooms = await Promise.all(
    Array.from({ length: DESKS }, (_, n) => addRoom(c, COURT, `第${n + 1}调解室`)),
  );
  const clients: Client[] = [];
  for (let n = 0; n < cases; n++) {
    const mediatorId = mediators[n % DESKS] as string;
    const claimantResource = await addResource(c, "party");
    const respondentResource = await addResource(c, "party");
    clients.push({
      mediatorId,
      caseId: await caseInMediation(c, { mediatorId, claimantResource, respondentResource }),
    });
  }
  await c.owner`create table floor_claims (court_id text not null, place text not null, primary key (court_id, place))`;
  await c.owner`grant insert on floor_claims to tiaosu_app`;
  return { rooms, clients };
}

class Taken extends Error {}

/**
 * The least that any booking costs here: the same transaction, idempotency row, record and outbox around one insert under
 * a plain unique key. It judges nothing and offers its losers nothing.
 */
export const floorAttempt = (c: TestCourt) => async (client: Client, place: Place) => {
  const actor = actorIn(COURT, "mediator", { userId: client.mediatorId });
  const { db, clock } = c.deps;
  const now = clock.now();
  const key = {
    courtId: COURT,
    actorId: actor.userId,
    verb: "floor",
    key: uuidv7(),
    requestHash: "",
    createdAt: now,
  };
  try {
    await db.withCourt(COURT, async (tx) => {
      const t = schema.idempotencyKeys;
      await tx.insert(t).values(key).onConflictDoNothing().returning({ key: t.key });
      const got = await tx.execute(
        sql`insert into floor_claims values (${COURT}, ${`${place.roomId} ${place.startAt}`}) on conflict do nothing returning 1`,
      );
      if (!got.length) throw new Taken();
      const { caseId } = client;
      await record(tx, actor, now, {
        verb: "floor",
        caseId,
        data: { startAt: place.startAt },
        effects: [{ effect: "sendInvitations", key: `floor:${uuidv7()}`, payload: { caseId } }],
      });
    });
    return { ok: true, alternatives: 0, isDeadlock: false };
  } catch (error) {
    if (!(error instanceof Taken)) throw error;
    return { ok: false, alternatives: 0, isDeadlock: false };
  }
};
