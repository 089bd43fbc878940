import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import type { Command } from "./command.server";

type Team = typeof schema.teams.$inferSelect;

/** The team that a form names, or null where it names none; refuses one that this court does not have. */
export async function chosenTeam(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  teamId: string | null | undefined,
): Promise<Result<{ team: Team | null }>> {
  if (!teamId) return ok({ team: null });
  const t = schema.teams;
  const [team] = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.id, teamId)));
  return team ? ok({ team }) : refuse("notFoundInRoster", { fields: { teamId: ["notChosen"] } });
}
