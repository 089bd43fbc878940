import { createHash } from "node:crypto";
import { asc, sql } from "drizzle-orm";
import { schema } from "#db/client";
import { namesIn } from "~/adapters/inbound/read-mail.server";
import type { Deps } from "./deps.server";

/** So many names are looked up and no more; a message of ours that is answered stands last among its references. */
const MOST_NAMES = 20;
const asList = (values: readonly string[]) => sql`${JSON.stringify(values.slice(-MOST_NAMES))}::jsonb`;

/**
 * Which court a message is for that came into a mailbox of all: the one that has taken it before, sent what it answers, or
 * invited to what it names; else the oldest, whose people see that it reaches the right one.
 */
export async function courtOfMail(deps: Deps, raw: Buffer): Promise<string> {
  const c = schema.courts;
  const courts = await deps.db.withDirectory((tx) =>
    tx.select({ id: c.id }).from(c).orderBy(asc(c.createdAt), asc(c.id)),
  );
  const [oldest, ...others] = courts.map((court) => court.id);
  if (!oldest) throw new Error("there is no court to take mail for");
  if (!others.length) return oldest;
  const { uids, messageIds } = await namesIn(raw);
  const hash = createHash("sha256").update(raw).digest();
  for (const courtId of [oldest, ...others]) {
    const [found] = await deps.db.withCourt(courtId, (tx) =>
      tx.execute<{ known: boolean }>(sql`select
        exists (select 1 from inbound_messages where court_id = ${courtId} and hash = ${hash})
        or exists (select 1 from invitations where court_id = ${courtId}
          and uid in (select jsonb_array_elements_text(${asList(uids)})))
        or exists (select 1 from deliveries where court_id = ${courtId}
          and message_id in (select jsonb_array_elements_text(${asList(messageIds)}))) as known`),
    );
    if (found?.known) return courtId;
  }
  return oldest;
}
