import { causeOf } from "~/domain/intake/causes";
import type { Walked } from "./seed-cases.server";

/** Draws the agreement up, has it signed and, for confirmation, applied for; stops before the last signature where the target says so. */
export async function agreeOn(
  walked: Walked,
  login: string,
): Promise<{ route: "confirm" | "statement" } | null> {
  const { walker, plan, caseId, partyIds, amountFen, lawsuit } = walked;
  const target = plan.target;
  const mediator = walker.as(login);
  const confirmable = causeOf(plan.kind.cause)?.confirmable ?? false;
  const route =
    target === "closedPerformed"
      ? "performed"
      : !confirmable || (lawsuit && plan.chance.chance(0.35)) || target === "statementIssued"
        ? lawsuit
          ? "statement"
          : "confirm"
        : "confirm";
  if (!confirmable && !lawsuit) return null;
  walker.later(1);
  const today = walker.clock.now();
  const on = (days: number) => today.plus({ days }).toISODate() as string;
  const settled = amountFen ? Math.round((amountFen * 0.9) / 100) * 100 : null;
  const half = settled ? Math.floor(settled / 2) : 0;
  const channel = "汇入申请人尾号 0031 的账户";
  const pay = settled
    ? [
        {
          kind: "pay",
          obligorId: partyIds.respondent,
          obligeeId: partyIds.claimant,
          amountFen: settled,
          instalments: plan.chance.chance(0.4)
            ? [
                { dueOn: on(30), amountFen: half },
                { dueOn: on(60), amountFen: settled - half },
              ]
            : [],
          dueOn: undefined as string | undefined,
          channel,
        },
      ]
    : [
        {
          kind: "act",
          obligorId: partyIds.respondent,
          obligeeId: partyIds.claimant,
          object: "每月 25 日前支付子女抚养费 2,000 元，至子女年满十八周岁止",
          dueOn: on(30),
          instalments: [],
          channel: undefined,
        },
      ];
  for (const one of pay) if (one.kind === "pay" && one.instalments.length === 0) one.dueOn = on(20);
  for (const one of pay) if (one.kind === "pay" && one.instalments.length > 0) one.dueOn = on(60);
  const drafted = await walker.tryRun(mediator, "draft-agreement", {
    caseId,
    route,
    terms: {
      mainFacts: plan.kind.undisputed.join(""),
      obligations: pay.map((one) =>
        Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
      ),
      defaultClause: settled ? "acceleration" : "none",
      feeSplit: "respondent",
      finality: true,
      statusContent: plan.kind.cause === "14",
    },
    ...(route === "performed" ? { performedAtOnce: true } : {}),
  });
  if (!drafted) return null;
  const sign = (input: object) => walker.run(mediator, "sign-agreement", { caseId, how: "paper", ...input });
  await sign({ signer: "party", partyId: partyIds.claimant });
  if (target === "signing") return null;
  await sign({ signer: "party", partyId: partyIds.respondent });
  await sign({ signer: "mediator" });
  await walker.tryRun(mediator, "sign-agreement", { caseId, how: "paper", signer: "organisation" });
  if (route === "performed") {
    walker.later(4);
    await walker.tryRun(mediator, "perform-at-once", { caseId });
    return null;
  }
  if (route === "confirm") {
    walker.later(1);
    for (const partyId of [partyIds.claimant, partyIds.respondent])
      await walker.run(mediator, "sign-application", { caseId, partyId, how: "paper" });
  }
  return { route };
}
