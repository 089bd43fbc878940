import { ROSTER } from "#db/seed/roster";
import { agreeOn } from "./seed-agreements.server";
import { orgId, personId, teamId } from "./seed-court.server";
import { handOverAndDecide } from "./seed-decisions.server";
import type { CasePlan } from "./seed-demo.server";
import { fillSheet } from "./seed-elements.server";
import { casePartyIds } from "./seed-lookup.server";
import { handInMaterials } from "./seed-materials.server";
import { bookNext, holdSession, type Meeting } from "./seed-meetings.server";
import { partiesOf } from "./seed-parties.server";
import type { Walker } from "./seed-walk.server";

const TEAM_KEYS = ["t-1", "t-2", "t-3"] as const;
export const JUDGES = { "t-1": "judge", "t-2": "judge2", "t-3": "judge3" } as const;

export type Walked = {
  readonly walker: Walker;
  readonly plan: CasePlan;
  readonly caseId: string;
  readonly lawsuit: boolean;
  readonly partyIds: { claimant: string; respondent: string };
  readonly team: (typeof TEAM_KEYS)[number];
  readonly amountFen: number | null;
};

/** Stages in the order in which a case passes them; a target stops the walk at its place. */
const ORDER = [
  "submitted",
  "consent",
  "selecting",
  "orgOffered",
  "offered",
  "mediation",
  "booked",
  "held",
  "signing",
  "agreed",
  "handedOver",
  "review",
] as const;
const REACH: Readonly<Record<string, (typeof ORDER)[number]>> = {
  correction: "submitted",
  notReceived: "submitted",
  unreachable: "mediation",
  returned: "review",
  confirmed: "review",
  statementIssued: "review",
  failed: "held",
  fastTrack: "held",
  closedPerformed: "agreed",
  closedWithdrawn: "mediation",
  closedConfirmed: "review",
};

async function takeIn(walker: Walker, plan: CasePlan): Promise<Walked> {
  const { kind, chance } = plan;
  const yuan = kind.to
    ? chance.int(kind.from, kind.to) + (chance.chance(0.4) ? chance.int(1, 99) / 100 : 0)
    : 0;
  const amountFen = kind.to ? Math.round(yuan * 100) : null;
  const shown = yuan.toLocaleString("en-US", { minimumFractionDigits: 2 });
  const lawsuit = !chance.chance(kind.selfApplied);
  const team = TEAM_KEYS[plan.n % 3] as (typeof TEAM_KEYS)[number];
  const made = await walker.run(walker.as(chance.chance(0.5) ? "clerk" : "clerk2"), "register-case", {
    intake: lawsuit ? "LAWSUIT" : "SELF_APPLIED",
    causeCode: kind.cause,
    amountFen,
    claims: kind.claims(shown),
    facts: kind.facts(shown, chance),
    procedureHint:
      amountFen !== null && amountFen < 5_000_000 && chance.chance(0.35) ? "summary" : "ordinary",
    parties: partiesOf(kind, chance),
    teamId: teamId(team),
    separateReason: "演示数据",
  });
  const caseId = String(made.caseId);
  return { walker, plan, caseId, lawsuit, partyIds: await casePartyIds(walker, caseId), team, amountFen };
}

async function towardsConsent(
  { walker, plan, caseId, lawsuit, partyIds }: Walked,
  both: boolean,
): Promise<void> {
  walker.later(plan.chance.int(3, 20));
  const clerk = walker.as("clerk");
  if (lawsuit)
    await walker.run(clerk, "enter-case-number", {
      caseId,
      number: `(${walker.clock.now().year})京0107民初${1000 + plan.n}号`,
    });
  else await walker.run(clerk, "guide-parties", { caseId });
  if (!both) return;
  for (const partyId of [partyIds.claimant, partyIds.respondent]) {
    walker.later(plan.chance.int(1, 8));
    await walker.run(clerk, "record-consent", {
      caseId,
      partyId,
      decision: "agreed",
      how: plan.chance.chance(0.5) ? "phone" : "inPerson",
    });
  }
}

/** Who fits: by cause, embedded in the team where possible, spread by the case's number. */
function mediatorFor({ plan, team }: Walked): (typeof ROSTER)[number] {
  const able = ROSTER.filter(
    (one) => one.kind === "mediator" && (one.courts ?? ["bj0107"]).includes("bj0107"),
  );
  const special = able.filter((one) => one.causes.includes(plan.kind.cause));
  const own = special.filter((one) => one.team === team);
  const pool =
    own.length && plan.chance.chance(0.6)
      ? own
      : special.length
        ? special
        : able.filter((one) => one.team === team);
  return pool[plan.n % pool.length] as (typeof ROSTER)[number];
}

async function assign(walked: Walked, until: "orgOffered" | "offered" | "accepted"): Promise<string> {
  const { walker, plan, caseId } = walked;
  walker.later(plan.chance.int(1, 10));
  const coordinator = walker.as("coordinator");
  const chosen = mediatorFor(walked);
  if (until === "orgOffered") {
    await walker.run(coordinator, "assign-mediator", {
      caseId,
      orgId: orgId(chosen.org ?? "o-studio"),
      reason: "按案由委托调解组织指定",
    });
    return chosen.login;
  }
  const withLawyer = plan.chance.chance(0.2)
    ? { lawyerId: personId(plan.chance.chance(0.6) ? "lawyer" : "li.mingli"), lawyerPart: "adviser" }
    : {};
  let login = "";
  for (const one of [chosen.login, ...fallbacks(walked)]) {
    const assigned = await walker.tryRun(coordinator, "assign-mediator", {
      caseId,
      mediatorId: personId(one),
      reason: one === chosen.login ? "擅长本类案件，在办较少" : "首选人员不便承办，另行指定",
      ...withLawyer,
    });
    if (assigned) {
      login = one;
      break;
    }
  }
  if (until === "offered") return login;
  walker.later(plan.chance.int(2, 12));
  const mediator = walker.as(login);
  await walker.run(mediator, "disclose-relation", {
    caseId,
    level: "none",
    relation: "other",
    words: "与本案当事人及代理人无利害关系",
  });
  await walker.run(mediator, "accept-assignment", { caseId });
  return login;
}

/** The team's own people first, then everybody else who presides. */
const fallbacks = ({ team, plan }: Walked): string[] => {
  const able = ROSTER.filter((one) => one.kind === "mediator" && !one.courts);
  const own = able.filter((one) => one.team === team);
  const others = able.filter((one) => one.team !== team);
  const turned = [...others.slice(plan.n % others.length), ...others.slice(0, plan.n % others.length)];
  return [...own, ...turned].map((one) => one.login);
};

async function contact(walked: Walked, login: string, results: readonly string[]): Promise<void> {
  for (const result of results) {
    walked.walker.later(4);
    await walked.walker.run(walked.walker.as(login), "record-contact", {
      caseId: walked.caseId,
      partyId: walked.partyIds.respondent,
      channel: "mobile",
      result,
      words: result === "answered" ? "愿意到场，要求带齐缴费凭证" : "",
    });
  }
}

/** Takes one planned dispute from the counter to where it stands today. */
export async function walkCase(walker: Walker, plan: CasePlan): Promise<void> {
  const walked = await takeIn(walker, plan);
  const { caseId } = walked;
  const target = plan.target;
  const reach = ORDER.indexOf(REACH[target] ?? (target as (typeof ORDER)[number]));
  const past = (stage: (typeof ORDER)[number]) => reach >= ORDER.indexOf(stage);
  if (target === "correction") {
    walker.later(6);
    await walker.run(walker.as("clerk"), "ask-correction", {
      caseId,
      points: ["address", "evidence"],
    });
    return;
  }
  if (target === "notReceived") {
    walker.later(6);
    await walker.run(walker.as("clerk"), "refuse-intake", {
      caseId,
      ground: "other",
      reason: "不属于本院管辖，已告知向有管辖权的法院起诉",
    });
    return;
  }
  if (!past("consent")) return;
  await towardsConsent(walked, past("selecting"));
  if (!past("orgOffered")) return;
  const login = await assign(
    walked,
    target === "orgOffered" ? "orgOffered" : target === "offered" ? "offered" : "accepted",
  );
  if (!past("mediation")) return;
  await fillSheet(walked);
  if (target === "unreachable") return contact(walked, login, ["noAnswer", "off", "noAnswer"]);
  if (plan.chance.chance(0.5)) await contact(walked, login, ["answered"]);
  if (target === "closedWithdrawn") {
    walker.later(30);
    await walker.run(walker.as(login), "withdraw-case", { caseId, settled: true });
    return;
  }
  if (plan.n % 4 === 0) await handInMaterials(walked, login);
  if (!past("booked")) return;
  const meeting = await bookNext(walked, login, target === "booked" ? "upcoming" : "soon");
  if (!meeting || target === "booked") return;
  await afterTheMeeting(walked, login, meeting);
}

async function afterTheMeeting(walked: Walked, login: string, meeting: Meeting): Promise<void> {
  const { target } = walked.plan;
  const settles = !["held", "failed", "fastTrack"].includes(target);
  await holdSession(
    walked,
    login,
    meeting,
    settles ? "agreed" : target === "held" ? "adjourned" : "notAgreed",
  );
  if (target === "held") return;
  if (!settles) return fail(walked, login);
  const done = await agreeOn(walked, login);
  if (!done || target === "agreed") return;
  if (target === "closedPerformed") return;
  await handOverAndDecide(walked, login, done.route);
}

async function fail(walked: Walked, login: string): Promise<void> {
  const { walker, plan, caseId, lawsuit } = walked;
  walker.later(6);
  await walker.run(walker.as(login), "end-mediation", {
    caseId,
    endCode: "tooFarApart",
    reason: "双方对金额分歧较大，经两次调解未能接近",
    costRaisingConduct: "无",
    suggestions: "建议适用速裁程序审理",
  });
  if (plan.target !== "fastTrack" || !lawsuit) return;
  walker.later(8);
  await walker.run(walker.as("coordinator"), "send-fee-notice", { caseId });
  walker.later(20);
  await walker.run(walker.as("finance"), "record-fee", { caseId });
  await walker.run(walker.as(login), "hand-over", { caseId });
  walker.later(6);
  await walker.tryRun(walker.as("coordinator"), "allot-track", {
    caseId,
    track: "fastTrack",
    procedure: "summary",
    teamId: teamId(walked.team),
    judgeId: personId(JUDGES[walked.team]),
  });
}
