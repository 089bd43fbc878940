import { together } from "#db/client";
import { type Decision, decide } from "~/domain/cases/decide";
import type { EventInput } from "~/domain/cases/event-input";
import type { EventName } from "~/domain/cases/events";
import type { CaseFacts } from "~/domain/cases/facts";
import type { Result } from "~/domain/result";
import type { CaseRow, Command } from "./command.server";
import { type FactToRead, factsToRead } from "./facts.server";

/** Thrown through `decide` at a fact that was not read yet. */
class Unread extends Error {
  constructor(readonly fact: FactToRead) {
    super(fact);
  }
}

/** Which facts each event was found to want in each stage: read together from then on. A hint, never an answer. */
const wanted = new Map<string, Set<FactToRead>>();

/**
 * Asks the case table whether the event may happen to the locked case, and reads of its facts only those that the event's
 * row looks at: `decide` is pure, so it is asked again with each fact that it was found to want. Most rows want two or
 * three of twenty, and whoever else wants the case or its time waits meanwhile.
 */
export async function decideOn(
  command: Command<unknown>,
  row: CaseRow,
  event: EventName,
  input?: EventInput,
): Promise<Result<Decision>> {
  const { known: onTheRow, read } = factsToRead(command, row);
  const values = new Map<string, unknown>();
  const facts = { ...onTheRow } as CaseFacts;
  for (const fact of Object.keys(read) as FactToRead[])
    Object.defineProperty(facts, fact, {
      enumerable: true,
      get: () => {
        if (!values.has(fact)) throw new Unread(fact);
        return values.get(fact);
      },
    });
  const key = `${event} ${row.stage}`;
  const known = wanted.get(key) ?? new Set();
  wanted.set(key, known);
  const readInto = async (fact: FactToRead): Promise<unknown> => values.set(fact, await read[fact]());
  await together([...known].map(readInto));
  for (;;) {
    try {
      return decide(facts, event, command.actor, input);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      known.add(error.fact);
      await readInto(error.fact);
    }
  }
}

/** The same for a case that is not written yet, of which there is nothing to read: what it has is given. */
export function decideNew(
  command: Command<unknown>,
  row: CaseRow,
  event: EventName,
  given: Partial<Pick<CaseFacts, FactToRead>>,
): Result<Decision> {
  const { known, read } = factsToRead(command, row);
  const facts = { ...known, ...given } as CaseFacts;
  for (const fact of Object.keys(read) as FactToRead[])
    if (!(fact in given))
      Object.defineProperty(facts, fact, {
        get: () => {
          throw new Error(`${event}: a new case has no ${fact}`);
        },
      });
  return decide(facts, event, command.actor);
}
