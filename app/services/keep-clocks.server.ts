import { sql } from "drizzle-orm";
import { arrayText } from "#db/types";
import { plusDays } from "~/domain/cases/calendar";
import { CLOCK_RULES, MEDIATION_PERIODS } from "~/domain/cases/clock-rules";
import { warningDue } from "~/domain/cases/clock-warnings";
import { asCourtId } from "~/domain/ids";
import type { Actor } from "~/domain/policy/actor";
import { execute, NotFound, type Verb } from "./command.server";
import { courtDay, type Deps } from "./deps.server";
import { markExpiry } from "./mark-expiry.server";
import { settingsOn } from "./settings.server";
import { warnClock } from "./warn-clock.server";

const MOST_PER_ROUND = 50;
const LIMITING = MEDIATION_PERIODS.filter((code) => CLOCK_RULES[code].verified);

type Near = { caseId: string; clockId: string; startOn: string; dueOn: string; warned: string[] };

/** Running clocks of open cases that do not stand still, by way of the index of what is due. */
const running = sql`cases c join clocks k on k.court_id = c.court_id and k.case_id = c.id and k.ended_at is null
  and not k.exclusions @> '[{"toOn":null}]' and not k.suspensions @> '[{"toOn":null}]'`;

/** What is wanted of one court now; read without locks, each deed judges again under its case's. */
async function wantedOf(deps: Deps, courtId: string) {
  const now = deps.clock.now();
  const today = courtDay(now);
  return deps.db.withCourt(courtId, async (tx) => {
    const { warnDays } = (await settingsOn(tx, courtId, today)).clocks;
    const until = plusDays(today, Math.max(0, ...warnDays));
    const near = await tx.execute<Near>(sql`
      select c.id as "caseId", k.id as "clockId", k.start_on::text as "startOn", k.due_on::text as "dueOn", k.warned
      from ${running} where c.court_id = ${courtId} and c.closed_at is null and c.due_on <= ${until}::date
        and k.due_on between ${today}::date and ${until}::date`);
    const over = await tx.execute<{ caseId: string }>(sql`
      select c.id as "caseId" from ${running} and k.expired_at is null and k.due_on < ${today}::date
        and k.rule = any(${arrayText(LIMITING)}::text[])
      where c.court_id = ${courtId} and c.closed_at is null and c.due_on < ${today}::date limit ${MOST_PER_ROUND}`);
    return {
      warn: near
        .filter((one) => warningDue({ ...one, paused: false }, warnDays, one.warned, now) !== null)
        .slice(0, MOST_PER_ROUND),
      over,
    };
  });
}

/**
 * No limit passes unseen: warns those whose clocks run out soon and marks mediations whose time is over. Runs before each
 * round of the worker; whoever comes second is refused by the verb and leaves nothing.
 */
export async function keepClocks(deps: Deps, courtId: string): Promise<void> {
  const actor: Actor = { kind: "job", courtId: asCourtId(courtId), name: "keep-clocks" };
  const doing = (verb: Verb, input: object) =>
    execute(deps, actor, verb, input).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
    });
  const { warn, over } = await wantedOf(deps, courtId);
  for (const { caseId } of over) await doing(markExpiry as Verb, { caseId });
  for (const { caseId, clockId } of warn) await doing(warnClock as Verb, { caseId, clockId });
}
