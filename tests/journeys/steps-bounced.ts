import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { schema } from "#db/client";
import { readTable } from "~/adapters/spreadsheets/read.server";
import * as taskPage from "~/i18n/task-page";
import * as tasks from "~/i18n/tasks";
import { textFor } from "~/i18n/text";
import { addContact } from "~/services/add-contact.server";
import { personId } from "~/services/demo/seed-court.server";
import { mailboxPage } from "~/services/mailbox.server";
import { issueToken } from "~/services/tokens.server";
import { enter } from "./keys";
import { button, COURT, type Seat } from "./seat";
import type { Site } from "./site";
import { as, does, type ReadyCase, type ReadySide } from "./steps-scheduling";

/* What mail servers and strangers send, and how somebody comes to it on the worklist. */

export async function givesAddress(
  site: Site,
  { caseId }: ReadyCase,
  { partyId }: ReadySide,
  value: string,
): Promise<void> {
  await does(site, as("clerk", "clerk"), addContact, { caseId, partyId, kind: "email", value });
}

/** How far the newest mail to this side has come, and what it is known by. */
async function mailTo(site: Site, { partyId }: ReadySide) {
  const [n, d] = [schema.notices, schema.deliveries];
  const rows = await site.deps.db.withCourt(COURT, (tx) =>
    tx
      .select({ status: d.status, messageId: d.messageId, address: d.addressMasked })
      .from(d)
      .innerJoin(n, and(eq(n.courtId, d.courtId), eq(n.id, d.noticeId)))
      .where(and(eq(n.recipientId, partyId), eq(d.channel, "mail")))
      .orderBy(d.queuedAt, d.id),
  );
  return rows.at(-1);
}

/** Until the worker has sent it; its Message-ID. */
export async function mailSent(site: Site, side: ReadySide): Promise<string> {
  await expect
    .poll(async () => (await mailTo(site, side))?.status, { timeout: 90_000, interval: 250 })
    .toBe("sent");
  return (await mailTo(site, side))?.messageId ?? "";
}

export async function letterCame(site: Site, address: string): Promise<void> {
  await expect
    .poll(
      async () =>
        (await mailboxPage(site.deps, COURT, { to: address, channel: "mail", before: null })).length,
      { timeout: 90_000, interval: 250 },
    )
    .toBeGreaterThan(0);
}

/** Hands a raw message over at the court's own door for mail, as its mail server does. */
export async function handsOver(site: Site, raw: string): Promise<string> {
  const subject = { personId: personId("coordinator"), role: "coordinator" } as const;
  const bearer = await issueToken(site.deps, COURT, subject, 1);
  const answer = await fetch(`${site.url}/api/v1/inbound-mail`, {
    method: "POST",
    headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "message/rfc822" },
    body: raw,
  });
  const { outcome } = (await answer.json()) as { outcome?: string };
  return `${answer.status} ${outcome}`;
}

/** From the list to the task of this case. */
export async function openTask(seat: Seat, one: ReadyCase, name: string): Promise<void> {
  const item = seat.page.getByRole("listitem").filter({ hasText: one.number }).filter({ hasText: name });
  await enter(
    seat,
    item.getByRole("link", { name: textFor(seat.locale, tasks)("work") }),
    /\/tasks\/[0-9a-f-]{36}/,
  );
}

export const act = (seat: Seat, key: keyof typeof taskPage.zh) =>
  button(seat, textFor(seat.locale, taskPage)(key as "take"));

/** The sheet of what a case's people were told, cell by cell. */
export async function evidenceSheet(seat: Seat, caseId: string): Promise<string> {
  const answer = await seat.page.request.get(`/cases/${caseId}/notices.xlsx`);
  expect(answer.status()).toBe(200);
  const table = await readTable(await answer.body());
  return JSON.stringify(table);
}
