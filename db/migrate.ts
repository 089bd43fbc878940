import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { setPassword } from "./set-password";

export const APP_ROLE = "tiaosu_app";
const LOCK = 7_202_611;

/** Makes the two roles if they are missing. Needs CREATEROLE; safe to run by several at once. */
async function makeRoles(client: postgres.Sql, appPassword: string | null): Promise<void> {
  await client`DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tiaosu_busy') THEN CREATE ROLE tiaosu_busy NOLOGIN; END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tiaosu_app') THEN CREATE ROLE tiaosu_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE; END IF;
    IF NOT pg_has_role(current_user, 'tiaosu_busy', 'MEMBER') THEN EXECUTE format('GRANT tiaosu_busy TO %I', current_user); END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`;
  if (appPassword) await setPassword(client, APP_ROLE, appPassword);
}

/**
 * Brings a database to the newest schema, under one advisory lock: a second instance started meanwhile waits.
 * @param ownerUrl the owner's address, used for nothing else
 * @param appPassword password to set for the app's role; null leaves it alone
 */
export async function migrateDatabase(
  ownerUrl: string,
  appPassword: string | null,
  folder?: string,
): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { lock_timeout: 10_000 } });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await makeRoles(client, appPassword);
    await migrate(drizzle({ client }), { migrationsFolder: folder ?? migrationsFolder() });
  } finally {
    await client.end({ timeout: 5 });
  }
}

export const migrationsFolder = (): string => fileURLToPath(new URL("./migrations", import.meta.url));
