import net, { type AddressInfo, type Socket } from "node:net";
import hoodiecrow from "hoodiecrow-imap";
import type { MailboxAddress } from "~/adapters/inbound/mailbox.server";

/*
 * An IMAP server with a bad line in front of it: what stands between it and us can be down, fall silent, or break after so
 * many octets.
 */
const USER = "mail@court.example";
const PASSWORD = "a password";

export type ImapCourt = Awaited<ReturnType<typeof imapServer>>;

export async function imapServer() {
  const imap = hoodiecrow({
    plugins: ["IDLE", "UIDPLUS", "MOVE", "ID"],
    users: { [USER]: { password: PASSWORD } },
    storage: { INBOX: { messages: [], uidvalidity: 7 }, "": {} },
  });
  await new Promise<void>((resolve) => imap.listen(0, "127.0.0.1", resolve));
  const behind = (imap.server.address() as AddressInfo).port;
  const line = { isSilent: false, cutAfter: Number.POSITIVE_INFINITY, calls: 0, open: 0, mostOpen: 0 };
  const sockets = new Set<Socket>();
  const front = net.createServer((near) => {
    const far = net.connect(behind, "127.0.0.1");
    line.calls++;
    line.mostOpen = Math.max(line.mostOpen, ++line.open);
    let sent = 0;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const one of [near, far]) {
      sockets.add(one);
      one.on("error", end).on("close", end);
    }
    near.once("close", () => line.open--);
    near.on("data", (chunk) => {
      if (!line.isSilent) far.write(chunk);
    });
    far.on("data", (chunk) => {
      if (line.isSilent) return;
      near.write(chunk.subarray(0, Math.max(line.cutAfter - sent, 0)), () => {
        if (sent >= line.cutAfter) end();
      });
      sent += chunk.length;
    });
  });
  const up = (port: number) => new Promise<void>((resolve) => front.listen(port, "127.0.0.1", resolve));
  await up(0);
  const { port } = front.address() as AddressInfo;
  const down = async () => {
    if (!front.listening) return;
    const closed = new Promise((resolve) => front.close(resolve));
    for (const one of sockets) one.destroy();
    sockets.clear();
    await closed;
  };
  const address: MailboxAddress = {
    host: "127.0.0.1",
    port,
    security: "plain",
    user: USER,
    password: PASSWORD,
    folder: "INBOX",
    done: null,
  };
  const flagsIn = (folder: string) =>
    imap.getMailbox(folder)?.messages.map((one) => [...one.flags].sort().join(" ")) ?? [];
  return {
    address,
    line,
    down,
    up: () => up(port),
    put: (raw: string | Buffer) =>
      imap.appendMessage("INBOX", [], undefined, Buffer.from(raw).toString("latin1")),
    flagsIn,
    inbox: () => imap.getMailbox("INBOX"),
    /** As after a restored copy: other names for the same messages, and nothing is marked. */
    restore: () => {
      const inbox = imap.getMailbox("INBOX");
      inbox.uidvalidity += 1;
      for (const one of inbox.messages) {
        one.uid += 1000;
        one.flags = [];
      }
      inbox.uidnext += 1000;
    },
    close: async () => {
      await down();
      await new Promise<void>((resolve) => imap.close(resolve));
    },
  };
}
