import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const at = (...parts) => path.join(root, ...parts);
const changed = (file) => (fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0);

/** Stops with one sentence where Node is too old for us. */
export function demandNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Tiaosu needs Node.js 20.19 or later (24 is best); this is ${process.versions.node}.`);
  process.exit(1);
}

export function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  return done.status ?? 1;
}

/** Installs exactly what package-lock.json and patches/ say, when that was not done yet. */
export function install() {
  const wanted = Math.max(changed(at("package-lock.json")), newest(at("patches")));
  const installed = at("node_modules", ".package-lock.json");
  if (fs.existsSync(installed) && changed(installed) >= wanted - 1000) return;
  console.log("Installing (once)…");
  const status = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  });
  if (status !== 0) {
    console.error("The installation failed; the lines above say why. Nothing else was changed.");
    process.exit(status);
  }
}

const newest = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const full = path.join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(full) : changed(full));
  }, 0);

/** Builds the pages when a source is newer than the last build. */
export function build() {
  const sources = Math.max(
    newest(at("app")),
    newest(at("public")),
    changed(at("package-lock.json")),
    changed(at("vite.config.ts")),
    changed(at("remix.config.js")),
  );
  if (changed(at("build", "server", "index.js")) >= sources) return;
  console.log("Building (after each change of the sources)…");
  const status = run(
    process.execPath,
    [at("node_modules", "@remix-run", "dev", "dist", "cli.js"), "vite:build", "--logLevel", "error"],
    { NODE_ENV: "production" },
  );
  if (status !== 0) process.exit(status);
}
