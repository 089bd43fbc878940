import { sql } from "drizzle-orm";
import { z } from "zod";
import type { DeliveryStatus } from "#db/schema/notices";
import { CHANNELS, type Channel } from "~/domain/notices/channels";
import { visibleTo } from "./case-visibility.server";
import { query } from "./query.server";

export const DELIVERY_TABS = [
  "all",
  "queued",
  "printed",
  "sent",
  "delivered",
  "answered",
  "bounced",
  "failed",
  "noAddress",
] as const;
export type DeliveryTab = (typeof DELIVERY_TABS)[number];
const PAGE = 40;

type Listed = {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly key: string;
  readonly session_id: string | null;
  readonly sequence: number | null;
  readonly method: string | null;
  readonly kind: string | null;
  readonly name: string | null;
  readonly address: string;
  readonly channel: Channel;
  readonly status: Exclude<DeliveryStatus, "sending">;
  readonly reply: string | null;
  readonly attempts: number;
  readonly at: string;
};

/** A delivery counts by what became of it; "answered" is what its invitation's recipient has said since. */
const STATUS = sql`case d.status when 'sending' then 'queued' else d.status end`;
const ANSWERED = sql`(i.id is not null and i.reply <> 'needsAction' and n.sequence = i.sequence)`;

/** Messages about cases that the reader may see, newest first: by what way they went and what became of them. Keyset by time and id. */
export const deliveriesQuery = query({
  name: "deliveries",
  ability: "view-notices",
  input: z.object({
    tab: z.enum(DELIVERY_TABS).catch("all"),
    channel: z.enum(CHANNELS).optional().catch(undefined),
    after: z
      .string()
      .regex(/^[^~]+~[0-9a-f-]{36}$/)
      .optional()
      .catch(undefined),
  }),
  run: async ({ tx, courtId, actor, input }) => {
    const channel = input.channel ? sql`d.channel = ${input.channel}` : sql`true`;
    const seen = sql`d.court_id = ${courtId} and ${channel} and (${visibleTo(actor)})`;
    const from = sql`deliveries d
      join cases c on c.court_id = d.court_id and c.id = d.case_id
      left join notices n on n.court_id = d.court_id and n.id = d.notice_id
      left join invitations i on i.court_id = d.court_id and i.id = d.invitation_id`;
    const counted = await tx.execute<{ status: string; n: number; answered: number }>(sql`
      select ${STATUS} as status, count(*)::int as n, (count(*) filter (where ${ANSWERED}))::int as answered
      from ${from} where ${seen} group by 1`);
    const of = (status: string) => counted.find((row) => row.status === status)?.n ?? 0;
    const status =
      input.tab === "all" ? sql`true` : input.tab === "answered" ? ANSWERED : sql`${STATUS} = ${input.tab}`;
    const [at, id] = input.after?.split("~") ?? [];
    const after = at ? sql`(d.queued_at, d.id) < (${at}::timestamptz, ${id}::uuid)` : sql`true`;
    const rows = await tx.execute<Listed & { cursor: string }>(sql`
      select d.id, d.case_id, coalesce(c.case_no, c.registration_no) as number, d.key, i.session_id, i.sequence, i.method, n.kind,
        coalesce(ip.name, ia.name, im.name, np.name, nh.name) as name, d.address_masked as address, d.channel,
        ${STATUS} as status, case when ${ANSWERED} then i.reply end as reply, d.attempts,
        to_char(coalesce(d.changed_at, d.sent_at, d.queued_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
        to_char(d.queued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as cursor
      from ${from}
      left join parties ip on ip.court_id = i.court_id and ip.id = i.recipient_id
      left join agents ia on ia.court_id = i.court_id and ia.id = i.recipient_id
      left join lateral (select r.name from roster_members r where r.court_id = i.court_id and r.person_id = i.recipient_id limit 1) im on true
      left join parties np on np.court_id = d.court_id and np.case_id = d.case_id
        and np.id = coalesce(n.recipient_id, case when right(d.key, 36) ~ '^[0-9a-f-]{36}$' then right(d.key, 36)::uuid end)
      left join people nh on i.id is null and nh.id = n.recipient_id
      where ${seen} and ${status} and ${after}
      order by d.queued_at desc, d.id desc limit ${PAGE + 1}`);
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    const one = (tab: DeliveryTab) =>
      tab === "all"
        ? counted.reduce((sum, row) => sum + row.n, 0)
        : tab === "answered"
          ? counted.reduce((sum, row) => sum + row.answered, 0)
          : of(tab);
    const counts = Object.fromEntries(DELIVERY_TABS.map((tab) => [tab, one(tab)])) as Record<
      DeliveryTab,
      number
    >;
    return {
      tab: input.tab,
      channel: input.channel ?? null,
      counts,
      rows: shown.map(({ cursor: _cursor, ...row }) => row),
      next: rows.length > PAGE && last ? `${last.cursor}~${last.id}` : null,
    };
  },
});
