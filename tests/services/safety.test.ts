import { beforeEach, expect, it } from "vitest";
import { addContact } from "~/services/add-contact.server";
import { endSafety } from "~/services/end-safety.server";
import { partyPageQuery } from "~/services/queries-party.server";
import { ask } from "~/services/query.server";
import { setSafety } from "~/services/set-safety.server";
import { drainCourt } from "~/services/worker.server";
import { addRoom, MORNING, type TestCourt, useCourt } from "./court";
import { book, type Cast, COURT, castOf, does, refuses } from "./journey";

/* The sides must not meet: the protected one comes apart, the other learns nothing, not even that there is something. */
const court = useCourt();
let c: TestCourt;
let cast: Cast;
let waitingRoomId: string;

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  cast = await castOf(c);
  waitingRoomId = await addRoom(c, COURT, "候见室");
  for (const [partyId, value] of [
    [cast.claimantId, "one@mail.example"],
    [cast.respondentId, "two@mail.example"],
  ] as const)
    await does(c, cast.mediator, addContact, { caseId: cast.caseId, partyId, kind: "email", value });
  await book(c, cast);
  await drainCourt(c.deps, COURT);
});

const flag = () =>
  does(c, cast.coordinator, setSafety, {
    caseId: cast.caseId,
    kind: "domesticViolence",
    protectedPartyId: cast.respondentId,
    apartMinutes: 20,
    waitingRoomId,
    bailiff: true,
    words: "曾经报警",
  });
const page = async (actor: Cast["claimant"]) =>
  JSON.stringify(await ask(c.deps, actor, partyPageQuery, { caseId: cast.caseId }));
const mails = (to: string) =>
  c.owner`select body::text as body, "to" from demo_messages where "to" like ${`%${to}%`} order by sent_at, id`;

it("the protected side is told its own arrival and waiting room, and only it gets another message", async () => {
  const before = [(await mails("one@")).length, (await mails("two@")).length];
  await flag();
  await drainCourt(c.deps, COURT);
  expect([(await mails("one@")).length, (await mails("two@")).length]).toEqual([
    before[0],
    (before[1] ?? 0) + 1,
  ]);
  const last = (await mails("two@")).at(-1)?.body ?? "";
  expect(last).toContain("14:40");
  expect(last).toContain("候见室");
  expect(await page(cast.respondent)).toContain("候见室");
});

it("nothing of it is in anything that the other side can read", async () => {
  const before = await page(cast.claimant);
  await flag();
  await drainCourt(c.deps, COURT);
  expect(await page(cast.claimant)).toBe(before);
  const all = (await mails("one@")).map((row) => row.body).join("\n");
  for (const word of ["候见室", "14:40", "家暴", "保护", "法警", "曾经报警"]) expect(all).not.toContain(word);
  const trail = await c.owner`select data::text as data from records where case_id = ${cast.caseId}`;
  expect(JSON.stringify(trail)).not.toContain("曾经报警");
});

it("is for staff to set and to end, and for nobody else to see", async () => {
  await expect(
    does(c, cast.claimant, setSafety, {
      caseId: cast.caseId,
      kind: "protectionOrder",
      protectedPartyId: cast.claimantId,
    }),
  ).rejects.toThrow("set-safety");
  await refuses(
    c,
    cast.mediator,
    setSafety,
    { caseId: cast.caseId, kind: "protectionOrder", protectedPartyId: cast.caseId },
    "partyUnknown",
  );
  await flag();
  await does(c, cast.mediator, endSafety, { caseId: cast.caseId });
  await refuses(c, cast.mediator, endSafety, { caseId: cast.caseId }, "alreadyAnswered");
  expect(await page(cast.respondent)).not.toContain("候见室");
});
