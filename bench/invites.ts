import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createTransport } from "nodemailer";
import { createMailboxMailer, createSmtpMailer, type OutgoingMail } from "~/adapters/mail.server";
import { letterHtml } from "~/services/effects/letter.server";
import { sessionCalendar, sessionWording } from "~/services/effects/session-letter.server";
import { sampleInvitation } from "../tests/golden/session-samples";
import { median, timed } from "./report";

/*
 * How fast invitations are made and handed over: words, calendar object and mail of 5,000 recipients to a mail server on
 * the loopback that takes everything. The floor is nodemailer's own pool sending the same bytes, made beforehand.
 */
const INVITATIONS = Number(process.env.BENCH_INVITES ?? 5000);
const ROUND = 500;
/** As many as are on their way at once, in both. */
const IN_FLIGHT = 64;
const TARGET = 0.6;
/** Memory is flat when no more is held after the last round than after the first but for what programs keep warm. */
const FLAT_MB = 5;
const FROM = "mediation@court.example";

type Facts = ReturnType<typeof sampleInvitation>;

/** One recipient's invitation from its facts to the finished message, as the worker makes it. */
function invitation({ of, code, invitation: row, organizer }: Facts): OutgoingMail {
  const wording = sessionWording(of, code);
  const address = of.to.mail?.address ?? "";
  const calendar = sessionCalendar({ ...of, invitation: row, organizer }, wording.lines);
  return {
    key: `invitation:${row.uid}:${row.sequence}`,
    at: row.updatedAt,
    to: { name: of.to.name, address },
    from: organizer,
    subject: wording.subject,
    text: `${wording.lines.join("\n\n")}\n`,
    html: letterHtml(wording.lines, of.to.locale),
    calendar: calendar(address),
  };
}

/** Runs `work` for so many numbers, IN_FLIGHT at a time. */
async function each(from: number, count: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = from;
  const lane = async () => {
    while (next < from + count) await work(next++);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
/** What is still held once everything that can go has gone. */
const heldMb = (): number => {
  collect();
  return Math.round(process.memoryUsage().heapUsed / 1_048_576);
};
const rssMb = () => Math.round(process.memoryUsage.rss() / 1_048_576);

export async function benchInvites(): Promise<boolean> {
  const sink = fork(fileURLToPath(new URL("./smtp-sink.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  const [port] = await once(sink, "message");
  const url = `smtp://127.0.0.1:${port}`;
  const mailer = createSmtpMailer({ url, from: FROM });
  const pool = createTransport({ url, pool: true, maxConnections: 4 });
  const maker = createMailboxMailer({ from: FROM, store: async () => {} });
  // Who is invited to what is read from the database in life, in neither of the two here.
  const facts = Array.from({ length: INVITATIONS }, (_, n) => sampleInvitation(n));
  const of = (n: number) => facts[n] ?? sampleInvitation(n);
  const ours = async (n: number) => {
    const sent = await mailer.send(invitation(of(n)));
    if (!sent.accepted) throw new Error(`not accepted: ${sent.code}`);
  };
  try {
    await each(0, 200, ours);
    const [ourMs, floorMs]: [number[], number[]] = [[], []];
    const held: number[] = [];
    for (let from = 0; from < INVITATIONS; from += ROUND) {
      const prebuilt = new Map<number, { raw: Buffer; to: string }>();
      await each(from, ROUND, async (n) => {
        const message = invitation(of(n));
        const made = await maker.send(message);
        if (made.accepted && made.raw) prebuilt.set(n, { raw: made.raw, to: message.to.address });
      });
      const floor = async (n: number) => {
        const { raw, to } = prebuilt.get(n) ?? { raw: Buffer.alloc(0), to: "" };
        await pool.sendMail({ envelope: { from: FROM, to: [to] }, raw });
      };
      const isFloorFirst = (from / ROUND) % 2 === 1;
      if (isFloorFirst) floorMs.push((await timed(() => each(from, ROUND, floor))).ms);
      ourMs.push((await timed(() => each(from, ROUND, ours))).ms);
      if (!isFloorFirst) floorMs.push((await timed(() => each(from, ROUND, floor))).ms);
      prebuilt.clear();
      held.push(heldMb());
    }
    const rate = (ms: readonly number[]) => Math.round((ROUND * 1000) / median(ms));
    const [perSecond, floorPerSecond] = [rate(ourMs), rate(floorMs)];
    const ratio = Number((perSecond / floorPerSecond).toPrecision(4));
    const line = {
      bench: "invites",
      case: "render and hand over",
      n: INVITATIONS,
      ours: perSecond,
      floor: floorPerSecond,
      floor_kind: "nodemailer-pool-raw",
      ratio,
      unit: "per second",
      target: TARGET,
      perSecond,
      heldFirstMb: held[0],
      heldLastMb: held.at(-1),
      rssMb: rssMb(),
    };
    console.log(JSON.stringify(line));
    return ratio >= TARGET && (held.at(-1) ?? 0) - (held[0] ?? 0) <= FLAT_MB;
  } finally {
    mailer.close();
    pool.close();
    sink.send("end");
    await once(sink, "exit");
  }
}
