import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { schema } from "#db/client";
import { clockChoices } from "~/domain/cases/clock-choices";
import type { ClockCode } from "~/domain/cases/clock-codes";
import { ok } from "~/domain/result";
import { refreshDue } from "./case-due.server";
import { type Command, verb } from "./command.server";
import { lockSettings, putSetting } from "./dated-setting.server";

/** Ends the running clocks of rules that the court has switched off; each case's record says so. Answers how many cases. */
async function endClocks(command: Command<unknown>, off: readonly ClockCode[]): Promise<number> {
  if (!off.length) return 0;
  const { tx, courtId, now } = command;
  const [k, c] = [schema.clocks, schema.cases];
  const running = and(eq(k.courtId, courtId), isNull(k.endedAt), inArray(k.rule, [...off]));
  const found = await tx.selectDistinct({ caseId: k.caseId }).from(k).where(running);
  const ids = found.map((one) => one.caseId);
  if (!ids.length) return 0;
  const own = and(eq(c.courtId, courtId), inArray(c.id, ids));
  const locked = await tx.select({ id: c.id }).from(c).where(own).orderBy(asc(c.id)).for("update");
  for (const { id } of locked) {
    const ended = await tx
      .update(k)
      .set({ endedAt: now })
      .where(and(running, eq(k.caseId, id)))
      .returning({ rule: k.rule });
    await refreshDue(command, id);
    await command.record({ caseId: id, data: { switchedOff: ended.map((one) => one.rule) } });
  }
  return locked.length;
}

/**
 * What the court decides about its clocks from today on: unread rules switched off, the lengths of its own limits, the days
 * of warning. Clocks that run keep their length; those of a rule that is switched off end.
 */
export const setClockRules = verb({
  name: "set-clock-rules",
  ability: "manage-court",
  input: clockChoices,
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, today } = command;
    const before = command.settings.clocks.off;
    const added = input.off.filter((code) => !before.includes(code));
    const ended = await endClocks(command, added);
    await lockSettings(tx, courtId);
    await putSetting(tx, courtId, "clocks", today, input);
    await command.record({
      data: {
        off: input.off,
        lengths: Object.entries(input.lengths).map(([code, length]) => `${code} ${length}`),
        warnDays: input.warnDays.map(String),
      },
    });
    return ok({ ended });
  },
});
