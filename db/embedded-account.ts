import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";

export type Account = { name: string; uid: number; gid: number };

const known = (name: string): Account | null => {
  const line = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
};

/**
 * PostgreSQL refuses to run as root; an ordinary user needs no other account (null).
 * Root takes `postgres` or `tiaosu`, makes the latter, or, where accounts cannot be made, borrows `nobody`.
 */
export function accountFor(say: (line: string) => void): Account | null {
  if (process.getuid?.() !== 0) return null;
  const there = known("postgres") ?? known("tiaosu");
  if (there) return there;
  try {
    execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "tiaosu"], {
      stdio: "ignore",
    });
    const made = known("tiaosu");
    if (made) return made;
  } catch {
    // fall through to an account that every Unix has
  }
  const borrowed = known("nobody");
  if (!borrowed)
    throw new Error(
      "PostgreSQL cannot run as root and no other account is here: run as an ordinary user, or set DATABASE_URL.",
    );
  say("No account could be made for the database; it runs as nobody.");
  return borrowed;
}

/** Can the account get there? Asked of the kernel, not worked out from modes. */
export const reachable = (account: Account, path: string): boolean =>
  spawnSync("test", ["-x", path], { uid: account.uid, gid: account.gid, cwd: "/" }).status === 0;
