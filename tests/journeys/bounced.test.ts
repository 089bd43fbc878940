import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import * as evidence from "~/i18n/notice-evidence";
import * as list from "~/i18n/notice-list";
import * as taskPage from "~/i18n/task-page";
import * as tasks from "~/i18n/tasks";
import { textFor } from "~/i18n/text";
import { addCalendarFile } from "~/services/add-calendar-file.server";
import { checkSession } from "~/services/calendar-conflicts.server";
import { report } from "../services/inbound-messages";
import { useSite } from "./browser";
import { enter, sitDown, type } from "./keys";
import { COURT, go, recordsHold, type Seat } from "./seat";
import { proposeByMail } from "./steps-answers";
import { act, evidenceSheet, givesAddress, handsOver, letterCame, mailSent, openTask } from "./steps-bounced";
import { as, bookedOn, does, freeOn, readyCase, startOf } from "./steps-scheduling";

/* What did not arrive, who did not answer, what fits nowhere: seen to by keyboard, wide in Chinese, on a phone in English. */
const site = useSite();
const main = (seat: Seat) => seat.page.locator("main").innerText();

const BOUNCED = [
  { locale: "zh-CN", size: "wide", n: 81, on: "2026-12-01" },
  { locale: "en", size: "phone", n: 91, on: "2026-12-02" },
] as const;

it.each(BOUNCED)("works the bounced list off, $locale $size", async ({ n, on, ...sitting }) => {
  const one = await readyCase(site(), n);
  await givesAddress(site(), one, one.claimant, `claimant${n}@mail.example`);
  await givesAddress(site(), one, one.respondent, `wrong${n}@mail.example`);
  await bookedOn(site(), on, one);
  for (const [side, status] of [
    [one.respondent, "5.1.1"],
    [one.claimant, "5.2.2"],
  ] as const)
    expect(await handsOver(site(), report(await mailSent(site(), side), status))).toBe("200 bounce");

  const t = textFor(sitting.locale, tasks);
  const coordinator = await sitDown(site(), "coordinator", sitting);
  const { page } = coordinator;
  expect(page.url()).toMatch(/\/board$/);
  await enter(
    coordinator,
    page.locator("#tasks").getByRole("link", { name: t("kind.bounced") }),
    /\/tasks\?kind=bounced/,
  );
  const listed = await main(coordinator);
  expect(listed).toContain(t("reason.noMailbox"));
  expect(listed).toContain(t("reason.mailboxFull"));
  expect(listed).not.toContain(`wrong${n}@`);

  await openTask(coordinator, one, one.respondent.name);
  await enter(coordinator, act(coordinator, "take"), act(coordinator, "give"));
  await type(coordinator, page.locator("#value"), "not an address");
  await coordinator.page.keyboard.press("Enter");
  await page.locator(".errors").waitFor();
  await type(coordinator, page.locator("#value"), `right${n}@mail.example`);
  await enter(coordinator, act(coordinator, "correct.do"), /\/tasks\?done=resent/);
  await letterCame(site(), `right${n}@mail.example`);

  await openTask(coordinator, one, one.claimant.name);
  await type(coordinator, page.locator("#words"), "前台接听，已转告负责人");
  await enter(coordinator, act(coordinator, "told.do"), /\/tasks\?done=told/);
  await go(coordinator, "/tasks?view=done");
  const done = await main(coordinator);
  for (const how of ["resent", "told"] as const) expect(done).toContain(t(`how.${how}`));

  await go(coordinator, `/cases/${one.caseId}/notices`);
  const say = textFor(sitting.locale, list);
  await expect
    .poll(async () => {
      await page.reload();
      return main(coordinator);
    })
    .toContain(`${say("channel.mail")} r`);
  const history = await main(coordinator);
  for (const word of [say("status.bounced"), say("channel.phone"), say("status.delivered"), "5.1.1", "5.2.2"])
    expect(history).toContain(word);
  const sheet = await evidenceSheet(coordinator, one.caseId);
  for (const word of [textFor("zh-CN", list)("channel.phone"), "5.1.1", "5.2.2", "r"])
    expect(sheet).toContain(word);
  expect(sheet).toContain(textFor("zh-CN", evidence)("kind.invitation"));
  expect(sheet).not.toContain(`right${n}@mail.example`);
  await recordsHold(site());
});

const OTHERS = [
  { locale: "zh-CN", size: "wide", n: 84, on: "2026-12-03", next: "2026-12-04" },
  { locale: "en", size: "phone", n: 94, on: "2026-12-07", next: "2026-12-08" },
] as const;

it.each(OTHERS)(
  "sees to what fits nowhere and what crosses, $locale $size",
  async ({ n, on, next, ...sitting }) => {
    const login = "hu.xiuying";
    const [written, proposed, crossed] = [
      await readyCase(site(), n, login),
      await readyCase(site(), n + 1, login),
      await readyCase(site(), n + 2, login),
    ];
    await bookedOn(site(), on, written);
    const proposedId = await bookedOn(site(), on, proposed);
    const crossedId = await bookedOn(site(), on, crossed);
    const raw = `From: <stranger${n}@mail.example>\r\nTo: <office@court.example>\r\nSubject: about ${written.number}\r\n\r\nI can come.\r\n`;
    expect(await handsOver(site(), raw)).toBe("200 unmatched");
    const [free] = await freeOn(site(), next, proposed);
    const at = DateTime.fromISO(free?.startAt ?? "", { zone: COURT_ZONE });
    await proposeByMail(site(), proposed, proposed.respondent, at);
    const start = DateTime.fromISO(await startOf(site(), crossedId))
      .toUTC()
      .toFormat("yyyyMMdd'T'HHmmss'Z'");
    const file = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:牙医\r\nDTSTART:${start}\r\nDURATION:PT20M\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const content = Buffer.from(file).toString("base64");
    await does(site(), as(login, "mediator"), addCalendarFile, { name: "手机", content });
    await checkSession(site().deps, COURT, crossedId);

    const [t, say] = [textFor(sitting.locale, tasks), textFor(sitting.locale, taskPage)];
    const coordinator = await sitDown(site(), "coordinator", sitting);
    const { page } = coordinator;
    await go(coordinator, "/tasks?kind=unmatchedMail");
    // The newest stands last.
    const first = page
      .getByRole("listitem")
      .getByRole("link", { name: t("work") })
      .last();
    await enter(coordinator, first, /\/tasks\/[0-9a-f-]{36}/);
    expect(await main(coordinator)).toContain("I can come.");
    await type(coordinator, page.locator("#number"), written.number);
    await enter(coordinator, act(coordinator, "match.do"), /done=matched/);
    const heard = page.getByRole("button", {
      name: `${say("reply.accepted")} ${written.respondent.name}`,
      exact: true,
    });
    await enter(coordinator, heard, /\/tasks\?done=noted/);

    await go(coordinator, "/tasks?kind=counterProposal");
    await openTask(coordinator, proposed, proposed.respondent.name);
    expect(await main(coordinator)).toContain(say("proposal.yesText"));
    await enter(coordinator, act(coordinator, "proposal.accept"), /\/tasks\?done=accepted/);
    expect(Date.parse(await startOf(site(), proposedId))).toBe(at.toMillis());

    await go(coordinator, "/tasks?kind=calendarConflict");
    await openTask(coordinator, crossed, "");
    expect(await main(coordinator)).not.toContain("牙医");
    await enter(coordinator, act(coordinator, "noObstacle.do"), /\/tasks\?done=closed/);
    await go(coordinator, "/tasks?view=done");
    const done = await main(coordinator);
    for (const how of ["noted", "accepted", "noObstacle"] as const) expect(done).toContain(t(`how.${how}`));
    await recordsHold(site());
  },
);
