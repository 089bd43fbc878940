import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { removeEmbedded } from "#db/embedded";
import { freshDatabase } from "../fresh-database";

/*
 * bin/serve.ts in a folder of its own, beside the real application: without a build, with one that cannot be loaded, and
 * with one that answers nothing. What a start that fails or a killed parent leaves running would run on for good.
 */
const ROOT = path.resolve(import.meta.dirname, "../..");
const folders: string[] = [];

function house(build?: string): { dir: string; dataDir: string } {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-serve-"));
  // Run by root, the embedded database belongs to another account, which has to reach its folder.
  fs.chmodSync(dir, 0o711);
  folders.push(dir);
  for (const name of ["app", "db", "node_modules", "package.json", "tsconfig.json"])
    fs.symlinkSync(path.join(ROOT, name), path.join(dir, name));
  fs.mkdirSync(path.join(dir, "bin"));
  fs.copyFileSync(path.join(ROOT, "bin/serve.ts"), path.join(dir, "bin/serve.ts"));
  if (build !== undefined) {
    fs.mkdirSync(path.join(dir, "build/server"), { recursive: true });
    fs.writeFileSync(path.join(dir, "build/server/index.js"), build);
  }
  return { dir, dataDir: path.join(dir, "data") };
}

afterEach(async () => {
  for (const dir of folders.splice(0)) {
    await removeEmbedded(path.join(dir, "data"));
    fs.rmSync(dir, { recursive: true, force: true });
  }
});

const SERVE = ["--import", "tsx", "bin/serve.ts"];
const envOf = (dataDir: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _owner, DATABASE_APP_URL: _app, ...rest } = process.env;
  return { ...rest, ...more, NODE_ENV: "production", NO_COLOR: "1", DEMO: "0", DATA_DIR: dataDir };
};

async function start(dir: string, env: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> {
  const server = spawn(process.execPath, SERVE, { cwd: dir, env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(server, "close");
  return { code, said };
}

/** Where the cluster came to lie; its pid file stands there as long as it runs. */
function clusterOf(dataDir: string): string {
  const pointer = path.join(dataDir, "db.place");
  return fs.existsSync(pointer) ? fs.readFileSync(pointer, "utf8").trim() : path.join(dataDir, "db");
}

it("starts nothing without a build, and says what to do in one sentence", async () => {
  const { dir, dataDir } = house();
  const { code, said } = await start(dir, envOf(dataDir));
  expect(code).toBe(1);
  expect(said.trim().split("\n")).toEqual([expect.stringContaining("run npm run build first")]);
  expect(fs.existsSync(clusterOf(dataDir))).toBe(false);
});

it("stops the database that it started when the rest of the start fails", async () => {
  const { dir, dataDir } = house(`throw new Error("this build is broken");`);
  const { code, said } = await start(dir, envOf(dataDir, { PORT: "1" }));
  expect(code).toBe(1);
  expect(said).toContain("this build is broken");
  const cluster = clusterOf(dataDir);
  expect(fs.existsSync(path.join(cluster, "PG_VERSION"))).toBe(true);
  expect(fs.existsSync(path.join(cluster, "postmaster.pid"))).toBe(false);
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = net.createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const PARENT = `
const { spawn } = require("node:child_process");
spawn(process.execPath, ${JSON.stringify(SERVE)}, { stdio: ["ignore", "inherit", "inherit", "ipc"], detached: true });
setInterval(() => {}, 1000);
`;

it("ends with the parent that started it with a channel, even one that is killed", async () => {
  const { dir, dataDir } = house("export const routes = {};");
  const database = await freshDatabase();
  const port = await freePort();
  const env = envOf(dataDir, {
    PORT: String(port),
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
  });
  const parent = spawn(process.execPath, ["-e", PARENT], {
    cwd: dir,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  // The server holds the same pipe, so it closes only when both are gone.
  const bothGone = once(parent, "close");
  await new Promise<void>((resolve) => {
    parent.stdout.on("data", (chunk) => String(chunk).includes("Tiaosu:") && resolve());
  });
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  parent.kill("SIGKILL");
  await bothGone;
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  await database.drop();
});
