import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { plusDays } from "~/domain/cases/calendar";
import { readNeeds } from "~/domain/scheduling/needs";
import { chosenIn } from "~/domain/scheduling/preferred";
import { NotFound } from "./command.server";
import { iso } from "./iso.server";
import { type Question, query } from "./query.server";
import { toldInCase } from "./told-absences.server";

type Asked = Question<{ caseId: string; partyId: string }>;

/** The party itself and its agents, each with the resource whose time it is; an organisation has none of its own. */
async function peopleOf({ tx, courtId, input, actor }: Asked) {
  if (actor.kind === "party" && actor.partyId !== input.partyId) throw new NotFound("party");
  const p = schema.parties;
  const a = schema.agents;
  const [party] = await tx
    .select()
    .from(p)
    .where(and(eq(p.courtId, courtId), eq(p.caseId, input.caseId), eq(p.id, input.partyId)));
  if (!party) throw new NotFound("party");
  const agents = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, courtId), eq(a.caseId, input.caseId), eq(a.partyId, input.partyId)))
    .orderBy(asc(a.name));
  return {
    party,
    people: [
      ...(party.resourceId ? [{ agentId: null, name: party.name, resourceId: party.resourceId }] : []),
      ...agents.map((agent) => ({ agentId: agent.id, name: agent.name, resourceId: agent.resourceId })),
    ],
  };
}

/**
 * The times that a party and its agents told in this case and that are not over, and what they need to take part. The
 * reason is read by the party itself alone. Instants ISO in UTC; weekly times in minutes since 00:00 court time, the last
 * day included.
 */
export const absencesQuery = query({
  name: "absences",
  ability: "edit-contacts",
  input: z.object({ caseId: z.string().uuid("idMalformed"), partyId: z.string().uuid("idMalformed") }),
  run: async (question) => {
    const { tx, courtId, input, actor, now, today } = question;
    const { party, people } = await peopleOf(question);
    const ids = people.map((one) => one.resourceId);
    const told = await toldInCase(question, input.caseId);
    const isOwn = actor.kind === "party";
    const who = (resourceId: string) => {
      const one = people.find((each) => each.resourceId === resourceId);
      return { agentId: one?.agentId ?? null, name: one?.name ?? "" };
    };
    const a = schema.absences;
    const w = schema.weeklyAbsences;
    const once = ids.length
      ? await tx
          .select()
          .from(a)
          .where(
            and(
              eq(a.courtId, courtId),
              inArray(a.resourceId, ids),
              sql`upper(${a.during}) > ${now.toUTC().toISO()}::timestamptz`,
            ),
          )
          .orderBy(asc(sql`lower(${a.during})`), asc(a.id))
      : [];
    const weekly = ids.length
      ? await tx
          .select()
          .from(w)
          .where(
            and(
              eq(w.courtId, courtId),
              inArray(w.resourceId, ids),
              sql`(${w.validTo} is null or ${w.validTo} > ${today})`,
            ),
          )
          .orderBy(asc(w.weekday), asc(w.fromMinute), asc(w.id))
      : [];
    return {
      people: people.map(({ agentId, name }) => ({ agentId, name })),
      once: once
        .filter((one) => told.has(one.id))
        .map((one) => ({
          absenceId: one.id,
          ...who(one.resourceId),
          startAt: iso(one.during.start),
          endAt: iso(one.during.end),
          reason: isOwn ? one.reason : null,
        })),
      weekly: weekly
        .filter((one) => told.has(one.id))
        .map((one) => ({
          absenceId: one.id,
          ...who(one.resourceId),
          weekday: one.weekday,
          fromMinute: one.fromMinute,
          toMinute: one.toMinute,
          fromOn: one.validFrom,
          untilOn: one.validTo ? plusDays(one.validTo, -1) : null,
          reason: isOwn ? one.reason : null,
        })),
      ...readNeeds(party.needs),
      preferences: chosenIn(party.preferences),
      reading: { locale: party.locale ?? ("zh-CN" as const), zone: party.zone ?? "" },
    };
  },
});
