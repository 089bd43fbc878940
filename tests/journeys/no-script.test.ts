import { beforeAll, expect, it } from "vitest";
import { schema } from "#db/client";
import type { UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import * as booking from "~/i18n/booking";
import { textFor } from "~/i18n/text";
import { acceptAssignment } from "~/services/accept-assignment.server";
import { assignMediator } from "~/services/assign-mediator.server";
import { execute, type Verb } from "~/services/command.server";
import { personId } from "~/services/demo/seed-court.server";
import { discloseRelation } from "~/services/disclose-relation.server";
import { enterCaseNumber } from "~/services/enter-case-number.server";
import { recordConsent } from "~/services/record-consent.server";
import { registerCase } from "~/services/register-case.server";
import { actorIn } from "../services/court";
import { dispute } from "../services/invented";
import { useSite } from "./browser";
import { button, COURT, go, press, recordsHold, sit } from "./seat";

/* Every form is a form: who has no script signs in and books all the same. */
const site = useSite();
let caseId: string;

const as = (login: string, role: Role) => actorIn(COURT, role, { userId: personId(login) });

beforeAll(async () => {
  const clerk = as("clerk", "clerk");
  const mediator = as("mediator", "mediator");
  const does = async (actor: UserActor, verb: Verb, input: object) => {
    const done = await execute(site().deps, actor, verb, input);
    if (!done.ok) throw new Error(`${verb.name}: ${JSON.stringify(done)}`);
  };
  const made = await execute(site().deps, clerk, registerCase, dispute(31));
  if (!made.ok) throw new Error(JSON.stringify(made));
  caseId = made.caseId;
  await does(clerk, enterCaseNumber, { caseId, number: "(2026)京0107民初8131号" });
  const parties = await site().deps.db.withCourt(COURT, (tx) => tx.select().from(schema.parties));
  for (const { id } of parties) await does(clerk, recordConsent, { caseId, partyId: id, decision: "agreed" });
  await does(as("coordinator", "coordinator"), assignMediator, { caseId, mediatorId: personId("mediator") });
  await does(mediator, discloseRelation, { caseId, level: "none" });
  await does(mediator, acceptAssignment, { caseId });
});

it.each(["wide", "phone"] as const)(
  "signs in and finds the way to the times without script, %s",
  async (size) => {
    const mediator = await sit(site(), "mediator", { size, javaScript: false });
    await go(mediator, "/cases");
    await press(
      mediator,
      mediator.page.locator(`a[href="/cases/${caseId}"]`).first(),
      /\/cases\/[0-9a-f-]{36}$/,
    );
    const toBook = mediator.page.locator(`main a[href="/cases/${caseId}/book"]`).first();
    await press(mediator, toBook, /\/book$/);
    expect(await mediator.page.locator('input[name="slot"]').count()).toBeGreaterThan(0);
  },
);

it("chooses another length and day, keeps a time, and books it without script", async () => {
  const t = textFor("zh-CN", booking);
  const mediator = await sit(site(), "mediator", { size: "wide", javaScript: false });
  const { page } = mediator;
  await go(mediator, `/cases/${caseId}/book`);
  await page.getByLabel(t("minutes"), { exact: true }).selectOption("90");
  await press(mediator, button(mediator, t("refresh")), /minutes=90/);
  await press(mediator, page.locator("table.month tbody a").last(), /on=\d{4}-\d{2}-\d{2}/);
  const day = new URL(page.url()).searchParams.get("on") ?? "";
  const slots = page.locator('input[name="slot"]');
  await slots.last().check();
  const chosen = await slots.last().inputValue();
  expect(chosen.startsWith(day)).toBe(true);
  await press(mediator, page.locator('button[name="intent"][value="hold"]'), /\/confirm$/);
  await press(mediator, button(mediator, t("confirm.do")), /\/told\?done=booked/);
  const booked = await site().deps.db.withCourt(COURT, (tx) => tx.select().from(schema.bookings));
  expect(booked).toHaveLength(1);
  expect(booked[0]?.status).toBe("booked");
  expect(booked[0]?.during.start.toMillis()).toBe(Date.parse(chosen.split("|")[0] ?? ""));
  await recordsHold(site());
});
