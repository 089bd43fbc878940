import { expect, it } from "vitest";
import { addToSeries } from "~/services/add-to-series.server";
import { NotFound } from "~/services/command.server";
import { leaveSeries } from "~/services/leave-series.server";
import { makeSeries } from "~/services/make-series.server";
import { prepareDocumentBatch } from "~/services/prepare-document-batch.server";
import { seriesListQuery, seriesQuery } from "~/services/queries-series.server";
import { ask } from "~/services/query.server";
import { registerCase } from "~/services/register-case.server";
import { actorIn, type TestCourt, useCourt } from "./court";
import { clerk, coordinator, done, refused } from "./desk";
import { company, dispute, person } from "./invented";

const court = useCourt();
const BANK = 7000;

/** A case of one bank against somebody else. */
async function taken(c: TestCourt, n: number, more: object = {}, creditor = BANK) {
  const parties = [company("claimant", creditor), person("respondent", n)];
  return done(c, clerk, registerCase, { ...dispute(n), parties, ...more });
}
const listed = async (c: TestCourt) => {
  const list = await ask(c.deps, coordinator, seriesListQuery, {});
  if (!list.ok) throw new Error(list.refusal);
  return list;
};

it("look-alike cases are found, made a series, and what comes later is added; each page holds fifty", async () => {
  const c = court();
  const cases = [];
  for (let n = 0; n < 60; n++) cases.push(await taken(c, 100 + n));
  const [first] = cases;
  if (!first) throw new Error("no case");
  const before = await listed(c);
  expect(before.alike).toMatchObject([{ total: 60, first: first.registrationNo, causeCode: "126" }]);
  const wish = { name: "物业费系列", numbers: first.registrationNo, isAll: true };
  const { seriesId, added } = await done(c, coordinator, makeSeries, wish);
  expect(added).toBe(60);
  expect(await listed(c)).toMatchObject({ alike: [], series: [{ id: seriesId, total: 60, open: 60 }] });
  const page = await ask(c.deps, coordinator, seriesQuery, { seriesId });
  if (!page.ok) throw new Error(page.refusal);
  expect(page).toMatchObject({ total: 60, amountFen: 60 * 936_000, stages: [{ stage: "submitted", n: 60 }] });
  expect(page.rows).toHaveLength(50);
  const rest = await ask(c.deps, coordinator, seriesQuery, { seriesId, after: page.next ?? "" });
  expect(rest.ok && rest.rows.length).toBe(10);
  await taken(c, 300);
  const wished = { kind: "guidance", seriesId } as const;
  expect(await done(c, coordinator, prepareDocumentBatch, wished)).toMatchObject({ cases: 60 });
  expect(await done(c, clerk, addToSeries, { seriesId })).toMatchObject({ added: 1 });
  expect(await done(c, clerk, addToSeries, { seriesId })).toMatchObject({ added: 0 });
  await done(c, clerk, leaveSeries, { seriesId, caseId: first.caseId });
  expect(await listed(c)).toMatchObject({ series: [{ total: 60 }] });
  await expect(done(c, clerk, leaveSeries, { seriesId, caseId: first.caseId })).rejects.toThrow(NotFound);
});

it("refuses numbers that do not belong, each with its reason, and makes nothing", async () => {
  const c = court();
  const bank = await taken(c, 400, {}, 7100);
  const again = await taken(c, 401, {}, 7100);
  const other = await taken(c, 402, {}, 7101);
  const cause = await taken(c, 403, { causeCode: "411" }, 7100);
  const numbers = [bank, again, other, cause].map((one) => one.registrationNo);
  const wish = { name: "系列", numbers: [...numbers, "SJS-TJ-2026-999999"].join("，"), isAll: false };
  const answer = await refused(c, coordinator, makeSeries, wish);
  expect(answer.params).toEqual({
    bad: [
      `${other.registrationNo} otherCreditor`,
      `${cause.registrationNo} otherCause`,
      "SJS-TJ-2026-999999 notFound",
    ],
    more: false,
  });
  const [none] = await c.owner`select count(*)::int as n from series where name = '系列'`;
  expect(none?.n).toBe(0);
  const alone = await refused(c, coordinator, makeSeries, { ...wish, numbers: other.registrationNo });
  expect(alone.fields).toEqual({ numbers: ["oneIsNoSeries"] });
  const both = [bank, again].map((one) => one.registrationNo).join("\n");
  await done(c, coordinator, makeSeries, { ...wish, numbers: both });
  expect((await refused(c, coordinator, makeSeries, { ...wish, numbers: both })).fields).toEqual({
    numbers: ["inOtherSeries"],
  });
});

it("a mediator sees those of its cases that are his, and of a series without any nothing", async () => {
  const c = court();
  const list = await listed(c);
  const [series] = list.series;
  const mediator = actorIn("bj0107", "mediator");
  const seriesId = series?.id ?? "";
  await expect(ask(c.deps, mediator, seriesQuery, { seriesId })).rejects.toThrow(NotFound);
  const [one] = await c.owner<{ id: string }[]>`
    update cases set mediator_id = ${mediator.userId}
    where id = (select case_id from series_cases where series_id = ${seriesId} limit 1) returning id`;
  const page = await ask(c.deps, mediator, seriesQuery, { seriesId });
  expect(page.ok && page.rows.map((row) => row.caseId)).toEqual([one?.id]);
});
