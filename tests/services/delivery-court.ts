import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect } from "vitest";
import { schema } from "#db/client";
import type { Delivery, Mailer, OutgoingMail } from "~/adapters/mail.server";
import type { OutgoingSms, SmsDelivery } from "~/adapters/sms.server";
import type { Deps } from "~/services/deps.server";
import { place } from "~/services/personal.server";
import { drainCourt } from "~/services/worker.server";
import { MORNING, type TestCourt, useCourt } from "./court";
import { type Cast, COURT, castOf } from "./journey";

type State = {
  c: TestCourt;
  cast: Cast;
  deps: Deps;
  mails: OutgoingMail[];
  texts: OutgoingSms[];
  /** What the post office answers; by default it takes everything. */
  mailAnswer: (mail: OutgoingMail) => Partial<Delivery> | null;
};

/** One case whose respondent is written to, and a post office and a gateway that answer as the test says. */
export function useDelivery() {
  const court = useCourt();
  const s = {} as State;

  beforeEach(async () => {
    s.c = court();
    s.c.clock.set(MORNING);
    await s.c.owner`delete from outbox`;
    s.cast = await castOf(s.c);
    s.mails = [];
    s.texts = [];
    s.mailAnswer = () => null;
    const mailer: Mailer = {
      async send(mail) {
        const messageId = `<${mail.key}>`;
        const refused = s.mailAnswer(mail);
        if (refused)
          return { accepted: false, messageId, permanent: false, code: "", ...refused } as Delivery;
        s.mails.push(mail);
        return { accepted: true, messageId };
      },
      close: () => {},
    };
    const sms = {
      async send(text: OutgoingSms): Promise<SmsDelivery> {
        s.texts.push(text);
        return { accepted: true, messageId: `g-${text.key}` };
      },
    };
    s.deps = { ...s.c.deps, mailer, sms };
  });

  const drain = () => drainCourt(s.deps, COURT);
  async function reach(partyId: string, kind: "email" | "mobile", value: string): Promise<string> {
    const id = uuidv7();
    await s.c.db.withCourt(COURT, (tx) =>
      tx.insert(schema.contactPoints).values({
        courtId: COURT,
        id,
        caseId: s.cast.caseId,
        partyId,
        kind,
        sealed: s.c.deps.secrets.seal(value, place("contact_points", "sealed", id)),
        index: s.c.deps.secrets.blindIndex(kind, value),
        masked: "x",
      }),
    );
    return id;
  }
  const inThree = () => MORNING.startOf("day").plus({ days: 7, hours: 14 }).toISO() as string;
  const ways = async () =>
    (
      await s.c.owner<{ channel: string; status: string }[]>`
        select channel, status from deliveries d join notices n on n.id = d.notice_id
        where n.recipient_id = ${s.cast.respondentId} order by d.queued_at, d.id`
    ).map((row) => `${row.channel} ${row.status}`);
  const delivery = async (channel: string) => {
    const [row] = await s.c.owner<{ id: string; message_id: string; notice_id: string }[]>`
      select d.id, d.message_id, d.notice_id from deliveries d join notices n on n.id = d.notice_id
      where n.recipient_id = ${s.cast.respondentId} and d.channel = ${channel} order by d.id limit 1`;
    if (!row) throw new Error(`no ${channel}`);
    return row;
  };
  const steps = async (id: string) =>
    (
      await s.c.owner<{ status: string; detail: string | null }[]>`
        select status, detail from delivery_events where delivery_id = ${id} order by id`
    ).map((row) => [row.status, row.detail].filter(Boolean).join(" "));
  const openTasks = async () =>
    s.c.owner<{ id: string; kind: string; data: Record<string, string> }[]>`
      select id, kind, data from tasks where done_at is null and case_id = ${s.cast.caseId} order by opened_at, id`;
  const task = async (kind: string) => {
    const found = (await openTasks()).filter((one) => one.kind === kind);
    expect(found).toHaveLength(1);
    return found[0] as (typeof found)[number];
  };

  return { s, drain, reach, inThree, ways, delivery, steps, openTasks, task };
}
