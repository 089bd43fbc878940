import { beforeAll, expect, it } from "vitest";
import { schema } from "#db/client";
import * as booking from "~/i18n/booking";
import { textFor } from "~/i18n/text";
import { useSite } from "./browser";
import { button, COURT, go, press, recordsHold, sit } from "./seat";
import { readyCase } from "./steps-scheduling";

/* Every form is a form: who has no script signs in and books all the same. */
const site = useSite();
let caseId: string;

beforeAll(async () => {
  ({ caseId } = await readyCase(site(), 31));
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
