import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { explainClock } from "~/domain/cases/clocks";
import { PROCEDURES, TRACKS } from "~/domain/cases/routes";
import { ok, refuse } from "~/domain/result";
import { courtCalendar } from "./calendar.server";
import { act, caseShape, idText, recordAct, standing } from "./case-act.server";
import { refreshDue } from "./case-due.server";
import { chosenTeam } from "./chosen-team.server";
import { asClock, runningClocks } from "./clocks.server";
import { type CaseRow, type Command, verb } from "./command.server";
import { courtDay } from "./deps.server";

const TRIAL = ["T18", "T19", "T20"];

/** The trial's time counts from registration (CPL 152, 164, 168), whenever it is allotted. */
async function countFromRegistration(command: Command<unknown>, row: CaseRow): Promise<void> {
  if (!row.registeredAt) return;
  const { tx, courtId, today } = command;
  const startOn = courtDay(row.registeredAt);
  const calendar = await courtCalendar(tx, courtId);
  const t = schema.clocks;
  for (const clock of await runningClocks(tx, courtId, row.id)) {
    if (!TRIAL.includes(clock.rule)) continue;
    const { dueOn, provisional } = explainClock({ ...asClock(clock), startOn }, calendar, today);
    await tx
      .update(t)
      .set({ startOn, dueOn, provisional })
      .where(and(eq(t.courtId, courtId), eq(t.id, clock.id)));
  }
  await refreshDue(command, row.id);
}

/** Allots a case that mediation did not settle to a track, a procedure, a team and its judge. */
export const allotTrack = verb({
  name: "allot-track",
  ability: "allot-track",
  input: z.object({
    ...caseShape,
    track: z.enum(TRACKS),
    procedure: z.enum(PROCEDURES),
    judgeId: idText.optional(),
    teamId: idText.optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input } = command;
    const row = command.theCase();
    const chosen = await chosenTeam(command, input.teamId);
    if (!chosen.ok) return chosen;
    const judgeId = input.judgeId ?? chosen.team?.judgeId ?? row.judgeId;
    if (!judgeId) return refuse("incomplete", { fields: { judgeId: ["required"] } });
    const change = {
      judgeId,
      teamId: input.teamId ?? row.teamId,
      track: input.track,
      procedure: input.procedure,
    };
    const acted = await act(command, "allot-track", {
      event: "allotTrack",
      as: { ...row, ...change },
      input: { track: input.track },
      change,
      choice: { procedure: input.procedure },
    });
    if (!acted.ok) return acted;
    await countFromRegistration(command, acted.row);
    await recordAct(command, acted, change);
    return ok(standing(acted));
  },
});
