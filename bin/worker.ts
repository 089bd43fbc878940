import { log } from "~/platform/log.server";
import { startWorker } from "~/services/worker.server";
import { startApp } from "~/start.server";

const app = await startApp({ say: (line) => console.log(line), max: 4 });
const worker = startWorker(
  app.deps,
  ({ effect, id, error }) => log.warn({ effect, id, err: error }, "worker"),
  app.env.IMAP_URL,
);
console.log("The worker runs.");
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void worker
      .stop()
      .then(() => app.close())
      .then(() => process.exit(0));
  });
}
