import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import type { MailboxAddress } from "~/adapters/inbound/mailbox.server";

/* Debian's Dovecot with one mailbox, on loopback, in a folder of its own. */
const DOVECOT = "/usr/sbin/dovecot";
const NOBODY = 65_534;

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export type Dovecot = {
  address(more?: Partial<MailboxAddress>): MailboxAddress;
  /** The certificate that it shows, signed by itself for localhost. */
  readonly certificate: string;
  readonly tlsPort: number;
  put(raw: Buffer | string): void;
  close(): Promise<void>;
};

export async function startDovecot(): Promise<Dovecot> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-dovecot-"));
  fs.chmodSync(dir, 0o755);
  const [port, tlsPort] = [await freePort(), await freePort()];
  const isRoot = process.getuid?.() === 0;
  const uid = isRoot ? NOBODY : (process.getuid?.() ?? NOBODY);
  const gid = isRoot ? NOBODY : (process.getgid?.() ?? NOBODY);
  const own = os.userInfo().username;
  const incoming = path.join(dir, "mail/new");
  for (const name of ["mail", "mail/new", "mail/cur", "mail/tmp"]) {
    fs.mkdirSync(path.join(dir, name));
    fs.chownSync(path.join(dir, name), uid, gid);
  }
  const certificate = path.join(dir, "cert.pem");
  execFileSync(
    "openssl",
    `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${dir}/key.pem -out ${certificate}`.split(
      " ",
    ),
    { stdio: "ignore" },
  );
  const config = path.join(dir, "dovecot.conf");
  fs.writeFileSync(
    config,
    `protocols = imap
listen = 127.0.0.1
base_dir = ${dir}/run
log_path = ${dir}/log
disable_plaintext_auth = no
ssl = yes
ssl_cert = <${certificate}
ssl_key = <${dir}/key.pem
mail_location = maildir:${dir}/mail
first_valid_uid = 1
first_valid_gid = 1
${isRoot ? "" : `default_internal_user = ${own}\ndefault_login_user = ${own}\n`}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${dir}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
`,
  );
  const server: ChildProcess = spawn(DOVECOT, ["-F", "-c", config], { stdio: "ignore" });
  const ended = once(server, "exit");
  await greeted(port, () => fs.readFileSync(path.join(dir, "log"), "utf8"));
  let n = 0;
  return {
    certificate,
    tlsPort,
    address: (more) => ({
      host: "127.0.0.1",
      port,
      security: "plain",
      user: "mail@court.example",
      password: "secret",
      folder: "INBOX",
      done: null,
      ...more,
    }),
    put: (raw) => {
      const name = `${++n}.test.localhost`;
      fs.writeFileSync(path.join(dir, "mail/tmp", name), raw);
      fs.chownSync(path.join(dir, "mail/tmp", name), uid, gid);
      fs.renameSync(path.join(dir, "mail/tmp", name), path.join(incoming, name));
    },
    close: async () => {
      server.kill("SIGTERM");
      await ended;
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Until it says hello. */
async function greeted(port: number, log: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const said = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, "127.0.0.1");
      const end = (isUp: boolean) => {
        socket.destroy();
        setTimeout(() => resolve(isUp), isUp ? 0 : 100);
      };
      socket.once("data", () => end(true)).once("error", () => end(false));
    });
    if (said) return;
  }
  throw new Error(`Dovecot did not start: ${log()}`);
}
