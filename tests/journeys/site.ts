import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import postgres from "postgres";
import { openDatabase } from "#db/client";
import { DEMO_PASSWORD } from "#db/seed/staff";
import { systemClock } from "~/adapters/clock";
import { createFileStore } from "~/adapters/files.server";
import { createSecrets } from "~/adapters/secrets.server";
import type { Deps } from "~/services/deps.server";
import { demoMailer, demoPhone } from "~/services/post.server";
import type { FreshDatabase } from "../fresh-database";

const SECRET = "a secret for journeys that is long enough";
/** A Monday before the court opens: the first time that is offered lies on the same day, on which a session can be opened. */
const CLOCK = "2026-11-23T08:00+08:00";

export const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * CHROMIUM, the machine's, or the one that comes from npm: no journey is left out for lack of a browser. The last brings
 * flags of its own, which are left: in the single process that they ask for, one person's page sends another's cookie,
 * and without the web's security nothing here would show that pages keep it.
 */
async function launch(): Promise<Browser> {
  const own = [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((file) => file && fs.existsSync(file));
  // Date fields are laid out in the browser's own language, whatever the page says; who types into them must know it.
  const env = { ...process.env, LANGUAGE: "en_US" } as Record<string, string>;
  const executablePath = own ?? (await (await import("@sparticuz/chromium")).default.executablePath());
  return chromium.launch({ executablePath, args: FLAGS, env });
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = net.createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** By how much the server's clock was moved: what the test does itself happens in the same time. */
async function offsetMs(ownerUrl: string): Promise<number> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const [row] = await owner<{ offset_seconds: number }[]>`select offset_seconds from clock_offset`;
  await owner.end({ timeout: 5 });
  return (row?.offset_seconds ?? 0) * 1000;
}

export type Site = {
  url: string;
  browser: Browser;
  ownerUrl: string;
  dataDir: string;
  /** The same database and keys from within the test, for what a person would find in his mailbox. */
  deps: Deps;
  open(options?: OpenOptions): Promise<{ context: BrowserContext; page: Page }>;
};
type OpenOptions = { size?: keyof typeof SIZES; locale?: "zh-CN" | "en"; javaScript?: boolean };

const broken = new WeakMap<Page, string[]>();

/** What went wrong in the scripts of a page so far: a page that is drawn anew over such a fault loses its place. */
export const scriptFaults = (page: Page): readonly string[] => broken.get(page) ?? [];

async function opened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const faults: string[] = [];
  broken.set(page, faults);
  page.on("pageerror", (fault) => faults.push(`${page.url()}: ${fault.message}`));
  return page;
}

/** The built application on this database, with the demo court's people but no cases, and a browser; `close` ends both and drops it. */
export async function openSite(
  database: FreshDatabase,
  options: { demo?: "court" | "1" } = {},
): Promise<{ site: Site; close: () => Promise<void> }> {
  const ends: (() => Promise<void> | void)[] = [];
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-journey-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    DEMO: options.demo ?? "court",
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    SECRET,
    CLOCK,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
  };
  const server = spawn(process.execPath, ["--import", "tsx", path.resolve("bin/serve.ts")], {
    env,
    // The channel ends the server when this test is killed: nothing below would run then.
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    detached: true,
  });
  ends.push(async () => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    process.kill(-(server.pid as number), "SIGTERM");
    await gone;
    await database.drop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on("data", (chunk) => String(chunk).includes(`Tiaosu: ${url}`) && resolve());
    server.once("exit", (code) => reject(new Error(`the server stopped with ${code}`)));
  });
  const browser = await launch();
  ends.push(() => browser.close());
  const db = await openDatabase(database.appUrl, { max: 3 });
  ends.push(() => db.close());
  const clock = systemClock(await offsetMs(database.ownerUrl));
  const deps: Deps = {
    db,
    clock,
    secrets: createSecrets([SECRET]),
    files: createFileStore(path.join(dataDir, "files")),
    publicUrl: url,
    demo: true,
    mailer: demoMailer({ db, clock, from: "mediation@court.example" }),
    sms: demoPhone({ db, clock }),
  };
  const site: Site = {
    url,
    browser,
    ownerUrl: database.ownerUrl,
    dataDir,
    deps,
    open: async ({ size = "wide", locale = "zh-CN", javaScript = true } = {}) => {
      const context = await browser.newContext({
        viewport: SIZES[size],
        locale,
        timezoneId: "Asia/Shanghai",
        baseURL: url,
        javaScriptEnabled: javaScript,
      });
      // Generous: what is tested is what people see, not how fast a shared machine is.
      context.setDefaultTimeout(90_000);
      return { context, page: await opened(context) };
    },
  };
  return {
    site,
    close: async () => {
      for (const end of ends.reverse()) await end();
    },
  };
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[name="login"]').first().fill(login);
  await page.locator('input[name="password"]').first().fill(DEMO_PASSWORD);
  await page.locator('form:has(input[type="password"]) button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
