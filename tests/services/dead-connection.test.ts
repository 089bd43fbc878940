import net from "node:net";
import postgres from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../fresh-database";

/*
 * Between a socket's `error` and its `close` the driver still holds the connection for alive. What is asked of it in
 * that gap must be refused, and must not wait for an answer on the connection that follows (docs/decisions/003).
 */
let fresh: FreshDatabase;
let client: postgres.Sql;
let socket: net.Socket;

beforeEach(async () => {
  fresh = await freshDatabase();
  const url = new URL(fresh.appUrl);
  const dial = () =>
    new Promise<net.Socket>((resolve, reject) => {
      socket = net.connect(Number(url.port || 5432), url.hostname, () => resolve(socket));
      socket.once("error", reject);
    });
  // `socket` is an option of the driver that its types do not name.
  client = postgres(fresh.appUrl, { max: 1, fetch_types: false, socket: dial } as postgres.Options<never>);
});
afterEach(async () => {
  await client.end({ timeout: 1 });
  await fresh.drop();
});

const reset = () => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
const one = (sql: postgres.Sql | postgres.TransactionSql) => sql<{ one: number }[]>`select 1 as one`;

it("refuses a transaction that begins between the error and the close of an idle connection", async () => {
  await one(client);
  const begun = new Promise<unknown>((resolve) => {
    socket.once("error", () => resolve(client.begin((tx) => one(tx)).catch((error: unknown) => error)));
  });
  socket.destroy(reset());
  expect(await begun).toMatchObject({ code: "CONNECTION_CLOSED" });
  expect(await client.begin((tx) => one(tx))).toEqual([{ one: 1 }]);
});

it("leaves nothing of a transaction cut in that gap to the connection that follows", async () => {
  let late: Promise<unknown[]> = Promise.resolve([]);
  const cut = client.begin(async (tx) => {
    await one(tx);
    const asked = new Promise<void>((resolve) => {
      socket.once("error", () => {
        late = Promise.all([one(tx), one(tx)].map((query) => query.catch((error: unknown) => error)));
        resolve();
      });
    });
    socket.destroy(reset());
    await asked;
    await late;
  });
  await expect(cut).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  const closed = expect.objectContaining({ code: "CONNECTION_CLOSED" });
  expect(await late).toEqual([closed, closed]);
  expect(await client.begin((tx) => one(tx))).toEqual([{ one: 1 }]);
  expect(await one(client)).toEqual([{ one: 1 }]);
});
