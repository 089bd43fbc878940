import { expect, it } from "vitest";
import { asCourtId } from "~/domain/ids";
import { record } from "~/services/record.server";
import { verifyCourt, verifyRecords } from "~/services/verify-records.server";
import { addResource, caseInMediation, useCourt } from "./court";

const court = useCourt();

it("a chain that grows while it is looked at is whole; one that was cut meanwhile is not", async () => {
  const c = court();
  const grown = await caseInMediation(c, { mediatorId: await addResource(c, "mediator") });
  const actor = { kind: "job", courtId: asCourtId("bj0107"), name: "test-growing" } as const;
  const act = async () => {
    await c.db.withCourt("bj0107", (tx) => record(tx, actor, c.clock.now(), { verb: "test", caseId: grown }));
    await c.db.withCourt("bj0107", (tx) => record(tx, actor, c.clock.now(), { verb: "test-actor" }));
  };
  /** Between the reading of the rows and that of the heads. */
  const verifiedWhile = async (work: () => Promise<unknown>) => {
    let opened = 0;
    const withCourt: typeof c.db.withCourt = async (courtId, inside) => {
      if (courtId === "bj0107" && ++opened === 2) await work();
      return c.db.withCourt(courtId, inside);
    };
    return verifyCourt({ ...c.deps, db: { ...c.db, withCourt } }, "bj0107");
  };
  await act();
  expect((await verifiedWhile(act)).broken).toBeNull();
  const cut = async () => {
    await act();
    await c.owner`alter table records disable trigger records_append_only`;
    await c.owner`delete from records where chain = ${`case:${grown}`} and seq = 3`;
    await c.owner`alter table records enable trigger records_append_only`;
  };
  expect((await verifiedWhile(cut)).broken).toMatchObject({ chain: `case:${grown}`, why: "head" });
  await c.owner`update cases set record_seq = 2, record_head = (select hash from records where chain = ${`case:${grown}`} and seq = 2) where id = ${grown}`;
  expect((await verifyRecords(c.deps)).broken).toBeNull();
});
