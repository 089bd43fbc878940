import setup from "../tests/database.setup";
import { copyOf, type FreshDatabase, type TemplateDatabase } from "../tests/fresh-database";

/** A fresh database on TEST_DATABASE_URL or the embedded server, as the tests have it; `close` ends both. */
export async function benchDatabase(): Promise<{ fresh: FreshDatabase; close: () => Promise<void> }> {
  const given: Partial<TemplateDatabase> = {};
  const close = await setup({
    provide: (key, value) => {
      given[key] = value;
    },
  });
  const { ownerUrl = "", template = "", appPassword = "" } = given;
  return { fresh: await copyOf({ ownerUrl, template, appPassword }), close };
}
