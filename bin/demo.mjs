import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { build, demandNode, install, root } from "./install.mjs";

demandNode();
const fresh = process.argv.includes("--fresh");
const port = Number(process.env.PORT ?? 3000);
const dataDir = path.resolve(root, process.env.DATA_DIR ?? "data");
const lockFile = path.join(dataDir, "demo.json");

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

function runningDemo() {
  try {
    const other = JSON.parse(fs.readFileSync(lockFile, "utf8"));
    return alive(other.pid) ? other : null;
  } catch {
    return null;
  }
}

const portTaken = () =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(true));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(false)));
  });

const other = runningDemo();
if (other) {
  console.log(
    `The demo already runs from this folder: ${other.url} (process ${other.pid}). Open it, or stop that one first.`,
  );
  process.exit(0);
}
if (await portTaken()) {
  console.error(
    `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm run demo`,
  );
  process.exit(1);
}

install();
build();

const env = {
  ...process.env,
  NODE_ENV: "production",
  DEMO: "1",
  PORT: String(port),
  DATA_DIR: dataDir,
  FRESH: fresh ? "1" : "",
};
const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "bin", "serve.ts")], {
  cwd: root,
  stdio: "inherit",
  env,
});
fs.mkdirSync(dataDir, { recursive: true });
fs.writeFileSync(lockFile, JSON.stringify({ pid: child.pid, url: `http://127.0.0.1:${port}` }));
const forget = () => fs.rmSync(lockFile, { force: true });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => {
  forget();
  process.exit(code ?? 1);
});
