import { DateTime } from "luxon";
import { openDatabase, type Tx } from "#db/client";
import { fixedClock } from "~/adapters/clock";
import { createFileStore } from "~/adapters/files.server";
import { createSecrets } from "~/adapters/secrets.server";
import { execute } from "~/services/command.server";
import type { Deps } from "~/services/deps.server";
import { importCases } from "~/services/import-cases.server";
import { demoMailer } from "~/services/post.server";
import { importRunsQuery } from "~/services/queries-imports.server";
import { ask } from "~/services/query.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn } from "../tests/services/court";

/*
 * A process that carries imports out and nothing else, so that its memory is that of the work. It says how long each took,
 * how much of that it waited for the database's statements, and how long another user's page took meanwhile.
 */
const COURT = "bj0107";
const clerk = actorIn(COURT, "clerk");
const db = await openDatabase(process.env.APP_URL ?? "", { max: 4 });
const clock = fixedClock(DateTime.fromISO(process.env.NOW ?? ""));
let inDatabaseMs = 0;

/** The same transaction with its statements timed. */
const timedTx = (tx: Tx): Tx =>
  new Proxy(tx, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      if (typeof own !== "function") return own;
      if (name !== "execute") return own.bind(target);
      return async (...given: unknown[]) => {
        const began = performance.now();
        try {
          return await Reflect.apply(own, target, given);
        } finally {
          inDatabaseMs += performance.now() - began;
        }
      };
    },
  });

const deps: Deps = {
  db: { ...db, withCourt: (court, work) => db.withCourt(court, (tx) => work(timedTx(tx))) },
  clock,
  secrets: createSecrets([process.env.SECRET ?? ""]),
  files: createFileStore(process.env.FILES ?? ""),
  publicUrl: "http://127.0.0.1:3000",
  demo: true,
  mailer: demoMailer({ db, clock, from: "mediation@court.example" }),
  sms: null,
};

/** Another user's page, again and again until told to stop; milliseconds of each. */
async function pages(isOver: () => boolean): Promise<number[]> {
  const took: number[] = [];
  do {
    const began = performance.now();
    await ask({ ...deps, db }, clerk, importRunsQuery, {});
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 5));
  } while (!isOver());
  return took;
}

type Asked = { readonly fileId?: string; readonly withPages?: boolean; readonly idleMs?: number };

async function carryOut({ fileId, withPages }: Asked) {
  inDatabaseMs = 0;
  let isOver = false;
  const looking = withPages ? pages(() => isOver) : Promise.resolve([]);
  const began = performance.now();
  const begun = await execute(deps, clerk, importCases, { fileId });
  if (!begun.ok) throw new Error(begun.refusal);
  await drainCourt(deps, COURT, ({ error }) => console.error(error), "imports");
  const ms = performance.now() - began;
  isOver = true;
  return { ms, inDatabaseMs, pages: await looking };
}

process.on("message", (asked: Asked | "end") => {
  if (asked === "end") {
    void db.close().then(() => process.exit());
    return;
  }
  const until = performance.now() + (asked.idleMs ?? 0);
  const work = asked.fileId
    ? carryOut(asked)
    : pages(() => performance.now() > until).then((took) => ({ ms: 0, inDatabaseMs: 0, pages: took }));
  void work.then((answer) => process.send?.(answer));
});
process.send?.("ready");
