import { schema } from "#db/client";
import type { Deps } from "./deps.server";

/** The ids of all courts; what a job does it then does court by court. */
export const allCourts = (deps: Deps): Promise<string[]> =>
  deps.db.withDirectory(async (tx) =>
    (await tx.select({ id: schema.courts.id }).from(schema.courts)).map((row) => row.id),
  );
