import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { APP_ROLE } from "#db/migrate";

export type FreshDatabase = { ownerUrl: string; appUrl: string; name: string; drop(): Promise<void> };

export type TemplateDatabase = { ownerUrl: string; template: string; appPassword: string };

/** A copy of the migrated template, for one test file. */
export const freshDatabase = (): Promise<FreshDatabase> =>
  copyOf({
    ownerUrl: inject("ownerUrl"),
    template: inject("template"),
    appPassword: inject("appPassword"),
  });

/** A copy of a migrated template, to be dropped by whoever asked for it. */
export async function copyOf({ ownerUrl, template, appPassword }: TemplateDatabase): Promise<FreshDatabase> {
  const admin = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const name = `tiaosu_t_${randomBytes(5).toString("hex")}`;
  await admin`select pg_advisory_lock(7202612)`;
  await admin`create database ${admin(name)} template ${admin(template)}`;
  await admin`select pg_advisory_unlock(7202612)`;
  await admin.end();
  const owner = new URL(ownerUrl);
  owner.pathname = `/${name}`;
  const app = new URL(owner.href);
  app.username = APP_ROLE;
  app.password = appPassword;
  return {
    ownerUrl: owner.href,
    appUrl: app.href,
    name,
    drop: async () => {
      const last = postgres(ownerUrl, { max: 1, onnotice: () => {} });
      await last`drop database if exists ${last(name)} with (force)`;
      await last.end();
    },
  };
}
