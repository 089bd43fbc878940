import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded";
import { APP_ROLE, migrateDatabase, migrationsFolder } from "#db/migrate";
import { setPassword } from "#db/set-password";

declare module "vitest" {
  export interface ProvidedContext {
    ownerUrl: string;
    template: string;
    appPassword: string;
  }
}

const APP_PASSWORD = "for-tests-only";

/** One migrated template per set of migrations; every test file gets its own copy in some 50 ms. */
export default async function setup(project: Pick<TestProject, "provide">): Promise<() => Promise<void>> {
  const named = process.env.TEST_DATABASE_URL;
  const embedded = named
    ? null
    : await startEmbedded(process.env.TEST_DATA_DIR ?? path.resolve(".cache/test-data"), {
        settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
      });
  const owner = named ?? (embedded?.url("postgres") as string);
  const digest = createHash("sha1");
  for (const file of fs.readdirSync(migrationsFolder()).sort()) {
    if (file.endsWith(".sql")) digest.update(fs.readFileSync(path.join(migrationsFolder(), file)));
  }
  const admin = postgres(owner, { max: 1, max_lifetime: null, onnotice: () => {} });
  // Only its owner may copy a template, so on a shared server each role has one of its own.
  const [who] = await admin<{ role: string }[]>`select current_user as role`;
  const template = `tiaosu_tpl_${digest
    .update(who?.role ?? "")
    .digest("hex")
    .slice(0, 12)}`;
  await admin`select pg_advisory_lock(7202612)`;
  const [ready] = await admin`select 1 from pg_database where datname = ${template}`;
  if (!ready) {
    const making = `tiaosu_making_${randomBytes(4).toString("hex")}`;
    await admin`create database ${admin(making)}`;
    const url = new URL(owner);
    url.pathname = `/${making}`;
    await migrateDatabase(url.href, APP_PASSWORD);
    await admin`alter database ${admin(making)} rename to ${admin(template)}`;
  } else {
    await setPassword(admin, APP_ROLE, APP_PASSWORD);
  }
  await admin`select pg_advisory_unlock(7202612)`;
  project.provide("ownerUrl", owner);
  project.provide("template", template);
  project.provide("appPassword", APP_PASSWORD);
  return async () => {
    await admin.end();
    if (!embedded) return;
    // Another run may share the server and holds its connection open all along: the last one out stops it.
    const last = postgres(owner, { max: 1, onnotice: () => {} });
    const others =
      await last`select 1 from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`;
    await last.end({ timeout: 2 });
    if (!others.length) await embedded.stop("fast");
  };
}
