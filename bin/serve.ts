import { randomBytes } from "node:crypto";
import fs from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { removeEmbedded } from "#db/embedded";
import { caldav } from "~/platform/caldav.server";
import { EnvWrong } from "~/platform/env.server";
import { guardCrossSite, securityHeaders } from "~/platform/headers.server";
import { log } from "~/platform/log.server";
import { demoSignIns } from "~/services/demo/demo-sign-ins.server";
import { seeding } from "~/services/demo/seed-court.server";
import { seedDemo } from "~/services/demo/seed-demo.server";
import { startWorker } from "~/services/worker.server";
import { type App, startApp } from "~/start.server";

const development = process.env.NODE_ENV === "development";
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");

const bundle = path.join(root, "build/server/index.js");

/** Ends of what was started, the latest last. */
const ends: (() => unknown)[] = [];
let stopping: Promise<void> = Promise.resolve();
let wasAsked = false;
let isUp = false;

/** Stops what was started so far, in reverse; called again, it waits for what is being stopped. */
function stopAll(): Promise<void> {
  stopping = stopping.then(async () => {
    for (const end of ends.splice(0).reverse()) {
      try {
        await end();
      } catch (error) {
        log.error({ err: error }, "stopping");
      }
    }
  });
  return stopping;
}

/** A signal, or the end of the parent's channel. Before the start is over, the step under way fails or is the last one. */
function stop(): void {
  if (wasAsked) return;
  wasAsked = true;
  void stopAll().then(() => {
    if (isUp) process.exit();
  });
}

/** One step of the start, and how to undo it. */
async function step<T>(work: Promise<T>, undo?: (made: T) => unknown): Promise<T> {
  const made = await work;
  if (undo) ends.push(() => undo(made));
  if (wasAsked) throw new Error("stopped during the start");
  return made;
}

async function serve(): Promise<void> {
  process.env.TZ = "UTC";
  if (!development && !fs.existsSync(bundle))
    throw new Error("There is nothing to serve yet: run npm run build first, or npm run demo, which builds.");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
  // Started with a channel, the server lives as long as its parent: one that was killed can stop nobody.
  if (process.send) {
    process.once("disconnect", stop);
    if (!process.connected) stop();
  }
  process.on("unhandledRejection", (error) => {
    log.fatal({ err: error }, "unhandled rejection");
    process.exitCode = 1;
    stop();
  });
  const demo = (process.env.DEMO ?? "0") !== "0";
  const app = demo ? await startDemo() : await start();
  if (demo) await step(loadDemo(app));
  if (app.env.WORKER === "inline") {
    const worker = startWorker(
      app.deps,
      ({ effect, id, error }) => log.warn({ effect, id, err: error }, "worker"),
      app.env.IMAP_URL,
    );
    ends.push(() => worker.stop());
  }
  const vite = development
    ? await step(
        import("vite").then((v) => v.createServer({ server: { middlewareMode: true } })),
        (made) => made.close(),
      )
    : null;
  const build = (): Promise<ServerBuild> =>
    (vite ? vite.ssrLoadModule("virtual:remix/server-build") : import(bundle)) as Promise<ServerBuild>;
  const http = express();
  http.disable("x-powered-by");
  http.set("trust proxy", "loopback");
  http.use(
    securityHeaders({
      nonce: () => randomBytes(16).toString("base64"),
      development,
      secure: app.env.PUBLIC_URL.startsWith("https:"),
    }),
  );
  // Some calendar clients fail on a compressed feed.
  http.use(
    compression({ filter: (req, res) => !req.path.startsWith("/feeds/") && compression.filter(req, res) }),
  );
  if (vite) http.use(vite.middlewares);
  else
    http.use(
      "/assets",
      express.static(path.join(root, "build/client/assets"), { immutable: true, maxAge: "1y" }),
    );
  http.use(express.static(path.join(root, vite ? "public" : "build/client"), { maxAge: "1h" }));
  http.get("/healthz", (_req, res) => res.type("text").send("alive\n"));
  http.get("/readyz", (_req, res) => {
    app.deps.db.ping().then(
      () => res.type("text").send("ready\n"),
      () => res.status(503).type("text").send("the database does not answer\n"),
    );
  });
  // Programs sign in with each request and only read, so that the guard against other sites has nothing to guard.
  http.use(caldav(app.deps));
  http.use(guardCrossSite(app.env.PUBLIC_URL));
  http.all(
    "*",
    createRequestHandler({
      build: vite ? build : await step(build()),
      mode: process.env.NODE_ENV,
      getLoadContext: (req, res) => ({
        deps: app.deps,
        demo: app.deps.demo,
        cspNonce: res.locals.cspNonce as string,
        address: req.ip ?? "",
      }),
    }),
  );
  await step(listen(http, app.env.PORT), hangUp);
  isUp = true;
  console.log(`Tiaosu: ${app.env.PUBLIC_URL}`);
}

/** Lets whoever is being answered have his answer, for eight seconds at most. */
const hangUp = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 8_000).unref();
  });

const start = (): Promise<App> =>
  step(startApp({ say: (line) => console.log(line) }), (made) => made.close());

/** The application on a database that holds the demo court whole, or nothing. */
async function startDemo(): Promise<App> {
  const named = Boolean(process.env.DATABASE_URL);
  const dataDir = process.env.DATA_DIR ?? "./data";
  if (process.env.FRESH === "1") {
    if (named)
      throw new Error("--fresh empties only the demo's own database. Name an empty one in DATABASE_URL.");
    await removeEmbedded(dataDir);
  }
  const app = await start();
  if ((await seeding(app.deps)) !== "part") return app;
  if (named)
    throw new Error("The demo court was loaded only in part. Name an empty database in DATABASE_URL.");
  // Until it is loaded whole nobody is let in, so nothing of anybody's is lost.
  console.log("The loading of the demo court was cut off last time; it starts over.");
  await stopAll();
  await removeEmbedded(dataDir);
  return start();
}

/** Loads the demo court once, with progress, and prints how to sign in. */
async function loadDemo(app: App): Promise<void> {
  if (!app.ownerUrl)
    throw new Error("The demo needs DATABASE_URL or the embedded database, to make its court.");
  if ((await seeding(app.deps)) === "none") {
    console.log("Loading the demo court (once)…");
    await seedDemo(
      app.deps,
      app.ownerUrl,
      app.env.DEMO === "court" ? 0 : Number.POSITIVE_INFINITY,
      (done, total) => {
        if (done % 25 === 0 || done === total) console.log(`  ${done} of ${total} cases`);
      },
    );
  }
  console.log("\nSign in as (password for all: see below)");
  for (const one of demoSignIns())
    console.log(`  ${one.login.padEnd(14)} ${one.role.padEnd(15)} ${one.name}`);
  console.log(`  password: ${demoSignIns()[0]?.password ?? ""}\n`);
}

const listen = (http: express.Express, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = http.listen(port, "127.0.0.1", () => resolve(server));
    server.once("error", reject);
  });

serve().catch(async (error: unknown) => {
  await stopAll();
  if (wasAsked) process.exit();
  const taken = (error as { code?: string }).code === "EADDRINUSE";
  console.error(
    taken
      ? `Port ${process.env.PORT ?? 3000} is taken by another program. Stop it, or choose another: PORT=3001 npm run demo`
      : error instanceof EnvWrong || error instanceof Error
        ? error.message
        : error,
  );
  process.exit(1);
});
