import { and, desc, eq, lt } from "drizzle-orm";
import { schema } from "#db/client";
import type { Deps } from "./deps.server";

export type MailboxMessage = {
  id: string;
  channel: "mail" | "sms";
  to: string;
  subject: string;
  sentAt: string;
  text: string;
  hasCalendar: boolean;
};
const PAGE = 40;

/** The demo's post office, newest first; nothing of the kind exists where SMTP_URL is set. */
export async function mailboxPage(
  deps: Deps,
  courtId: string,
  of: { to: string | null; channel: "mail" | "sms" | null; before: string | null },
): Promise<MailboxMessage[]> {
  const t = schema.demoMessages;
  const rows = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select()
      .from(t)
      .where(
        and(
          eq(t.courtId, courtId),
          of.to ? eq(t.to, of.to) : undefined,
          of.channel ? eq(t.channel, of.channel) : undefined,
          of.before ? lt(t.id, of.before) : undefined,
        ),
      )
      .orderBy(desc(t.id))
      .limit(PAGE),
  );
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    to: row.to,
    subject: row.subject,
    sentAt: row.sentAt.toUTC().toISO() as string,
    text: row.body.text,
    hasCalendar: Boolean(row.body.calendar),
  }));
}

export async function mailboxCalendar(deps: Deps, courtId: string, id: string): Promise<string | null> {
  const t = schema.demoMessages;
  const [row] = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select({ body: t.body })
      .from(t)
      .where(and(eq(t.courtId, courtId), eq(t.id, id))),
  );
  return row?.body.calendar ?? null;
}
