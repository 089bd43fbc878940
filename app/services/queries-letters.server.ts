import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { writtenCode } from "~/domain/notices/notice-code";
import { idText } from "./case-act.server";
import { visibleTo } from "./case-visibility.server";
import { iso } from "./iso.server";
import { place } from "./personal.server";
import { MOST_LETTERS } from "./print-letters.server";
import { many, query } from "./query.server";

type Row = {
  readonly notice_id: string;
  readonly delivery_id: string | null;
  readonly status: "noAddress" | "queued" | "printed" | "sent";
  readonly tracking: string | null;
  readonly case_id: string;
  readonly number: string;
  readonly name: string | null;
  readonly kind: string;
  readonly at: string;
};

/** Letters on their way: those that have to be printed, wait for their number, or for their receipt. Oldest first. */
export const lettersQuery = query({
  name: "letters",
  ability: "work-tasks",
  input: z.object({}),
  run: async ({ tx, courtId, actor }) => {
    const rows = await tx.execute<Row>(sql`
      select n.id as notice_id, case when d.channel = 'paper' then d.id end as delivery_id, d.status, d.message_id as tracking,
        n.case_id, coalesce(c.case_no, c.registration_no) as number, coalesce(p.name, a.name) as name, n.kind,
        to_char(d.queued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from deliveries d
      join notices n on n.court_id = d.court_id and n.id = d.notice_id
      join cases c on c.court_id = n.court_id and c.id = n.case_id
      left join parties p on p.court_id = n.court_id and p.id = n.recipient_id
      left join agents a on a.court_id = n.court_id and a.id = n.recipient_id
      left join invitations i on i.court_id = n.court_id and i.id = n.invitation_id
      where d.court_id = ${courtId} and (${visibleTo(actor)}) and n.recipient_kind in ('party', 'agent') and n.kind <> 'reminder'
        and (d.channel = 'paper' and d.status in ('queued', 'printed', 'sent') or d.status = 'noAddress' and not exists (
          select 1 from deliveries o where o.court_id = d.court_id and o.notice_id = d.notice_id and o.channel = 'paper'))
        and (d.status in ('printed', 'sent') or i.id is null or i.sequence = n.sequence)
      order by d.queued_at, d.id limit ${MOST_LETTERS * 3}`);
    const of = (...statuses: Row["status"][]) => rows.filter((row) => statuses.includes(row.status));
    return { toPrint: of("noAddress", "queued"), toTrack: of("printed"), toReceive: of("sent") };
  },
});

/** Printed notices in full, with the address for the label; whoever opens them leaves a trace. */
export const printedLettersQuery = query({
  name: "printed-letters",
  ability: "work-tasks",
  input: z.object({ ids: many(idText, MOST_LETTERS) }),
  run: async ({ tx, courtId, actor, input, deps, trace }) => {
    if (!input.ids.length) return { letters: [], court: null };
    const n = schema.notices;
    const c = schema.cases;
    const found = await tx
      .select({ notice: n, number: c.registrationNo })
      .from(n)
      .innerJoin(c, and(eq(c.courtId, n.courtId), eq(c.id, n.caseId)))
      .where(
        and(
          eq(n.courtId, courtId),
          inArray(n.id, input.ids),
          sql`exists (select 1 from cases c where c.court_id = ${n.courtId} and c.id = ${n.caseId} and (${visibleTo(actor)}))`,
        ),
      )
      .orderBy(n.id);
    const k = schema.contactPoints;
    const letters = [];
    for (const { notice, number } of found) {
      const isAgent = notice.recipientKind === "agent";
      const a = schema.agents;
      const p = schema.parties;
      const [agent] = isAgent
        ? await tx
            .select({ name: a.name, partyId: a.partyId })
            .from(a)
            .where(and(eq(a.courtId, courtId), eq(a.id, notice.recipientId)))
        : [];
      const [party] = await tx
        .select({ id: p.id, name: p.name, sealed: p.addressSealed })
        .from(p)
        .where(and(eq(p.courtId, courtId), eq(p.id, agent?.partyId ?? notice.recipientId)));
      const points = party
        ? await tx
            .select()
            .from(k)
            .where(
              and(
                eq(k.courtId, courtId),
                eq(k.partyId, party.id),
                inArray(k.kind, ["address", "mobile"]),
                isAgent ? eq(k.agentId, notice.recipientId) : isNull(k.agentId),
              ),
            )
            .orderBy(desc(k.preferred), k.id)
        : [];
      const contactOf = (kind: string) => {
        const point = points.find((one) => one.kind === kind);
        return point
          ? deps.secrets.openText(point.sealed, place("contact_points", "sealed", point.id))
          : null;
      };
      const own =
        !isAgent && party?.sealed
          ? deps.secrets.openText(party.sealed, place("parties", "address_sealed", party.id))
          : null;
      letters.push({
        id: notice.id,
        number,
        locale: notice.locale,
        code: writtenCode(notice.code),
        lines: deps.secrets.openText(notice.sealed, place("notices", "sealed", notice.id)).split("\n\n"),
        name: agent?.name ?? party?.name ?? "",
        address: contactOf("address") ?? own,
        phone: contactOf("mobile"),
        at: iso(notice.createdAt),
      });
    }
    await trace({ verb: "view-letters", data: { count: letters.length } });
    const [court] = await tx
      .select({
        name: schema.courts.name,
        nameEn: schema.courts.nameEn,
        phone: schema.courts.phone,
        address: schema.courts.address,
      })
      .from(schema.courts)
      .where(eq(schema.courts.id, courtId));
    return { letters, court: court ? { ...court, verify: `${deps.publicUrl}/verify` } : null };
  },
});
