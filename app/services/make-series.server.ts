import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { LEAST_IN_SERIES, MOST_AT_ONCE, seriesOf } from "~/domain/intake/series";
import { ok, refuse } from "~/domain/result";
import { verb } from "./command.server";
import { actorIdOf } from "./record.server";
import {
  addCases,
  badAmong,
  casesAlike,
  casesNumbered,
  numbersIn,
  refuseNumbers,
} from "./series-cases.server";

/**
 * Keeps look-alike cases of one creditor and cause together. `numbers`: registration numbers as they were pasted; `isAll`
 * takes every open case of the same creditor and cause along that is in no series yet. Refuses with the numbers that do
 * not belong, and why; then nothing is made.
 */
export const makeSeries = verb({
  name: "make-series",
  ability: "keep-series",
  input: z.object({
    name: z.string().trim().min(1, "required").max(80, "tooLong"),
    contractForm: z.string().trim().max(80, "tooLong").default(""),
    numbers: z.string().trim().min(1, "required").max(200_000, "tooLong"),
    isAll: z.preprocess((value) => value === true || value === "on" || value === "true", z.boolean()),
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const numbers = numbersIn(input.numbers);
    if (numbers.length > MOST_AT_ONCE) return refuse("invalidInput", { fields: { numbers: ["tooMany"] } });
    const named = await casesNumbered(tx, courtId, numbers);
    const of = seriesOf(named);
    if (!of)
      return refuse("invalidInput", {
        fields: { numbers: [named.length ? "noSingleCreditor" : "noSuchCase"] },
      });
    const bad = badAmong(numbers, named, of, null);
    if (bad.length) return refuseNumbers(bad);
    const alike = input.isAll ? await casesAlike(tx, courtId, of) : [];
    const caseIds = [...new Set([...named, ...alike].map((one) => one.caseId))];
    if (caseIds.length < LEAST_IN_SERIES)
      return refuse("invalidInput", { fields: { numbers: ["oneIsNoSeries"] } });
    const seriesId = uuidv7();
    await tx.insert(schema.series).values({
      courtId,
      id: seriesId,
      name: input.name,
      contractForm: input.contractForm,
      creditorName: named[0]?.creditorName ?? "",
      creditorIndex: Buffer.from(of.creditor, "hex"),
      causeCode: of.causeCode,
      madeById: actorIdOf(actor),
      madeAt: now,
    });
    await addCases(command, seriesId, caseIds);
    await command.record({ data: { seriesId, cases: caseIds.length } });
    return ok({ seriesId, added: caseIds.length });
  },
});
