import { expect, it } from "vitest";
import { writtenCode } from "~/domain/notices/notice-code";
import { bookSession } from "~/services/book-session.server";
import { checkNotice } from "~/services/check-notice.server";
import { execute } from "~/services/command.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { drainCourt } from "~/services/worker.server";
import { MORNING, useCourt } from "./court";
import { COURT, castOf } from "./journey";

/* Anybody may check a notice by its code, and learns nothing that is not on it already. */
const court = useCourt();
const at = (days: number) => MORNING.startOf("day").plus({ days, hours: 10 }).toISO() ?? "";

async function told() {
  const c = court();
  const cast = await castOf(c);
  const time = { minutes: 60, mode: "onsite" as const, roomId: cast.roomId };
  const booked = await execute(c.deps, cast.mediator, bookSession, {
    ...time,
    startAt: at(1),
    caseIds: [cast.caseId],
  });
  if (!booked.ok) throw new Error(booked.refusal);
  await drainCourt(c.deps, COURT);
  return { c, cast, time, sessionId: booked.sessionId };
}

it("a notice's code tells what was sent, to whom masked, and that a later one has replaced it", async () => {
  const { c, cast, time, sessionId } = await told();
  const [first] = await c.owner<{ code: string }[]>`
    select code from notices where recipient_id = ${cast.respondentId} and kind = 'invitation'`;
  const code = first?.code ?? "";
  const answer = await checkNotice(c.deps, ` ${writtenCode(code).toLowerCase()} `, "203.0.113.7");
  if (!answer.ok) throw new Error(answer.refusal);
  expect(answer.notice).toMatchObject({
    code,
    kind: "invitation",
    isReplaced: false,
    facts: { mode: "onsite" },
  });
  const [name] = await c.owner<{ name: string }[]>`select name from parties where id = ${cast.respondentId}`;
  expect(JSON.stringify(answer.notice)).not.toContain(name?.name);
  const moved = await execute(c.deps, cast.mediator, rescheduleSession, {
    ...time,
    sessionId,
    startAt: at(2),
    version: 0,
    reason: "当事人申请",
  });
  expect(moved.ok).toBe(true);
  await drainCourt(c.deps, COURT);
  const again = await checkNotice(c.deps, code, "203.0.113.7");
  expect(again).toMatchObject({ ok: true, notice: { isReplaced: true } });
});

it("wrong codes from one address are answered more and more slowly, right ones from elsewhere at once", async () => {
  const { c } = await told();
  const [any] = await c.owner<{ code: string }[]>`select code from notices limit 1`;
  for (let i = 0; i < 4; i++)
    expect(await checkNotice(c.deps, "AAAAA-BBBBB", "198.51.100.9")).toMatchObject({
      refusal: "noticeUnknown",
    });
  expect(await checkNotice(c.deps, any?.code ?? "", "198.51.100.9")).toMatchObject({
    refusal: "tooManyTries",
  });
  expect((await checkNotice(c.deps, any?.code ?? "", "198.51.100.10")).ok).toBe(true);
});
