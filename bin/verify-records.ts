import { verifyRecords } from "~/services/verify-records.server";
import { startApp } from "~/start.server";

const app = await startApp({ max: 2 });
try {
  const found = await verifyRecords(app.deps);
  if (found.broken) {
    const { courtId, chain, seq, why } = found.broken;
    console.log(`broken: court ${courtId}, chain ${chain}, row ${seq} (${why}); ${found.rows} rows read`);
    process.exitCode = 1;
  } else {
    console.log(`clean: ${found.rows} rows in ${found.chains} chains`);
  }
} finally {
  await app.close();
}
