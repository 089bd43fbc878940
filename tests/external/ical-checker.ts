import { execFileSync } from "node:child_process";
import path from "node:path";

/** Builds the checker around libical's own restriction tables into a folder; its path. */
export function buildChecker(dir: string): string {
  const checker = path.join(dir, "ical-check");
  const flags = execFileSync("pkg-config", ["--cflags", "--libs", "libical"], { encoding: "utf8" })
    .trim()
    .split(/\s+/);
  execFileSync("cc", ["-o", checker, path.resolve("tests/external/ical-check.c"), ...flags]);
  return checker;
}
