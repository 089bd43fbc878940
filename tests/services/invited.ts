import { bookSession } from "~/services/book-session.server";
import { caseMailbox } from "~/services/effects/addressees.server";
import { drainCourt } from "~/services/worker.server";
import { addContactPoint } from "./contact-points";
import { MORNING, type TestCourt } from "./court";
import type { Invited } from "./inbound-messages";
import { type Cast, COURT, castOf, does } from "./journey";

let n = 0;

/** A session tomorrow at ten to which a respondent was invited by mail; the clock stands at MORNING. */
export async function invited(c: TestCourt): Promise<{ cast: Cast; of: Invited; sessionId: string }> {
  c.clock.set(MORNING);
  const cast = await castOf(c);
  const address = `zhang${++n}@mail.example`;
  await addContactPoint(c, {
    caseId: cast.caseId,
    partyId: cast.respondentId,
    kind: "email",
    value: address,
  });
  const startAt = MORNING.startOf("day").plus({ days: 1, hours: 10 });
  const { sessionId } = await does(c, cast.mediator, bookSession, {
    caseIds: [cast.caseId],
    startAt: startAt.toISO() ?? "",
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
  });
  await drainCourt(c.deps, COURT);
  const [row] = await c.owner<{ uid: string }[]>`
    select uid from invitations where recipient_id = ${cast.respondentId}`;
  const stamp = (at: typeof startAt) => at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
  const of = {
    uid: row?.uid ?? "",
    sequence: 0,
    address,
    mailbox: caseMailbox(c.deps, "court", COURT, cast.caseId).address,
    start: stamp(startAt),
    end: stamp(startAt.plus({ hours: 1 })),
  };
  return { cast, of, sessionId };
}
