import type { DateTime } from "luxon";
import { ROSTER } from "#db/seed/roster";
import { STAFF } from "#db/seed/staff";
import { fixedClock, type SettableClock } from "~/adapters/clock";
import { asCourtId, asId, type OrgId, type PersonId, type TeamId } from "~/domain/ids";
import type { UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import { execute } from "../command.server";
import type { Deps } from "../deps.server";
import { ask, type Query } from "../query.server";
import { verbNamed } from "../verbs.server";
import { orgId, personId, teamId } from "./seed-court.server";

export const COURT = "bj0107";

/** Walks the demo through the very verbs that people use, in a time of its own. */
export type Walker = {
  readonly clock: SettableClock;
  /** The court's, in the walker's own time. */
  readonly deps: Deps;
  readonly present: DateTime;
  /** Moves on to the next working moment, some hours later; never past the present. */
  later(hours: number): void;
  as(login: string): UserActor;
  run(actor: UserActor, verb: string, input: object): Promise<Record<string, unknown>>;
  tryRun(actor: UserActor, verb: string, input: object): Promise<Record<string, unknown> | null>;
  ask<O extends object>(actor: UserActor, query: Query<never, O> | Query, input: object): Promise<O>;
};

/** Weekdays, 09:00 to 17:00, without the lunch hour: when things happen in a court. */
function workingMoment(at: DateTime): DateTime {
  let moment = at;
  for (let n = 0; n < 60; n++) {
    if (moment.weekday > 5) moment = moment.plus({ days: 8 - moment.weekday }).set({ hour: 9, minute: 12 });
    else if (moment.hour < 9) moment = moment.set({ hour: 9, minute: 5 });
    else if (moment.hour >= 17) moment = moment.plus({ days: 1 }).set({ hour: 9, minute: 20 });
    else if (moment.hour === 12) moment = moment.set({ hour: 13, minute: 35 });
    else return moment;
  }
  return moment;
}

function actorOf(login: string): UserActor {
  const staff = STAFF.find((one) => one.login === login);
  const member = ROSTER.find((one) => one.login === login);
  const role: Role | undefined = staff?.role ?? member?.kind;
  if (!role) throw new Error(`no such person in the demo: ${login}`);
  const team = staff?.team ?? member?.team;
  const org = staff?.org ?? member?.org;
  return {
    kind: "user",
    courtId: asCourtId(COURT),
    userId: asId<PersonId>(personId(login)),
    role,
    roles: [role],
    teamIds: team ? [asId<TeamId>(teamId(team))] : [],
    orgIds: org ? [asId<OrgId>(orgId(org))] : [],
  };
}

export function walkerFrom(real: Deps, start: DateTime): Walker {
  const clock = fixedClock(start);
  const present = real.clock.now();
  const deps: Deps = { ...real, clock };
  const attempt = async (actor: UserActor, name: string, input: object) => {
    const verb = verbNamed(name);
    if (!verb) throw new Error(`no verb ${name}`);
    return execute(deps, actor, verb, input);
  };
  return {
    clock,
    deps,
    present,
    later: (hours) => {
      const next = workingMoment(clock.now().plus({ minutes: Math.round(hours * 60) }));
      clock.set(next < present ? next : present.minus({ minutes: 1 }));
    },
    as: actorOf,
    run: async (actor, name, input) => {
      const answer = await attempt(actor, name, input);
      if (!answer.ok) throw new Error(`${name} by ${actor.role}: ${JSON.stringify(answer)}`);
      return answer as Record<string, unknown>;
    },
    tryRun: async (actor, name, input) => {
      const answer = await attempt(actor, name, input);
      return answer.ok ? (answer as Record<string, unknown>) : null;
    },
    ask: async (actor, query, input) => {
      const answer = await ask(deps, actor, query as Query, input);
      if (!answer.ok) throw new Error(`${query.name}: ${JSON.stringify(answer)}`);
      return answer as never;
    },
  };
}
