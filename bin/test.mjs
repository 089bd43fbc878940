import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { build, demandNode, install, root } from "./install.mjs";

/*
 * npm test            types, lint, architecture, domain, adapters, services, routes, journeys
 * npm run test:full   the published counts of races, chaos, matrices and model steps
 * npm run test:external   checks with outside programs
 * -- --only services,domain   some groups alone (CI's second database and second Node)
 */
const flag = (name) => process.argv.includes(`--${name}`);
const onlyAt = process.argv.indexOf("--only");
const only = onlyAt > 0 ? process.argv[onlyAt + 1].split(",") : null;

demandNode();
install();

const bin = (name, file) => path.join(root, "node_modules", name, file);
const cache = path.join(root, ".cache");
fs.mkdirSync(cache, { recursive: true });
const results = fs.mkdtempSync(path.join(cache, "test-"));
const FULL = {
  RACE_ROUNDS: "200",
  CHAOS_ROUNDS: "1500",
  PROPERTY_RUNS: "2000",
  OUTGOING_RUNS: "80",
  MODEL_STEPS: "10000",
  STOP_BOOKINGS: "1000",
  STORM_SESSIONS: "200",
  IMPORT_ROWS: "10000",
  IMPORT_KILLS: "20",
};
const totals = { passed: 0, failed: 0, skipped: 0 };
const seconds = [];

function count(name, started, passed, failed, skipped) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  seconds.push(`${name} ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function check(name, file, args) {
  if (only && !only.includes(name)) return;
  const started = Date.now();
  const done = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: "inherit" });
  count(name, started, done.status === 0 ? 1 : 0, done.status === 0 ? 0 : 1, 0);
}

function vitest(name, files = [], env = {}) {
  if (only && !only.includes(name)) return;
  const started = Date.now();
  const report = path.join(results, `${name}.json`);
  const done = spawnSync(
    process.execPath,
    [
      bin("vitest", "vitest.mjs"),
      "run",
      "--project",
      name,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...files,
    ],
    {
      cwd: root,
      stdio: "inherit",
      env: {
        ...process.env,
        NODE_ENV: "test",
        TZ: "UTC",
        ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
        ...env,
      },
    },
  );
  const told = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, "utf8")) : null;
  const failed = told
    ? told.numFailedTests +
      told.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0).length
    : 1;
  count(
    name,
    started,
    told?.numPassedTests ?? 0,
    failed || (done.status === 0 ? 0 : 1),
    told?.numPendingTests ?? 0,
  );
}

if (flag("external")) {
  vitest("external");
} else if (flag("full")) {
  vitest(
    "services",
    [
      "booking-race",
      "chaos",
      "matrix",
      "booking-life",
      "database-stop",
      "smtp-storm",
      "import-scale",
      "import-crash",
    ].map((name) => `tests/services/${name}.test.ts`),
    FULL,
  );
} else {
  check("types", bin("typescript", "bin/tsc"), ["--noEmit"]);
  check("lint", bin("@biomejs/biome", "bin/biome"), ["check", "--max-diagnostics=30", "."]);
  for (const name of ["architecture", "domain", "adapters", "services", "routes"]) vitest(name);
  if (!only || only.includes("journeys")) {
    build();
    vitest("journeys");
  }
}

fs.rmSync(results, { recursive: true, force: true });
console.log(`\n${seconds.join(", ")}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
