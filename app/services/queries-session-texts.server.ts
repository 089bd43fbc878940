import { and, asc, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { idText } from "./case-act.server";
import { NotFound } from "./command.server";
import { place } from "./personal.server";
import { query } from "./query.server";

/**
 * What the sides of one case were told of a session, word for word, for sending it by hand (WeChat), with each one's link
 * to answer. Whoever looks leaves a trace.
 * @throws NotFound (404) for a session that is not this case's
 */
export const sessionTextsQuery = query({
  name: "session-texts",
  ability: "send-party-link",
  input: z.object({ caseId: idText, sessionId: idText }),
  run: async ({ tx, courtId, input, deps, trace }) => {
    const [n, i, p, a] = [schema.notices, schema.invitations, schema.parties, schema.agents];
    const sc = schema.sessionCases;
    const own = await tx
      .select({ caseId: sc.caseId })
      .from(sc)
      .where(and(eq(sc.courtId, courtId), eq(sc.sessionId, input.sessionId), eq(sc.caseId, input.caseId)));
    if (!own.length) throw new NotFound("session");
    const rows = await tx
      .select({ id: n.id, sealed: n.sealed, party: p.name, agent: a.name })
      .from(n)
      .innerJoin(i, and(eq(i.courtId, n.courtId), eq(i.id, n.invitationId), eq(i.sequence, n.sequence)))
      .leftJoin(p, and(eq(p.courtId, n.courtId), eq(p.id, n.recipientId)))
      .leftJoin(a, and(eq(a.courtId, n.courtId), eq(a.id, n.recipientId)))
      .where(
        and(
          eq(n.courtId, courtId),
          eq(n.caseId, input.caseId),
          eq(i.sessionId, input.sessionId),
          ne(n.kind, "reminder"),
        ),
      )
      .orderBy(asc(n.id));
    const texts = rows.flatMap((row) => {
      const name = row.party ?? row.agent;
      if (!name) return [];
      const text = deps.secrets.openText(row.sealed, place("notices", "sealed", row.id));
      const link = text.split("\n\n").find((line) => /^https?:\/\/\S+\/[ap]\/\S+$/.test(line));
      return [{ id: row.id, name, text, link: link ?? null }];
    });
    await trace({ verb: "view-letters", data: { sessionId: input.sessionId, count: texts.length } });
    return { texts };
  },
});
