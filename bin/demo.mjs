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

/** The demo that holds this folder. A crash leaves its file behind, and its number may be another program's by now. */
function holder() {
  try {
    const other = JSON.parse(fs.readFileSync(lockFile, "utf8"));
    process.kill(other.pid, 0);
    if (!fs.existsSync("/proc/self/cmdline")) return other;
    return fs.readFileSync(`/proc/${other.pid}/cmdline`, "utf8").includes("demo.mjs") ? other : null;
  } catch (error) {
    // Another account's process is alive all the same.
    return error.code === "EPERM" ? { url: `http://127.0.0.1:${port}`, pid: "?" } : null;
  }
}

/** Takes the folder before anything is installed, so that two demos started together do not build over each other. */
function take() {
  fs.mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const mine = JSON.stringify({ pid: process.pid, url: `http://127.0.0.1:${port}` });
  for (;;) {
    try {
      fs.writeFileSync(lockFile, mine, { flag: "wx" });
      process.on("exit", () => fs.rmSync(lockFile, { force: true }));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const other = holder();
    if (other) {
      console.log(
        `The demo already runs from this folder: ${other.url} (process ${other.pid}). Open it, or stop that one first.`,
      );
      process.exit(0);
    }
    fs.rmSync(lockFile, { force: true });
  }
}

const portTaken = () =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(true));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(false)));
  });

take();
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
// The channel ends the server when this process is killed: nobody else would.
const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "bin", "serve.ts")], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env,
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
