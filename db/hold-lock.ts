import postgres from "postgres";

/** A lock in hand. It ends with the connection that took it, and whoever holds it asks before he relies on it. */
export type HeldLock = { isHeld(): Promise<boolean>; release(): Promise<void> };

const FAMILY = "tiaosu";

/**
 * Takes a lock that one process of the whole installation has at a time, without waiting and without a transaction; null
 * where another has it. On a connection of its own, which the pool would close one day and the lock with it.
 */
export async function holdLock(url: string, name: string): Promise<HeldLock | null> {
  const client = postgres(url, {
    max: 1,
    onnotice: () => {},
    fetch_types: false,
    max_lifetime: 0,
    connect_timeout: 10,
    connection: { application_name: "tiaosu lock", statement_timeout: 5_000 },
  });
  const release = () => client.end({ timeout: 5 });
  try {
    const [taken] = await client<{ got: boolean; pid: number }[]>`
      select pg_try_advisory_lock(hashtext(${FAMILY}), hashtext(${name})) as got, pg_backend_pid() as pid`;
    if (!taken?.got) {
      await release();
      return null;
    }
    return {
      // The driver reaches for a new connection when the old one breaks, and that one holds nothing.
      isHeld: async () => {
        const [now] = await client<{ pid: number }[]>`select pg_backend_pid() as pid`.catch(() => []);
        return now?.pid === taken.pid;
      },
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}
