import type postgres from "postgres";

/** Sets a role's password. ALTER ROLE takes no parameters, so the server that will run the statement also quotes it. */
export async function setPassword(client: postgres.Sql, role: string, password: string): Promise<void> {
  const [quoted] = await client<{ statement: string }[]>`
    select format('alter role %I password %L', ${role}::text, ${password}::text) as statement`;
  if (!quoted) throw new Error(`no statement to set the password of ${role}`);
  await client.unsafe(quoted.statement);
}
