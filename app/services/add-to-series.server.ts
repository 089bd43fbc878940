import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { MOST_AT_ONCE } from "~/domain/intake/series";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { NotFound, verb } from "./command.server";
import {
  addCases,
  badAmong,
  casesAlike,
  casesNumbered,
  numbersIn,
  refuseNumbers,
} from "./series-cases.server";

/** Takes more cases into a series: those named, or without names every open one of its creditor and cause in no series. */
export const addToSeries = verb({
  name: "add-to-series",
  ability: "keep-series",
  input: z.object({
    seriesId: idText,
    numbers: z.string().trim().max(200_000, "tooLong").default(""),
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const s = schema.series;
    const [series] = await tx
      .select()
      .from(s)
      .where(and(eq(s.courtId, courtId), eq(s.id, input.seriesId)));
    if (!series) throw new NotFound("series");
    const of = { creditor: series.creditorIndex.toString("hex"), causeCode: series.causeCode };
    const numbers = numbersIn(input.numbers);
    if (numbers.length > MOST_AT_ONCE) return refuse("invalidInput", { fields: { numbers: ["tooMany"] } });
    const found = numbers.length
      ? await casesNumbered(tx, courtId, numbers)
      : await casesAlike(tx, courtId, of);
    const bad = badAmong(numbers, found, of, series.id);
    if (bad.length) return refuseNumbers(bad);
    const caseIds = found.filter((one) => one.seriesId === null).map((one) => one.caseId);
    await addCases(command, series.id, caseIds);
    await command.record({ data: { seriesId: series.id, cases: caseIds.length } });
    return ok({ seriesId: series.id, added: caseIds.length });
  },
});
