import type { z } from "zod";
import { type Result, refuse } from "~/domain/result";
import { type Command, firstOf, lockCases, shapeOf, type Verb, withVerb } from "./command.server";
import { fieldErrors } from "./field-errors.server";

/** Runs a verb's body inside another's transaction (an import registers many cases): same parsing, same judging. */
export async function perform<S extends z.ZodType, O extends object>(
  outer: Command<unknown>,
  definition: Verb<S, O>,
  raw: unknown,
): Promise<Result<O>> {
  const parsed = shapeOf(definition, outer.now).safeParse(raw);
  if (!parsed.success) return refuse("invalidInput", { fields: fieldErrors(parsed.error) });
  const cases = await lockCases(
    outer.tx,
    outer.courtId,
    await definition.cases(parsed.data, outer.tx, outer.courtId),
  );
  return definition.run({
    ...outer,
    verbName: definition.name,
    input: parsed.data,
    cases,
    theCase: () => firstOf(cases, definition.name),
    record: (entry) => outer.record({ verb: definition.name, ...entry }),
    recordFirst: (entries) => outer.recordFirst(withVerb(entries, definition.name)),
  });
}
