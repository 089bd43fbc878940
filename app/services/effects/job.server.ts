import type { DateTime } from "luxon";
import type { EffectName } from "~/domain/cases/effects";
import type { Deps } from "../deps.server";

/** One outbox row as its handler sees it. `payload` holds ids and codes only. */
export type Job = {
  readonly courtId: string;
  readonly id: string;
  readonly effect: EffectName;
  readonly key: string;
  readonly payload: Record<string, unknown>;
  readonly attempts: number;
};

/** A deed: at least once, idempotent by key. Throwing means "again later". */
export type Handler = (deps: Deps, job: Job) => Promise<void>;

export const textOf = (job: Job, name: string): string => {
  const value = job.payload[name];
  if (typeof value !== "string") throw new Error(`${job.effect} lacks ${name}`);
  return value;
};

/** Thrown where it is only too early: the row comes back at that instant, and the try does not count. */
export class Postponed extends Error {
  constructor(readonly until: DateTime) {
    super("postponed");
    this.name = "Postponed";
  }
}
