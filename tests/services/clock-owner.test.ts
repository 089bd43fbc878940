import { expect, it } from "vitest";
import { ownersOf } from "~/services/clock-owner.server";
import { runningClocks } from "~/services/clocks.server";
import { nameClockOwner } from "~/services/name-clock-owner.server";
import { clockOwnersQuery } from "~/services/queries-clock-owners.server";
import { ask } from "~/services/query.server";
import { actorIn, MORNING, useCourt } from "./court";
import { addMediator, caseOf, coordinator, done, inMediation, mediatorActor, refused } from "./desk";

const court = useCourt();
const leader = actorIn("bj0107", "leader");

it("another answers for a clock once he is named, and only who can answer is", async () => {
  const c = court();
  const mediatorId = await addMediator(c, { name: "原负责人" });
  const caseId = await inMediation(c, 821, mediatorId);
  await c.owner`insert into people (id, login, name, password_hash, created_at)
    values (${leader.userId}, 'leader-821', '领导', 'x', now()) on conflict do nothing`;
  await c.owner`insert into grants (id, court_id, person_id, role, valid_from)
    values (gen_random_uuid(), 'bj0107', ${leader.userId}, 'leader', '2026-01-01')`;
  const owners = () =>
    c.db.withCourt("bj0107", async (tx) => {
      const [clock] = await runningClocks(tx, "bj0107", caseId);
      if (!clock) throw new Error("no clock");
      return { clockId: clock.id, ids: await ownersOf(tx, clock, await caseOf(c, caseId), MORNING) };
    });
  const { clockId, ids } = await owners();
  expect(ids).toEqual([mediatorId]);
  const asked = await ask(c.deps, coordinator, clockOwnersQuery, { caseId });
  expect(asked).toMatchObject({
    people: [
      { personId: mediatorId, name: "原负责人" },
      { personId: leader.userId, name: "领导" },
    ],
  });
  const stranger = await addMediator(c, { name: "无关" });
  const wish = { caseId, clockId };
  expect((await refused(c, coordinator, nameClockOwner, { ...wish, ownerId: stranger })).fields).toEqual({
    ownerId: ["notChosen"],
  });
  await done(c, coordinator, nameClockOwner, { ...wish, ownerId: leader.userId });
  expect((await owners()).ids).toEqual([leader.userId]);
  const [row] =
    await c.owner`select data from records where verb = 'name-clock-owner' and case_id = ${caseId}`;
  expect(row?.data).toMatchObject({ clockId, ownerId: leader.userId, before: null });
  await expect(
    done(c, mediatorActor(mediatorId), nameClockOwner, { ...wish, ownerId: mediatorId }),
  ).rejects.toThrow();
});
