import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";

/*
 * Fifty people want the same mediator, room or party at the same minute: one gets it, the others hear why not.
 * RACE_ROUNDS=200 is the published count (npm run test:full).
 */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 12);
const RIVALS = 50;
const court = useCourt({ max: 50 });

type Rival = { courtId: string; caseId: string; mediatorId: string; roomId: string };
type Race = (c: TestCourt) => Promise<Rival[]>;

const each = <T>(make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: RIVALS }, (_, n) => make(n)));

const races: Record<string, Race> = {
  "the same mediator": async (c) => {
    const mediatorId = await addResource(c, "mediator");
    return each(async () => ({
      courtId: "bj0107",
      caseId: await caseInMediation(c, { mediatorId }),
      mediatorId,
      roomId: await addRoom(c, "bj0107", "室"),
    }));
  },
  "the same room": async (c) => {
    const roomId = await addRoom(c, "bj0107", "第一调解室");
    return each(async () => {
      const mediatorId = await addResource(c, "mediator");
      return { courtId: "bj0107", caseId: await caseInMediation(c, { mediatorId }), mediatorId, roomId };
    });
  },
  "the same party": async (c) => {
    const party = await addResource(c, "party");
    return each(async () => {
      const mediatorId = await addResource(c, "mediator");
      return {
        courtId: "bj0107",
        caseId: await caseInMediation(c, { mediatorId, respondentResource: party }),
        mediatorId,
        roomId: await addRoom(c, "bj0107", "室"),
      };
    });
  },
  "a lawyer shared by two courts": async (c) => {
    const lawyerId = await addResource(c, "lawyer");
    return each(async (n) => {
      const courtId = n % 2 ? "bj0106" : "bj0107";
      const mediatorId = await addResource(c, "mediator");
      return {
        courtId,
        caseId: await caseInMediation(c, { courtId, mediatorId, lawyerId }),
        mediatorId,
        roomId: await addRoom(c, courtId, "室"),
      };
    });
  },
};

for (const [name, setUp] of Object.entries(races)) {
  it(
    `exactly one of ${RIVALS} books ${name}, in each of ${ROUNDS} rounds`,
    async () => {
      const c = court();
      const rivals = await setUp(c);
      for (let round = 0; round < ROUNDS; round++) {
        const day = MORNING.plus({
          weeks: 1 + Math.floor(round / 20),
          days: Math.floor(round / 4) % 5,
        }).startOf("day");
        const startAt = day.plus({ minutes: [540, 570, 600, 630][round % 4] as number }).toISO() as string;
        const answers = await Promise.all(
          rivals.map((rival) =>
            execute(c.deps, actorIn(rival.courtId, "mediator", { userId: rival.mediatorId }), bookSession, {
              caseIds: [rival.caseId],
              startAt,
              minutes: 30,
              mode: "onsite",
              roomId: rival.roomId,
            }),
          ),
        );
        const winners = answers.filter((answer) => answer.ok);
        const losers = answers.flatMap((answer) => (answer.ok ? [] : [answer]));
        expect(winners).toHaveLength(1);
        expect(
          losers.map((one) => one.refusal).filter((code) => code !== "slotTaken" && code !== "busyElsewhere"),
        ).toEqual([]);
        expect(losers.every((one) => Array.isArray(one.params?.codes) && one.params.codes.length > 0)).toBe(
          true,
        );
      }
      const overlaps = await c.owner`select 1 from occupancies a join occupancies b
      on a.home_id = b.home_id and a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
      where a.released_at is null and b.released_at is null`;
      expect(overlaps).toHaveLength(0);
      // No foreign key ties occupancies to bookings: look for any without one, court by court.
      const orphans = await Promise.all(
        ["bj0107", "bj0106"].map((courtId) =>
          c.db.withCourt(courtId, (tx) =>
            tx.execute(sql`select 1 from occupancies o where not exists (
            select 1 from bookings b where b.court_id = o.court_id and b.id = o.booking_id)`),
          ),
        ),
      );
      expect(orphans.flat()).toHaveLength(0);
    },
    60_000 + ROUNDS * 4_000,
  );
}
