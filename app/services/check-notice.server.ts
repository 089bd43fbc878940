import { and, eq, gt, ne } from "drizzle-orm";
import { schema } from "#db/client";
import type { NoticeFacts, NoticeKind } from "#db/schema/correspondence";
import type { Channel } from "~/domain/notices/channels";
import { readCode } from "~/domain/notices/notice-code";
import { ok, type Result, refuse } from "~/domain/result";
import type { Deps } from "./deps.server";
import { iso, isoOrNull } from "./iso.server";
import { countTry, delayOf } from "./sign-in-throttle.server";

/** What anybody may know of a notice whose code he holds: nobody's name, no address in full, nothing of the case. */
export type CheckedNotice = {
  readonly code: string;
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
  /** A later one about the same has replaced it. */
  readonly isReplaced: boolean;
  readonly recipientMasked: string;
  readonly madeAt: string;
  readonly ways: readonly {
    readonly channel: Channel;
    readonly addressMasked: string;
    readonly sentAt: string | null;
  }[];
  readonly court: {
    readonly name: string;
    readonly nameEn: string;
    readonly phone: string;
    readonly address: string;
  };
};

/**
 * Looks a notice up by the code on it. A code is 49 bits of chance; wrong ones from one address are answered more and more
 * slowly. Refuses with noticeUnknown or tooManyTries (`seconds`).
 */
export async function checkNotice(
  deps: Deps,
  typed: string,
  address: string,
): Promise<Result<{ notice: CheckedNotice }>> {
  const now = deps.clock.now();
  const key = deps.secrets.blindIndex("notice check", address);
  const code = readCode(typed);
  const found = await deps.db.withDirectory(async (tx) => {
    const seconds = Math.ceil(await delayOf(tx, [key], now));
    if (seconds > 0) return { seconds };
    const t = schema.noticeCodes;
    const [row] = code ? await tx.select().from(t).where(eq(t.code, code)) : [];
    if (!row) await countTry(tx, key, now);
    return { seconds: 0, row };
  });
  if (found.seconds > 0) return refuse("tooManyTries", { params: { seconds: found.seconds } });
  if (!found.row) return refuse("noticeUnknown", { fields: { code: ["noticeUnknown"] } });
  return { ...ok({ notice: await shown(deps, found.row.courtId, found.row.code) }) };
}

async function shown(deps: Deps, courtId: string, code: string): Promise<CheckedNotice> {
  const n = schema.notices;
  const d = schema.deliveries;
  const c = schema.courts;
  return deps.db.withCourt(courtId, async (tx) => {
    const [row] = await tx
      .select()
      .from(n)
      .where(and(eq(n.courtId, courtId), eq(n.code, code)));
    const [court] = await tx
      .select({ name: c.name, nameEn: c.nameEn, phone: c.phone, address: c.address })
      .from(c)
      .where(eq(c.id, courtId));
    if (!row || !court) throw new Error("a notice's code leads nowhere");
    const ways = await tx
      .select({ channel: d.channel, addressMasked: d.addressMasked, sentAt: d.sentAt })
      .from(d)
      .where(and(eq(d.courtId, courtId), eq(d.noticeId, row.id), ne(d.status, "noAddress")))
      .orderBy(d.queuedAt, d.id);
    const [later] = row.invitationId
      ? await tx
          .select({ id: n.id })
          .from(n)
          .where(
            and(eq(n.courtId, courtId), eq(n.invitationId, row.invitationId), gt(n.sequence, row.sequence)),
          )
          .limit(1)
      : [];
    return {
      code,
      kind: row.kind,
      facts: row.facts,
      isReplaced: Boolean(later),
      recipientMasked: row.recipientMasked,
      madeAt: iso(row.createdAt),
      ways: ways.map((one) => ({ ...one, sentAt: isoOrNull(one.sentAt) })),
      court,
    };
  });
}
