import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MailboxAddress, MailboxFailed, openMailbox } from "~/adapters/inbound/mailbox.server";
import { newMemory, takeMailbox } from "~/services/take-mailbox.server";
import { useCourt } from "../services/court";
import { ics, letter, mail } from "../services/inbound-messages";
import { invited } from "../services/invited";
import { type Dovecot, startDovecot } from "./dovecot";

/* The court's mailbox on a mail server that is in real use. */
const court = useCourt();
let dovecot: Dovecot;

beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => dovecot.close());

const round = async (address: MailboxAddress) => {
  const mailbox = await openMailbox(address);
  await takeMailbox({ ...court().deps, authserv: "mx.court.example" }, mailbox, newMemory());
  const left = await mailbox.untaken();
  await mailbox.close();
  return left.length;
};
const replies = async () =>
  (await court().owner<{ reply: string }[]>`select reply from invitation_replies order by at, id`).map(
    (one) => one.reply,
  );
const headers = ["Authentication-Results: mx.court.example; dmarc=pass header.from=mail.example"];

it("answers are taken once, marked or moved", async () => {
  const { of } = await invited(court());
  court().clock.advance({ hours: 1 });
  dovecot.put(mail(of, ics(of), { headers }));
  dovecot.put(letter(of, "我能来。"));
  expect(await round(dovecot.address())).toBe(0);
  expect(await replies()).toEqual(["accepted"]);
  dovecot.put(mail(of, ics(of, { partstat: "DECLINED", stamp: "20261123T020100Z" }), { headers }));
  const moving = dovecot.address({ done: "Processed 已处理" });
  expect(await round(moving)).toBe(0);
  expect(await replies()).toEqual(["accepted", "declined"]);
  expect(await round(dovecot.address({ folder: "Processed 已处理" }))).toBe(0);
  const [kept] = await court().owner<{ n: number }[]>`select count(*)::int as n from inbound_messages`;
  expect(kept?.n).toBe(3);
});

it("the server calls when something comes", async () => {
  const mailbox = await openMailbox(dovecot.address());
  const called = mailbox.wait(60_000);
  const asked = performance.now();
  dovecot.put("From: <a@mail.example>\r\nTo: <b@court.example>\r\n\r\nhello\r\n");
  await called;
  expect(performance.now() - asked).toBeLessThan(55_000);
  expect(await mailbox.untaken()).toHaveLength(1);
  await mailbox.close();
});

it("signs in over TLS alone, to a server whose certificate is good", async () => {
  const tls = dovecot.address({ host: "localhost", port: dovecot.tlsPort, security: "tls" });
  const lifted = dovecot.address({ host: "localhost", security: "startTls" });
  const faultOf = (address: MailboxAddress) =>
    openMailbox(address).then(
      () => "none",
      (error: unknown) => (error instanceof MailboxFailed ? error.fault : String(error)),
    );
  expect(await faultOf(tls)).toBe("certificate");
  expect(await faultOf(lifted)).toBe("certificate");
  expect(await faultOf(dovecot.address({ password: "wrong" }))).toBe("signIn");
  const script = `import { openMailbox } from "./app/adapters/inbound/mailbox.server.ts";
    for (const address of ${JSON.stringify([tls, lifted])}) {
      const mailbox = await openMailbox(address);
      console.log(Array.isArray(await mailbox.untaken()));
      await mailbox.close();
    }`;
  const trusting = { ...process.env, NODE_EXTRA_CA_CERTS: dovecot.certificate };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "-e", script],
    { env: trusting },
  );
  expect(stdout).toBe("true\ntrue\n");
});
