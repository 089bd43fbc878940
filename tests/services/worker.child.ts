import os from "node:os";
import { DateTime } from "luxon";
import { openDatabase } from "#db/client";
import { fixedClock } from "~/adapters/clock";
import { createFileStore } from "~/adapters/files.server";
import { createSecrets } from "~/adapters/secrets.server";
import { demoMailer, smtpMailer } from "~/services/post.server";
import { drainCourt } from "~/services/worker.server";

/** A worker of its own process, to be killed: drains the court's outbox for ever, with the post of its environment. */
const db = await openDatabase(process.env.APP_URL as string, { max: 3 });
const clock = fixedClock(DateTime.fromISO(process.env.NOW as string));
const smtp = process.env.SMTP_URL;
const from = "mediation@court.example";
const deps = {
  db,
  clock,
  secrets: createSecrets([process.env.SECRET as string]),
  files: createFileStore(process.env.FILES ?? os.tmpdir()),
  publicUrl: "http://127.0.0.1:3000",
  demo: true,
  mailer: smtp
    ? smtpMailer({ url: smtp, from, perHostPerMinute: 10_000, clock })
    : demoMailer({ db, clock, from }),
  sms: null,
};
process.stdout.write("ready\n");
for (;;) {
  const done = await drainCourt(deps, "bj0107");
  if (done === 0) process.stdout.write("idle\n");
  await new Promise((resolve) => setTimeout(resolve, 50));
}
