import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { DateTime } from "luxon";
import { z } from "zod";
import { imapUrl } from "./imap-url";

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://");

const shape = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().email("must be an e-mail address").default("mediation@court.example"),
  /** Under which name the court's mail server writes Authentication-Results. */
  MAIL_AUTHSERV: z.string().min(1).optional(),
  /** The court's mailbox, from which answers are fetched. */
  IMAP_URL: imapUrl.optional(),
  MAIL_PER_HOST_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  SMS_URL: z.string().url("must be a web address").optional(),
  SMS_SECRET: z.string().min(16, "must have 16 characters or more").optional(),
  PUBLIC_URL: z.string().url("must be a web address").optional(),
  SECRET: z.string().optional(),
  CLOCK: z
    .string()
    .refine((text) => DateTime.fromISO(text).isValid, "must be an ISO instant such as 2026-11-23T09:00+08:00")
    .optional(),
  /** `court`: people, rooms and roster without the cases, for journeys. */
  DEMO: z.enum(["0", "1", "court"]).default("0"),
  WORKER: z.enum(["inline", "separate"]).default("inline"),
});

export type Env = Omit<z.output<typeof shape>, "SECRET"> & {
  SECRETS: string[];
  PUBLIC_URL: string;
  dataDir: string;
};

/** Stops the start with one sentence that names the variable. */
export class EnvWrong extends Error {}

/** Reads the environment once. Without SECRET one is made under DATA_DIR (mode 0600) and kept. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new EnvWrong(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const { SECRET, ...env } = parsed.data;
  const dataDir = path.resolve(env.DATA_DIR);
  return {
    ...env,
    dataDir,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`).replace(/\/+$/, ""),
    SECRETS: SECRET ? SECRET.split(",").map((one) => one.trim()) : [keptSecret(dataDir)],
  };
}

function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, "secret");
  if (!fs.existsSync(file)) {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return fs.readFileSync(file, "utf8").trim();
}
