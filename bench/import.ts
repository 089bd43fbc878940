import { execute } from "~/services/command.server";
import { importCases } from "~/services/import-cases.server";
import { storeFile } from "~/services/store-file.server";
import { drainCourt } from "~/services/worker.server";

import { actorIn, courtOn } from "../tests/services/court";
import { asXlsx, bankSheet } from "../tests/services/import-sheet";
import { benchDatabase } from "./database";
import { timed } from "./report";

export async function benchImport(): Promise<boolean> {
  const database = await benchDatabase();
  const { court, close } = await courtOn(database.fresh);
  const clerk = actorIn("bj0107", "clerk");
  const sheet = bankSheet(1_000);
  const bytes = await asXlsx(sheet);
  for (let i = 0; i < 2; i++) {
    const b = i ? await asXlsx(bankSheet(10_000, { from: 20000 })) : bytes;
    await court.owner`analyze`;
    console.log("rss before", process.memoryUsage.rss() / 1e6);
    const stored = await storeFile(court.deps, clerk, { bytes: b, name: "a.xlsx" });
    if (!stored.ok) throw new Error("no");
    console.log(await execute(court.deps, clerk, importCases, { fileId: stored.fileId }));
    const t = await timed(() => drainCourt(court.deps, "bj0107", console.log));
    console.log(t, "rss", process.memoryUsage.rss() / 1e6);
    console.log(await court.owner`select status,total,good,bad,known from import_runs`);
    console.log(
      await court.owner`select errors, count(*) from import_rows group by 1 order by 2 desc limit 3`,
    );
  }
  await close();
  await database.close();
  return true;
}
