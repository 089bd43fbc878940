import type { AddressInfo, Socket } from "node:net";
import ICAL from "ical.js";
import { SMTPServer } from "smtp-server";

/** How the mail server behaves just now. `break`: it takes the mail and dies before it says so. */
export type Mood = "well" | "slow" | "busy" | "break" | "down";

export type Arrived = {
  readonly to: string;
  readonly messageId: string;
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly location: string;
  /** The sender never heard that it arrived. */
  readonly isUnheard: boolean;
};

/** A mail server on one port that can be stopped, slow, full or broken; mailboxes called gone… do not exist. */
export function stormPost() {
  const arrived: Arrived[] = [];
  const sockets = new Map<number, Socket>();
  const waiting: (() => void)[] = [];
  let mood: Mood = "well";
  let port = 0;
  let turn = 0;
  /** How many senders are at work: a slow server answers when all of them wait for it. */
  let senders = 0;
  const answerAll = () => {
    for (const answer of waiting.splice(0)) answer();
  };
  const make = () => {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      closeTimeout: 1,
      onRcptTo({ address }, _session, done) {
        const isGone = address.startsWith("gone");
        const isFull = mood === "busy" && turn++ % 2 === 0;
        const responseCode = isGone ? 550 : isFull ? 451 : 0;
        done(responseCode ? Object.assign(new Error("no"), { responseCode }) : undefined);
      },
      onData(stream, session, done) {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          const isUnheard = mood === "break" && turn++ % 2 === 0;
          const to = session.envelope.rcptTo[0]?.address ?? "";
          arrived.push({ ...read(Buffer.concat(parts).toString("utf8")), to, isUnheard });
          if (isUnheard) sockets.get(session.remotePort)?.destroy();
          else if (mood === "slow") {
            waiting.push(() => done());
            if (waiting.length >= senders) answerAll();
          } else done();
        });
      },
    });
    made.on("error", () => {});
    made.server.on("connection", (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket));
    return made;
  };
  let server: SMTPServer | null = null;
  const start = async () => {
    const made = make();
    await new Promise<void>((resolve) => made.listen(port, "127.0.0.1", () => resolve()));
    port = (made.server.address() as AddressInfo).port;
    server = made;
  };
  const stop = async () => {
    const old = server;
    server = null;
    for (const socket of sockets.values()) socket.destroy();
    sockets.clear();
    if (old) await new Promise<void>((resolve) => old.close(() => resolve()));
  };
  return {
    arrived,
    start,
    stop,
    url: () => `smtp://127.0.0.1:${port}`,
    async set(wanted: Mood) {
      if (wanted === "down") await stop();
      else if (!server) await start();
      mood = wanted;
    },
    /** Lets so many senders work side by side until all are done. */
    async withSenders(work: readonly (() => Promise<unknown>)[]) {
      senders = work.length;
      const done = work.map((one) =>
        one().finally(() => {
          senders--;
          answerAll();
        }),
      );
      await Promise.all(done);
    },
  };
}

/** What a mail program takes from a mail: its id, and the calendar object in it. */
function read(raw: string): Omit<Arrived, "to" | "isUnheard"> {
  const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? "";
  const part = /content-type: text\/calendar;[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/i.exec(raw)?.[1] ?? "";
  const text = Buffer.from(part, "base64").toString("utf8");
  if (!text) return { messageId, method: "", uid: "", sequence: 0, start: "", location: "" };
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent("vevent");
  const value = (name: string) => String(event?.getFirstPropertyValue(name) ?? "");
  return {
    messageId,
    method: String(calendar.getFirstPropertyValue("method")),
    uid: value("uid"),
    sequence: Number(value("sequence")),
    start: value("dtstart"),
    location: value("location"),
  };
}

export type Entry = { readonly sequence: number; readonly start: string; readonly location: string };

/** A calendar that takes mails in the order in which they came, as iTIP says: by UID, a lower SEQUENCE changes nothing. */
export function calendarOf(mails: readonly Arrived[]): Map<string, Entry> {
  const latest = new Map<string, Entry & { isOn: boolean }>();
  for (const { uid, sequence, method, start, location } of mails) {
    const known = latest.get(uid);
    if (!uid || (known && known.sequence > sequence)) continue;
    latest.set(uid, { sequence, start, location, isOn: method === "REQUEST" });
  }
  return new Map([...latest].filter(([, one]) => one.isOn));
}
