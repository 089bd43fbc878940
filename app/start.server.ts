import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { DateTime } from "luxon";
import postgres from "postgres";
import { openDatabase } from "#db/client";
import { startEmbedded } from "#db/embedded";
import { APP_ROLE, migrateDatabase } from "#db/migrate";
import { systemClock } from "~/adapters/clock";
import { createFileStore } from "~/adapters/files.server";
import { createSecrets } from "~/adapters/secrets.server";
import { createHttpSms } from "~/adapters/sms.server";
import { type Env, readEnv } from "~/platform/env.server";
import type { Deps } from "~/services/deps.server";
import { demoMailer, demoPhone, smtpMailer } from "~/services/post.server";

export type App = { env: Env; deps: Deps; ownerUrl: string | null; close(): Promise<void> };

const DATABASE = "tiaosu";

async function ensureDatabase(adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [there] = await admin`select 1 from pg_database where datname = ${DATABASE}`;
    if (!there) await admin`create database ${admin(DATABASE)}`;
  } finally {
    await admin.end({ timeout: 5 });
  }
}

/** The app role's password, made once and kept 0600 under DATA_DIR. */
function appPassword(dataDir: string): string {
  const file = path.join(dataDir, "app.password");
  fs.mkdirSync(dataDir, { recursive: true });
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return fs.readFileSync(file, "utf8").trim();
}

/** Moves the clock of a demo: the offset is stored once, so that every process of the installation agrees. */
async function clockOffsetMs(ownerUrl: string, clock: string | undefined): Promise<number> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (clock) {
      const seconds = Math.round(DateTime.fromISO(clock).diffNow("seconds").seconds);
      await owner`insert into clock_offset (one, offset_seconds) values (true, ${seconds}) on conflict do nothing`;
    }
    const [row] = await owner<{ offset_seconds: number }[]>`select offset_seconds from clock_offset`;
    return (row?.offset_seconds ?? 0) * 1000;
  } finally {
    await owner.end({ timeout: 5 });
  }
}

/**
 * The composition root: reads the environment, starts or reaches the database, brings its schema up to date, and
 * hands everything its values. `say` gets lines meant for the person at the terminal.
 */
export async function startApp(
  options: { source?: NodeJS.ProcessEnv; say?: (line: string) => void; max?: number } = {},
): Promise<App> {
  const env = readEnv(options.source ?? process.env);
  const say = options.say ?? (() => {});
  const embedded =
    env.DATABASE_URL || env.DATABASE_APP_URL ? null : await startEmbedded(env.dataDir, { say });
  let ownerUrl = env.DATABASE_URL ?? null;
  if (embedded) {
    await ensureDatabase(embedded.url("postgres"));
    ownerUrl = embedded.url(DATABASE);
  }
  const stopServer = async () => {
    if (embedded?.started) await embedded.stop("fast");
  };
  try {
    let appUrl = env.DATABASE_APP_URL;
    if (ownerUrl) {
      const password = appUrl ? null : appPassword(env.dataDir);
      await migrateDatabase(ownerUrl, password);
      if (password) {
        const url = new URL(ownerUrl);
        url.username = APP_ROLE;
        url.password = password;
        appUrl = url.href;
      }
    }
    const offset = ownerUrl ? await clockOffsetMs(ownerUrl, env.CLOCK) : 0;
    const db = await openDatabase(appUrl as string, options.max ? { max: options.max } : {});
    const clock = systemClock(offset);
    const base = {
      db,
      clock,
      secrets: createSecrets(env.SECRETS),
      files: createFileStore(path.join(env.dataDir, "files")),
      publicUrl: env.PUBLIC_URL,
      demo: env.DEMO !== "0",
    };
    const mailer = env.SMTP_URL
      ? smtpMailer({
          url: env.SMTP_URL,
          from: env.MAIL_FROM,
          perHostPerMinute: env.MAIL_PER_HOST_PER_MINUTE,
          clock,
        })
      : demoMailer({ db, clock, from: env.MAIL_FROM });
    const sms = env.SMS_URL ? createHttpSms(env.SMS_URL) : base.demo ? demoPhone({ db, clock }) : null;
    return {
      env,
      deps: { ...base, mailer, sms, smsSecret: env.SMS_SECRET, authserv: env.MAIL_AUTHSERV },
      ownerUrl,
      close: async () => {
        await db.close();
        await stopServer();
      },
    };
  } catch (error) {
    await stopServer();
    throw error;
  }
}
